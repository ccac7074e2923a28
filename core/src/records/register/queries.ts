import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type Bind, binder, type Sight, visible } from '../access.ts';
import type { Direction, NumberRow, NumberState, TakenNumber } from './number-row.ts';

export const COLUMNS = `g.id, g.symbol, g.fiscal_year as "fiscalYear", g.number, g.branch, g.origin, g.state, g.version,
  g.taken_on as "takenOn", g.taken_at as "takenAt", g.direction, g.title, g.counterparty, g.unit_id as "unitId",
  g.unit_name as "unitName", g.unit_path as "unitPath", g.registered_by as "registeredBy", g.record_id as "recordId",
  g.case_id as "caseId", g.classification_code as "classificationCode", g.classification_name as "classificationName",
  g.retention_years as "retentionYears", g.file_version as "fileVersion", g.sha256, g.leaf_id as "leafId",
  g.last_year_reason as "lastYearReason", g.import_id as "importId", g.reserved_until as "reservedUntil",
  g.confirmed_at as "confirmedAt", g.later_title as "laterTitle", g.later_counterparty as "laterCounterparty",
  g.void_reason as "voidReason", g.their_number as "theirNumber", g.due_on as "dueOn", g.handling,
  g.issued_on as "issuedOn", g.completed_on as "completedOn", g.note, g.first_said as said`;

/** Of the reader (`policy.ts`): where they stand. Null sees every section. */
export type Within = { readonly own: readonly string[]; readonly sections: readonly string[] } | null;

/** What is looked for; null does not matter. */
export interface RegisterSearch {
  readonly fiscalYear: number;
  readonly direction: Direction | null;
  readonly state: NumberState | null;
  readonly symbol: string | null;
  readonly unitId: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** In the title, the counterparty, their number or the note. */
  readonly words: string | null;
  /** 処理期限 before this day and not 完結. */
  readonly dueBefore: LocalDate | null;
  readonly origin: 'IMPORTED' | null;
}

export type NumberKey = Pick<TakenNumber, 'symbol' | 'number' | 'branch'>;

/** Newest first; or, as on paper, by symbol and number. */
export type Place =
  | { readonly order: 'NEWEST'; readonly before: string | null }
  | { readonly order: 'NUMBER'; readonly after: NumberKey | null };

const likely = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

const MINE = `($2 or g.unit_id = any($3::uuid[]) or g.unit_path && $4::uuid[] or exists (
    select from kaigi.records_receipt t where t.municipality_id = g.municipality_id and t.register_id = g.id
      and (t.unit_id = any($3::uuid[]) or t.unit_path && $4::uuid[])))`;
/** By words only where the words are for the reader: neither rows nor their count nor a cursor tell of others. */
const soughtBy = (
  isShown: string,
): string => `g.fiscal_year = $5 and ($6::text is null or g.direction = $6) and ($7::text is null or g.state = $7)
  and ($8::text is null or g.symbol = $8) and ($9::uuid is null or g.unit_path && array[$9::uuid])
  and ($10::date is null or g.taken_on >= $10) and ($11::date is null or g.taken_on <= $11)
  and ($12::text is null or (g.symbol || '第' || g.number || '号') ilike $12
    or ((coalesce(g.later_title, g.title) ilike $12 or coalesce(g.later_counterparty, g.counterparty) ilike $12
      or g.their_number ilike $12 or g.note ilike $12) and ${isShown}))
  and ($13::date is null or (g.due_on < $13 and g.completed_on is null and g.state <> 'VOID'))
  and ($14::text is null or g.origin = $14)`;

const sought = (tx: Tx, within: Within, search: RegisterSearch): unknown[] => [
  ...[tx.municipalityId, within === null, within?.sections ?? [], within?.own ?? []],
  ...[search.fiscalYear, search.direction, search.state, search.symbol, search.unitId, search.from, search.to],
  ...[search.words === null ? null : likely(search.words), search.dueBefore, search.origin],
];

/** Of no document of the store, or of one that the reader may see: `secretRows` has all others. */
const shownTo = (sight: Sight, bind: Bind): string =>
  sight.all
    ? 'true'
    : `(g.record_id is null or exists (select from kaigi.records_record r
        join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
        where r.municipality_id = g.municipality_id and r.id = g.record_id and ${visible(sight, bind)}))`;

/** The rows that the reader may see and that are looked for, from a place on. */
export async function registerRows(
  tx: Tx,
  sight: Sight,
  { search, place, limit }: { readonly search: RegisterSearch; readonly place: Place; readonly limit: number },
): Promise<NumberRow[]> {
  const values = sought(tx, sight.all ? null : sight, search);
  const bind = binder(values);
  const found = `select ${COLUMNS} from kaigi.records_register g
    where g.municipality_id = $1 and ${MINE} and ${soughtBy(shownTo(sight, bind))}`;
  if (place.order === 'NEWEST') {
    const before = bind(place.before);
    const from = `${found} and (${before}::uuid is null or g.id < ${before}) order by g.id desc limit ${bind(limit)}`;
    return tx.query<NumberRow>(from, values);
  }
  const { after } = place;
  const symbol = bind(after?.symbol ?? null);
  const [number, branch] = [bind(after?.number ?? 0), bind(after?.branch ?? 0)];
  return tx.query<NumberRow>(
    `${found} and (${symbol}::text is null
       or (g.symbol, g.number, g.branch) > (${symbol}, ${number}::int, ${branch}::int))
     order by g.symbol, g.number, g.branch limit ${bind(limit)}`,
    values,
  );
}

export async function oneNumber(tx: Tx, id: string): Promise<NumberRow | null> {
  const [row] = await tx.query<NumberRow>(
    `select ${COLUMNS} from kaigi.records_register g where g.municipality_id = $1 and g.id = $2`,
    [tx.municipalityId, id],
  );
  return row ?? null;
}

export async function numberOfRecord(tx: Tx, recordId: string): Promise<NumberRow | null> {
  const [row] = await tx.query<NumberRow>(
    `select ${COLUMNS} from kaigi.records_register g where g.municipality_id = $1 and g.record_id = $2`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

export async function branchesOf(
  tx: Tx,
  { symbol, fiscalYear, number }: Pick<NumberRow, 'symbol' | 'fiscalYear' | 'number'>,
): Promise<NumberRow[]> {
  return tx.query<NumberRow>(
    `select ${COLUMNS} from kaigi.records_register g
     where g.municipality_id = $1 and g.symbol = $2 and g.fiscal_year = $3 and g.number = $4 and g.branch > 0
     order by g.branch`,
    [tx.municipalityId, symbol, fiscalYear, number],
  );
}

/** The symbols that have numbers in a 年度, for the filter. */
export async function symbolsOf(tx: Tx, within: Within, fiscalYear: number): Promise<string[]> {
  const rows = await tx.query<{ symbol: string }>(
    `select distinct g.symbol from kaigi.records_register g
     where g.municipality_id = $1 and ${MINE} and g.fiscal_year = $5 order by 1 limit 200`,
    [tx.municipalityId, within === null, within?.sections ?? [], within?.own ?? [], fiscalYear],
  );
  return rows.map(({ symbol }) => symbol);
}

/** For the log: the register in the order of 年度, symbol and number. */
export async function numbersAfter(
  tx: Tx,
  after: Pick<NumberRow, 'fiscalYear' | 'symbol' | 'number' | 'branch'> | null,
  limit: number,
): Promise<NumberRow[]> {
  return tx.query<NumberRow>(
    `select ${COLUMNS} from kaigi.records_register g
     where g.municipality_id = $1
       and ($2::int is null or (g.fiscal_year, g.symbol, g.number, g.branch) > ($2, $3::text, $4::int, $5::int))
     order by g.fiscal_year, g.symbol, g.number, g.branch limit $6`,
    [
      ...[tx.municipalityId, after?.fiscalYear ?? null, after?.symbol ?? null, after?.number ?? null],
      ...[after?.branch ?? null, limit],
    ],
  );
}

/** Whether the run has begun a later 年度: then the clock was set back, or last year's number is meant. */
export async function laterYearBegun(
  tx: Tx,
  { symbol, fiscalYear }: Pick<NumberRow, 'symbol' | 'fiscalYear'>,
): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from kaigi.records_number_counter c
     where c.municipality_id = $1 and c.symbol = $2 and c.fiscal_year > $3 limit 1`,
    [tx.municipalityId, symbol, fiscalYear],
  );
  return rows.length > 0;
}
