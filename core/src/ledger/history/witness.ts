import { fill, type Sentence } from '../../shared/index.ts';
import type { Finding, Witnessed } from '../witness.ts';
import { leafOf, type Subject } from './fact.ts';
import { factsAfter, type HistoryTable, subjectsWithGaps } from './store.ts';

/** How a capability calls its history: `{kind}`, `{id}` and `{seq}` stand for the line. */
export interface HistoryWords {
  readonly line: Sentence;
  readonly gap: Sentence;
  /** `telework.facts_missing`. */
  readonly gapCode: string;
}

const filled = ({ ja, en }: Sentence, params: Record<string, string>): Sentence => ({
  ja: fill(ja, params),
  en: fill(en, params),
});

/** What `kaigi verify` asks about a history. */
export function historyWitness({ table, leafKind }: HistoryTable, words: HistoryWords): Witnessed {
  const gap = ({ kind, id }: Subject): Finding => ({
    ...{ kind: leafKind, subject: `${kind}/${id}`, code: words.gapCode },
    sentence: filled(words.gap, { kind, id }),
  });
  return {
    kind: leafKind,
    name: (subject) => {
      const [kind = '', id = '', seq = ''] = subject.split('/');
      return filled(words.line, { kind, id, seq });
    },
    entries: async (tx, after, limit) => {
      const [kind = '', id = '', seq] = after?.split('/') ?? [];
      const from = after === null ? null : { kind, id, seq: Number(seq) };
      return (await factsAfter(tx, table, { after: from, limit })).map((fact) => leafOf(leafKind, fact));
    },
    async *check(tx) {
      for (const subject of await subjectsWithGaps(tx, table)) yield gap(subject);
    },
  };
}
