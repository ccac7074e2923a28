import type { Finding, Witnessed } from '../ledger/index.ts';
import type { Tx } from '../platform/index.ts';
import { casesAfter, historyAfter, strays } from './audit-queries.ts';
import { alteredSentences } from './audit-text.ts';
import { manifestHash } from './manifest.ts';
import { entryOf, HISTORY_KIND } from './witness.ts';

const finding = (caseId: string, code: keyof typeof alteredSentences): Finding => ({
  kind: 'approvals/case',
  subject: caseId,
  code: `approvals.${code}`,
  sentence: {
    ja: `案件 ${caseId}：${alteredSentences[code].ja}`,
    en: `Case ${caseId}: ${alteredSentences[code].en}`,
  },
});

const BATCH = 500;

async function* changedContent(tx: Tx): AsyncIterable<Finding> {
  for (let after: string | null = null; ; ) {
    const cases = await casesAfter(tx, after, BATCH);
    for (const one of cases) {
      if (manifestHash(one) !== one.manifestHash) yield finding(one.caseId, 'content_altered');
    }
    if (cases.length < BATCH) return;
    after = cases.at(-1)?.caseId ?? null;
  }
}

/** What `kaigi verify` asks of this capability. */
export const approvalsWitnesses: readonly Witnessed[] = [
  {
    kind: HISTORY_KIND,
    name: (subject) => {
      const [caseId, seq] = subject.split('/');
      return { ja: `案件 ${caseId} の履歴 ${seq} 行目`, en: `line ${seq} of the history of case ${caseId}` };
    },
    entries: async (tx, after, limit) => (await historyAfter(tx, after, limit)).map(entryOf),
    async *check(tx) {
      for (const { caseId, code } of await strays(tx)) yield finding(caseId, code);
      yield* changedContent(tx);
    },
  },
];
