import type { Finding, Witnessed } from '../ledger/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Sentence } from '../shared/index.ts';
import { casesAfter, historyAfter, strayCases, strayMarks } from './audit-queries.ts';
import { manifestHash } from './manifest.ts';
import { entryOf, HISTORY_KIND } from './witness.ts';

const finding = (caseId: string, code: string, sentence: Sentence): Finding => ({
  kind: 'approvals/case',
  subject: caseId,
  code,
  sentence,
});

const STRAY: Sentence = {
  ja: '案件の状態が履歴と合いません（案件の行か履歴が書き換えられています）',
  en: 'The case does not stand where its history says (its row or its history was altered)',
};
const MARK: Sentence = {
  ja: '決裁ルートの承認が履歴と合いません（承認の行か履歴が書き換えられています）',
  en: 'A mark in the route has no matching line of history (it or the history was altered)',
};
const CONTENT: Sentence = {
  ja: '案件の件名・伺い文・分類・文書のいずれかが、承認された内容と違います',
  en: 'Title, proposal, classification or document differ from what was approved',
};

const BATCH = 500;

async function* changedContent(tx: Tx): AsyncIterable<Finding> {
  for (let after: string | null = null; ; ) {
    const cases = await casesAfter(tx, after, BATCH);
    for (const one of cases) {
      const { caseId } = one;
      if (manifestHash(one) !== one.manifestHash) yield finding(caseId, 'approvals.content_altered', CONTENT);
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
      for (const { caseId } of await strayCases(tx)) yield finding(caseId, 'approvals.case_altered', STRAY);
      for (const { caseId } of await strayMarks(tx)) yield finding(caseId, 'approvals.mark_altered', MARK);
      yield* changedContent(tx);
    },
  },
];
