import type { Actor } from '../directory/index.ts';
import { periodWords } from '../regulations/index.ts';
import { fiscalYearOf, localDateOf } from '../shared/index.ts';
import { awaitsOf } from './afterwards.ts';
import {
  type ApprovalCase,
  activeSlots,
  type Content,
  type Disposed,
  isDecided,
  isSettled,
  isUnderReview,
  type PassedOver,
  type Said,
  type Slot,
} from './case.ts';
import { contentSeen, differences } from './content.ts';
import {
  type AttachmentView,
  type CaseSummary,
  type CaseView,
  type HistoryEntry,
  type HolderView,
  type Question,
  SlotDutySchema,
  type SlotView,
} from './contract.ts';
import type { Looking } from './looking.ts';
import { mayDo, taskOf } from './may.ts';
import { permissions } from './permissions.ts';
import { holds, isBeingDrafted, isDrafter, sendBackTargets } from './policy.ts';
import { presentObligation, presentSlot } from './present-slots.ts';
import type { HistoryRow } from './witness.ts';

const submittedAtOf = (approvalCase: ApprovalCase): Date | null =>
  'submittedAt' in approvalCase ? approvalCase.submittedAt : null;

const presentRoute = (route: readonly Slot[], looking: Looking, submittedAt: Date | null): SlotView[] =>
  route.map((slot) => presentSlot(slot, submittedAt, looking));

/** At whose desk it lies, the longest first: posts, and who holds them today. */
export function presentHolders(approvalCase: ApprovalCase, { holders }: Pick<Looking, 'holders'>): HolderView[] {
  return activeSlots(approvalCase)
    .toSorted((a, b) => a.activeSince.getTime() - b.activeSince.getTime())
    .map(({ slotId, duty, postId, postTitle, unitName, assignee, activeSince }) => {
      const people = assignee ? [assignee] : (holders.get(postId)?.holders ?? []);
      const names = people.map((person) => person.name);
      return { slotId, duty, postTitle, unitName, names, since: activeSince.toISOString() };
    });
}

export function presentSummary(approvalCase: ApprovalCase, looking: Looking): CaseSummary {
  const decided = isDecided(approvalCase) ? approvalCase : null;
  const holders = presentHolders(approvalCase, looking);
  const { caseId, title, status, version, revision, drafter, unitName, minor, route, details } = approvalCase;
  return {
    id: caseId,
    title,
    status,
    version,
    revision,
    drafter,
    unitName,
    confidentiality: details.confidentiality,
    urgency: details.urgency,
    matterCode: details.matter.code,
    minor,
    holder: holders[0] ?? null,
    holders,
    progress: { done: route.filter(isSettled).length, of: route.length },
    attachmentCount: approvalCase.attachments.length,
    openQuestions: approvalCase.questions.filter((question) => question.answer === null).length,
    documentNumber: decided?.documentNumber ?? null,
    ...taskOf(looking.actor, approvalCase),
    mayBulkApprove: permissions.bulkApprove(looking.actor, approvalCase),
    createdAt: approvalCase.createdAt.toISOString(),
    updatedAt: approvalCase.updatedAt.toISOString(),
    submittedAt: submittedAtOf(approvalCase)?.toISOString() ?? null,
    decidedAt: decided?.decidedAt.toISOString() ?? null,
    awaits: awaitsOf(approvalCase),
  };
}

export const presentSaid = (said: Said | null | undefined) =>
  said ? { by: said.by, at: said.at.toISOString(), reason: said.reason } : null;

function presentIssued(approvalCase: ApprovalCase): CaseView['issued'] {
  const issued = 'issued' in approvalCase ? approvalCase.issued : null;
  return issued && { ...issued, at: issued.at.toISOString() };
}

function presentCompleted(approvalCase: ApprovalCase): CaseView['completed'] {
  if (approvalCase.status !== 'COMPLETED') return null;
  const { completed } = approvalCase;
  return { ...completed, fiscalYear: fiscalYearOf(completed.on), at: completed.at.toISOString() };
}

function presentQuestions(approvalCase: ApprovalCase): Question[] {
  return approvalCase.questions.map(({ questionId, askedBy, askedAt, text, answer }) => ({
    id: questionId,
    askedBy,
    askedAt: askedAt.toISOString(),
    text,
    answer: answer && { ...answer, at: answer.at.toISOString(), attachmentIds: [...answer.attachmentIds] },
  }));
}

function presentAttachments(approvalCase: ApprovalCase): AttachmentView[] {
  const open = isBeingDrafted(approvalCase);
  return approvalCase.attachments.map((one, index) => ({
    id: one.attachmentId,
    order: index + 1,
    name: one.name,
    version: one.version,
    file: one.file,
    addedAt: one.addedAt.toISOString(),
    removable: open && !one.sealed,
  }));
}

/** What this person last acted on, where it is no longer what lies there; for the drafter, what anybody acted on. */
export function lastSeen(approvalCase: ApprovalCase, actor: Actor): { content: Content; at: Date } | null {
  const drafts = isDrafter(actor, approvalCase);
  const seen = approvalCase.route.flatMap((slot) => {
    if (!isSettled(slot)) return slot.seen && (drafts || holds(actor, slot)) ? [slot.seen] : [];
    const { manifestHash, actedAt: at, actedBy } = slot.mark;
    return actedBy.staffId === actor.staffId ? [{ manifestHash, at }] : [];
  });
  const last = seen
    .filter(({ manifestHash }) => manifestHash !== approvalCase.manifestHash)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
  const content = last && contentSeen(approvalCase, last.manifestHash);
  return content ? { content, at: last.at } : null;
}

/** What is new for this viewer since they last acted. */
function presentChanges(approvalCase: ApprovalCase, { actor }: Looking): CaseView['changes'] {
  const seen = lastSeen(approvalCase, actor);
  const items = seen ? differences(seen.content, approvalCase) : [];
  return seen && items.length > 0 ? { since: seen.at.toISOString(), items } : null;
}

/** The route to show while nothing has been submitted: what it would be today. */
export interface Simulated {
  readonly route: readonly Slot[];
  readonly passedOver: readonly PassedOver[];
  readonly problem: string | null;
  readonly basis: ApprovalCase['basis'];
  readonly minor: boolean;
}

/** When it takes effect: as set afterwards, else as drafted; another day than that of the decision is shown with its reason. */
function effective(approvalCase: ApprovalCase, now: Date) {
  const later = isDecided(approvalCase) ? approvalCase.effective : null;
  const effectiveOn = later?.on ?? approvalCase.details.effectiveOn;
  const from = localDateOf(isDecided(approvalCase) ? approvalCase.decidedAt : now);
  const retroactiveReason = later ? later.reason : approvalCase.details.retroactiveReason;
  const named = effectiveOn !== null;
  const differs = { effectiveDiffers: named && effectiveOn !== from, retroactive: named && effectiveOn < from };
  return { effectiveOn, ...differs, retroactiveReason };
}

function presentDetails({ details, links }: ApprovalCase) {
  const { legalBasis, matter, disclosure, issuance, paperAttachments, routeWish } = details;
  return {
    legalBasis,
    matter,
    disclosure,
    issuance,
    paperAttachments: [...paperAttachments],
    routeWish,
    citedCaseId: links.citedCaseId ?? null,
    correctsCaseId: links.correctsCaseId ?? null,
    instructionId: links.instructionId ?? null,
    externalId: links.externalId ?? null,
  };
}

export function presentCase(approvalCase: ApprovalCase, looking: Looking, simulated: Simulated | null): CaseView {
  const may = mayDo(looking.actor, approvalCase, looking.standIns);
  const open = isUnderReview(approvalCase) ? approvalCase : null;
  const sentBack = approvalCase.status === 'SENT_BACK' ? approvalCase.sentBack : open?.sentBack;
  return {
    ...presentSummary(simulated ? { ...approvalCase, minor: simulated.minor } : approvalCase, looking),
    proposalText: approvalCase.proposalText,
    classification: { ...approvalCase.classification },
    retentionYears: approvalCase.retentionYears,
    period: looking.period ?? periodWords(approvalCase),
    document: approvalCase.document,
    ...presentDetails(approvalCase),
    matterName: looking.matterName ?? null,
    instruction: looking.instruction ?? null,
    ...effective(approvalCase, looking.now),
    attachments: presentAttachments(approvalCase),
    route: presentRoute(simulated?.route ?? approvalCase.route, looking, submittedAtOf(approvalCase)),
    passedOver: [...(simulated?.passedOver ?? approvalCase.passedOver)],
    routeProblem: simulated?.problem ?? null,
    basis: simulated ? simulated.basis : approvalCase.basis,
    questions: presentQuestions(approvalCase),
    obligations: approvalCase.obligations.map((one) => presentObligation(one, looking)),
    sentBack: presentSaid(sentBack),
    withdrawalRequest: presentSaid(open?.withdrawal),
    ended: presentSaid('ended' in approvalCase ? approvalCase.ended : null),
    issued: presentIssued(approvalCase),
    completed: presentCompleted(approvalCase),
    deadlock: presentSaid('deadlock' in approvalCase ? approvalCase.deadlock : null),
    raised: presentSaid(approvalCase.raised),
    changes: presentChanges(approvalCase, looking),
    returns: approvalCase.returns,
    ...(approvalCase.disposed ? { disposed: disposedBy(approvalCase.disposed) } : {}),
    may,
    sendBackTargets: may.sendBack ? earlierSteps(approvalCase, looking) : [],
  };
}

const disposedBy = ({ on, action, list }: Disposed): CaseView['disposed'] => ({ on, action, list });

function earlierSteps(approvalCase: ApprovalCase, { actor }: Looking): CaseView['sendBackTargets'] {
  return sendBackTargets(actor, approvalCase).map((slot) => ({
    slotId: slot.slotId,
    label: `${slot.unitName} ${slot.postTitle} ${slot.mark.actedBy.name}`,
  }));
}

/** What was said is shown as long as the document is there: of lines of before, the rows have it for ever. */
export function presentHistory(row: HistoryRow, { disposed }: Pick<ApprovalCase, 'disposed'>): HistoryEntry {
  const { seq, act, actor, comment, revision, via } = row;
  const said = { step: stepOf(row), day: dayOf(row), orderNumber: orderOf(row) };
  return { seq, at: row.at.toISOString(), act, actor, comment: disposed ? null : comment, ...said, revision, via };
}

const orderOf = ({ detail: { orderNumber = null } }: HistoryRow): string | null =>
  orderNumber === null ? null : String(orderNumber);

/** The day that the act names, as it was said then. */
function dayOf({ detail }: HistoryRow): string | null {
  const day = detail.issuedOn ?? detail.completedOn ?? detail.effectiveOn ?? null;
  return day === null ? null : String(day);
}

/** The step that the act put into the route, as it was called then. */
function stepOf({ act, detail: { duty, post } }: HistoryRow): HistoryEntry['step'] {
  if ((act !== 'ROUTE_ADDED' && act !== 'DECIDER_RAISED') || typeof post !== 'string') return null;
  return { duty: SlotDutySchema.parse(duty), post };
}
