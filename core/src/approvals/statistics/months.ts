import type { Tx } from '../../platform/index.ts';
import { firstOfMonth, firstOfNextMonth, type LocalDate, lastOfMonth } from '../../shared/index.ts';
import { count, type Days, type Figures } from './queries.ts';

/** What was counted of a month, or of the days of it that are asked for. */
export interface MonthPart extends Figures {
  /** `YYYY-MM` */
  readonly month: string;
}

/** The period cut at the months' ends. */
export function monthsOf({ from, to }: Days): (Days & { whole: boolean; month: LocalDate })[] {
  const parts: (Days & { whole: boolean; month: LocalDate })[] = [];
  for (let month = firstOfMonth(from); month <= to; month = firstOfNextMonth(month)) {
    const [first, last] = [month < from ? from : month, lastOfMonth(month) > to ? to : lastOfMonth(month)];
    parts.push({ month, from: first, to: last, whole: first === month && last === lastOfMonth(month) });
  }
  return parts;
}

interface KeptMonth {
  readonly month: string;
  readonly changes: number;
  readonly counted: number | null;
  readonly figures: Figures | null;
}

const NOTHING: Figures = { spreads: [], totals: [], steps: [] };

/** What was noted by now of these months; a month of which nothing was noted is not there. */
const keptMonths = (tx: Tx, { from, to }: Days): Promise<KeptMonth[]> =>
  tx.query<KeptMonth>(
    `select m.month, m.changes, m.counted, case when m.counted = m.changes then m.figures end as figures
     from kaigi.approvals_month m where m.municipality_id = $1 and m.month between $2::date and $3::date`,
    [tx.municipalityId, firstOfMonth(from), to],
  );

/**
 * Counts the month again and keeps the answer. It holds at least what was noted when `changes` was read; whatever is
 * noted meanwhile counts further, and the next reader counts again.
 */
async function recount(tx: Tx, { month, changes }: KeptMonth): Promise<Figures> {
  const first = month as LocalDate;
  const figures = await count(tx, { from: first, to: lastOfMonth(first) });
  await tx.query(
    `update kaigi.approvals_month set counted = $3::bigint, figures = $4::jsonb
     where municipality_id = $1 and month = $2::date and (counted is null or counted < $3::bigint)`,
    [tx.municipalityId, month, changes, JSON.stringify(figures)],
  );
  return figures;
}

/** The figures of a period, month by month: whole months are counted once and kept. */
export async function figuresOf(tx: Tx, period: Days): Promise<MonthPart[]> {
  const kept = new Map((await keptMonths(tx, period)).map((one) => [one.month, one]));
  const parts: MonthPart[] = [];
  for (const { month, whole, ...days } of monthsOf(period)) {
    const one = kept.get(month);
    const figures = !one ? NOTHING : whole ? (one.figures ?? (await recount(tx, one))) : await count(tx, days);
    parts.push({ month: month.slice(0, 7), ...figures });
  }
  return parts;
}

/** Cases of these days were noted or answered about: their months are counted again when somebody asks. */
export async function monthsChanged(tx: Tx, days: readonly string[]): Promise<void> {
  const months = [...new Set(days.map((day) => firstOfMonth(day as LocalDate)))].sort();
  await tx.query(
    `insert into kaigi.approvals_month as m (municipality_id, month, changes)
     select $1::uuid, one, 1 from unnest($2::date[]) as one order by one
     on conflict (municipality_id, month) do update set changes = m.changes + 1`,
    [tx.municipalityId, months],
  );
}
