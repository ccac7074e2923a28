import type { Actor, Directory } from '../directory/index.ts';
import { personOf } from '../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, type Tx } from '../platform/index.ts';
import type { PreparedFile, Records } from '../records/index.ts';
import type { Regulations } from '../regulations/index.ts';
import { type Caller, conflict, InvariantError, type Locale, notFound, type UploadedFile } from '../shared/index.ts';
import { decideAct } from './acts.ts';
import { activeSlot, type ApprovalCase, type Outcome } from './case.ts';
import type { Act, ActInput, ActName, CaseView, DraftCaseInput, EditCaseInput } from './contract.ts';
import { type Facts, refuseUnless } from './facts.ts';
import { manifestHash } from './manifest.ts';
import { maySee, mayDo } from './policy.ts';
import * as queries from './queries.ts';
import { draftCase, edit, submit } from './rules.ts';
import { save } from './store.ts';
import { createViews, type Views } from './views.ts';

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

const NAMES_OF: Readonly<Record<Act | 'submit' | 'edit' | 'replace', readonly ActName[]>> = {
  approve: ['APPROVED', 'DECIDED'],
  sendBack: ['SENT_BACK'],
  ask: ['ASKED'],
  answer: ['ANSWERED'],
  pullBack: ['PULLED_BACK'],
  requestWithdrawal: ['WITHDRAWAL_REQUESTED'],
  confirmWithdrawal: ['WITHDRAWAL_CONFIRMED'],
  declineWithdrawal: ['WITHDRAWAL_DECLINED'],
  discard: ['DISCARDED'],
  submit: ['SUBMITTED'],
  edit: ['EDITED'],
  replace: ['DOCUMENT_REPLACED'],
};

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

interface Open {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly approvalCase: ApprovalCase;
  readonly facts: Facts;
}

export function createApprovals(parts: ApprovalsParts): Approvals {
  const { db, clock, directory, records, wake } = parts;
  const views = createViews(parts);

  /** Loads and locks the case, checks that the person may see it, and that they saw its present version. */
  async function change(
    caller: Caller,
    { caseId, version, doing }: { caseId: string; version: number; doing: keyof typeof NAMES_OF },
    rule: (open: Open) => Promise<Outcome>,
  ): Promise<CaseView> {
    const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
      const [actor, approvalCase] = await Promise.all([directory.actorOf(tx, caller), queries.lockCase(tx, caseId)]);
      if (!approvalCase || !maySee(actor, approvalCase)) throw notFound('approvals.not_found');
      const look = { tx, actor, locale: caller.locale };
      if (approvalCase.version !== version) return late(look, approvalCase, { version, doing });
      const facts: Facts = { actor, now: clock.now(), newId: newId(clock), takeNumber: noNumber };
      const outcome = await rule({ tx, caller, actor, approvalCase, facts });
      const next = numbered(outcome.next, approvalCase, facts.now);
      const history = outcome.history;
      const saving = save(tx, { next, before: approvalCase, history, via: caller.via, leafId: newId(clock) });
      const [shown] = await Promise.all([views.viewOf(look, next), saving]);
      return shown;
    });
    wake();
    return view;
  }

  /** Pressed twice is normal and gets the same answer; pressed late gets the present state and a sentence. */
  async function late(
    look: { tx: Tx; actor: Actor; locale: Locale },
    approvalCase: ApprovalCase,
    { version, doing }: { version: number; doing: keyof typeof NAMES_OF },
  ): Promise<CaseView> {
    const view = await views.viewOf(look, approvalCase);
    const entry = await queries.historyEntry(look.tx, approvalCase.caseId, version + 1);
    const done = entry?.actor.staffId === look.actor.staffId && NAMES_OF[doing].includes(entry.act);
    if (!done) throw conflict('approvals.stale', {}, view);
    return view;
  }

  async function draftInside(tx: Tx, caller: Caller, { input, file }: { input: DraftCaseInput; file: PreparedFile }) {
    const actor = await directory.actorOf(tx, caller);
    const caseId = newId(clock);
    const filed = await records.fileForCase(tx, actor, { ...input, caseId, file });
    const content = {
      title: input.title,
      proposalText: input.proposalText,
      classification: filed.classification,
      retentionYears: filed.retentionYears,
      document: { recordId: filed.recordId, fileVersion: filed.fileVersion, file: filed.file },
    };
    const facts: Facts = { actor, now: clock.now(), newId: caseId, takeNumber: noNumber };
    const outcome = draftCase(facts, { ...content, manifestHash: manifestHash(content) });
    const { next, history } = outcome;
    await save(tx, { next, before: null, history, via: caller.via, leafId: newId(clock) });
    return { caseId };
  }

  return {
    ...views,
    async draft(caller, input, uploaded) {
      const file = await records.prepareFile(uploaded);
      const request = { use: 'approvals.draft', ...input, sha256: file.sha256 };
      const { caseId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const { staffId } = await directory.actorOf(tx, caller);
        const call = { staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => draftInside(tx, caller, { input, file }));
      });
      wake();
      return views.read(caller, caseId);
    },
    edit: (caller, caseId, input) =>
      change(caller, { caseId, version: input.version, doing: 'edit' }, async ({ tx, actor, approvalCase, facts }) => {
        const classification =
          input.classificationCode === undefined
            ? { classification: approvalCase.classification, retentionYears: approvalCase.retentionYears }
            : views.classified(caller.municipalityId, input.classificationCode);
        const content = {
          title: input.title ?? approvalCase.title,
          proposalText: input.proposalText ?? approvalCase.proposalText,
          document: approvalCase.document,
          ...classification,
        };
        const outcome = edit(approvalCase, { ...content, manifestHash: manifestHash(content) }, facts);
        const { title } = content;
        const classificationCode = content.classification.code;
        await records.describe(tx, actor, { recordId: approvalCase.document.recordId, title, classificationCode });
        return outcome;
      }),
    async replaceDocument(caller, { caseId, version, file: uploaded }) {
      const file = await records.prepareFile(uploaded);
      return change(caller, { caseId, version, doing: 'replace' }, async ({ tx, actor, approvalCase, facts }) => {
        refuseUnless(facts, approvalCase, 'edit');
        const { recordId } = approvalCase.document;
        const replaced = await records.replaceFile(tx, actor, recordId, file);
        const { title, proposalText, classification, retentionYears } = approvalCase;
        const document = { recordId, fileVersion: replaced.fileVersion, file: replaced.file };
        const content = { title, proposalText, classification, retentionYears, document };
        return edit(approvalCase, { ...content, manifestHash: manifestHash(content) }, facts);
      });
    },
    submit: (caller, caseId, version) =>
      change(caller, { caseId, version, doing: 'submit' }, async ({ tx, approvalCase, facts, actor }) => {
        refuseUnless(facts, approvalCase, 'submit');
        return submit(approvalCase, await views.planOrRefuse({ tx, actor, locale: caller.locale }, approvalCase), facts);
      }),
    act: (caller, caseId, input) =>
      change(caller, { caseId, version: input.version, doing: input.act }, async (open) => {
        const { tx, actor, approvalCase, facts } = open;
        if (input.act === 'approve' && mayDo(actor, approvalCase).decides) return decideWithNumber(open, input);
        const outcome = decideAct(approvalCase, input, facts);
        if (input.act === 'discard') await records.discard(tx, approvalCase.document.recordId);
        return outcome;
      }),
  };

  async function decideWithNumber({ tx, actor, approvalCase, facts }: Open, input: ActInput): Promise<Outcome> {
    const decider = personOf(actor, activeSlot(approvalCase)?.postId);
    const { recordId } = approvalCase.document;
    const number = await records.decide(tx, { recordId, decider, unitId: approvalCase.unitId, at: facts.now });
    return decideAct(approvalCase, input, { ...facts, takeNumber: () => number });
  }
}
