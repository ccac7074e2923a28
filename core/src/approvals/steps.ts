import type { Actor } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { PreparedFile, Records } from '../records/index.ts';
import type { Caller } from '../shared/index.ts';
import { decideAct } from './acts.ts';
import type { ApprovalCase, Outcome } from './case.ts';
import type { ActInput, EditCaseInput } from './contract.ts';
import { type Facts, refuseUnless } from './facts.ts';
import { manifestHash } from './manifest.ts';
import { mayDo } from './policy.ts';
import { edit, submit } from './rules.ts';
import type { Views } from './views.ts';

/** A case that is open for one change: loaded, locked, seen by somebody who may see it. */
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
}

/** The new content of a case that is being drafted; what the input does not name stays. */
export function editing({ records, views }: StepParts, input: EditCaseInput): Rule {
  const within: Rule['within'] = async ({ tx, actor, caller, approvalCase, facts }) => {
    const classified =
      input.classificationCode === undefined
        ? { classification: approvalCase.classification, retentionYears: approvalCase.retentionYears }
        : views.classified(caller.municipalityId, input.classificationCode);
    const content = {
      title: input.title ?? approvalCase.title,
      proposalText: input.proposalText ?? approvalCase.proposalText,
      document: approvalCase.document,
      ...classified,
    };
    const outcome = edit(approvalCase, { ...content, manifestHash: manifestHash(content) }, facts);
    const { recordId } = approvalCase.document;
    const classificationCode = content.classification.code;
    await records.describe(tx, actor, { recordId, title: content.title, classificationCode });
    return outcome;
  };
  return { within };
}

export function replacing({ records }: StepParts, file: PreparedFile): Rule {
  const within: Rule['within'] = async ({ tx, actor, approvalCase, facts }) => {
    refuseUnless(facts, approvalCase, 'edit');
    const { recordId } = approvalCase.document;
    const replaced = await records.replaceFile(tx, actor, recordId, file);
    const { title, proposalText, classification, retentionYears } = approvalCase;
    const document = { recordId, fileVersion: replaced.fileVersion, file: replaced.file };
    const content = { title, proposalText, classification, retentionYears, document };
    return edit(approvalCase, { ...content, manifestHash: manifestHash(content) }, facts);
  };
  return { within };
}

export function submitting({ views }: StepParts): Rule {
  const within: Rule['within'] = async ({ tx, actor, caller, approvalCase, facts }) => {
    refuseUnless(facts, approvalCase, 'submit');
    const plan = await views.planOrRefuse({ tx, actor, locale: caller.locale }, approvalCase);
    return submit(approvalCase, plan, facts);
  };
  return { within };
}

export function acting({ records }: StepParts, input: ActInput): Rule {
  const decides = ({ actor, approvalCase }: Omit<Open, 'tx'>) =>
    input.act === 'approve' && mayDo(actor, approvalCase).decides;
  return {
    alone: (open) =>
      decides(open) || input.act === 'discard' ? null : decideAct(open.approvalCase, input, open.facts),
    async within(open) {
      const { tx, approvalCase, facts } = open;
      const { recordId } = approvalCase.document;
      if (decides(open)) {
        const { drafter: inCharge, unitId } = approvalCase;
        const number = await records.decide(tx, { recordId, inCharge, unitId, at: facts.now });
        return decideAct(approvalCase, input, { ...facts, takeNumber: () => number });
      }
      const outcome = decideAct(approvalCase, input, facts);
      if (input.act === 'discard') await records.discard(tx, recordId);
      return outcome;
    },
  };
}
