import type { Locale } from '@kaigi/core/shared';

export type HostTheme = 'light' | 'dark' | 'contrast';

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

/** The route of a deep link: `subPageId` names a case or an instruction, `pageId` (the tab's entity id) names a page. */
export function routeOfContext(page: { id?: string | undefined; subPageId?: string | undefined }): string | null {
  if (page.subPageId !== undefined && CASE_ID.test(page.subPageId)) return `#/cases/${page.subPageId}`;
  const instruction = page.subPageId === undefined ? null : instructionRoute(page.subPageId);
  if (instruction !== null) return instruction;
  return page.id !== undefined && PAGES.has(page.id) ? `#/${page.id}` : null;
}

const DEEP = ['#/cases/', '#/instructions/', '#/drafting?instruction='];
const isDeep = (route: string): boolean => DEEP.some((start) => route.startsWith(start));

/**
 * Where to begin instead of at the address as it stands; null to leave it. A deep link to a case beats the page that
 * the tab opens with, but not a case that a reload has come back to.
 */
export function firstRoute(hash: string, startRoute: string | null): string | null {
  if (startRoute === null || isDeep(hash)) return null;
  return hash.length <= 2 || isDeep(startRoute) ? startRoute : null;
}
