import type { Absences, Directory, SnapshotPost } from '../directory/index.ts';
import type { Clock } from '../platform/index.ts';
import type { OrderInForce, Regulations, RegulationsToday } from '../regulations/index.ts';
import { addWorkingDays, type LocalDate, type Locale, localDateOf, say } from '../shared/index.ts';
import { type AbsenceEvidence, type ApprovalCase, isSettled, isUnderReview, type PostName, type Slot } from './case.ts';
import type { StandInAnswer } from './facts.ts';
import { questionOf } from './planner.ts';
import { isDrafter } from './policy.ts';
import { approvalsTexts } from './text.ts';
import type { Look } from './views.ts';

export interface StandInParts {
  readonly clock: Clock;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
}

const NOBODY_ABSENT: StandInAnswer = { ok: false, code: 'regulations.not_absent', article: '' };

type Known = ReadonlyMap<string, readonly AbsenceEvidence[]>;

/** A post is without its holder when all who hold it are away; what is said of the first is what is told. */
export function absenceOfPost(post: SnapshotPost | undefined, known: Known): AbsenceEvidence | null {
  if (!post || post.holders.length === 0) return null;
  const evidence = post.holders.map(({ staffId }) => known.get(staffId)?.[0]);
  return evidence.includes(undefined) ? null : (evidence[0] ?? null);
}

/** Everything asked about one case is asked of this. */
export interface Inquiry {
  readonly look: Look;
  readonly approvalCase: ApprovalCase;
  readonly today: RegulationsToday;
  readonly question: Awaited<ReturnType<typeof questionOf>>;
  readonly at: Date;
  readonly known: Known;
}

export const postIn = ({ today }: Inquiry, postId: string) => today.there.posts.get(postId);

export const nameOf = (post: SnapshotPost): PostName => ({
  postId: post.postId,
  postTitle: post.title,
  unitName: post.unitName,
});

export function standInQuestion(
  inquiry: Inquiry,
  slot: Slot,
  asking: { postIds: readonly string[]; isDrafter: boolean },
) {
  const { question, at, known, approvalCase } = inquiry;
  return {
    ...question,
    duty: slot.duty,
    postId: slot.postId,
    at,
    absent: absenceOfPost(postIn(inquiry, slot.postId), known),
    instructed: false,
    deadlock: isUnderReview(approvalCase) && approvalCase.deadlock !== null,
    isAbsent: (postId: string) => absenceOfPost(postIn(inquiry, postId), known) !== null,
    absenceOf: (postId: string) => absenceOfPost(postIn(inquiry, postId), known),
    asking,
  };
}

/** 後閲 is due so many working days after the act, or after the absent one is back. */
function dueOn(
  { dueWorkingDays, dueFrom }: { dueWorkingDays: number; dueFrom: 'ACT' | 'RETURN' },
  from: { at: Date; absent: AbsenceEvidence | null },
): LocalDate {
  const back = dueFrom === 'RETURN' && from.absent?.until ? new Date(from.absent.until) : from.at;
  return addWorkingDays(localDateOf(new Date(Math.max(back.getTime(), from.at.getTime()))), dueWorkingDays);
}

/** Somebody else than the holders was named, and is there. */
export function isWithSomebodyNamed(inquiry: Inquiry, { assignee, postId }: Slot): boolean {
  const holds = postIn(inquiry, postId)?.holders.some(({ staffId }) => staffId === assignee?.staffId);
  return assignee !== undefined && !holds && !inquiry.known.has(assignee.staffId);
}

/** 緊急時の代決: whoever acts, and whoever reads it later, is told by which order. */
const underOrder = (sentence: string, { orderNumber }: OrderInForce, locale: Locale): string =>
  say(approvalsTexts, 'approvals.by_order', locale, { sentence, number: orderNumber }) ?? sentence;

export function answerFor(inquiry: Inquiry, slot: Slot, instructed: boolean): StandInAnswer {
  const { look, today, at, approvalCase } = inquiry;
  if (isWithSomebodyNamed(inquiry, slot)) return NOBODY_ABSENT;
  const asking = {
    postIds: look.actor.posts.map(({ postId }) => postId),
    isDrafter: isDrafter(look.actor, approvalCase),
  };
  const asked = standInQuestion(inquiry, slot, asking);
  const answer = today.standIn({ ...asked, instructed });
  if (!answer.ok) return { ok: false, code: answer.code, article: answer.article };
  const { ruleId, article, sentence, actingPostId, postReview, byOrder } = answer;
  const { postId, postTitle, unitName } = slot;
  return {
    ok: true,
    ruleId,
    article,
    sentence: byOrder ? underOrder(sentence[look.locale], byOrder, look.locale) : sentence[look.locale],
    evidence: asked.absent,
    ...(byOrder ? { orderNumber: byOrder.orderNumber } : {}),
    onBehalfOf: { postId, postTitle, unitName },
    actingPostId,
    postReview: postReview.required,
    postReviewBy: postReview.to.includes('SUPERIOR') ? superiorOf(inquiry, slot) : [],
    postReviewDueOn: postReview.required ? dueOn(postReview, { at, absent: asked.absent }) : null,
  };
}

/** The head of the next unit above whose head is another post. */
function superiorOf({ today: { there } }: Inquiry, { postId }: Slot): PostName[] {
  const unitId = there.posts.get(postId)?.unitId;
  const line = unitId === undefined ? [] : there.lineAbove(unitId);
  const heads = line.flatMap(({ head }) => (head ? [head.postId] : []));
  const above = heads.find((id, at) => id !== postId && (heads.indexOf(postId) < 0 || at > heads.indexOf(postId)));
  const post = above === undefined ? undefined : there.posts.get(above);
  return post ? [nameOf(post)] : [];
}

/** Whose absence makes the slot wait: the one named to answer, else all who hold its post. */
function peopleOf(inquiry: Inquiry, { assignee, postId }: Slot): readonly string[] {
  const holders = (postIn(inquiry, postId)?.holders ?? []).map(({ staffId }) => staffId);
  return assignee && !holders.includes(assignee.staffId) ? [assignee.staffId] : holders;
}

/** 後閲: what the regulations say to this evidence of an absence. */
function skipBy(inquiry: Inquiry, slot: Slot, absent: AbsenceEvidence | null): StandInAnswer {
  const { today, question, at, look } = inquiry;
  const { duty, postId, postTitle, unitName } = slot;
  const answer = today.skipReviewer({ ...question, duty, postId, at, absent, trigger: 'ABSENCE' });
  if (!answer.ok) return { ok: false, code: answer.code, article: answer.article };
  const { ruleId, article, sentence, postReview, automatic } = answer;
  return {
    ok: true,
    ruleId,
    article,
    sentence: sentence[look.locale],
    evidence: absent,
    onBehalfOf: { postId, postTitle, unitName },
    actingPostId: null,
    postReview: true,
    postReviewBy: [],
    postReviewDueOn: dueOn(postReview, { at, absent }),
    automatic,
  };
}

const rank = (answer: StandInAnswer): number => (answer.ok ? (answer.automatic ? 0 : 1) : 2);
const endOf = (answer: StandInAnswer): number =>
  answer.ok && answer.evidence?.until ? Date.parse(answer.evidence.until) : Number.POSITIVE_INFINITY;

/**
 * Each who has the slot must be absent by some evidence that the regulations accept; all of it is shown to them, and
 * whoever is back first says until when the review is due.
 */
export function skipFor(inquiry: Inquiry, slot: Slot): StandInAnswer {
  const people = peopleOf(inquiry, slot);
  const away = people.map((staffId) => inquiry.known.get(staffId) ?? []);
  if (away.length === 0 || away.some((evidence) => evidence.length === 0)) {
    // Somebody is named for a post that nobody holds: a vacancy is no absence of theirs.
    return slot.assignee ? NOBODY_ABSENT : skipBy(inquiry, slot, null);
  }
  const answers = away.flatMap((evidence) =>
    evidence
      .map((one) => skipBy(inquiry, slot, one))
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, 1),
  );
  const [worst] = answers.toSorted((a, b) => rank(b) - rank(a) || endOf(a) - endOf(b));
  return worst ?? NOBODY_ABSENT;
}

/** The regulations and the organisation of today, and who is known to be away of all who matter here. */
export async function inquire(
  { clock, directory, absences, regulations }: StandInParts,
  look: Look,
  on: { approvalCase: ApprovalCase; route: readonly Slot[] },
): Promise<Inquiry> {
  const { approvalCase, route } = on;
  const [today, question] = await Promise.all([
    regulations.today(look.tx),
    questionOf(directory, look.tx, approvalCase),
  ]);
  const open = route.filter((slot) => !isSettled(slot));
  const candidates = open.flatMap(({ duty, postId }) => today.deputies({ ...question, duty, postId }).flat());
  const postIds = new Set([...open.map(({ postId }) => postId), ...candidates]);
  const holders = [...postIds].flatMap(
    (postId) => today.there.posts.get(postId)?.holders.map(({ staffId }) => staffId) ?? [],
  );
  const staff = [...holders, ...open.flatMap(({ assignee }) => (assignee ? [assignee.staffId] : []))];
  const evidence = await absences.absencesOf(look.tx, [...new Set(staff)]);
  const known = new Map([...evidence].map(([staffId, all]) => [staffId, all.map(asEvidence)]));
  return { look, approvalCase, today, question, at: clock.now(), known };
}

const asEvidence = ({
  source,
  from,
  until,
  statement,
  recordedAt,
}: {
  source: AbsenceEvidence['source'];
  from: string;
  until: string | null;
  statement: string;
  recordedAt: string;
}): AbsenceEvidence => ({
  source,
  from,
  until,
  statement,
  recordedAt: new Date(recordedAt),
});
