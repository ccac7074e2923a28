import type { Box } from '@kaigi/core/contract';

/** A page, as the hash of the address names it. */
export type Route =
  | { readonly page: 'list'; readonly box: Box; readonly q: string }
  | { readonly page: 'register'; readonly fiscalYear: number | null }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'rehearsals' }
  | { readonly page: 'rehearsal'; readonly id: string }
  | { readonly page: 'unknown' };

const BOXES: ReadonlySet<string> = new Set<Box>(['inbox', 'drafted', 'all']);
const FISCAL_YEAR = /^[12]\d{3}$/;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Reads `#/inbox`, `#/all?q=…`, `#/register?fiscalYear=2026`, `#/cases/{id}`. Nothing at all means the inbox. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const [first = '', second = '', ...more] = path.split('/').map(decode);
  if (first === '' && second === '') return { page: 'list', box: 'inbox', q: '' };
  if (more.length > 0) return { page: 'unknown' };
  if (first === 'cases' && second !== '') return { page: 'case', id: second };
  if (first === 'rehearsals') return second === '' ? { page: 'rehearsals' } : { page: 'rehearsal', id: second };
  if (second !== '') return { page: 'unknown' };
  if (BOXES.has(first)) return { page: 'list', box: first as Box, q: (query.get('q') ?? '').trim().slice(0, 100) };
  if (first !== 'register') return { page: 'unknown' };
  const year = query.get('fiscalYear') ?? '';
  return { page: 'register', fiscalYear: FISCAL_YEAR.test(year) ? Number(year) : null };
}

export function hashOf(route: Route): string {
  if (route.page === 'case') return `#/cases/${encodeURIComponent(route.id)}`;
  if (route.page === 'rehearsals') return '#/rehearsals';
  if (route.page === 'rehearsal') return `#/rehearsals/${encodeURIComponent(route.id)}`;
  if (route.page === 'register')
    return route.fiscalYear === null ? '#/register' : `#/register?fiscalYear=${route.fiscalYear}`;
  if (route.page === 'list')
    return route.q === '' ? `#/${route.box}` : `#/${route.box}?${new URLSearchParams({ q: route.q })}`;
  return '#/inbox';
}
