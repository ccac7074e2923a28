import type { Actor, Directory } from '../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, sha256Hex, type Tx } from '../platform/index.ts';
import type { PreparedFile, Records } from '../records/index.ts';
import type { Regulations } from '../regulations/index.ts';
import {
  type Caller,
  canonicalJson,
  conflict,
  InvariantError,
  type Json,
  notAllowed,
  notFound,
  type UploadedFile,
} from '../shared/index.ts';
import type { ApprovalCase } from './case.ts';
import type { Act, ActInput, CaseView, DraftCaseInput, EditCaseInput } from './contract.ts';
import type { Facts } from './facts.ts';
import { manifestHash } from './manifest.ts';
import { mayDo, maySee } from './policy.ts';
import * as queries from './queries.ts';
import { draftCase } from './rules.ts';
import { acting, editing, type Rule, replacing, submitting } from './steps.ts';
import { save } from './store.ts';
import { createViews, type Look, type Views } from './views.ts';

export interface ApprovalsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly records: Records;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
}

export interface Approvals extends Views {
  /** 起案: files the document and makes a draft case, in one transaction. */
  draft(caller: Caller, input: DraftCaseInput, file: UploadedFile): Promise<CaseView>;
  edit(caller: Caller, caseId: string, input: EditCaseInput): Promise<CaseView>;
  /** The corrected document, while drafting or after 差戻し. */
  replaceDocument(caller: Caller, change: { caseId: string; version: number; file: UploadedFile }): Promise<CaseView>;
  /** 回議にかける */
  submit(caller: Caller, caseId: string, version: number): Promise<CaseView>;
  /** One act on a case: 承認, 差戻し, 質問, 回答, 引戻し, 取下げ. */
  act(caller: Caller, caseId: string, input: ActInput): Promise<CaseView>;
}

/** Only the service, inside its transaction, takes a number; a rule that wants one elsewhere is wrong. */
const noNumber = (): never => {
  throw new InvariantError('a number is taken only at the decision');
};

/** The next version of the case: what the clock and the count add to the rule's answer. */
const numbered = (next: ApprovalCase, before: ApprovalCase, now: Date): ApprovalCase => ({
  ...next,
  version: before.version + 1,
  updatedAt: now,
});

interface Parts extends ApprovalsParts {
  readonly views: Views;
}

type Doing = Act | 'submit' | 'edit' | 'replace';

/** What somebody means to change: a case as they saw it, and by which act. */
interface Target {
  readonly caseId: string;
  readonly version: number;
  readonly doing: Doing;
  /** What was asked, beside case and version: two acts of one kind are the same only when they say the same. */
  readonly asked: Json;
}

/** Stands in the history, so that the same press is known again after any crash. */
const requestHash = ({ doing, asked }: Target): string => sha256Hex(Buffer.from(canonicalJson({ doing, asked })));

/** Loads and locks the case, asks the policy, applies the rule, saves. One transaction, one version. */
async function change(
  parts: Parts,
  { caller, target }: { caller: Caller; target: Target },
  rule: Rule,
): Promise<CaseView> {
  const { db, clock, directory, views, wake } = parts;
  const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const loading = [directory.actorOf(tx, caller), queries.lockCase(tx, target.caseId)] as const;
    const [actor, approvalCase] = await Promise.all(loading);
    if (!approvalCase || !maySee(actor, approvalCase)) throw notFound('approvals.not_found');
    const look = { tx, actor, locale: caller.locale };
    if (approvalCase.version !== target.version) return late(parts, look, { approvalCase, target });
    const facts: Facts = { actor, now: clock.now(), newId: newId(clock), takeNumber: noNumber };
    const outcome = await rule({ tx, caller, actor, approvalCase, facts });
    const next = numbered(outcome.next, approvalCase, facts.now);
    const history = { ...outcome.history, detail: { ...outcome.history.detail, request: requestHash(target) } };
    save(tx, { next, before: approvalCase, history, via: caller.via, leafId: newId(clock) });
    return views.viewOf(look, next);
  });
  wake();
  return view;
}

/** Pressed twice is normal and gets the same answer; pressed late gets the present state and a sentence. */
async function late(
  { views }: Parts,
  look: Look,
  { approvalCase, target }: { approvalCase: ApprovalCase; target: Target },
): Promise<CaseView> {
  const view = await views.viewOf(look, approvalCase);
  const entry = await queries.historyEntry(look.tx, approvalCase.caseId, target.version + 1);
  const done = entry?.actor.staffId === look.actor.staffId && entry.detail.request === requestHash(target);
  if (!done) throw conflict('approvals.stale', {}, view);
  return view;
}

async function draft(
  parts: Parts,
  { caller, input, file: uploaded }: { caller: Caller; input: DraftCaseInput; file: UploadedFile },
) {
  const { db, directory, records, views, wake } = parts;
  // Nobody unknown gets bytes stored.
  await db.inMunicipality(caller.municipalityId, (tx) => directory.actorOf(tx, caller));
  // Outside the transaction: the bytes are checked and safe before any row names them.
  const file = await records.prepareFile(uploaded);
  const request = { use: 'approvals.draft', ...input, sha256: file.sha256 };
  const { caseId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, () => fileDraft(parts, { tx, actor, caller, input, file }));
  });
  wake();
  return views.read(caller, caseId);
}

interface Filing {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly input: DraftCaseInput;
  readonly file: PreparedFile;
}

async function fileDraft(
  { clock, records }: Parts,
  { tx, actor, caller, input, file }: Filing,
): Promise<{ caseId: string }> {
  const caseId = newId(clock);
  const { title, proposalText, classificationCode } = input;
  const filed = await records.fileForCase(tx, actor, { title, classificationCode, caseId, file });
  const { classification, retentionYears, recordId, fileVersion } = filed;
  const document = { recordId, fileVersion, file: filed.file };
  const content = { title, proposalText, classification, retentionYears, document };
  const facts: Facts = { actor, now: clock.now(), newId: caseId, takeNumber: noNumber };
  const { next, history } = draftCase(facts, { ...content, manifestHash: manifestHash(content) });
  save(tx, { next, before: null, history, via: caller.via, leafId: newId(clock) });
  return { caseId };
}

/** The given fields only: an optional one that is missing is not asked for. */
function given(input: object): Json {
  return Object.fromEntries(Object.entries(input).filter(([name, value]) => name !== 'version' && value !== undefined));
}

/** Before a file's bytes are stored: whoever may not change the case gets no further. */
async function mayReplace({ db, directory }: Parts, caller: Caller, caseId: string): Promise<void> {
  await db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor, approvalCase] = await Promise.all([directory.actorOf(tx, caller), queries.readCase(tx, caseId)]);
    if (!approvalCase || !maySee(actor, approvalCase)) throw notFound('approvals.not_found');
    if (!mayDo(actor, approvalCase).edit) throw notAllowed('approvals.not_being_drafted');
  });
}

async function replaceDocument(
  parts: Parts,
  caller: Caller,
  to: { caseId: string; version: number; file: UploadedFile },
) {
  const { caseId, version } = to;
  await mayReplace(parts, caller, caseId);
  const file = await parts.records.prepareFile(to.file);
  const target = { caseId, version, doing: 'replace', asked: { sha256: file.sha256 } } as const;
  return change(parts, { caller, target }, replacing(parts, file));
}

export function createApprovals(options: ApprovalsParts): Approvals {
  const views = createViews(options);
  const parts: Parts = { ...options, views };
  const target = (caseId: string, version: number, doing: Doing, asked: Json = {}) => ({
    caseId,
    version,
    doing,
    asked,
  });
  return {
    ...views,
    draft: (caller, input, file) => draft(parts, { caller, input, file }),
    edit: (caller, caseId, input) =>
      change(parts, { caller, target: target(caseId, input.version, 'edit', given(input)) }, editing(parts, input)),
    replaceDocument: (caller, to) => replaceDocument(parts, caller, to),
    submit: (caller, caseId, version) =>
      change(parts, { caller, target: target(caseId, version, 'submit') }, submitting(parts)),
    act: (caller, caseId, input) =>
      change(parts, { caller, target: target(caseId, input.version, input.act, given(input)) }, acting(parts, input)),
  };
}
