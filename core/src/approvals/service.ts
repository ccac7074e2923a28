import { type Absences, type Directory, personOf } from '../directory/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Blobs, Clock, Database } from '../platform/index.ts';
import type { Records } from '../records/index.ts';
import type { Regulations } from '../regulations/index.ts';
import {
  type Caller,
  type Download,
  type GivenFile,
  KaigiError,
  notAllowed,
  notFound,
  say,
  type Texts,
} from '../shared/index.ts';
import { type AttachRequest, attachFile, attachmentContent } from './attachments.ts';
import { lookedAt } from './bulk/index.ts';
import { isActive } from './case.ts';
import { certificateDrawer } from './certificate/drawing.ts';
import { change, given, type Target } from './changes.ts';
import type {
  ActInput,
  BulkApproveAnswer,
  BulkApproveInput,
  CaseView,
  CiteCaseInput,
  DraftCaseInput,
  EditCaseInput,
} from './contract.ts';
import { cite, draft } from './drafts.ts';
import { finder } from './finding.ts';
import { certificate, readingPack } from './papers.ts';
import { permissions } from './permissions.ts';
import { createPlanner } from './planner.ts';
import { holds, maySee } from './policy.ts';
import * as queries from './queries.ts';
import type { ReadingAnswer } from './reading-pack/index.ts';
import { rememberedCases } from './remembered-cases.ts';
import { createStandIns } from './stand-ins.ts';
import { acting, editing, type Open, type Rule, replacing, submitting } from './steps.ts';
import { createViews, type Views } from './views.ts';

export interface ApprovalsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly blobs: Blobs;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
  readonly records: Records;
  readonly ledger: Pick<Ledger, 'keyOf'>;
  /** The sentences of every capability: what refuses an act may lie in another one. */
  readonly texts: Texts;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
}

export interface Approvals extends Views {
  /** 起案: files the document and makes a draft case, in one transaction. */
  draft(caller: Caller, input: DraftCaseInput, file: GivenFile): Promise<CaseView>;
  /** 引用起案 */
  cite(caller: Caller, caseId: string, input: CiteCaseInput): Promise<CaseView>;
  edit(caller: Caller, caseId: string, input: EditCaseInput): Promise<CaseView>;
  /** The corrected document, while drafting or after 差戻し. */
  replaceDocument(caller: Caller, change: { caseId: string; version: number; file: GivenFile }): Promise<CaseView>;
  attach(caller: Caller, request: AttachRequest): Promise<CaseView>;
  attachment(
    caller: Caller,
    asked: { caseId: string; attachmentId: string; version: number | null },
  ): Promise<Download>;
  /** 読みもの: the document and its attachments as one view. */
  readingPack(caller: Caller, caseId: string): Promise<ReadingAnswer>;
  /** 決裁証明 */
  certificate(caller: Caller, caseId: string): Promise<Download>;
  /** 回議にかける */
  submit(caller: Caller, caseId: string, version: number): Promise<CaseView>;
  /** One act on a case. */
  act(caller: Caller, caseId: string, input: ActInput): Promise<CaseView>;
  /** Minor matters only; each is an act of its own, and one that fails does not keep the others. */
  bulkApprove(caller: Caller, input: BulkApproveInput): Promise<BulkApproveAnswer>;
  /** Says that the holder has opened it. No act, no new version. */
  open(caller: Caller, caseId: string): Promise<void>;
}

type Parts = ReturnType<typeof partsOf>;

function partsOf(options: ApprovalsParts) {
  const planner = createPlanner(options);
  const standIns = createStandIns(options);
  const views = createViews({ ...options, planner, standIns });
  const findFor = finder({ directory: options.directory, planner, standIns });
  const remembered = rememberedCases();
  const workers = { build: options.records.readFiles, draw: certificateDrawer() };
  return { ...options, planner, standIns, views, findFor, remembered, ...workers };
}

async function replaceDocument(
  parts: Parts,
  caller: Caller,
  to: { caseId: string; version: number; file: GivenFile },
): Promise<CaseView> {
  const { caseId, version } = to;
  // Before a file's bytes are stored: whoever may not change the case gets no further.
  const { db, directory } = parts;
  await db.singly(caller.municipalityId, async (tx) => {
    const { actor, approvalCase: found } = await queries.openCase({ tx, caller, directory }, caseId, { locked: false });
    if (!found || !maySee(actor, found)) throw notFound('approvals.not_found');
    if (!permissions.edit(actor, found)) throw notAllowed('approvals.not_being_drafted');
  });
  const file = await parts.records.prepareFile(to.file);
  const target = { caseId, version, doing: 'replace', asked: { sha256: file.sha256 } } as const;
  return change(parts, { caller, target, rule: replacing(parts, file) });
}

/** The act, for cases that may be approved among many, and that were looked at. */
function onlyMinor(rule: Rule, lookedAt: ReadonlySet<string>): Rule {
  const refuse = ({ actor, approvalCase }: Omit<Open, 'tx'>) => {
    if (!permissions.bulkApprove(actor, approvalCase)) throw notAllowed('approvals.cannot_bulk_approve');
    if (!lookedAt.has(approvalCase.caseId)) throw notAllowed('approvals.not_looked_at');
  };
  return {
    alone(open) {
      refuse(open);
      return rule.alone?.(open) ?? null;
    },
    async within(open) {
      refuse(open);
      return rule.within(open);
    },
  };
}

async function bulkApprove(parts: Parts, caller: Caller, input: BulkApproveInput): Promise<BulkApproveAnswer> {
  const items: BulkApproveAnswer['items'] = [];
  const looked = await parts.db.singly(caller.municipalityId, async (tx) => {
    const { staffId } = await parts.directory.actorOf(tx, caller);
    return lookedAt(tx, { staffId, cases: input.items });
  });
  for (const { caseId, version } of input.items) {
    const act = { act: 'approve', version, ...(input.comment ? { comment: input.comment } : {}) } as const;
    const target: Target = { caseId, version, doing: 'approve', asked: given(act) };
    try {
      await change(parts, { caller, target, rule: onlyMinor(acting(parts, act), looked) });
      items.push({ caseId, ok: true, problem: null });
    } catch (error) {
      if (!(error instanceof KaigiError)) throw error;
      const problem = say(parts.texts, error.code, caller.locale, error.params) ?? error.code;
      items.push({ caseId, ok: false, problem });
    }
  }
  return { items };
}

async function open({ db, directory, clock }: Parts, caller: Caller, caseId: string): Promise<void> {
  await db.inMunicipality(caller.municipalityId, async (tx) => {
    const { actor, approvalCase: found } = await queries.openCase({ tx, caller, directory }, caseId, { locked: false });
    if (!found || !maySee(actor, found)) throw notFound('approvals.not_found');
    const held = found.route.filter((slot) => isActive(slot) && holds(actor, slot));
    for (const slot of held) {
      const by = personOf(actor, slot.postId);
      await queries.noteOpened(tx, { caseId, slotId: slot.slotId, by, at: clock.now() });
    }
  });
}

export function createApprovals(options: ApprovalsParts): Approvals {
  const parts = partsOf(options);
  const target = (caseId: string, doing: Target['doing'], input: { version: number }): Target => ({
    caseId,
    version: input.version,
    doing,
    asked: given(input),
  });
  return {
    ...parts.views,
    draft: (caller, input, file) => draft(parts, { caller, input, file }),
    cite: (caller, caseId, input) => cite(parts, { caller, caseId, input }),
    edit: (caller, caseId, input) =>
      change(parts, { caller, target: target(caseId, 'edit', input), rule: editing(parts, input) }),
    replaceDocument: (caller, to) => replaceDocument(parts, caller, to),
    attach: (caller, request) => attachFile(parts, caller, request),
    attachment: (caller, asked) => attachmentContent(parts, caller, asked),
    readingPack: (caller, caseId) => readingPack(parts, caller, caseId),
    certificate: (caller, caseId) => certificate(parts, caller, caseId),
    submit: (caller, caseId, version) =>
      change(parts, { caller, target: target(caseId, 'submit', { version }), rule: submitting(parts) }),
    act: (caller, caseId, input) =>
      change(parts, { caller, target: target(caseId, input.act, input), rule: acting(parts, input) }),
    bulkApprove: (caller, input) => bulkApprove(parts, caller, input),
    open: (caller, caseId) => open(parts, caller, caseId),
  };
}
