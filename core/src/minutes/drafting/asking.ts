import { ASKS_OTHERS } from './action-owners.ts';
import {
  ASKS_WORDS,
  ASSIGNING,
  BARE_TE,
  CAUSES,
  DEEDS,
  ENTRUSTS,
  FIRM,
  FORBIDS,
  GIVES_FLOOR,
  GREETS,
  HANDS_ON,
  IFS,
  INVITING,
  LATER,
  LEFT_TO_CHAIR,
  LOOKING,
  MANNER,
  MEETING_ACTS,
  NOW_AND_HERE,
  OF_THE_MEETING,
  OFFERS,
  PLAINLY_BY,
  PLANS,
  PREPARES,
  PROCEDURE,
  PROMISE,
  RECAP,
  REQUEST,
  SPEAKS_THERE,
  STATES,
  TAKES_OFFER,
  TAKES_ON,
  TELLS_OTHERS,
  VAGUE,
  WEAK_PROMISE,
  WILL_TELL,
  WORK,
  WORK_IF_ASKED,
} from './action-words.ts';
import {
  accepts,
  agreed,
  answersRequest,
  type Heard,
  inMonologue,
  isAccepted,
  isDeclined,
  QUESTION,
  repliesAtOnce,
} from './around.ts';
import { ACCEPTED, CONTINUED, REJECTED } from './decision-words.ts';
import type { FoundDue } from './due-dates.ts';
import type { Mention } from './mentions.ts';
import { WAITS } from './ruling-talk.ts';
import { NOMINATES, OFFICE } from './ruling-words.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

export type Asking = 'REQUEST' | 'ASSIGNMENT' | 'PROMISE' | 'LISTED';

// What decides a matter gives nobody work by itself.
const STATES_OUTCOME = [REJECTED, ACCEPTED, CONTINUED];

const dueWeight = (due: FoundDue | null): number =>
  due === null ? 0 : due.strength === 'LIMIT' ? 2 : due.day === null ? 0.5 : 1;

/** 「資料の作成をお願いします」「周知をよろしくお願いします」: a deed, and no turn to speak. */
const WITH_A_DEED =
  /を[^、]*お願い|(?:周知|徹底|手配|準備|提出|回答|確認|連絡|対応|作成|調整|配布|協力)(?:の(?:ほど|件))?(?:を|も|は)?、?(?:[^。、]{0,6}、)?(?:どうぞ|ぜひ)?よろしくお願い/u;

function asksEnough(heard: Heard, owner: boolean, base: number): boolean {
  const { clause, due, sentence, speech } = heard;
  const isWork =
    WORK.test(clause) ||
    PREPARES.test(clause) ||
    WORK_IF_ASKED.test(clause) ||
    (owner && (ENTRUSTS.test(clause) || isTold(clause)));
  if (!isWork && !due?.day && due?.strength !== 'LIMIT') return false;
  const later = due !== null || LATER.test(clause);
  const score =
    base +
    (isWork ? 1 : 0) +
    dueWeight(due) +
    (owner ? 1 : 0) +
    (isAccepted(heard) ? 1 : 0) -
    (isDeclined(heard) ? 2 : 0) +
    (speech.leads(sentence.speaker) ? 0.5 : 0) -
    (PROCEDURE.test(clause) && !later ? 2.5 : 0) -
    (LOOKING.test(clause) && !later ? 2 : 0) -
    (GIVES_FLOOR.test(clause) && due?.strength !== 'LIMIT' && !WITH_A_DEED.test(clause) ? 2.5 : 0) -
    (INVITING.test(clause) && due?.strength !== 'LIMIT' ? 2.5 : 0);
  return score >= 2.5;
}

/** Whoever is named with a request has work, whatever the verb. */
const isTold = (clause: string): boolean =>
  !ASKS_WORDS.test(clause) && !PROCEDURE.test(clause) && !GIVES_FLOOR.test(clause) && !LOOKING.test(clause);

/** 「来年度に進めたいと考えております」: an intention, unless it answers a request. */
const PROPOSES_TO_DO = /したいと(?:考えて|思って)(?:い|おり)ます[。]?$/u;
/** 「検討してまいります」, without a day. */
const CONSIDERS = /検討(?:して|させて)/u;
/** 「では、図面を起こしてお持ちします」: what follows from what was just said. */
const COMMITS = /^(?:はい、?)?(?:では|じゃあ?|それでは|それなら|でしたら)、?(?!.*(?:続|次|始|移|議題))/u;

function promisesEnough(heard: Heard, owner: boolean): boolean {
  const { clause, due } = heard;
  const later = due !== null || LATER.test(clause);
  const score =
    (WORK.test(clause) || TAKES_ON.test(clause) || PREPARES.test(clause) ? 1 : 0) +
    (FIRM.test(clause) || WILL_TELL.test(clause) ? 1.5 : 0) -
    (due === null &&
    !owner &&
    !later &&
    !PREPARES.test(clause) &&
    !DEEDS.test(clause) &&
    !WORK.test(clause.replaceAll(VAGUE, ''))
      ? 1
      : 0) +
    dueWeight(due) +
    (due !== null && due.day === null && HANDS_ON.test(clause) ? 0.5 : 0) +
    (owner ? 1 : 0) +
    (LATER.test(clause) ? 1 : 0) +
    (DEEDS.test(clause) && repliesAtOnce(heard) ? 1 : 0) +
    (COMMITS.test(heard.sentence.folded) &&
    !heard.speech.leads(heard.sentence.speaker) &&
    WORK.test(clause) &&
    repliesAtOnce(heard)
      ? 1
      : 0) +
    (SPEAKS_THERE.test(clause) ? 1 : 0) +
    (answersRequest(heard) || (accepts(heard) && agreed(heard)) ? 1 : 0) -
    (WEAK_PROMISE.test(clause) ? 0.5 : 0) -
    (inMonologue(heard) ? 1 : 0) -
    (PLANS.test(clause) ? 1.5 : 0) -
    (IFS.test(clause) ? 2 : 0) -
    (PROCEDURE.test(clause) && !later && !(owner && TELLS_OTHERS.test(clause)) && !SPEAKS_THERE.test(clause) ? 3 : 0) -
    (CONSIDERS.test(clause) && due === null ? 3 : 0) -
    (PROPOSES_TO_DO.test(clause) && !answersRequest(heard) ? 1.5 : 0) -
    (RECAP.test(clause) ? 3 : 0);
  return score >= 2;
}

/** 「という結論でまとめます」「適当であると認めます」「そのようにいたします」. */
const CONCLUDES =
  /(?:結論|答申|方向|方針|整理|適当|妥当|相当)[^。]{0,10}(?:で|と)、?(?:まとめ|認め|整理し|決め|進め)(?:ます|たい)|(?:結論|答え|方針)(?:を|は)(?:出|決め|固め)|^(?:では|それでは|はい|、)*(?:そのように|このように|さよう)(?:に)?(?:いたし|し|させて|取り計ら|決)/u;
const decides = (clause: string): boolean =>
  CONCLUDES.test(clause) ||
  MEETING_ACTS.test(clause) ||
  WAITS.some((rule) => rule.test(clause.replace(/。$/u, ''))) ||
  STATES_OUTCOME.some((rule) => rule.test(clause.replace(/。$/u, '')));

/** 「事務局で基準を整理したうえで、次回改めて審議します」: put off, so that somebody prepares it. */
function preparesForIt({ clause, speech, sentence }: Heard, actor: Mention | null): boolean {
  if (actor === null || actor.owner === null || actor.weight < 3 || !speech.leads(sentence.speaker)) return false;
  return /(?:うえで|(?:もらっ|いただい)て|てから)/u.test(clause.slice(actor.to)) && WORK.test(clause.slice(actor.to));
}

/** 「午前中に出して」 from who leads, and then somebody else speaks. */
function ordersBarely({ sentence, speech }: Heard): boolean {
  const after = speech.sentences[sentence.index + 1];
  return (
    sentence.speaker !== null &&
    speech.leads(sentence.speaker) &&
    (after?.speaker !== sentence.speaker || /。$/u.test(sentence.folded))
  );
}

function isTaken({ sentence, speech }: Heard): boolean {
  const after = speech.sentences[sentence.index + 1];
  return after !== undefined && after.speaker !== sentence.speaker && TAKES_OFFER.test(after.folded);
}

/** 「私から先方に頼みます」: what the speaker does is to ask. */
const asksOthers = ({ clause, mentions, speech, sentence }: Heard): boolean =>
  (ASKS_OTHERS.test(clause) && sentence.speaker !== null && !speech.leads(sentence.speaker)) ||
  (/(?:頼み|お願いし|依頼し)ます(?:ね|よ)?[。]?$/u.test(clause) &&
    mentions.some(({ owner, weight }) => owner === null && weight >= 3.5));

/** How to behave, greetings, what is done here and now, and when they meet again. */
const isNoWork = ({ clause, due, sentence, speech }: Heard): boolean =>
  [GREETS, NOW_AND_HERE, LEFT_TO_CHAIR, OF_THE_MEETING].some((rule) => rule.test(clause)) ||
  (due === null && (MANNER.test(clause) || FORBIDS.test(clause))) ||
  (NOMINATES.test(clause) && isForOffice(sentence, speech));

const isForOffice = ({ index }: Sentence, { sentences }: Speech): boolean =>
  sentences
    .slice(Math.max(0, index - 2), index + 1)
    .some(({ folded }) => OFFICE.test(folded) && /互選|選出|選任|推薦|指名|就任|改選/u.test(folded));

/** 「施設課に資料を確認させて、明日の朝に報告させてください」, from who leads. */
const causesOthers = ({ clause, mentions, speech, sentence }: Heard): boolean =>
  /せて(?:おいて)?(?:ください|くれ)[。]?$/u.test(clause) &&
  speech.leads(sentence.speaker) &&
  mentions.some(({ to, owner }) => owner !== null && /^(?:さん)?に/u.test(clause.slice(to)));

/** What a clause does: asks, assigns, promises, lists; null where it gives nobody anything to do. */
export function askingOf(heard: Heard, actor: Mention | null): Asking | null {
  const { clause, due } = heard;
  if (isNoWork(heard)) return null;
  if (causesOthers(heard)) return 'REQUEST';
  if (decides(clause) && !REQUEST.test(clause)) return preparesForIt(heard, actor) ? 'ASSIGNMENT' : null;
  const named = actor !== null;
  if (REQUEST.test(clause) && !asksOthers(heard))
    return asksEnough(heard, named && actor.owner !== null, 1) ? 'REQUEST' : null;
  if (BARE_TE.test(clause) && ordersBarely(heard))
    return asksEnough(heard, named && actor.owner !== null, 1) ? 'REQUEST' : null;
  if (CAUSES.test(clause) && due?.strength === 'LIMIT' && heard.speech.leads(heard.sentence.speaker)) return 'REQUEST';
  if (OFFERS.test(clause) && isTaken(heard)) return WORK.test(clause) || due !== null || named ? 'PROMISE' : null;
  if (ASSIGNING.test(clause))
    return (named || due?.strength === 'LIMIT') && asksEnough(heard, named, 1) ? 'ASSIGNMENT' : null;
  const promises =
    (PROMISE.test(clause) || WEAK_PROMISE.test(clause)) && (WEAK_PROMISE.test(clause) || !STATES.test(clause));
  // Of those whom nobody named to us a verb tells, it gives them nothing to do.
  const isOurs = named && actor.weight >= 3.5 && (actor.owner === null || actor.owner.name !== null || due !== null);
  if (promises) return promisesEnough(heard, isOurs || asksOthers(heard)) ? 'PROMISE' : null;
  if (
    due?.strength === 'LIMIT' &&
    PLAINLY_BY.test(clause) &&
    !QUESTION.test(clause) &&
    !IFS.test(clause) &&
    !PLANS.test(clause)
  )
    return 'PROMISE';
  const listed = named && actor.owner !== null && due?.strength === 'LIMIT' && WORK.test(clause);
  return listed && !QUESTION.test(clause) && !STATES.test(clause) ? 'LISTED' : null;
}
