import { ASKS_OTHERS, calledBefore, hasOutsidersDo } from './action-owners.ts';
import {
  ADVISES,
  ASSIGNING,
  BARE_TE,
  CAUSES,
  DUE_THERE,
  FORBIDS,
  GREETS,
  HOW_IT_IS,
  IFS,
  LEFT_TO_CHAIR,
  LETS,
  MANNER,
  MEETING_ACTS,
  NOW_AND_HERE,
  OF_THE_MEETING,
  OFFERS,
  ON_THE_SPOT,
  PLAINLY_BY,
  PLANS,
  PROMISE,
  REQUEST,
  ROUTINE,
  SHELVES,
  SPEECH_ACTS,
  STATES,
  TAKES_OFFER,
  WAITING,
  WEAK_PROMISE,
  WORK,
} from './action-words.ts';
import { type Heard, isAccepted, isAgreedTo, isDeclined, isSettledAgainst, QUESTION } from './around.ts';
import { asksEnough, isForOneNamed, promisesEnough } from './asking-weights.ts';
import { ACCEPTED, CONTINUED, REJECTED } from './decision-words.ts';
import type { Mention } from './mentions.ts';
import { commands, makesOthersDo, ordersWithoutVerb, takesOnPlainly } from './plain-forms.ts';
import { WAITS } from './ruling-talk.ts';
import { NOMINATES, OFFICE } from './ruling-words.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

export type Asking = 'REQUEST' | 'ASSIGNMENT' | 'PROMISE' | 'LISTED';

// What decides a matter gives nobody work by itself.
const STATES_OUTCOME = [REJECTED, ACCEPTED, CONTINUED];

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
function ordersBarely(heard: Heard): boolean {
  const { sentence, speech } = heard;
  const after = speech.sentences[sentence.index + 1];
  const obeyed = () => isAccepted(heard) !== null || /^(?:ああ|はい|、)*そうですね/u.test(after?.folded ?? '');
  return (
    sentence.speaker !== null &&
    (speech.leads(sentence.speaker) || obeyed()) &&
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
  [GREETS, NOW_AND_HERE, LEFT_TO_CHAIR, OF_THE_MEETING, SPEECH_ACTS, SHELVES, WAITING, ON_THE_SPOT].some((rule) =>
    rule.test(clause),
  ) ||
  (due === null && (MANNER.test(clause) || FORBIDS.test(clause) || ROUTINE.test(clause))) ||
  (NOMINATES.test(clause) && isForOffice(sentence, speech));

const isForOffice = ({ index }: Sentence, { sentences }: Speech): boolean =>
  sentences
    .slice(Math.max(0, index - 2), index + 1)
    .some(({ folded }) => OFFICE.test(folded) && /互選|選出|選任|推薦|指名|就任|改選/u.test(folded));

/** 「施設課に資料を確認させて、明日の朝に報告させてください」, from who leads. */
const causesOthers = ({ clause, mentions, speech, sentence }: Heard): boolean =>
  /せて(?:おいて)?(?:ください|くれ)[。]?$/u.test(clause) &&
  (speech.leads(sentence.speaker) || /くれ[。]?$/u.test(clause)) &&
  mentions.some(({ to, owner }) => owner !== null && /^(?:さん)?に/u.test(clause.slice(to)));

/** 「4日でお願いします」「そうしといて」「頼みますよ」: no deed is named, and nobody was called just before. */
const SAYS_NO_DEED =
  /^(?:はい|じゃあ?|では|それでは|ほな|うん|まあ|、|。)*(?:それ(?:で|は)?|そう|そのように|そういうこと|その線|どうか|ひとつ|ぜひ|ぜひとも|それだけ)?(?:で|に|は)?、?(?:よろしく)?、?(?:お願い(?:いた)?(?:し(?:ます|たい(?:です|と思います)))?|頼(?:みます|む|んだ)|し(?:とい|てお)?て(?:ください|くれ)?)(?:よ|ね|な|わ|で|や|か)*[。]?$/u;

function namesNoDeed(heard: Heard): boolean {
  const { clause, due } = heard;
  if (due?.strength === 'LIMIT') return false;
  if (HOW_IT_IS.test(clause) && !heard.mentions.some(({ weight }) => weight >= 3.5)) return true;
  const bare = due === null ? clause : clause.replace(due.words, '');
  return SAYS_NO_DEED.test(bare) && calledBefore(heard) === null;
}

/** 「木村さん、見積り取れます？」「はい、取れますよ」. */
const MAY_THEY = /(?:[えけせてねべめれげ]|られ|でき)(?:そう|ます|る)(?:か)?[?？。]*$/u;
const mayThey = (heard: Heard, actor: Mention | null): boolean =>
  actor?.owner != null &&
  /[?？]|か[。]?$/u.test(heard.sentence.folded) &&
  MAY_THEY.test(heard.clause) &&
  heard.speech.leads(heard.sentence.speaker) &&
  (isAgreedTo(heard) || isAccepted(heard) !== null);

function asksOf(heard: Heard, actor: Mention | null): Asking | null {
  const { clause } = heard;
  const named = actor !== null && actor.owner !== null;
  if (isSettledAgainst(heard)) return null;
  if (LETS.test(clause)) return isAgreedTo(heard) ? 'REQUEST' : null;
  if (ADVISES.test(clause)) return isAgreedTo(heard) || named ? (asksEnough(heard, named) ? 'REQUEST' : null) : null;
  return !namesNoDeed(heard) && asksEnough(heard, named) ? 'REQUEST' : null;
}

const asks = (heard: Heard, actor: Mention | null): boolean =>
  ((REQUEST.test(heard.clause) || LETS.test(heard.clause) || ADVISES.test(heard.clause)) && !asksOthers(heard)) ||
  (BARE_TE.test(heard.clause) && ordersBarely(heard)) ||
  commands(heard) ||
  mayThey(heard, actor) ||
  (DUE_THERE.test(heard.clause) && heard.due?.strength === 'LIMIT');

/** What a clause does: asks, assigns, promises, lists; null where it gives nobody anything to do. */
export function askingOf(heard: Heard, actor: Mention | null): Asking | null {
  const { clause, due } = heard;
  if (isNoWork(heard)) return null;
  if (causesOthers(heard)) return 'REQUEST';
  if (decides(clause) && !REQUEST.test(clause)) return preparesForIt(heard, actor) ? 'ASSIGNMENT' : null;
  const named = actor !== null;
  if (asks(heard, actor)) return asksOf(heard, actor);
  if (ordersWithoutVerb(heard)) return isDeclined(heard) ? null : 'REQUEST';
  if (CAUSES.test(clause) && due?.strength === 'LIMIT' && heard.speech.leads(heard.sentence.speaker)) return 'REQUEST';
  if (OFFERS.test(clause) && isTaken(heard)) return WORK.test(clause) || due !== null || named ? 'PROMISE' : null;
  if (makesOthersDo(heard) && !IFS.test(clause) && !PLANS.test(clause)) return 'PROMISE';
  if (hasOutsidersDo(heard, actor)) return 'PROMISE';
  if (ASSIGNING.test(clause))
    return (named || (due?.strength === 'LIMIT' && heard.speech.leads(heard.sentence.speaker))) &&
      asksEnough(heard, named)
      ? 'ASSIGNMENT'
      : null;
  const promises =
    takesOnPlainly(heard) ||
    ((PROMISE.test(clause) || WEAK_PROMISE.test(clause)) && (WEAK_PROMISE.test(clause) || !STATES.test(clause)));
  if (promises) return promisesEnough(heard, isForOneNamed(actor, due) || asksOthers(heard)) ? 'PROMISE' : null;
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
