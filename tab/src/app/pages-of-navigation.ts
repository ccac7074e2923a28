import type { Route } from './routes.ts';

/** The pages of the navigation in their order. */
export const PAGES = [
  'inbox',
  'workday',
  'drafted',
  'instructions',
  'drafting',
  'board',
  'presence',
  'all',
  'register',
  'confirmations',
  'closing',
  'statistics',
  'explain',
  'packs',
  'settings',
  'rehearsals',
  'disaster',
] as const;

export type Page = (typeof PAGES)[number];

/** Those that stay in sight on a phone. */
export const MAIN_PAGES: ReadonlySet<Page> = new Set<Page>(['inbox', 'workday', 'drafted', 'drafting', 'disaster']);

/** The entry under which a page is found; null for a case, which may be found under several. */
export function pageOf(route: Route): Page | null {
  if (route.page === 'case' || route.page === 'unknown') return null;
  if (route.page === 'rehearsal') return 'rehearsals';
  if (route.page === 'pack') return 'packs';
  if (route.page === 'reports') return 'confirmations';
  if (route.page !== 'list') return route.page;
  return route.box === 'section' || route.box === 'consulted' ? 'all' : route.box;
}
