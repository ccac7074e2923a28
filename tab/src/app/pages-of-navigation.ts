import type { Route } from './routes.ts';

/** The pages of the navigation in their order. */
export const PAGES = [
  'workday',
  'inbox',
  'drafting',
  'drafted',
  'instructions',
  'board',
  'all',
  'records',
  'meetings',
  'statistics',
  'schedules',
  'presence',
  'confirmations',
  'closing',
  'disaster',
  'explain',
  'packs',
  'rehearsals',
  'settings',
] as const;

export type Page = (typeof PAGES)[number];

/** Which of them stand in the row, what is needed most often first; an emergency goes before all but one's own two. */
const BY_NEED: readonly Page[] = [
  'workday',
  'inbox',
  'disaster',
  'drafting',
  'drafted',
  'schedules',
  'presence',
  'confirmations',
  'closing',
  'instructions',
  'board',
  'meetings',
];

/** A row of more is no longer read at a glance, however wide the window. */
const IN_ROW = 7;

/** How the pages behind 「その他」 belong together. */
export const GROUPS = [
  {
    name: 'documents',
    pages: ['inbox', 'drafting', 'drafted', 'instructions', 'board', 'all', 'records', 'meetings', 'statistics'],
  },
  { name: 'work', pages: ['workday', 'schedules', 'presence', 'confirmations', 'closing', 'disaster'] },
  { name: 'rules', pages: ['explain', 'packs', 'rehearsals', 'settings'] },
] as const satisfies readonly { readonly name: string; readonly pages: readonly Page[] }[];

/** The higher, the longer it stays in the row of a narrow window. */
export const needOf = (page: Page): number => (BY_NEED.includes(page) ? BY_NEED.length - BY_NEED.indexOf(page) : 0);

/** What stands in the row where there is room for it: what is needed most, and the page one is on. */
export function rowOf(pages: readonly Page[], current: Page | null): readonly Page[] {
  const chosen = BY_NEED.filter((page) => pages.includes(page)).slice(0, IN_ROW);
  return pages.filter((page) => chosen.includes(page) || page === current);
}

/** The entry under which a page is found; null for a case, which may be found under several. */
export function pageOf(route: Route): Page | null {
  if (route.page === 'case' || route.page === 'panel' || route.page === 'unknown') return null;
  if (route.page === 'rehearsal') return 'rehearsals';
  if (route.page === 'pack') return 'packs';
  if (route.page === 'reports') return 'confirmations';
  if (route.page !== 'list') return route.page;
  return route.box === 'section' || route.box === 'consulted' ? 'all' : route.box;
}
