import { z } from 'zod';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { APPLICATION } from '../applications/acts.ts';
import type { DayItem } from '../days/day.ts';
import { daysOf } from '../days/store.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { factsOfAll } from '../history/store.ts';

/** One day's overtime: what a boss ordered without being asked, and what was confirmed afterwards. */
export const OVERTIME_DAY = 'overtime-day';

export async function overtimeItem(tx: Tx, itemId: string): Promise<DayItem | null> {
  const [row] = await tx.query<{ id: string }>(
    `select d.application_id as id from kaigi.telework_day d
     where d.municipality_id = $1 and d.item_id = $2 and d.kind = 'OVERTIME'`,
    [tx.municipalityId, itemId],
  );
  const items = row ? await daysOf(tx, [row.id]) : [];
  return items.find((one) => one.itemId === itemId) ?? null;
}

/** Everything of one person's days, whatever became of it. */
export async function overtimeOf(
  tx: Tx,
  asked: { staffId: string; from: LocalDate; to: LocalDate },
): Promise<DayItem[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct d.application_id as id from kaigi.telework_day d
     where d.municipality_id = $1 and d.staff_id = $2 and d.date between $3 and $4 and d.kind = 'OVERTIME'`,
    [tx.municipalityId, asked.staffId, asked.from, asked.to],
  );
  return daysOf(
    tx,
    rows.map(({ id }) => id),
  );
}

const Made = z.object({ input: z.object({ reason: z.string() }) });

export interface Told {
  readonly facts: ReadonlyMap<string, readonly TeleworkFact[]>;
  /** What the work is, by the application that asked for it. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** What is told of these days besides their place in the plan. */
export async function toldOf(tx: Tx, items: readonly DayItem[]): Promise<Told> {
  const facts = await factsOfAll(
    tx,
    OVERTIME_DAY,
    items.map(({ itemId }) => itemId),
  );
  const made = await factsOfAll(tx, APPLICATION, [...new Set(items.map(({ applicationId }) => applicationId))]);
  const reasons = [...made].map(([id, [first]]): [string, string] => {
    const said = Made.safeParse(first?.fact);
    return [id, said.success ? said.data.input.reason : ''];
  });
  return { facts, reasons: new Map(reasons) };
}
