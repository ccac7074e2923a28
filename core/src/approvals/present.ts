import type { Actor, PostHolders } from '../directory/index.ts';
import type { Locale } from '../shared/index.ts';
import { type ApprovalCase, activeSlot, type Said, type Slot } from './case.ts';
import type { CaseSummary, CaseView, HistoryEntry, Question, SlotView } from './contract.ts';
import { mayDo, taskOf } from './policy.ts';
import type { HistoryRow } from './witness.ts';

/** Who looks, and what the directory says today about the posts in the route. */
export interface Looking {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly holders: ReadonlyMap<string, PostHolders>;
}

function presentSlot(slot: Slot, { holders }: Looking): SlotView {
  const acted = slot.status === 'APPROVED' ? slot : null;
  return {
    id: slot.slotId,
    stage: slot.stage,
    duty: slot.duty,
    status: slot.status,
    postTitle: slot.postTitle,
    unitName: slot.unitName,
    // 4月1日 moves open work to the new holder; what was done keeps the name of that day (features.md A-33).
    holders: acted ? [acted.actedBy] : [...(holders.get(slot.postId)?.holders ?? [])],
    activeSince: slot.status === 'ACTIVE' ? slot.activeSince.toISOString() : null,
    actedBy: acted?.actedBy ?? null,
    actedAt: acted?.actedAt.toISOString() ?? null,
    comment: acted?.comment ?? null,
  };
}

export const presentRoute = (route: readonly Slot[], looking: Looking): SlotView[] =>
  route.map((slot) => presentSlot(slot, looking));

function presentHolder(approvalCase: ApprovalCase, { holders }: Looking): CaseSummary['holder'] {
  const slot = activeSlot(approvalCase);
  if (!slot) return null;
  const names = (holders.get(slot.postId)?.holders ?? []).map((person) => person.name);
  return { postTitle: slot.postTitle, unitName: slot.unitName, names, since: slot.activeSince.toISOString() };
}

export function presentSummary(approvalCase: ApprovalCase, looking: Looking): CaseSummary {
  const decided = approvalCase.status === 'DECIDED' ? approvalCase : null;
  return {
    id: approvalCase.caseId,
    title: approvalCase.title,
    status: approvalCase.status,
    version: approvalCase.version,
    revision: approvalCase.revision,
    drafter: approvalCase.drafter,
    holder: presentHolder(approvalCase, looking),
    documentNumber: decided?.documentNumber ?? null,
    task: taskOf(looking.actor, approvalCase),
    createdAt: approvalCase.createdAt.toISOString(),
    updatedAt: approvalCase.updatedAt.toISOString(),
    decidedAt: decided?.decidedAt.toISOString() ?? null,
  };
}

const presentSaid = (said: Said | null) => said && { by: said.by, at: said.at.toISOString(), reason: said.reason };

function presentQuestions(approvalCase: ApprovalCase): Question[] {
  return approvalCase.questions.map(({ questionId, askedBy, askedAt, text, answer }) => ({
    id: questionId,
    askedBy,
    askedAt: askedAt.toISOString(),
    text,
    answer: answer && { by: answer.by, at: answer.at.toISOString(), text: answer.text },
  }));
}

/** The route to show while nothing has been submitted: what it would be today. */
export interface Simulated {
  readonly route: readonly Slot[];
  readonly problem: string | null;
  readonly basis: ApprovalCase['basis'];
}

export function presentCase(approvalCase: ApprovalCase, looking: Looking, simulated: Simulated | null): CaseView {
  const may = mayDo(looking.actor, approvalCase);
  const route = simulated?.route ?? approvalCase.route;
  const inReview = approvalCase.status === 'IN_REVIEW' ? approvalCase : null;
  const sentBack = approvalCase.status === 'SENT_BACK' ? approvalCase.sentBack : (inReview?.sentBack ?? null);
  return {
    ...presentSummary(approvalCase, looking),
    proposalText: approvalCase.proposalText,
    classification: { ...approvalCase.classification },
    retentionYears: approvalCase.retentionYears,
    document: approvalCase.document,
    route: presentRoute(route, looking),
    routeProblem: simulated?.problem ?? null,
    basis: simulated ? simulated.basis : approvalCase.basis,
    questions: presentQuestions(approvalCase),
    sentBack: presentSaid(sentBack),
    withdrawalRequest: presentSaid(inReview?.withdrawal ?? null),
    may,
    sendBackTargets: may.sendBack ? earlierSteps(approvalCase) : [],
  };
}

function earlierSteps(approvalCase: ApprovalCase): CaseView['sendBackTargets'] {
  return approvalCase.route.flatMap((slot) =>
    slot.status === 'APPROVED'
      ? [{ slotId: slot.slotId, label: `${slot.unitName} ${slot.postTitle} ${slot.actedBy.name}` }]
      : [],
  );
}

export function presentHistory(row: HistoryRow): HistoryEntry {
  const { seq, act, actor, comment, revision, via } = row;
  return { seq, at: row.at.toISOString(), act, actor, comment, revision, via };
}
