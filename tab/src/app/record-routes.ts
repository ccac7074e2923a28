/** The pages of 文書管理 that are in the row of each of them, in its order. A page joins by its name here and in `records/`. */
export const RECORDS_PARTS = [
  'register',
  'todo',
  'receipts',
  'folders',
  'search',
  'paper',
  'disposals',
  'disclosures',
  'space',
  'catalogue',
  'templates',
  'postage',
  'import',
] as const;
export type RecordsPart = (typeof RECORDS_PARTS)[number];

/** What a page of 文書管理 is asked for beside its name: each page reads its own. */
export type Wish = Readonly<Record<string, string>>;

/**
 * 文書管理: one of its pages, perhaps one thing on it (`id`: a row of the register, a 簿冊, a case of disposal), or a record.
 * `#/records` is the register; `#/records/folders/{id}?year=2026`; `#/records/{id of a record}`.
 */
export interface RecordsRoute {
  readonly page: 'records';
  readonly part: RecordsPart | 'record';
  readonly id: string | null;
  readonly wish: Wish;
}

const RECORD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const [FIRST] = RECORDS_PARTS;

export const THE_REGISTER: RecordsRoute = { page: 'records', part: FIRST, id: null, wish: {} };

/** Reads what stands after `#/records/`; null for what is no page. */
export function recordsRoute(path: readonly string[], query: URLSearchParams): RecordsRoute | null {
  const [first = '', id = '', ...more] = path;
  const wish = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  if (more.length > 0) return null;
  if (first === '') return id === '' ? { ...THE_REGISTER, wish } : null;
  if (RECORD_ID.test(first)) return id === '' ? { page: 'records', part: 'record', id: first, wish } : null;
  const part = RECORDS_PARTS.find((one) => one === first);
  return part ? { page: 'records', part, id: id === '' ? null : id, wish } : null;
}

export function recordsHash({ part, id, wish }: RecordsRoute): string {
  const named = part === 'record' || (part === FIRST && id === null) ? [] : [part];
  const path = ['#/records', ...named, ...(id === null ? [] : [encodeURIComponent(id)])].join('/');
  const query = new URLSearchParams(wish).toString();
  return query === '' ? path : `${path}?${query}`;
}
