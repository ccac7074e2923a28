import { personOf } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import { isUuid, type LocalDate, notAllowed, notFound, type Via } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';
import { tell } from '../history.ts';
import { mayManage } from '../keeping/policy.ts';

/** 残す・期間が満ちたら手放す */
export type SpaceAnswer = 'KEEP' | 'LET_GO';

interface Owned {
  readonly unitId: string;
  readonly custody: 'SECTION' | 'CENTRAL';
  readonly version: number;
  readonly answer: SpaceAnswer | null;
}

async function ownedRecord(tx: Tx, sight: Sight, recordId: string): Promise<Owned | null> {
  const values: unknown[] = [tx.municipalityId, recordId];
  const [row] = await tx.query<Owned>(
    `select k.unit_id as "unitId", k.custody, coalesce(a.version, 0) as version, a.answer
     from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     left join kaigi.records_space_answer a on a.municipality_id = r.municipality_id and a.record_id = r.id
     where r.municipality_id = $1 and r.id = $2 and k.state = 'KEPT' and ${visible(sight, binder(values))}
     for no key update of k`,
    values,
  );
  return row ?? null;
}

export interface Answering {
  readonly clock: Clock;
  readonly tx: Tx;
  readonly sight: Sight;
  readonly today: LocalDate;
  readonly via: Via;
}

/**
 * What the section says to a proposal. Nothing is removed by it: that is the disposal list's.
 * @throws not-found `records.not_found`; not-allowed `records.space_not_yours`
 */
export async function answerSpace(
  { clock, tx, sight, today, via }: Answering,
  recordId: string,
  answer: SpaceAnswer,
): Promise<void> {
  const owned = isUuid(recordId) ? await ownedRecord(tx, sight, recordId) : null;
  if (!owned) throw notFound('records.not_found');
  if (!mayManage(sight, owned)) throw notAllowed('records.space_not_yours');
  // Pressed twice: it was said already.
  if (owned.answer === answer) return;
  const by = personOf(sight.actor);
  const seq = owned.version + 1;
  await tx.query(
    `insert into kaigi.records_space_answer as a (municipality_id, record_id, answer, answered_by, answered_on, version)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality_id, record_id) do update
       set answer = $3, answered_by = $4, answered_on = $5, version = $6`,
    [tx.municipalityId, recordId, answer, JSON.stringify(by), today, seq],
  );
  await tell(clock, tx, { of: 'space', id: recordId, seq, act: answer, fact: {}, by, via });
}
