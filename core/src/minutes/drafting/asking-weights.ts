import {
  ASKS_WORDS,
  DEEDS,
  ENTRUSTS,
  FIRM,
  GIVES_FLOOR,
  HANDS_ON,
  IFS,
  INVITING,
  LATER,
  LOOKING,
  PLANS,
  PREPARES,
  PROCEDURE,
  PROMISE,
  RECAP,
  SPEAKS_THERE,
  STATES,
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
  answersOwnName,
  answersRequest,
  answersWho,
  apologises,
  echoesRequest,
  type Heard,
  inMonologue,
  isAccepted,
  isAgreedTo,
  isDeclined,
  isOnlyAgreedTo,
  isThanked,
  repliesAtOnce,
} from './around.ts';
import type { FoundDue } from './due-dates.ts';
import type { Mention } from './mentions.ts';
import { takesOnPlainly } from './plain-forms.ts';

// How much speaks for it that a clause gives somebody something to do after the meeting, and how much against it.

interface Reason {
  readonly holds: boolean;
  readonly weighs: number;
}

const sumOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { holds, weighs }) => sum + (holds ? weighs : 0), 0);

const dueWeight = (due: FoundDue | null): number =>
  due === null ? 0 : due.strength === 'LIMIT' ? 2 : due.day === null ? 0.5 : 1;

/** 「今すぐ」 may be in the meeting itself. */
const isLater = ({ due, clause }: Heard): boolean =>
  (due !== null && !/^(?:今|すぐ|この(?:あと|後))/u.test(due.words)) || LATER.test(clause);

/** 「資料の作成をお願いします」「周知をよろしくお願いします」: a deed, and no turn to speak. */
const WITH_A_DEED =
  /を[^、]*お願い|(?:周知|徹底|手配|準備|提出|回答|確認|連絡|対応|作成|調整|配布|協力)(?:の(?:ほど|件))?(?:を|も|は)?、?(?:[^。、]{0,6}、)?(?:どうぞ|ぜひ)?よろしくお願い/u;

/** Whoever is named with a request has work, whatever the verb. */
const isTold = (clause: string): boolean =>
  !ASKS_WORDS.test(clause) && !PROCEDURE.test(clause) && !GIVES_FLOOR.test(clause) && !LOOKING.test(clause);

export function asksEnough(heard: Heard, owner: boolean): boolean {
  const { clause, due, sentence, speech } = heard;
  const isWork =
    WORK.test(clause) ||
    PREPARES.test(clause) ||
    WORK_IF_ASKED.test(clause) ||
    (owner && (ENTRUSTS.test(clause) || isTold(clause))) ||
    isOnlyAgreedTo(heard) ||
    (isTold(clause) && isAgreedTo(heard) && !/(?:ように|こと)[。]?$/u.test(clause));
  if (!isWork && !due?.day && due?.strength !== 'LIMIT') return false;
  const [later, isLimit] = [isLater(heard), due?.strength === 'LIMIT'];
  const weight = sumOf([
    { holds: true, weighs: 1 + (isWork || owner ? dueWeight(due) : dueWeight(due) / 2) },
    { holds: isWork, weighs: 1 },
    { holds: owner, weighs: 1 },
    { holds: isAccepted(heard) !== null, weighs: 1 },
    { holds: isDeclined(heard), weighs: -2.5 },
    { holds: speech.leads(sentence.speaker), weighs: 0.5 },
    { holds: PROCEDURE.test(clause) && !later && !isOnlyAgreedTo(heard), weighs: -2.5 },
    { holds: LOOKING.test(clause) && !later, weighs: -2 },
    { holds: GIVES_FLOOR.test(clause) && !isLimit && !WITH_A_DEED.test(clause), weighs: -2.5 },
    { holds: INVITING.test(clause) && !isLimit, weighs: -2.5 },
    { holds: PLANS.test(clause) && isAccepted(heard) === null && !isLimit, weighs: -1.5 },
    { holds: WISHES.test(clause) && !owner && isAccepted(heard) === null && !isAgreedTo(heard), weighs: -1.5 },
    { holds: WHERE_IT_APPLIES.test(clause) && !isLimit, weighs: -1.5 },
  ]);
  return weight >= 2.5;
}

/** 「早めに決めてほしい」, and nobody answers. */
const WISHES =
  /(?:[てで](?:ほしい|欲しい|もらいたい|いただきたい))(?:です|と(?:思います|存じます|思う))?(?:ね|な|よ|けど|が)*[。]?$/u;
/** 「都合が悪い場合はお知らせください」. */
const WHERE_IT_APPLIES = /(?:場合|とき|際)(?:は|には)[^。]*(?:ください|お願い)/u;
/** 「説明会は12月に開催します」: what happens is told, unless somebody asked for it. */
const HAPPENS =
  /(?:開催|実施|開始|着手|着工|完成|発注|契約|公表|公開|施行|設置|整備|募集|運用|稼働|供用|締結|選定|決定|策定|改定|導入|拡大|廃止|配置|支給|交付|認定|議決|提案|上程|工事|入札|試行|移行|更新|支援|推進)(?:を(?:し|行い|いたし))?(?:し|いたし|させていただき|さ(?:せ|れ)|を始め)?(?:ます|てまいります|ていきます)|(?:行い|開き|始め|進め|設け|迎え|入り|移り|続け|終え|結び)ます/u;
/** 「来年度に進めたいと考えております」: an intention, unless it answers a request. */
const PROPOSES_TO_DO = /したいと(?:考えて|思って)(?:い|おり)ます[。]?$/u;
/** 「検討してまいります」, without a day. */
const CONSIDERS = /検討(?:して|させて)/u;
/** 「では、図面を起こしてお持ちします」: what follows from what was just said. */
const COMMITS =
  /^(?:(?:はい|そうですね|なるほど|ええ|確かに|わかりました|承知しました|ご指摘のとおりです)[、。]?)*(?:では|じゃあ?|それでは|それなら|でしたら)、?(?!.*(?:続|次|始|移|議題))/u;

/** 「持ち主にはいつ渡るんですか」「造成してからお渡しします」: tells how it goes. */
function answersFact({ sentence, speech }: Heard): boolean {
  const before = speech.sentences[sentence.index - 1];
  if (before === undefined || before.speaker === sentence.speaker) return false;
  return ASKS_A_FACT.test(before.folded) && !ASKS_A_DEED.test(before.folded);
}
const ASKS_A_FACT =
  /(?:いつ|どこ|誰が?|何(?:を|が|で|人|件|枚|日|時)|どう(?:やって|いう|なる|なって|する)|いくら|どれ|どの)[^。]{0,30}[かのはね][。?？]*$|(?:は|が)[?？]$|(?:のは|んです|るの|でしょう|です)か[。?？]*$/u;
const ASKS_A_DEED =
  /(?:いただけ|もらえ|くれ|でき|られ|ましょう|お願い|よろしい|いい|ませんか|[えけせてねべめれげ](?:ます|る)[か?？])/u;

/** 「はい、会場を整えます」. */
const TAKES_ORDER = /^(?:はい|承知しました|わかりました|かしこまりました)、?[^。]{4,}/u;

/** 「28日までにしましょう」: settled together. */
const TOGETHER = /(?:ましょう|[こそとのもろよ]う)(?:か)?(?:ね)?[。]?$/u;

const isVague = ({ clause, due }: Heard, owner: boolean): boolean =>
  due === null &&
  !owner &&
  !LATER.test(clause) &&
  !PREPARES.test(clause) &&
  !DEEDS.test(clause) &&
  !WORK.test(clause.replaceAll(VAGUE, ''));

/** 「私が替わります」: whatever the verb, it is the speaker's. Not 「うちは…」, which tells how it is there. */
const isOwnDeed = ({ clause, mentions }: Heard): boolean =>
  PROMISE.test(clause) &&
  !STATES.test(clause) &&
  mentions.some(({ owner, weight, to }) => owner === null && weight >= 3.5 && !/^[はも]/u.test(clause.slice(to)));

export function promisesEnough(heard: Heard, owner: boolean): boolean {
  const { clause, due, sentence, speech } = heard;
  const later = isLater(heard);
  const plainly = takesOnPlainly(heard);
  const isDeed = WORK.test(clause) || TAKES_ON.test(clause) || PREPARES.test(clause) || plainly;
  const commits =
    COMMITS.test(sentence.folded) && !speech.leads(sentence.speaker) && WORK.test(clause.replaceAll(VAGUE, ''));
  const answers = answersRequest(heard);
  const isPromise = PROMISE.test(clause) && !STATES.test(clause);
  const excused =
    PROCEDURE.test(clause) && !later && !(owner && TELLS_OTHERS.test(clause)) && !SPEAKS_THERE.test(clause);
  const isEvident = isDeed || DEEDS.test(clause) || due !== null || owner || apologises(heard) || agreed(heard);
  if (!isEvident && !echoesRequest(heard) && !answersWho(heard) && !answersOwnName(heard)) return false;
  const weight = sumOf([
    { holds: true, weighs: dueWeight(due) },
    { holds: isDeed || isOwnDeed(heard) || (agreed(heard) && isPromise), weighs: 1 },
    { holds: FIRM.test(clause) || WILL_TELL.test(clause) || plainly, weighs: 1.5 },
    { holds: isVague(heard, owner) && !plainly, weighs: -1 },
    {
      holds: due !== null && due.day === null && !/^\d{1,2}月$/u.test(due.words) && HANDS_ON.test(clause),
      weighs: 0.5,
    },
    { holds: owner, weighs: 1 },
    { holds: LATER.test(clause), weighs: 1 },
    { holds: DEEDS.test(clause) && repliesAtOnce(heard), weighs: 1 },
    { holds: commits && repliesAtOnce(heard), weighs: 1 },
    { holds: TAKES_ORDER.test(sentence.folded) && DEEDS.test(clause) && !speech.leads(sentence.speaker), weighs: 1 },
    { holds: apologises(heard) && !STATES.test(clause), weighs: isDeed ? 1 : 2 },
    { holds: echoesRequest(heard), weighs: isDeed ? 1 : 2 },
    { holds: SPEAKS_THERE.test(clause), weighs: 1 },
    { holds: isPromise && !isDeed && (answersWho(heard) || answersOwnName(heard)), weighs: 1 },
    { holds: isPromise && answersOwnName(heard), weighs: 1 },
    { holds: isThanked(heard) && (isDeed || due !== null), weighs: 1 },
    { holds: isPromise && due !== null && repliesAtOnce(heard) && !HAPPENS.test(clause), weighs: 0.5 },
    { holds: answers || (accepts(heard) && agreed(heard)), weighs: 1 },
    { holds: WEAK_PROMISE.test(clause), weighs: -0.5 },
    { holds: inMonologue(heard), weighs: -1 },
    { holds: PLANS.test(clause), weighs: due?.strength === 'LIMIT' && due.day !== null ? -0.5 : -1.5 },
    { holds: IFS.test(clause), weighs: -2 },
    { holds: excused, weighs: FIRM.test(clause) && (PREPARES.test(clause) || DEEDS.test(clause)) ? -0.5 : -3 },
    { holds: CONSIDERS.test(clause) && due === null, weighs: -3 },
    { holds: PROPOSES_TO_DO.test(clause) && !answers, weighs: -2.5 },
    {
      holds: HAPPENS.test(clause) && !agreed(heard) && !answers && !owner && !commits && !apologises(heard),
      weighs: -1.5,
    },
    { holds: TOGETHER.test(clause) && !owner, weighs: -1 },
    { holds: answersFact(heard) && !owner, weighs: -1.5 },
    { holds: RECAP.test(clause), weighs: -3 },
  ]);
  return weight >= 2;
}

/** Of those whom nobody named to us a verb tells, it gives them nothing to do. */
export const isForOneNamed = (actor: Mention | null, due: FoundDue | null): boolean =>
  actor !== null && actor.weight >= 3.5 && (actor.owner === null || actor.owner.name !== null || due !== null);
