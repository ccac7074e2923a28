import type { Finding, Witnessed } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { fill } from '../../shared/index.ts';
import { fingerprintOf } from '../disposal/proposal.ts';
import { itemsOf } from '../disposal/store.ts';
import { derivedWrongly } from './derived.ts';
import { keptStandings } from './kept.ts';
import { listStandings } from './listed.ts';
import { copyStandings } from './outside.ts';
import { paperStandings } from './paper.ts';
import { redactedWrongly } from './redacted.ts';
import { registerStandings } from './registered.ts';
import { linkedWrongly } from './request-holds.ts';
import { judgedWrongly, requestStandings } from './requested.ts';
import { checkStanding } from './standing.ts';
import { putForward } from './store.ts';
import { derivedNames, standingSentences } from './text.ts';

function followsFrom(kind: keyof typeof derivedNames, id: string, fields: readonly string[]): Finding {
  const sentence = standingSentences['records.row_not_as_derived'];
  const inLocale = (locale: 'ja' | 'en') =>
    fill(sentence[locale], { thing: fill(derivedNames[kind][locale], { id }), fields: fields.join(', ') });
  return {
    ...{ kind: 'records/fact', subject: `${kind}/${id}`, code: 'records.row_not_as_derived' },
    sentence: { ja: inLocale('ja'), en: inLocale('en') },
  };
}

/** What was decided upon is what stands on the list: its fingerprint is in the history. */
async function* checkLists(tx: Tx): AsyncGenerator<Finding> {
  for (const list of await putForward(tx))
    if (fingerprintOf(list, await itemsOf(tx, list.id)) !== list.fingerprint)
      yield followsFrom('listed', list.id, ['choice']);
}

const KEPT = [...keptStandings, ...paperStandings, ...listStandings, ...copyStandings, ...requestStandings];

async function* checkKept(tx: Tx): AsyncGenerator<Finding> {
  for (const standing of KEPT) yield* checkStanding(tx, standing);
  for (const wrongly of [derivedWrongly, judgedWrongly, linkedWrongly, redactedWrongly])
    for (const { kind, id, fields } of await wrongly(tx)) yield followsFrom(kind, id, fields);
  yield* checkLists(tx);
}

async function* checkRegister(tx: Tx): AsyncGenerator<Finding> {
  for (const standing of registerStandings) yield* checkStanding(tx, standing);
}

const also = (witness: Witnessed, more: (tx: Tx) => AsyncIterable<Finding>): Witnessed => ({
  ...witness,
  async *check(tx) {
    yield* witness.check?.(tx) ?? [];
    yield* more(tx);
  },
});

/** The history of keeping, and whether all that it tells of stands as it left it. */
export const withKept = (history: Witnessed): Witnessed => also(history, checkKept);

/** The same of the register's. */
export const withRegister = (history: Witnessed): Witnessed => also(history, checkRegister);
