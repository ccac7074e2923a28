import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Month } from './month.ts';
import type { Review } from './review.ts';

/** As it was when somebody last looked, so that a whole city can be shown without working it out again. */
export type KeptReview = Pick<Review, 'fingerprint' | 'isOver' | 'minutes' | 'days'> & {
  readonly at: string;
  /** By kind of flag, only what blocks: the days. */
  readonly blocks: Readonly<Record<string, readonly string[]>>;
};

/** What holds of a person's month beside its facts. */
export interface SheetMark {
  readonly staffId: string;
  readonly month: Month;
  readonly version: number;
  readonly confirmed: { readonly fingerprint: string; readonly at: string; readonly by: Person } | null;
  readonly closingId: string | null;
  readonly closed: { readonly fingerprint: string; readonly at: string } | null;
  /** Personnel opened it again after a closing. */
  readonly unlockedAt: Date | null;
  readonly reviewed: KeptReview | null;
}

const MARKS = `select s.staff_id as "staffId", s.month, s.version, s.confirmed, s.closing_id as "closingId", s.closed,
    s.unlocked_at as "unlockedAt", s.reviewed
  from kaigi.telework_sheet s where s.municipality_id = $1`;

export const NO_MARK: Omit<SheetMark, 'staffId' | 'month'> = {
  version: 0,
  confirmed: null,
  closingId: null,
  closed: null,
  unlockedAt: null,
  reviewed: null,
};

/** Of these people, by person; whoever has none yet is left out. */
export async function marksOf(tx: Tx, month: Month, staffIds: readonly string[]): Promise<Map<string, SheetMark>> {
  const rows = await tx.query<SheetMark>(`${MARKS} and s.month = $2 and s.staff_id = any($3::uuid[])`, [
    ...[tx.municipalityId, month, staffIds],
  ]);
  return new Map(rows.map((row) => [row.staffId, row]));
}

export async function marksOfMonths(tx: Tx, staffId: string, months: readonly Month[]): Promise<SheetMark[]> {
  return tx.query<SheetMark>(`${MARKS} and s.staff_id = $2 and s.month = any($3::text[]) order by s.month`, [
    ...[tx.municipalityId, staffId, months],
  ]);
}

/** Notes a confirmation; its fact has been added with this version. */
export async function markConfirmed(
  tx: Tx,
  { staffId, month, version, confirmed }: Pick<SheetMark, 'staffId' | 'month' | 'version' | 'confirmed'>,
): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_sheet (municipality_id, staff_id, month, version, confirmed) values ($1, $2, $3, $4, $5)
     on conflict (municipality_id, staff_id, month)
       do update set version = excluded.version, confirmed = excluded.confirmed`,
    [tx.municipalityId, staffId, month, version, JSON.stringify(confirmed)],
  );
}

/** Opens a closed month of one person again. What was confirmed stays confirmed while the sheet says the same. */
export async function markUnlocked(
  tx: Tx,
  { staffId, month, version, at }: Pick<SheetMark, 'staffId' | 'month' | 'version'> & { at: Date },
): Promise<void> {
  await tx.query(
    `update kaigi.telework_sheet set version = $4, closing_id = null, closed = null, unlocked_at = $5
     where municipality_id = $1 and staff_id = $2 and month = $3`,
    [tx.municipalityId, staffId, month, version, at],
  );
}

function kept({ fingerprint, isOver, minutes, days, blocks }: Review, at: Date): KeptReview {
  const byFlag = Map.groupBy(blocks, ({ flag }) => flag);
  const dates = Object.fromEntries([...byFlag].map(([flag, some]) => [flag, some.map(({ date }) => date)]));
  return { at: at.toISOString(), fingerprint, isOver, minutes, days, blocks: dates };
}

/** Keeps what a look at these people found. */
export async function saveReviews(
  tx: Tx,
  { month, at, reviews }: { month: Month; at: Date; reviews: ReadonlyMap<string, Review> },
): Promise<void> {
  if (reviews.size === 0) return;
  const rows = [...reviews].map(([staffId, review]) => ({ staffId, reviewed: kept(review, at) }));
  await tx.query(
    `insert into kaigi.telework_sheet as s (municipality_id, staff_id, month, reviewed)
     select $1, r."staffId", $2, r.reviewed from jsonb_to_recordset($3) as r("staffId" uuid, reviewed jsonb)
     order by r."staffId"
     on conflict (municipality_id, staff_id, month) do update set reviewed = excluded.reviewed`,
    [tx.municipalityId, month, JSON.stringify(rows)],
  );
}
