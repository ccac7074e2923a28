import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { YearlyItem } from './item.ts';

const ROWS = `select i.item_id as "itemId", i.unit_id as "unitId", i.fiscal_year as "fiscalYear", i.title, i.note, i.rule,
    i.on_date as date, i.days, i.days_before as "daysBefore", i.copied_from as "copiedFrom", i.version
  from kaigi.schedules_yearly_item i where i.municipality_id = $1 and i.removed_at is null`;
const IN_ORDER = 'order by i.on_date, i.title, i.item_id';

export interface ListKey {
  readonly unitId: string;
  readonly fiscalYear: number;
}

/** The list of a section for a year, by the days. */
export const listItems = (tx: Tx, { unitId, fiscalYear }: ListKey): Promise<YearlyItem[]> =>
  tx.query<YearlyItem>(`${ROWS} and i.unit_id = $2 and i.fiscal_year = $3 ${IN_ORDER}`, [
    ...[tx.municipalityId, unitId, fiscalYear],
  ]);

/** The sections that have ever had a list with something in it. */
export async function listedUnits(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ unitId: string }>(
    `select distinct i.unit_id as "unitId" from kaigi.schedules_yearly_item i
     where i.municipality_id = $1 and i.removed_at is null`,
    [tx.municipalityId],
  );
  return new Set(rows.map(({ unitId }) => unitId));
}

/** Which of these were taken over, whoever has them now. */
export async function takenOf(tx: Tx, items: readonly YearlyItem[]): Promise<Set<string>> {
  const rows = await tx.query<{ itemId: string }>(
    `select i.copied_from as "itemId" from kaigi.schedules_yearly_item i
     where i.municipality_id = $1 and i.removed_at is null and i.copied_from = any($2::uuid[])`,
    [tx.municipalityId, items.map(({ itemId }) => itemId)],
  );
  return new Set(rows.map(({ itemId }) => itemId));
}

/** What these sections do or begin to prepare in some days, both included. */
export const itemsAround = (
  tx: Tx,
  { unitIds, from, to }: { readonly unitIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate },
): Promise<YearlyItem[]> =>
  tx.query<YearlyItem>(
    `${ROWS} and i.unit_id = any($2::uuid[]) and ((i.on_date <= $4 and i.on_date + i.days > $3)
       or (i.days_before > 0 and i.on_date - i.days_before between $3 and $4)) ${IN_ORDER}`,
    [tx.municipalityId, unitIds, from, to],
  );

/** Until the end of the transaction nobody else changes this list. */
export async function lockList(tx: Tx, { unitId, fiscalYear }: ListKey): Promise<void> {
  const key = [tx.municipalityId, unitId, fiscalYear];
  await tx.query(
    `insert into kaigi.schedules_yearly_list (municipality_id, unit_id, fiscal_year) values ($1, $2, $3)
     on conflict do nothing`,
    key,
  );
  await tx.query(
    `select 1 from kaigi.schedules_yearly_list l
     where l.municipality_id = $1 and l.unit_id = $2 and l.fiscal_year = $3 for update`,
    key,
  );
}

/** Nobody else changes it until the end of the transaction. */
export async function lockItem(tx: Tx, itemId: string): Promise<YearlyItem | null> {
  const [row] = await tx.query<YearlyItem>(`${ROWS} and i.item_id = $2 for update`, [tx.municipalityId, itemId]);
  return row ?? null;
}

/** A new one, or what became of a known one. */
export async function saveItem(tx: Tx, item: YearlyItem): Promise<void> {
  const { itemId, unitId, fiscalYear, title, note, rule, date, days, daysBefore, copiedFrom, version } = item;
  await tx.query(
    `insert into kaigi.schedules_yearly_item (municipality_id, item_id, unit_id, fiscal_year, title, note, rule, on_date,
       days, days_before, copied_from, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (municipality_id, item_id) do update
       set title = excluded.title, note = excluded.note, rule = excluded.rule, on_date = excluded.on_date,
         days = excluded.days, days_before = excluded.days_before, version = excluded.version`,
    [
      ...[tx.municipalityId, itemId, unitId, fiscalYear, title, note, JSON.stringify(rule), date],
      ...[days, daysBefore, copiedFrom, version],
    ],
  );
}

export async function removeItem(tx: Tx, { itemId, version }: YearlyItem, at: Date): Promise<void> {
  await tx.query(
    `update kaigi.schedules_yearly_item set removed_at = $3, version = $4 where municipality_id = $1 and item_id = $2`,
    [tx.municipalityId, itemId, at, version],
  );
}
