import type { Actor, Directory } from '../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, sha256Hex, type Tx, Untouched } from '../platform/index.ts';
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
import type { ApprovalCase, Outcome } from './case.ts';
import type { Act, ActInput, CaseView, DraftCaseInput, EditCaseInput } from './contract.ts';
import type { Facts } from './facts.ts';
import { manifestHash } from './manifest.ts';
import { mayDo, maySee } from './policy.ts';
import * as queries from './queries.ts';
import { draftCase } from './rules.ts';
import { acting, editing, type Open, type Rule, replacing, submitting } from './steps.ts';
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

interface Change {
  readonly caller: Caller;
  readonly target: Target;
  readonly rule: Rule;
}

const MOST_RACES = 5;

/** Loads the case, asks the policy, applies the rule, saves: one transaction, one version. */
async function change(parts: Parts, asked: Change): Promise<CaseView> {
  const { municipalityId } = asked.caller;
  for (let race = 1; ; race += 1) {
    try {
      const view =
        (asked.rule.alone && (await parts.db.singly(municipalityId, (tx) => changeAlone(parts, tx, asked)))) ??
        (await parts.db.inMunicipality(municipalityId, (tx) => changeWithin(parts, tx, asked)));
      parts.wake();
      return view;
    } catch (error) {
      // Somebody acted between our reading and our writing: now the case is read as it is after that.
      if (!(error instanceof Untouched) || race >= MOST_RACES) throw error;
    }
  }
}

/** Most acts change nothing but the case: it is read, and saved on top of the version that was read, in one statement. */
async function changeAlone(parts: Parts, tx: Tx, asked: Change): Promise<CaseView | null> {
  const opened = await open(parts, { tx, ...asked, locked: false });
  if ('shown' in opened) return opened.shown;
  const outcome = asked.rule.alone?.(opened);
  if (!outcome) return null;
  const { next, saved } = saving(parts, opened, { outcome, target: asked.target });
  const [view] = await Promise.all([parts.views.viewOf(lookOf(opened), next), saved]);
  return view;
}

/** The decision freezes the record and takes a number, a submission asks the regulations: under the lock of the case. */
async function changeWithin(parts: Parts, tx: Tx, asked: Change): Promise<CaseView> {
  const opened = await open(parts, { tx, ...asked, locked: true });
  if ('shown' in opened) return opened.shown;
  const outcome = await asked.rule.within(opened);
  // Not waited for here: it travels with the commit, which waits for it, while the answer is being made.
  const { next } = saving(parts, opened, { outcome, target: asked.target });
  return parts.views.viewOf(lookOf(opened), next);
}

const lookOf = ({ tx, actor, caller }: Open): Look => ({ tx, actor, locale: caller.locale });

/** The case for somebody who may see it, at the version they saw; or what is shown to whoever comes late. */
async function open(
  parts: Parts,
  { tx, caller, target, locked }: { tx: Tx; caller: Caller; target: Target; locked: boolean },
): Promise<Open | { shown: CaseView }> {
  const { directory, clock } = parts;
  const { actor, approvalCase } = await queries.openCase({ tx, caller, directory }, target.caseId, { locked });
  if (!approvalCase || !maySee(actor, approvalCase)) throw notFound('approvals.not_found');
  const facts: Facts = { actor, now: clock.now(), newId: newId(clock), takeNumber: noNumber };
  const opened = { tx, caller, actor, approvalCase, facts };
  return approvalCase.version === target.version
    ? opened
    : { shown: await late(parts, lookOf(opened), { approvalCase, target }) };
}

function saving(
  { clock }: Parts,
  { tx, caller, approvalCase, facts }: Open,
  { outcome, target }: { outcome: Outcome; target: Target },
): { next: ApprovalCase; saved: Promise<void> } {
  const next = numbered(outcome.next, approvalCase, facts.now);
  const history = { ...outcome.history, detail: { ...outcome.history.detail, request: requestHash(target) } };
  const saved = save(tx, { next, before: approvalCase, history, via: caller.via, leafId: newId(clock) });
  return { next, saved };
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
  await db.singly(caller.municipalityId, async (tx) => {
    const { actor, approvalCase } = await queries.openCase({ tx, caller, directory }, caseId, { locked: false });
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
  return change(parts, { caller, target, rule: replacing(parts, file) });
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
      change(parts, {
        caller,
        target: target(caseId, input.version, 'edit', given(input)),
        rule: editing(parts, input),
      }),
    replaceDocument: (caller, to) => replaceDocument(parts, caller, to),
    submit: (caller, caseId, version) =>
      change(parts, { caller, target: target(caseId, version, 'submit'), rule: submitting(parts) }),
    act: (caller, caseId, input) =>
      change(parts, {
        caller,
        target: target(caseId, input.version, input.act, given(input)),
        rule: acting(parts, input),
      }),
  };
}
