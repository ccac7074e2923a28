import type { Finding, Witnessed } from '../ledger/index.ts';
import type { Blobs, Tx } from '../platform/index.ts';
import { actedAndPruned } from './acted-versions.ts';
import { alteredAttachments } from './audit-attachments.ts';
import { casesAfter, historyAfter, missingCases } from './audit-queries.ts';
import { alterationsOf } from './audit-rules.ts';
import { alteredSentences } from './audit-text.ts';
import { instructionWitness } from './instructions/audit.ts';
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

async function* alteredCases(tx: Tx): AsyncIterable<Finding> {
  for (let after: string | null = null; ; ) {
    const cases = await casesAfter(tx, after, BATCH);
    for (const one of cases) {
      for (const code of alterationsOf(one)) yield finding(one.row.caseId, code);
    }
    if (cases.length < BATCH) return;
    after = cases.at(-1)?.row.caseId ?? null;
  }
}

/** What `kaigi verify` asks of this capability. */
export const approvalsWitnesses = (blobs: Blobs): readonly Witnessed[] => [
  {
    kind: HISTORY_KIND,
    name: (subject) => {
      const [caseId, seq] = subject.split('/');
      return { ja: `案件 ${caseId} の履歴 ${seq} 行目`, en: `line ${seq} of the history of case ${caseId}` };
    },
    entries: async (tx, after, limit) => (await historyAfter(tx, after, limit)).map(entryOf),
    async *check(tx) {
      for (const caseId of await missingCases(tx)) yield finding(caseId, 'case_missing');
      yield* alteredCases(tx);
      for await (const caseId of actedAndPruned(tx)) yield finding(caseId, 'acted_version_pruned');
      yield* alteredAttachments(tx, blobs);
    },
  },
  instructionWitness,
];
