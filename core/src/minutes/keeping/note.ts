import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Json, Via } from '../../shared/index.ts';
import { addFact, type Change } from '../history/store.ts';
import type { MinutesParts } from '../parts.ts';

interface Noted {
  readonly meetingId: string;
  readonly act: 'HELD' | 'LIFTED' | 'SUMMARY_MADE';
  readonly actor: Person;
  readonly via: Via;
  readonly fact: Readonly<Record<string, Json>>;
  readonly change: Change | null;
}

/** The next fact about what is kept of a meeting, which is held by this transaction. */
export async function noteKeeping({ clock }: Pick<MinutesParts, 'clock'>, tx: Tx, noted: Noted): Promise<void> {
  const [row] = await tx.query<{ seq: number }>(
    `select coalesce(max(f.seq), 0)::int + 1 as seq from kaigi.minutes_fact f
     where f.municipality_id = $1 and f.subject_kind = 'keeping' and f.subject_id = $2`,
    [tx.municipalityId, noted.meetingId],
  );
  await addFact(tx, clock, { of: 'keeping', seq: row?.seq ?? 1, ...noted });
}
