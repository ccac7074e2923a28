import type { Locale } from '@kaigi/core/shared';
import { hashOf, routeOf } from '../app/routes.ts';

export type HostTheme = 'light' | 'dark' | 'contrast';

/** The meeting around a side panel, as far as Teams tells of it. */
export interface TeamsMeeting {
  readonly title: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** Where the page is shown: inside Teams (or Microsoft 365), or in a plain browser. Nothing else knows teams-js. */
export interface Host {
  readonly kind: 'teams' | 'browser';
  /** The language the host speaks; null where the person chooses it. */
  readonly locale: Locale | null;
  theme(): HostTheme;
  onThemeChange(listener: () => void): () => void;
  /** A bearer token for the service. `renew`: the service refused the last one. */
  token(renew: boolean): Promise<string>;
  /** The hash route a deep link or the chosen tab asks for; null for none. */
  readonly startRoute: string | null;
  onRoute(listener: (route: string) => void): () => void;
  openLink(url: string): Promise<void>;
  /** Shows a page of the tab, `meetings/{id}`, where there is room for it: outside of a side panel. */
  openPage(page: string): Promise<void>;
  /** The chat of Teams around the page; null where it stands by itself. */
  readonly chat: string | null;
  /** Null where no meeting is around the page, or Teams tells nothing of it. */
  meeting(): Promise<TeamsMeeting | null>;
  /** Tells the host that the page is drawn, so that it takes its own waiting sign away. */
  ready(): void;
  /** Starts signing in from the beginning, perhaps as somebody else. */
  signInAgain(): Promise<void>;
}

export function themeOf(name: string | undefined): HostTheme {
  if (name === 'contrast') return 'contrast';
  return name === 'dark' || name === 'glass' ? 'dark' : 'light';
}

/** Japanese unless the host plainly speaks something else. */
export function localeOf(tag: string | undefined): Locale {
  return tag === undefined || tag === '' || tag.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

const CASE_ID = /^[0-9a-f-]{36}$/;
const OF_INSTRUCTION = /^(instructions|drafting)\/([0-9a-f-]{36})$/;
const PAGES: ReadonlySet<string> = new Set(['inbox', 'drafted', 'all', 'register']);

/** `instructions/{id}` opens a 作成指示, `drafting/{id}` drafts from it. */
function instructionRoute(subPageId: string): string | null {
  const [, page, id] = OF_INSTRUCTION.exec(subPageId) ?? [];
  if (page === undefined) return null;
  return page === 'drafting' ? `#/drafting?instruction=${id}` : `#/instructions/${id}`;
}

/** `workday/sheet`: any page of the tab by its address; null where there is none. */
function pageRoute(subPageId: string): string | null {
  const hash = `#/${subPageId}`;
  return hashOf(routeOf(hash)) === hash ? hash : null;
}

/**
 * The route of a deep link: `subPageId` names a case, an instruction or any other page; `pageId` (the tab's entity id)
 * is what the tab opens with.
 */
export function routeOfContext({ id, subPageId }: { id?: string | undefined; subPageId?: string | undefined }) {
  if (subPageId !== undefined) {
    const route = CASE_ID.test(subPageId)
      ? `#/cases/${subPageId}`
      : (instructionRoute(subPageId) ?? pageRoute(subPageId));
    if (route !== null) return route;
  }
  return id !== undefined && PAGES.has(id) ? `#/${id}` : null;
}

const isOpening = (route: string): boolean => PAGES.has(route.slice('#/'.length));

/** The page beside a meeting, in its window or its chat; null where the tab stands by itself. */
export function panelRoute({ meeting, chat }: { meeting?: unknown; chat?: { id: string } | undefined }): string | null {
  return meeting && chat ? hashOf({ page: 'panel', chat: chat.id }) : null;
}

const instantOf = (instant: unknown): string | null => {
  const date = new Date(typeof instant === 'string' ? instant : '');
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

/** What the host answers about a meeting; null where it is no such answer. */
export function meetingOf(answer: unknown): TeamsMeeting | null {
  const details = (answer as { details?: Readonly<Record<string, unknown>> } | null | undefined)?.details;
  if (!details || typeof details.title !== 'string') return null;
  return {
    title: details.title,
    startsAt: instantOf(details.scheduledStartTime),
    endsAt: instantOf(details.scheduledEndTime),
  };
}

/**
 * Where to begin instead of at the address as it stands; null to leave it. A deep link beats the page that the tab
 * opens with, but not a page that a reload has come back to.
 */
export function firstRoute(hash: string, startRoute: string | null): string | null {
  if (startRoute === null) return null;
  if (hash.length <= 2) return startRoute;
  return isOpening(hash) && !isOpening(startRoute) ? startRoute : null;
}
