import { addDays, fiscalYearOf, type LocalDate, parseLocalDate, readDay } from '../../shared/index.ts';
import type { Direction, Handling } from '../register/number-row.ts';

/** What a column of an old ledger is called. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  number: ['番号', '文書番号', '収受番号', '発送番号', '収発番号'],
  symbol: ['記号', '文書記号'],
  branch: ['枝番', '枝番号'],
  year: ['年度'],
  date: ['日付', '年月日', '収受日', '収受年月日', '発送日', '発送年月日', '起案日', '起案年月日', '登録日'],
  direction: ['区分', '収発区分', '種別'],
  counterparty: ['相手方', '相手', '差出人', '発信者', '宛先', 'あて先', '受信者', '発信者又は受信者'],
  title: ['件名', '文書名', '題名', '標題'],
  theirNumber: ['相手番号', '相手方番号', '先方番号', '来文番号'],
  unit: ['主務課', '主管課', '担当課', '課', '所属', '配布先'],
  due: ['処理期限', '期限', '回答期限'],
  handling: ['処置', '処理', '処理区分'],
  issued: ['施行日', '施行年月日'],
  completed: ['完結日', '完結年月日', '処理日'],
  by: ['担当者', '取扱者', '起案者'],
  note: ['備考', '摘要'],
};
export type Column =
  | 'number'
  | 'symbol'
  | 'branch'
  | 'year'
  | 'date'
  | 'direction'
  | 'counterparty'
  | 'title'
  | 'theirNumber'
  | 'unit'
  | 'due'
  | 'handling'
  | 'issued'
  | 'completed'
  | 'by'
  | 'note';

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Which cell is which column; null where the line is no head. */
export function columnsOf(cells: readonly string[]): ReadonlyMap<Column, number> | null {
  const found = new Map<Column, number>();
  for (const [at, cell] of cells.entries())
    for (const [column, names] of Object.entries(NAMES))
      if (names.includes(flat(cell)) && !found.has(column as Column)) found.set(column as Column, at);
  return found.has('number') && found.has('title') && found.has('date') ? found : null;
}

/** A row as it goes into the register. */
export interface LegacyRow {
  readonly symbol: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly branch: number;
  readonly date: LocalDate;
  readonly direction: Direction;
  readonly title: string;
  readonly counterparty: string | null;
  readonly theirNumber: string | null;
  readonly unitName: string | null;
  readonly dueOn: LocalDate | null;
  readonly handling: Handling | null;
  readonly issuedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly by: string | null;
  readonly note: string | null;
}

export interface Said {
  readonly column: string | null;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ReadRow {
  readonly row: LegacyRow | null;
  readonly errors: readonly Said[];
  readonly warnings: readonly Said[];
}

const EPOCH = '1899-12-30' as LocalDate;
/** Excel keeps a day as a number of days. */
export function legacyDay(text: string): LocalDate | null {
  const plain = flat(text);
  if (/^\d{5}(?:\.\d+)?$/u.test(plain)) {
    const days = Math.floor(Number(plain));
    return days >= 10_000 && days <= 80_000 ? addDays(EPOCH, days) : null;
  }
  const packed = /^(\d{4})(\d{2})(\d{2})$/u.exec(plain);
  if (packed) return parseLocalDate(`${packed[1]}-${packed[2]}-${packed[3]}`);
  return readDay(plain.replace(/^([a-z])/u, (letter) => letter.toUpperCase()));
}

/** 令和5年度, R5, 平成31, 2023 */
export function legacyYear(text: string): number | null {
  const plain = flat(text)
    .replace(/年度?$/u, '')
    .toUpperCase();
  if (/^(?:19|20|21)\d{2}$/u.test(plain)) return Number(plain);
  const [, era = '', year = ''] = /^(令和|平成|昭和|R|H|S)(\d{1,2}|元)$/u.exec(plain) ?? [];
  const base = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }[era];
  return base === undefined ? null : base + (year === '元' ? 1 : Number(year));
}

/** 政第12号の2, 政第１２号, 政収123, 12-2, 12 */
export function legacyNumber(
  text: string,
): { readonly symbol: string; readonly number: number; readonly branch: number } | null {
  const [, symbol = '', number = '', branch = '0'] =
    /^(\D{0,20}?)第?(\d{1,8})号?(?:[の\-‐–](\d{1,4}))?$/u.exec(flat(text)) ?? [];
  const value = Number(number);
  return number === '' || value < 1
    ? null
    : { symbol: symbol.replace(/第$/u, ''), number: value, branch: Number(branch) };
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  収受: 'RECEIVED',
  収: 'RECEIVED',
  受: 'RECEIVED',
  受信: 'RECEIVED',
  発送: 'SENT',
  発: 'SENT',
  発信: 'SENT',
  施行: 'SENT',
  起案: 'DRAFTED',
  起: 'DRAFTED',
};
const HANDLINGS: Readonly<Record<string, Handling>> = {
  起案: 'DRAFT',
  供覧: 'CIRCULATE',
  回覧: 'CIRCULATE',
  回答: 'REPLY',
  報告: 'REPLY',
  保管: 'FILE',
  保存: 'FILE',
};

// PostgreSQL keeps no U+0000, and signs that nobody sees only hide what is said.
const clean = (text: string | undefined, most: number): string | null => {
  const said = (text ?? '')
    .toWellFormed()
    .replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return said === '' ? null : Array.from(said).slice(0, most).join('');
};

type Cells = (column: Column) => string;

function days(
  cell: Cells,
  errors: Said[],
): Pick<LegacyRow, 'dueOn' | 'issuedOn' | 'completedOn'> & { date: LocalDate | null } {
  const read = (column: Column, name: string): LocalDate | null => {
    const text = cell(column);
    if (text === '') return null;
    const day = legacyDay(text);
    if (day === null) errors.push({ column: name, code: 'records.import_bad_day', params: { text } });
    return day;
  };
  const date = read('date', '日付');
  if (cell('date') === '') errors.push({ column: '日付', code: 'records.import_missing' });
  return {
    date,
    dueOn: read('due', '処理期限'),
    issuedOn: read('issued', '施行日'),
    completedOn: read('completed', '完結日'),
  };
}

/** The symbol says what it is where no column does: 政収, 政発. */
function directionOf(cell: Cells, symbol: string, warnings: Said[]): Direction {
  const said = flat(cell('direction'));
  const known = DIRECTIONS[said];
  if (known) return known;
  if (said !== '') warnings.push({ column: '区分', code: 'records.import_unknown_direction', params: { text: said } });
  return symbol.endsWith('収') ? 'RECEIVED' : symbol.endsWith('発') ? 'SENT' : 'DRAFTED';
}

/** Reads one line; every reason against it is named. */
export function readRow(cells: readonly string[], columns: ReadonlyMap<Column, number>): ReadRow {
  const cell: Cells = (column) => (cells[columns.get(column) ?? -1] ?? '').trim();
  const [errors, warnings]: [Said[], Said[]] = [[], []];
  const numbered = legacyNumber(cell('number'));
  if (!numbered)
    errors.push({
      column: '番号',
      code: cell('number') === '' ? 'records.import_missing' : 'records.import_bad_number',
      params: { text: cell('number') },
    });
  const symbol = flat(cell('symbol')) || (numbered?.symbol ?? '');
  if (numbered && symbol === '') errors.push({ column: '記号', code: 'records.import_no_symbol' });
  const title = clean(cell('title'), 200);
  if (title === null) errors.push({ column: '件名', code: 'records.import_missing' });
  const { date, ...rest } = days(cell, errors);
  const year = cell('year') === '' ? null : legacyYear(cell('year'));
  if (cell('year') !== '' && year === null)
    errors.push({ column: '年度', code: 'records.import_bad_year', params: { text: cell('year') } });
  const fiscalYear = year ?? (date === null ? 0 : fiscalYearOf(date));
  if (year !== null && date !== null && Math.abs(fiscalYearOf(date) - year) > 1)
    warnings.push({ column: '年度', code: 'records.import_year_differs' });
  const handling = HANDLINGS[flat(cell('handling'))] ?? null;
  const unsaid = handling === null && cell('handling') !== '' ? `処置：${cell('handling')}` : '';
  const direction = directionOf(cell, symbol, warnings);
  if (errors.length > 0 || !numbered || title === null || date === null) return { row: null, errors, warnings };
  const branch = cell('branch') === '' ? numbered.branch : Number(flat(cell('branch')).replace(/\D/gu, '')) || 0;
  const text = { counterparty: clean(cell('counterparty'), 200), theirNumber: clean(cell('theirNumber'), 60) };
  const said = {
    unitName: clean(cell('unit'), 60),
    by: clean(cell('by'), 60),
    note: clean([cell('note'), unsaid].filter(Boolean).join(' '), 400),
  };
  const key = { symbol: symbol.slice(0, 40), fiscalYear, number: numbered.number, branch: branch === 1 ? 0 : branch };
  return { row: { ...key, ...text, ...said, ...rest, date, direction, title, handling }, errors, warnings };
}

/** 3〜5、9 of what is missing between the first and the last number of a run. */
export function missingIn(numbers: readonly number[]): { readonly text: string; readonly count: number } {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const ranges: string[] = [];
  let count = 0;
  for (let at = 1; at < sorted.length; at += 1) {
    const [before = 0, next = 0] = [sorted[at - 1], sorted[at]];
    if (next === before + 1) continue;
    count += next - before - 1;
    if (ranges.length < 20) ranges.push(next === before + 2 ? String(before + 1) : `${before + 1}〜${next - 1}`);
  }
  return { text: ranges.join('、'), count };
}
