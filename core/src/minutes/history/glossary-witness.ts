import type { Finding } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { asJson, canonicalJson } from '../../shared/index.ts';
import type { KeptTerm } from '../glossary/keeping.ts';
import { wordsOf } from '../glossary/noting.ts';
import { termsOf } from '../glossary/store.ts';
import { MINUTES_FACTS } from './store.ts';

type Words = Pick<KeptTerm, 'termId'>;
interface Row {
  /** Null once the words were disposed of. */
  readonly change: { readonly before?: readonly Words[]; readonly after?: readonly Words[] } | null;
}

/** Terms as their history left them; null where parts of it are no more. */
async function toldOf(tx: Tx): Promise<Map<string, string> | null> {
  const rows = await tx.query<Row>(
    `select c.change from kaigi.minutes_fact f
     left join kaigi.minutes_change c using (municipality_id, subject_kind, subject_id, seq)
     where f.municipality_id = $1 and f.subject_kind = 'glossary' order by f.seq`,
    [tx.municipalityId],
  );
  const told = new Map<string, string>();
  for (const { change } of rows) {
    // What is no such change was altered itself, which is found elsewhere.
    if (!change?.before || !change.after) return null;
    for (const { termId } of change.before) told.delete(termId);
    for (const term of change.after) told.set(term.termId, canonicalJson(asJson(term)));
  }
  return told;
}

/** Terms that are not as their history left them, those nobody added, and those that are gone though nobody removed them. */
export async function* alteredTerms(tx: Tx): AsyncGenerator<Finding> {
  const told = await toldOf(tx);
  if (!told) return;
  const now = new Map((await termsOf(tx)).map((term) => [term.termId, canonicalJson(wordsOf(term))]));
  for (const termId of [...new Set([...told.keys(), ...now.keys()])].toSorted())
    if (told.get(termId) !== now.get(termId))
      yield {
        ...{ kind: MINUTES_FACTS.leafKind, subject: `glossary/${termId}`, code: 'minutes.term_altered' },
        sentence: {
          ja: `用語集の用語（${termId}）：変更の記録と合いません。`,
          en: `A term of the glossary (${termId}) is not as its history left it.`,
        },
      };
}
