import type { Actor, Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { PreparedFile, Records } from '../records/index.ts';
import type { Caller } from '../shared/index.ts';
import { decideAct } from './acts/decide-act.ts';
import { edit } from './acts/drafting.ts';
import { type Attaching, attach, submit } from './acts/submission.ts';
import { type ApprovalCase, type CaseDetails, isDecided, type Outcome } from './case.ts';
import type { Act, ActInput, EditCaseInput } from './contract.ts';
import { type Facts, type Found, refuseUnless } from './facts.ts';
import { followCase } from './instructions/follow.ts';
import { wishOf } from './kept-as.ts';
import { manifestHash } from './manifest.ts';
import type { Planner } from './planner.ts';
import type { Views } from './views.ts';

/** A case that is open for one change: loaded, seen by somebody who may see it. */
export interface Open {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly approvalCase: ApprovalCase;
  readonly facts: Facts;
}

/** The edge of a rule. */
export interface Rule {
  /** The outcome, where nothing but the case itself is needed and changed; null where more is. */
  readonly alone?: (open: Omit<Open, 'tx'>) => Outcome | null;
  /** Fetches and changes whatever else the rule needs, in the case's own transaction. */
  readonly within: (open: Open) => Promise<Outcome>;
}

interface StepParts {
  readonly records: Records;
  readonly views: Views;
  readonly planner: Planner;
}

/** The fields of a draft that the input names; what it does not name stays. */
export function detailsWith(details: CaseDetails, input: Partial<CaseDetails>): CaseDetails {
  const names = Object.keys(details) as (keyof CaseDetails)[];
  const given = names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]] as const]));
  return given.length === 0 ? details : { ...details, ...Object.fromEntries(given) };
}

/** The new content of a case that is being drafted. */
export function editing({ records, views }: StepParts, input: EditCaseInput): Rule {
  const within: Rule['within'] = async ({ tx, actor, approvalCase, facts }) => {
    const classified =
      input.classificationCode === undefined
        ? { classification: approvalCase.classification, retentionYears: approvalCase.retentionYears }
        : await views.classified(tx, input.classificationCode);
    const content = {
      title: input.title ?? approvalCase.title,
      proposalText: input.proposalText ?? approvalCase.proposalText,
      document: approvalCase.document,
      details: detailsWith(approvalCase.details, input as Partial<CaseDetails>),
      attachments: approvalCase.attachments,
      ...classified,
    };
    const outcome = edit(approvalCase, { ...content, manifestHash: manifestHash(content) }, facts);
    const { recordId } = approvalCase.document;
    const classificationCode = content.classification.code;
    const keeping = wishOf({ ...approvalCase, details: content.details });
    await records.describe(tx, actor, { recordId, title: content.title, classificationCode, keeping });
    return outcome;
  };
  return { within };
}

export function replacing({ records }: StepParts, file: PreparedFile): Rule {
  const within: Rule['within'] = async ({ tx, actor, approvalCase, facts }) => {
    refuseUnless(facts, approvalCase, 'edit');
    const { recordId } = approvalCase.document;
    const replaced = await records.replaceFile(tx, actor, recordId, file);
    const { title, proposalText, classification, retentionYears, details, attachments } = approvalCase;
    const document = { recordId, fileVersion: replaced.fileVersion, file: replaced.file };
    const content = { title, proposalText, classification, retentionYears, document, details, attachments };
    return edit(approvalCase, { ...content, manifestHash: manifestHash(content) }, facts);
  };
  return { within };
}

export function attaching(attachment: Attaching): Rule {
  const alone = ({ approvalCase, facts }: Omit<Open, 'tx'>) => attach(approvalCase, attachment, facts);
  return { alone, within: async (open) => alone(open) };
}

export function submitting({ planner }: StepParts): Rule {
  const within: Rule['within'] = async ({ tx, caller, approvalCase, facts }) => {
    refuseUnless(facts, approvalCase, 'submit');
    const plan = await planner.planOrRefuse({ tx, locale: caller.locale }, approvalCase);
    return submit(approvalCase, plan, facts);
  };
  return { within };
}

/** What an act needs to know from outside. */
export type FindFor = (open: Open, input: ActInput) => Promise<Found>;

/** Acts that ask the directory or the regulations, or that close the record. */
const REACHING: readonly Act[] = [
  'deputyDecide',
  'skipAbsent',
  'pullUp',
  'assign',
  'reassign',
  'circulate',
  'addToRoute',
  'raiseDecider',
  'discard',
  'reject',
  'abandon',
];

const decidesNow = (before: ApprovalCase, { next }: Outcome): boolean => isDecided(next) && !isDecided(before);

const isGivenUp = ({ status }: ApprovalCase): boolean =>
  status === 'WITHDRAWN' || status === 'REJECTED' || status === 'ABANDONED';

interface ActParts extends StepParts {
  readonly directory: Pick<Directory, 'sectionOf'>;
  readonly findFor: FindFor;
}

export function acting(parts: ActParts, input: ActInput): Rule {
  const { records, findFor } = parts;
  return {
    alone({ approvalCase, facts }) {
      if (REACHING.includes(input.act)) return null;
      const outcome = decideAct(approvalCase, input, facts);
      return decidesNow(approvalCase, outcome) ? null : outcome;
    },
    async within(open) {
      const { tx, approvalCase } = open;
      const found = REACHING.includes(input.act) ? await findFor(open, input) : open.facts.found;
      const outcome = decideAct(approvalCase, input, { ...open.facts, found });
      const decides = decidesNow(approvalCase, outcome);
      if (decides || isGivenUp(outcome.next)) await followCase(open, outcome);
      if (isGivenUp(outcome.next)) await records.discard(tx, approvalCase.document.recordId);
      return decides ? decided(parts, open, outcome) : outcome;
    },
  };
}

/** 決裁: the record is frozen under its number, all in the transaction of the act; from now on it is its 課's. */
async function decided(
  { records, directory }: ActParts,
  { tx, approvalCase, facts }: Open,
  { next, history }: Outcome,
): Promise<Outcome> {
  const { drafter: inCharge, unitId, document, numbering } = approvalCase;
  const { recordId } = document;
  const section = await directory.sectionOf(tx, unitId);
  if (approvalCase.attachments.length > 0) await records.attachmentsFollow(tx, recordId);
  if (numbering.none) {
    await records.freeze(tx, recordId, facts.now);
    return { next: { ...next, section } as ApprovalCase, history };
  }
  const { symbol } = numbering;
  const documentNumber = await records.decide(tx, { recordId, inCharge, unitId, at: facts.now, symbol });
  return {
    next: { ...next, documentNumber, section } as ApprovalCase,
    history: { ...history, detail: { ...history.detail, documentNumber: documentNumber.label } },
  };
}
