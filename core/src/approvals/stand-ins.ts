import {
  type ActiveSlot,
  type ApprovalCase,
  activeSlots,
  isActive,
  isSettled,
  isUnderReview,
  type Slot,
} from './case.ts';
import type { StandInOffer } from './contract.ts';
import type { StandInAnswer } from './facts.ts';
import {
  absenceOfPost,
  answerFor,
  type Inquiry,
  inquire,
  isWithSomebodyNamed,
  nameOf,
  postIn,
  type StandInParts,
  skipFor,
  standInQuestion,
} from './inquiry.ts';
import type { ExpectedDeputy, Looking } from './looking.ts';
import { holds, isDrafter, isWithdrawing, mayBePassedOver, mayPassOver } from './policy.ts';
import type { Look } from './views.ts';

export type { StandInParts } from './inquiry.ts';

/** Who is away today, who would act for them, and what this viewer may do about it. */
export type TodayOfRoute = Required<Pick<Looking, 'absences' | 'deputies' | 'passOvers' | 'standIns'>>;

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

/** Restricted matters open with an instruction: the deputy is told that its record is needed. */
function deputyOffer(inquiry: Inquiry, slot: ActiveSlot): StandInOffer[] {
  const plain = answerFor(inquiry, slot, false);
  const instructed = answerFor(inquiry, slot, true);
  const answer = plain.ok ? plain : instructed;
  if (!answer.ok) return [];
  const instructionSparesReview = plain.ok && plain.postReview && instructed.ok && !instructed.postReview;
  const { article, sentence, onBehalfOf, postReviewDueOn } = answer;
  const decides = slot.duty === 'DECISION';
  const offer = { slotId: slot.slotId, kind: 'DEPUTY', onBehalfOf, article, sentence, decides } as const;
  return [{ ...offer, postReviewDueOn, needsInstruction: !plain.ok, instructionSparesReview }];
}

function skipOffer(inquiry: Inquiry, slot: Slot): StandInOffer[] {
  const { look, approvalCase } = inquiry;
  if (!isUnderReview(approvalCase) || !mayBePassedOver(slot) || !mayPassOver(look.actor, approvalCase, slot)) return [];
  const answer = skipFor(inquiry, slot);
  if (!answer.ok) return [];
  const { article, sentence, onBehalfOf, postReviewDueOn } = answer;
  const offer = { slotId: slot.slotId, kind: 'SKIP', onBehalfOf, article, sentence, decides: false } as const;
  return [{ ...offer, postReviewDueOn, needsInstruction: false, instructionSparesReview: false }];
}

function offersOf(inquiry: Inquiry): StandInOffer[] {
  const { look, approvalCase } = inquiry;
  if (!isUnderReview(approvalCase) || isWithdrawing(approvalCase)) return [];
  return approvalCase.route.flatMap((slot) => {
    if (isSettled(slot) || holds(look.actor, slot)) return [];
    const deputy = isActive(slot) && !isDrafter(look.actor, approvalCase) ? deputyOffer(inquiry, slot) : [];
    return [...deputy, ...skipOffer(inquiry, slot)];
  });
}

/** The first in order who is there and may act, for every open slot whose holder is away. */
function deputiesOf(inquiry: Inquiry, route: readonly Slot[]): Map<string, ExpectedDeputy> {
  const deputies = new Map<string, ExpectedDeputy>();
  for (const slot of route) {
    const post = postIn(inquiry, slot.postId);
    if (!post || isSettled(slot) || (post.holders.length > 0 && !absenceOfPost(post, inquiry.known))) continue;
    if (isWithSomebodyNamed(inquiry, slot)) continue;
    const away = { absent: absenceOfPost(post, inquiry.known), at: inquiry.at };
    const asked = { ...inquiry.question, duty: slot.duty, postId: slot.postId, away };
    const candidates = inquiry.today.deputies(asked).flat();
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

/** 後閲: whom of the absent the regulations pass over, or let be passed over. */
function passOversOf(inquiry: Inquiry, route: readonly Slot[]): TodayOfRoute['passOvers'] {
  return new Map(
    route.flatMap((slot) => {
      const post = postIn(inquiry, slot.postId);
      const away = slot.assignee ? inquiry.known.has(slot.assignee.staffId) : absenceOfPost(post, inquiry.known);
      if (isSettled(slot) || !mayBePassedOver(slot) || !away) return [];
      const answer = skipFor(inquiry, slot);
      if (!answer.ok) return [];
      const { article, sentence, automatic = false } = answer;
      return [[slot.slotId, { article, sentence, automatic }] as const];
    }),
  );
}

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
      const slot = approvalCase.route.find((one) => one.slotId === slotId && !isSettled(one));
      return slot ? skipFor(await inquire(parts, look, { approvalCase, route: [slot] }), slot) : NOT_OPEN;
    },
    async today(look, approvalCase, route) {
      const asked = await inquire(parts, look, { approvalCase, route });
      const absent = new Map(
        [...asked.known].flatMap(([staffId, [first]]) => (first ? [[staffId, first] as const] : [])),
      );
      return {
        absences: absent,
        deputies: deputiesOf(asked, route),
        passOvers: passOversOf(asked, route),
        standIns: offersOf(asked),
      };
    },
  };
}

const NOT_OPEN: StandInAnswer = { ok: false, code: 'approvals.no_stand_in', article: '' };
