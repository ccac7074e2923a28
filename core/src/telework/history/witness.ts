import type { Finding, Witnessed } from '../../ledger/index.ts';
import { entryOf, FACT_KIND, type Subject } from './fact.ts';
import { factsAfter, subjectsWithGaps } from './store.ts';

const gap = ({ kind, id }: Subject): Finding => ({
  kind: FACT_KIND,
  subject: `${kind}/${id}`,
  code: 'telework.facts_missing',
  sentence: {
    ja: `テレワーク・庶務の記録 ${kind} ${id}：行が欠けています。`,
    en: `Record ${kind} ${id} of telework and general affairs: lines are missing.`,
  },
});

/** What `kaigi verify` asks about テレワーク・庶務. */
export const factWitness: Witnessed = {
  kind: FACT_KIND,
  name: (subject) => {
    const [kind, id, seq] = subject.split('/');
    return {
      ja: `テレワーク・庶務の記録 ${kind} ${id} の ${seq} 行目`,
      en: `line ${seq} of the record ${kind} ${id} of telework and general affairs`,
    };
  },
  entries: async (tx, after, limit) => {
    const [kind = '', id = '', seq] = after?.split('/') ?? [];
    return (await factsAfter(tx, after === null ? null : { kind, id, seq: Number(seq) }, limit)).map(entryOf);
  },
  async *check(tx) {
    for (const subject of await subjectsWithGaps(tx)) yield gap(subject);
  },
};
