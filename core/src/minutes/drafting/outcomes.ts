import {
  ACCEPTED,
  AS_PROPOSED,
  CHAIR_WISHES,
  CHANGED,
  CONTINUED,
  DEPENDS,
  DRAWS_CONCLUSION,
  EARLIER,
  FOUND_CONSENT,
  GIVEN_UP,
  LATER_ON_CUES,
  MINUTES_OF_LAST,
  NOT_SETTLING,
  ONLY_PROCEDURE,
  PROPOSES,
  PROPOSING,
  REJECTED,
  REPORTING,
  RESOLVES_AT_LAST,
  SETTLES,
  SETTLES_ALONE,
  TAKES_NOTE,
  TOLD_AS_PAST,
  UNCHANGED,
} from './decision-words.ts';
import type { Mention } from './mentions.ts';
import { ANNOUNCES, AS_AMENDED, HEARS_REPORT, TURNS_DOWN, WAITS } from './ruling-talk.ts';
import { DECLINES, FLOATS, NOT_TO_DO, ON_TERMS, PUTS_OFF } from './ruling-words.ts';
import { floated, isNoMatter, movesWhatWasSet, putsOff, ruled } from './rulings.ts';
import type { Sentence } from './sentences.ts';
import { DENIES_SURELY } from './short-ruling-words.ts';
import { deniesShortly, endsIt, putsOffShortly, ruledShortly } from './short-rulings.ts';

/** 会議結果報告書: 案のとおり決定, 一部修正, 継続検討, 否決, 報告了承. */
export const OUTCOMES = [
  'APPROVED_AS_PROPOSED',
  'APPROVED_WITH_CHANGES',
  'CONTINUED',
  'REJECTED',
  'REPORT_ACCEPTED',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What was said of the matter before a sentence. */
export interface Topic {
  readonly sentence: Sentence;
  readonly before: readonly Sentence[];
  /** The sentence behind it. */
  readonly after: Sentence | undefined;
  readonly leads: boolean;
  /** What consent was sought for, while it is awaited. */
  readonly awaited: Outcome | null;
  /** Something was settled within the last sentences. */
  readonly justSettled: boolean;
  /** What somebody else says behind this turn. */
  readonly next: Sentence | undefined;
  /** What the speaker says before somebody else does, this sentence among it. */
  readonly turn: readonly Sentence[];
  readonly mentionsIn: (sentence: string) => readonly Mention[];
}

const BARE =
  /^(?:では|それでは|よって|したがって|はい|じゃあ)?、?(?:そのように|このように|そう(?!い)|それで|この(?:内容|形|案|方向)で|その(?:形|内容|案|方向)で)/u;
const CLOSES = /よって|以上により|したがって|異議|挙手|賛成|全員|本日/u;
const CHOSEN =
  /(?:選任|選出|選定|採用|任命|推薦)(?:する)?(?:こと|もの)?(?:(?:に|と)(?:決し|決定し|いたし|し|なり)(?:ます|ました)|(?:いた)?します|されました|です)$/u;
const FORMAL_LATER = /継続(?:審議|協議|検討|審査|案件)|保留|持ち越|先送り/u;

const countOf = (sentences: readonly Sentence[], rule: RegExp): number =>
  sentences.reduce((count, { folded }) => count + (rule.test(folded) ? 1 : 0), 0);

/** 「了承」 answers a report, unless it was a proposal that had been laid before the meeting. */
function isReport({ before, sentence }: Topic): boolean {
  if (/報告/u.test(sentence.folded)) return true;
  const [reports, proposals] = [countOf(before, REPORTING), countOf(before, PROPOSING)];
  return reports >= proposals && !/原案|提案|案のとおり|議案/u.test(sentence.folded);
}

function isOnlyTold(clause: string, { leads, sentence, awaited }: Topic): boolean {
  if (GIVEN_UP.test(clause) || DEPENDS.test(clause)) return true;
  const byNobody =
    sentence.speaker === null && /(?:\d+月|年度?|昨)[^。]{0,30}$/u.test(clause) && !/日[にで]決/u.test(clause);
  if ((!leads || byNobody) && awaited === null && !CLOSES.test(clause) && TOLD_AS_PAST.test(clause)) return true;
  if (EARLIER.test(clause) && TOLD_AS_PAST.test(clause) && !MINUTES_OF_LAST.test(clause)) return true;
  if (/て(?:おります|います|ある|ございます|おりました|いました)$|[たる]もので(?:す|ございます)$/u.test(clause))
    return true;
  return PROPOSES.test(clause) && !(leads && CHAIR_WISHES.test(clause));
}

const amends = (text: string): boolean => (CHANGED.test(text) || AS_AMENDED.test(text)) && !UNCHANGED.test(text);

/** What a wording that approves comes to: changed on the way or not, a report or a proposal. */
function approved(clause: string, topic: Topic): Outcome {
  const { sentence, awaited } = topic;
  const changed = amends(sentence.folded);
  if (/報告[はに](?:つい|、|は)?[^。]{0,8}了/u.test(clause) || /報告として|承(?:り|った)|聞き置/u.test(clause))
    return 'REPORT_ACCEPTED';
  if (changed || movesWhatWasSet(floated(topic.before, sentence.speaker))) return 'APPROVED_WITH_CHANGES';
  if (ACCEPTED.test(clause) && isReport(topic)) return 'REPORT_ACCEPTED';
  const asProposed = /原案|案のとおり|提案のとおり/u.test(sentence.folded) && awaited !== 'APPROVED_WITH_CHANGES';
  return asProposed || awaited === null ? 'APPROVED_AS_PROPOSED' : awaited;
}

function settles(clause: string, topic: Topic): boolean {
  const { leads, sentence, awaited, before } = topic;
  if (
    !leads ||
    (topic.justSettled && awaited === null) ||
    !(SETTLES.test(clause) || RESOLVES_AT_LAST.test(clause)) ||
    NOT_SETTLING.test(clause)
  )
    return false;
  if (topic.mentionsIn(clause).some(({ owner, weight }) => owner !== null && weight >= 4)) return false;
  const consented = before.slice(-3).some(({ folded }) => FOUND_CONSENT.test(folded));
  return awaited !== null || consented || SETTLES_ALONE.test(clause) || DRAWS_CONCLUSION.test(sentence.folded);
}

/** The outcome that a clause states, or null where it states none: told, wished, denied or on a condition. */
export function declared(clause: string, topic: Topic): Outcome | null {
  if (isNoMatter(clause)) return null;
  if (putsOff(clause, topic) || putsOffShortly(clause, topic)) return 'CONTINUED';
  if (topic.leads && WITHDRAWN.test(clause)) return 'REJECTED';
  if (DECLINES.test(clause) && topic.before.slice(-6).some(({ folded }) => FLOATS.test(folded))) return 'REJECTED';
  if (deniesShortly(clause, topic)) return 'REJECTED';
  return stated(clause, topic) ?? hearsReport(clause, topic) ?? ruled(clause, topic) ?? ruledShortly(clause, topic);
}

/** 「今回の案は取り下げまして、来年度も人口割のままといたします」 */
const WITHDRAWN = /(?:案|提案|議案|この件|本件|これ)[^。、]{0,6}(?:取り下げ|撤回し|引っ込め|白紙に戻し)(?:まし)?て、/u;

/** 「けっこう。ご苦労さまでした」, behind a report to which nobody wished for anything. */
function hearsReport(clause: string, topic: Topic): Outcome | null {
  const { leads, before, sentence } = topic;
  if (!leads || !HEARS_REPORT.test(clause) || topic.justSettled) return null;
  const near = before.slice(-8);
  const told = countOf([...near, sentence], REPORTING) + countOf(near, TELLS_RESULT) > 0;
  return told && floated(before.slice(-4), sentence.speaker).length === 0 ? 'REPORT_ACCEPTED' : null;
}
const TELLS_RESULT = /(?:実績|結果|状況|件数|利用者|経過|概要)(?:は|が|で|について|。|$)/u;

/** 「歓送迎会は4月9日に決まりました」: nobody had put it before the meeting. */
const isAnnounced = (clause: string, { awaited, before, sentence }: Topic): boolean =>
  awaited === null &&
  /(?:[0-9]{1,9}[月日時]|曜日?)に(?:決まり|決定し|確定し|なり)ました$/u.test(clause) &&
  !CLOSES.test(sentence.folded) &&
  (/^(?:あと|なお|ちなみに|それから)/u.test(sentence.folded) ||
    !before
      .slice(-6)
      .some(({ folded }) => FLOATS.test(folded) || FOUND_CONSENT.test(folded) || PROPOSING.test(folded)));

function stated(clause: string, topic: Topic): Outcome | null {
  if (isOnlyTold(clause, topic)) return null;
  const { leads } = topic;
  if (
    leads &&
    /不採択|不承認|否決|不同意/u.test(clause) &&
    /(?:決定|決し|なり|されました|します)/u.test(clause.slice(-9))
  )
    return 'REJECTED';
  if (leads && (CHOSEN.test(clause) || ANNOUNCES.test(topic.sentence.folded.replace(/[。]$/u, ''))))
    return approved(clause, topic);
  if (REJECTED.test(clause) && (leads || /否決|不採択|却下|不承認/u.test(clause))) return 'REJECTED';
  if (CONTINUED.test(clause) && (leads || FORMAL_LATER.test(clause))) return 'CONTINUED';
  if (leads && TAKES_NOTE.test(clause) && isReport(topic) && countOf(topic.before.slice(-8), REPORTING) > 0)
    return 'REPORT_ACCEPTED';
  if (isAnnounced(clause, topic)) return null;
  if (AS_PROPOSED.test(clause) || (ACCEPTED.test(clause) && leads)) return approved(clause, topic);
  const isRefusal = NOT_TO_DO.test(clause) && floated(topic.before, topic.sentence.speaker).length > 0;
  if (isRefusal || !settles(clause, topic)) return null;
  if (DENIES_SURELY.test(clause)) return endsIt(topic) ? approved(clause, topic) : 'REJECTED';
  if (BARE.test(clause) && topic.awaited !== null) return topic.awaited;
  const onTerms = ON_TERMS.test(clause) && !UNCHANGED.test(clause);
  return onTerms ? 'APPROVED_WITH_CHANGES' : approved(clause, topic);
}

const ASKED_FOR: readonly (readonly [RegExp, Outcome])[] = [
  [
    /否決|不採択|却下|不承認|(?:は|を)不要(?:という|と)|[^。]{1,20}[ぁ-ん]ないこと(?:に|と|で)[^。]{0,8}(?:よろしい|いい|異議)|見送(?:り|る)|差し戻(?:し|す)|取り下げ/u,
    'REJECTED',
  ],
  [
    /継続(?:審議|協議|検討|審査)?|保留|持ち越|先送り|次回(?:に|へ|改めて|また|もう一度|再度|の会議で)[^。]{0,16}(?:審議|協議|検討|諮|決|議論)/u,
    'CONTINUED',
  ],
  [
    /もう(?:一度|一回|1度|1回)[^。]{0,24}(?:揉|もん|練|検討|議論|協議|審議|考え|話し合)|結論(?:は|を)[^。]{0,6}(?:急がず|出さず)/u,
    'CONTINUED',
  ],
];
/** 「みなさんどうですか、見本集で」. */
const ASKS_ALL =
  /[一-龠ァ-ヶ]で、?(?:皆(?:さん|様)|みなさん)、?(?:どう|いかが|よろしい|いい)(?:です|でしょう)か?(?:ね)?[。?？]*$/u;
/** Nobody asks for objections but to settle something. */
const OBJECTIONS = /(?:[をにでとが]|こと|もの|する|ます)[^。]{0,20}(?:異議|異論|異存)/u;
const DECIDING = /可決|議決|採択|承認|決定|認定|同意|合意|原案|案のとおり|提案のとおり|決め|決す/u;

/** 「依頼するのは総務課でいいですか」 asks who does it. */
const givesWork = (question: string, { mentionsIn }: Topic): boolean =>
  mentionsIn(question).some(
    ({ to, owner }) => owner !== null && /^(?:さん)?で(?:いい|よろしい|よい)/u.test(question.slice(to)),
  );

/** 「…ことにしませんか」 as it would be stated. */
const statedBy = (question: string): string =>
  question.replace(/か(?:ね|な)?[。?？]*$/u, '').replace(/ません$/u, 'ます');

/** 「7時は難しい。7時半でどうでしょう。」 */
const offersInstead = ({ before, sentence }: Topic): boolean =>
  before.at(-1)?.speaker === sentence.speaker && TURNS_DOWN.test((before.at(-1)?.folded ?? '').replace(/[。]$/u, ''));

/** The outcome for which a question seeks consent; null where it is about nothing that a meeting decides. */
export function asked(question: string, topic: Topic): Outcome | null {
  const named = ASKED_FOR.find(([rule]) => rule.test(question))?.[1];
  if (named) return named;
  if (LATER_ON_CUES.test(question)) return 'CONTINUED';
  if (amends(question) || offersInstead(topic)) return 'APPROVED_WITH_CHANGES';
  if (/了承|報告のとおり|報告(?:は|を|について)[^。]{0,12}(?:認め|承認|受け)/u.test(question) && isReport(topic))
    return 'REPORT_ACCEPTED';
  if ([...PUTS_OFF, ...WAITS].some((rule) => rule.test(statedBy(question)))) return 'CONTINUED';
  if (DECIDING.test(question) || (topic.leads && OBJECTIONS.test(question))) return 'APPROVED_AS_PROPOSED';
  if (topic.leads && /(?:賛成|賛同)の(?:方|人|委員)[。]?$/u.test(question)) return 'APPROVED_AS_PROPOSED';
  if (topic.leads && ASKS_ALL.test(question) && !ONLY_PROCEDURE.test(question)) return 'APPROVED_AS_PROPOSED';
  const loose =
    topic.leads &&
    !givesWork(question, topic) &&
    !ONLY_PROCEDURE.test(question) &&
    /(?:で|て|ても|と(?:いうこと|する|して)|こと(?:に|と)して)(?:は)?(?:、)?(?:ご異議|異議|よろし[いゅ]|いい|よい|かまわ|大丈夫|結構|問題|差し支え|いかが|どう)|て(?:は|みては)(?:どう|いかが)|(?:ます|たいと(?:思います|存じます|考えます)|です|ということ|ということで)(?:が|けれども|けど)?、?(?:皆(?:さん|様)(?:方)?)?、?(?:これで|それで)?、?(?:よろしい|いい|いかが|ご異議|異議)(?:です|でしょう|ござい|あり)|んじゃないですか(?:皆さん)?|(?:ましょう|ことに(?:し|いたし)ません)か(?:ね)?[。?？]*$/u.test(
      question,
    );
  return loose ? 'APPROVED_AS_PROPOSED' : null;
}

const ONLY_ASKS =
  /^(?:それで|これで|以上で|そういうことで|皆さん)?、?(?:(?:よろしい|いい|大丈夫)(?:です|でしょう)(?:か|(?:よ)?ね)(?:ね|な)?|(?:ご)?(?:異議|異論|反対|異存)(?:は|が)?(?:あり|ござい|な)[^。、]{0,10}|(?:皆さん)?(?:いかが|どう)(?:です|でしょう)(?:か)?(?:ね)?)[。?？]*$/u;
const LAID_OUT =
  /(?:(?:さ)?せて(?:いただき|もらい)(?:ます|たい[^。]{0,6})|すること(?:と|に)(?:し|いたし)ます|(?:し|いたし)たいと(?:思います|存じます)|(?:こと|形|方向|案)で|ましょう|(?:導入|実施|変更|適用|採用|開始|設置|設定|統一|廃止|延長|延期|拡大|追加|決定|継続|計上|認定|改正)し?ます|こと(?:と|に)(?:する|します)|これ(?:は|で)[^。、]{0,8}[うくすつぬむるぐぶ])(?:が)?[。]*$/u;

/** 「ロビーに限って認める方向で書かせてもらいます。よろしいですよね。」: the question is about what was said before it. */
export function askedOfBefore({ folded, speaker }: Sentence, topic: Topic): Outcome | null {
  const last = topic.before.at(-1);
  if (!topic.leads || !ONLY_ASKS.test(folded) || last === undefined || last.speaker !== speaker) return null;
  if (!LAID_OUT.test(last.folded) || NOT_SETTLING.test(last.folded)) return null;
  return asked(`${last.folded.replace(/[。]+$/u, '')}ということでよろしいですか`, topic);
}
