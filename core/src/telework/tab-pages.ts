import type { Element } from './elements.ts';
import type { RoomParts } from './room.ts';

/** The pages of the tab to which cards of these rooms lead, by the tab's own addresses. */
const PAGES = {
  today: 'workday',
  month: 'workday/sheet',
  registration: 'workday/new?kind=REGISTRATION',
  telework: 'workday/new?kind=TELEWORK',
  leave: 'workday/new?kind=LEAVE',
  trip: 'workday/new?kind=TRIP',
  people: 'confirmations',
  presence: 'presence',
} as const;

export type TabPage = keyof typeof PAGES;

/** The answers to one 安否確認 or 参集. */
interface RollPage {
  readonly id: string;
  readonly kind: 'SAFETY' | 'MUSTER';
}

const addressOf = (page: TabPage | RollPage): string =>
  typeof page === 'string' ? PAGES[page] : `disaster/${page.id}?kind=${page.kind.toLowerCase()}`;

/** What a card needs to lead into the tab. */
export type ToTab = Pick<RoomParts, 'pageUrl'>;

/** A button that opens a page of the tab; none where nobody knows where the tab is. */
export const openPage = ({ pageUrl }: ToTab, page: TabPage | RollPage, title: string): Element[] =>
  pageUrl ? [{ type: 'Action.OpenUrl', title, url: pageUrl(addressOf(page)) }] : [];
