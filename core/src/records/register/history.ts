import { type Actor, BY_THE_RULES, personOf } from '../../directory/index.ts';
import { historyIn, historyWitness } from '../../ledger/index.ts';
import { type Clock, newId, type Tx } from '../../platform/index.ts';
import type { Json, Via } from '../../shared/index.ts';

const FACTS = { table: 'kaigi.records_register_fact', leafKind: 'records/register-fact' };

/** The fact that a number, a receipt, an issue or an entry of postage was changed; `kind` says which. */
export const REGISTER_CHANGED = 'records/register-changed';

/** Subjects: `number`, `receipt`, `issue`, `postage`, `import`. */
export type FactKind = 'number' | 'receipt' | 'issue' | 'postage' | 'import';

const { addFact, factsOf } = historyIn(FACTS, ({ subject: { kind, id }, act, seq }) => [
  { topic: REGISTER_CHANGED, payload: { kind, id, act, seq } },
]);

export { factsOf };

export interface Noted {
  readonly kind: FactKind;
  readonly id: string;
  /** From 1 without gaps. */
  readonly seq: number;
  readonly act: string;
  readonly fact: Readonly<Record<string, Json>>;
}

/** Who does it, through what; null: the rules. */
export interface Noting {
  readonly clock: Clock;
  readonly tx: Tx;
  readonly actor: Actor | null;
  readonly via: Via;
}

/** Writes what was done, with its leaf. */
export async function note({ clock, tx, actor, via }: Noting, { kind, id, ...fact }: Noted): Promise<void> {
  await addFact(tx, {
    ...{ subject: { kind, id }, at: clock.now(), staffId: null, via, leafId: newId(clock) },
    ...{ actor: actor ? personOf(actor) : BY_THE_RULES, ...fact },
  });
}

/** What `kaigi verify` asks about it. */
export const registerHistoryWitness = historyWitness(FACTS, {
  line: {
    ja: '文書収発簿の記録 {kind} {id} の{seq}行目',
    en: 'line {seq} of the record {kind} {id} of the register',
  },
  gap: {
    ja: '文書収発簿の記録 {kind} {id}：行が欠けています。',
    en: 'Record {kind} {id} of the register: lines are missing.',
  },
  gapCode: 'records.facts_missing',
});
