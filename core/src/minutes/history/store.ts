import { type Doer, historyIn } from '../../ledger/index.ts';
import { type Clock, newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { canonicalJson, type Json, type Via } from '../../shared/index.ts';

/** Payload: `meetingId`, `of`, `version`, `act`. */
export const MINUTES_CHANGED = 'minutes/changed';

/** Histories of one meeting, each with versions of its own: who edits lines is not in the way of who adds a paper. */
export type Of = 'meeting' | 'transcript' | 'minutes' | 'publication' | 'keeping';
export const MINUTES_FACTS = { table: 'kaigi.minutes_fact', leafKind: 'minutes/fact' };

/** The words of a change; they may be disposed of, the fact stays. */
export type Change = Readonly<Record<string, Json>>;

/** Stands in the history for the words: it says nothing, and no other words fit it. */
export const digestOf = (salt: string, change: Change): string =>
  sha256Hex(Buffer.from(canonicalJson({ salt, change })));

const history = historyIn(MINUTES_FACTS, ({ subject, seq, act }) => [
  { topic: MINUTES_CHANGED, payload: { meetingId: subject.id, of: subject.kind, version: seq, act } },
]);

export interface NextFact {
  readonly of: Of;
  readonly meetingId: string;
  readonly seq: number;
  readonly act: string;
  readonly actor: Doer;
  readonly via: Via;
  /** What may stay for ever: counts, ids, days. */
  readonly fact: Readonly<Record<string, Json>>;
  /** What was said and who: null where the act has no words. */
  readonly change: Change | null;
}

/** Adds the next fact of a meeting, its words beside it; false where somebody else has added that one meanwhile. */
export async function addFact(tx: Tx, clock: Clock, next: NextFact): Promise<boolean> {
  const { of, meetingId, seq, act, actor, via, fact, change } = next;
  const salt = newId(clock);
  const sealed = change === null ? fact : { ...fact, digest: digestOf(salt, change) };
  const added = await history.addFact(tx, {
    ...{ subject: { kind: of, id: meetingId }, seq, at: clock.now(), act, staffId: null },
    ...{ actor, fact: sealed, via, leafId: newId(clock) },
  });
  if (added && change !== null)
    await tx.query(
      `insert into kaigi.minutes_change (municipality_id, subject_kind, subject_id, seq, salt, change)
       values ($1, $2, $3, $4, $5, $6)`,
      [tx.municipalityId, of, meetingId, seq, salt, JSON.stringify(change)],
    );
  return added;
}
