import type { Person } from '../directory/index.ts';
import { type Fact, historyIn, historyWitness } from '../ledger/index.ts';
import { type Clock, newId, type Tx } from '../platform/index.ts';
import type { Json, Via } from '../shared/index.ts';

/** What happened to a record after it was filed, to a 簿冊, a hold, a schedule. Payload: `of`, `id`, `act`, `seq`. */
export const RECORDS_CHANGED = 'records/changed';

const RECORDS_FACTS = { table: 'kaigi.records_fact', leafKind: 'records/fact' };

/** One history for all rooms of 文書管理; subjects are kinds of things: `record`, `folder`, `hold`, `schedule` … */
export const { addFact, factsOf, factsOfAll } = historyIn(RECORDS_FACTS, ({ subject, seq, act }) => [
  { topic: RECORDS_CHANGED, payload: { of: subject.kind, id: subject.id, act, seq } },
]);

export interface NextFact {
  readonly of: string;
  readonly id: string;
  /** The version that the thing has after it. */
  readonly seq: number;
  readonly act: string;
  readonly fact: Readonly<Record<string, Json>>;
  readonly by: Person;
  readonly via: Via;
}

/** Writes what happened, with its leaf and the fact that leaves after the commit. False where somebody was faster. */
export function tell(clock: Clock, tx: Tx, { of, id, by, ...rest }: NextFact): Promise<boolean> {
  const fact: Fact = {
    ...{ ...rest, subject: { kind: of, id }, at: clock.now(), staffId: null },
    ...{ actor: by, leafId: newId(clock) },
  };
  return addFact(tx, fact);
}

/** What `kaigi verify` asks about what happened to records after they were filed. */
export const recordsHistory = historyWitness(RECORDS_FACTS, {
  line: { ja: '文書管理の記録 {kind} {id} の{seq}行目', en: 'line {seq} of the record {kind} {id} of records' },
  gap: {
    ja: '文書管理の記録 {kind} {id}：行が欠けています。',
    en: 'Record {kind} {id} of records: lines are missing.',
  },
  gapCode: 'records.facts_missing',
});
