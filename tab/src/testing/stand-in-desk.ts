import {
  type Box,
  type BulkApproveAnswer,
  BulkApproveAnswerSchema,
  BulkApproveInputSchema,
  CasePageSchema,
  type CaseView,
  CaseViewSchema,
  PaperAnswerViewSchema,
  SummariesInputSchema,
  SummariesSchema,
  type Task,
} from '@kaigi/core/contract';
import { NOTHING, summaryOf } from './cases.ts';
import { theReadingAnswer } from './reading.ts';
import type { Answer } from './stand-in-wire.ts';

type Cases = Map<string, CaseView>;

const READS: readonly (Task | null)[] = ['READ', 'POST_REVIEW'];
const IN_BOX: Readonly<Partial<Record<Box, (task: Task | null) => boolean>>> = {
  inbox: (task) => task !== null && task !== 'READ' && task !== 'STAND_IN',
  reading: (task) => READS.includes(task),
  standIn: (task) => task === 'STAND_IN',
};

/** As many as the service sends at a time. */
const PAGE = 30;

/** The boxes, as far as their tasks tell them apart, page after page. */
export function caseList(cases: Cases, query: URLSearchParams): Answer {
  const q = query.get('q') ?? '';
  const fits = IN_BOX[(query.get('box') ?? 'inbox') as Box] ?? (() => true);
  const items = [...cases.values()].map(summaryOf).filter(({ title, task }) => title.includes(q) && fits(task));
  const from = Number(query.get('cursor') ?? 0);
  const nextCursor = from + PAGE < items.length ? String(from + PAGE) : null;
  return { body: CasePageSchema.parse({ items: items.slice(from, from + PAGE), nextCursor }) };
}

/** Approves what may be, and says why not of the rest. */
export function bulkApprove(cases: Cases, body: unknown): Answer {
  const { items } = BulkApproveInputSchema.parse(body);
  const outcomes = items.map(({ caseId, version }): BulkApproveAnswer['items'][number] => {
    const view = cases.get(caseId);
    const ok = view?.version === version && view.may.bulkApprove;
    if (view && ok)
      cases.set(caseId, { ...view, version: version + 1, task: null, mayBulkApprove: false, may: NOTHING });
    return { caseId, ok, problem: ok ? null : '内容が更新されています。' };
  });
  return { body: BulkApproveAnswerSchema.parse({ items: outcomes }) };
}

/** What each is about, as far as the dialog shows it. */
export function summaries(cases: Cases, body: unknown): Answer {
  const { caseIds } = SummariesInputSchema.parse(body);
  const items = caseIds.flatMap((id) => {
    const view = cases.get(id);
    if (!view) return [];
    const { version, title, proposalText, drafter, unitName, matter, document, attachments, may } = view;
    const files = { document: document.file.fileName, attachments: attachments.map(({ name }) => name) };
    const words = { version, title, proposalText, drafterName: drafter.name, unitName, facts: matter.facts };
    return [{ caseId: id, ...words, ...files, mayBulkApprove: may.bulkApprove }];
  });
  return { body: SummariesSchema.parse({ items }) };
}

/** Decided or passed on: it is off this desk. */
function acted(cases: Cases, view: CaseView): CaseView {
  const after: CaseView = { ...view, version: view.version + 1, task: null, mayBulkApprove: false, may: NOTHING };
  cases.set(view.id, after);
  return after;
}

const PDF = { 'Content-Type': 'application/pdf' };

/** What there is under `/cases/{id}/…` beside the history. */
export function ofCase(
  cases: Cases,
  view: CaseView,
  { rest, method }: { rest: string; method: string },
): Answer | null {
  if (rest === 'opened') return { body: { ok: true } };
  if (rest === 'reading-pack') return { body: theReadingAnswer() };
  if (rest === 'certificate') return { body: Buffer.from('%PDF-1.7'), headers: PDF };
  if (rest === 'paper-answer') return { body: PaperAnswerViewSchema.parse({ parallelPaper: null, mayAnswer: true }) };
  if (rest === 'acts' && method === 'POST') return { body: CaseViewSchema.parse(acted(cases, view)) };
  return null;
}
