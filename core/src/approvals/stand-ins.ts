import type { Absences, Directory, SnapshotPost } from '../directory/index.ts';
import type { Clock } from '../platform/index.ts';
import type { Regulations, RegulationsToday } from '../regulations/index.ts';
import { addWorkingDays, type LocalDate, localDateOf } from '../shared/index.ts';
import {
  type AbsenceEvidence,
  type ActiveSlot,
  type ApprovalCase,
  activeSlots,
  isSettled,
  isUnderReview,
  type PostName,
  type Slot,
} from './case.ts';
import type { StandInOffer } from './contract.ts';
import type { StandInAnswer } from './facts.ts';
import type { ExpectedDeputy, Looking } from './looking.ts';
import { questionOf } from './planner.ts';
import { holds, isDrafter, isWithdrawing } from './policy.ts';
import type { Look } from './views.ts';

export interface StandInParts {
  readonly clock: Clock;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
}

/** Who is away today, who would act for them, and what this viewer may do about it. */
export type TodayOfRoute = Required<Pick<Looking, 'absences' | 'deputies' | 'standIns'>>;

/** Who may act for whom today: the regulations asked with what is known of absences. */
export interface StandIns {
  /** Whether this person may act for an absent one in this case, and so may see it. */
  lets(look: Look, approvalCase: ApprovalCase): Promise<boolean>;
  /** 代決 (代理) for an active slot. */
  ask(look: Look, approvalCase: ApprovalCase, asked: { slotId: string; instructed: boolean }): Promise<StandInAnswer>;
  /** 後閲: may the case go on without the holder of the slot. */
  askToSkip(look: Look, approvalCase: ApprovalCase, slotId: string): Promise<StandInAnswer>;
  /** `route`: of a draft, the simulated one. */
  today(look: Look, approvalCase: ApprovalCase, route: readonly Slot[]): Promise<TodayOfRoute>;
}

type Known = ReadonlyMap<string, readonly AbsenceEvidence[]>;

/** A post is without its holder when all who hold it are away; what is said of the first is what is told. */
function absenceOfPost(post: SnapshotPost | undefined, known: Known): AbsenceEvidence | null {
  if (!post || post.holders.length === 0) return null;
  const evidence = post.holders.map(({ staffId }) => known.get(staffId)?.[0]);
  return evidence.includes(undefined) ? null : (evidence[0] ?? null);
}

/** Everything asked about one case is asked of this. */
interface Inquiry {
  readonly look: Look;
  readonly approvalCase: ApprovalCase;
  readonly today: RegulationsToday;
  readonly question: Awaited<ReturnType<typeof questionOf>>;
  readonly at: Date;
  readonly known: Known;
}

const postIn = ({ today }: Inquiry, postId: string) => today.there.posts.get(postId);

const nameOf = (post: SnapshotPost): PostName => ({
  postId: post.postId,
  postTitle: post.title,
  unitName: post.unitName,
});

function standInQuestion(inquiry: Inquiry, slot: Slot, asking: { postIds: readonly string[]; isDrafter: boolean }) {
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

function answerFor(inquiry: Inquiry, slot: Slot, instructed: boolean): StandInAnswer {
  const { look, today, at, approvalCase } = inquiry;
  const asking = {
    postIds: look.actor.posts.map(({ postId }) => postId),
    isDrafter: isDrafter(look.actor, approvalCase),
  };
  const asked = standInQuestion(inquiry, slot, asking);
  const answer = today.standIn({ ...asked, instructed });
  if (!answer.ok) return { ok: false, code: answer.code, article: answer.article };
  const { ruleId, article, sentence, actingPostId, postReview } = answer;
  const { postId, postTitle, unitName } = slot;
  return {
    ok: true,
    ruleId,
    article,
    sentence: sentence[look.locale],
    evidence: asked.absent,
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

function skipFor(inquiry: Inquiry, slot: Slot): StandInAnswer {
  const { today, question, at, known, look } = inquiry;
  const absent = absenceOfPost(postIn(inquiry, slot.postId), known);
  const answer = today.skipReviewer({
    ...question,
    duty: slot.duty,
    postId: slot.postId,
    at,
    absent,
    trigger: 'ABSENCE',
  });
  if (!answer.ok) return { ok: false, code: answer.code, article: answer.article };
  const { ruleId, article, sentence, postReview } = answer;
  const { postId, postTitle, unitName } = slot;
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
  };
}

/** Restricted matters open with an instruction: the deputy is told that its record is needed. */
function deputyOffer(inquiry: Inquiry, slot: ActiveSlot): StandInOffer[] {
  const plain = answerFor(inquiry, slot, false);
  const answer = plain.ok ? plain : answerFor(inquiry, slot, true);
  if (!answer.ok) return [];
  const { article, sentence, onBehalfOf, postReviewDueOn } = answer;
  const decides = slot.duty === 'DECISION';
  const offer = { slotId: slot.slotId, kind: 'DEPUTY', onBehalfOf, article, sentence, decides } as const;
  return [{ ...offer, postReviewDueOn, needsInstruction: !plain.ok }];
}

function skipOffer(inquiry: Inquiry, slot: ActiveSlot): StandInOffer[] {
  const { look, approvalCase } = inquiry;
  const later = approvalCase.route.some((one) => one.stage > slot.stage && holds(look.actor, one));
  if (slot.duty !== 'REVIEW' || !(later || isDrafter(look.actor, approvalCase))) return [];
  const answer = skipFor(inquiry, slot);
  if (!answer.ok) return [];
  const { article, sentence, onBehalfOf, postReviewDueOn } = answer;
  const offer = { slotId: slot.slotId, kind: 'SKIP', onBehalfOf, article, sentence, decides: false } as const;
  return [{ ...offer, postReviewDueOn, needsInstruction: false }];
}

function offersOf(inquiry: Inquiry): StandInOffer[] {
  const { look, approvalCase } = inquiry;
  if (!isUnderReview(approvalCase) || isWithdrawing(approvalCase)) return [];
  return activeSlots(approvalCase).flatMap((slot) => {
    if (holds(look.actor, slot)) return [];
    const deputy = isDrafter(look.actor, approvalCase) ? [] : deputyOffer(inquiry, slot);
    return [...deputy, ...skipOffer(inquiry, slot)];
  });
}

/** The first in order who is there and may act, for every open slot whose holder is away. */
function deputiesOf(inquiry: Inquiry, route: readonly Slot[]): Map<string, ExpectedDeputy> {
  const deputies = new Map<string, ExpectedDeputy>();
  for (const slot of route) {
    const post = postIn(inquiry, slot.postId);
    if (!post || isSettled(slot) || (post.holders.length > 0 && !absenceOfPost(post, inquiry.known))) continue;
    const candidates = inquiry.today.deputies({ ...inquiry.question, duty: slot.duty, postId: slot.postId }).flat();
    for (const postId of candidates) {
      const deputy = postIn(inquiry, postId);
      const there = deputy && deputy.holders.length > 0 && !absenceOfPost(deputy, inquiry.known);
      if (!there) continue;
      const answer = inquiry.today.standIn(standInQuestion(inquiry, slot, { postIds: [postId], isDrafter: false }));
      if (answer.ok)
        deputies.set(slot.slotId, {
          post: nameOf(deputy),
          names: deputy.holders.map((one) => one.name),
          article: answer.article,
        });
      break;
    }
  }
  return deputies;
}

/** The regulations and the organisation of today, and who is known to be away of all who matter here. */
async function inquire(
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
  const staff = [...postIds].flatMap(
    (postId) => today.there.posts.get(postId)?.holders.map(({ staffId }) => staffId) ?? [],
  );
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

export function createStandIns(parts: StandInParts): StandIns {
  const inquiry = (look: Look, approvalCase: ApprovalCase) =>
    inquire(parts, look, { approvalCase, route: activeSlots(approvalCase) });
  const slotIn = (approvalCase: ApprovalCase, slotId: string) =>
    activeSlots(approvalCase).find((slot) => slot.slotId === slotId);
  return {
    async lets(look, approvalCase) {
      if (!isUnderReview(approvalCase)) return false;
      return offersOf(await inquiry(look, approvalCase)).some(({ kind }) => kind === 'DEPUTY');
    },
    async ask(look, approvalCase, { slotId, instructed }) {
      const slot = slotIn(approvalCase, slotId);
      return slot ? answerFor(await inquiry(look, approvalCase), slot, instructed) : NOT_OPEN;
    },
    async askToSkip(look, approvalCase, slotId) {
      const slot = slotIn(approvalCase, slotId);
      return slot ? skipFor(await inquiry(look, approvalCase), slot) : NOT_OPEN;
    },
    async today(look, approvalCase, route) {
      const asked = await inquire(parts, look, { approvalCase, route });
      const absent = new Map(
        [...asked.known].flatMap(([staffId, [first]]) => (first ? [[staffId, first] as const] : [])),
      );
      return { absences: absent, deputies: deputiesOf(asked, route), standIns: offersOf(asked) };
    },
  };
}

const NOT_OPEN: StandInAnswer = { ok: false, code: 'approvals.no_stand_in', article: '' };
