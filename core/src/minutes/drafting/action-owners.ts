import { ACCEPTING, DUE_THERE, PROMISE, STATES } from './action-words.ts';
import { type Heard, isAccepted, MONOLOGUE, next } from './around.ts';
import type { Asking } from './asking.ts';
import { actorIn, type Mention } from './mentions.ts';
import type { Owner } from './people.ts';
import type { Sentence } from './sentences.ts';

/** Who is to do it, as far as it was said. */
export function ownerOf(heard: Heard, asking: Asking, actor: Mention | null): Owner | null {
  const { speech, sentence } = heard;
  const speakers =
    sentence.speaker === null
      ? (introducedBefore(heard) ?? namedBefore(heard))
      : actor?.ofOwnUnit
        ? speech.unitOf(sentence.speaker)
        : speech.ownerOf(sentence.speaker);
  const own =
    heard.mentions.some(({ owner, weight }) => owner === null && weight >= 3.5) ||
    (!speech.leads(sentence.speaker) && ASKS_OTHERS.test(heard.clause));
  if (asking === 'PROMISE' && own && (actor?.weight ?? 0) < 5) return speakers;
  if (asking === 'PROMISE' && speakers !== null && isOwnUnit(actor, sentence)) return speakers;
  if (asking === 'PROMISE' && hasOutsidersDo(heard, actor)) return speakers;
  if (asking === 'PROMISE') return actor?.owner && actor.weight >= 3.5 ? actor.owner : speakers;
  if (DUE_THERE.test(heard.clause) && !NAMED_FIRST.test(heard.clause.slice(actor?.to ?? 0))) return everybody(heard);
  if (actor?.owner) return answeringFor(actor.owner, heard) ?? actor.owner;
  if (asking === 'ASSIGNMENT' && actor !== null) return speakers;
  return (
    everybody(heard) ??
    everyMember(heard) ??
    calledBefore(heard) ??
    speech.ownerOf(isAccepted(heard)?.speaker ?? isPromised(heard)?.speaker ?? null) ??
    spokenToBefore(heard) ??
    speech.ownerOf(partnerOf(heard))
  );
}

/** 「最終版の締切は4日、総務課に提出です」 names whither; 「各課は…」 names whose. */
const NAMED_FIRST = /^(?:さん)?(?:は|におい|が|で|から|、)/u;

/** 「協会で調べます」, in the mouth of 「タクシー協会 神崎」. */
const isOwnUnit = (actor: Mention | null, { speaker }: Sentence): boolean =>
  actor?.owner?.name === null && speaker !== null && speaker.includes(actor.owner.said);

/** 「業者に日を変えてもらいます」: whoever says so asks them. */
export const hasOutsidersDo = ({ clause }: Heard, actor: Mention | null): boolean =>
  actor?.owner != null &&
  actor.owner.name === null &&
  /^(?:さん|様)?に/u.test(clause.slice(actor.to)) &&
  /[てで](?:もら|いただ)(?:い|き)ます(?:ね|よ|が)*[。]?$/u.test(clause);

/** 「デザイナーさんに修正をお願いしときます」: theirs who asks. */
export const ASKS_OTHERS = /(?:お願いし|頼ん)(?:と|ど|てお|でお)きます/u;

/** Whoever speaks next says that they will. */
function isPromised({ speech, sentence }: Heard): Sentence | null {
  const after = next(speech, sentence);
  return after !== undefined && PROMISE.test(after.folded) && !STATES.test(after.folded) ? after : null;
}

/** Whom the speaker talks with: the one who spoke just before and answers now. */
function partnerOf({ speech, sentence }: Heard): string | null {
  const before = speech.sentences
    .slice(Math.max(0, sentence.index - MONOLOGUE), sentence.index)
    .findLast(({ speaker }) => speaker !== sentence.speaker);
  const after = next(speech, sentence);
  return before?.speaker === after?.speaker ? (after?.speaker ?? null) : null;
}

/** 「すみません、市民税課です。…」: where nobody is told apart, people say who they are. */
function introducedBefore({ speech, sentence }: Heard): Owner | null {
  const near = speech.sentences.slice(Math.max(0, sentence.index - 3), sentence.index + 1).toReversed();
  for (const { folded } of near) {
    const called = speech.mentionsIn(folded.slice(0, 30)).find(({ owner, from }) => owner !== null && from <= 8);
    if (called && /^(?:の[一-龠]{1,5})?(?:です|でございます)/u.test(folded.slice(called.to))) return called.owner;
  }
  return null;
}

/** 「テストデータは名取くんで。」 and somebody answers 「はい、16日までに作ります」. */
function namedBefore({ speech, sentence }: Heard): Owner | null {
  const before = speech.sentences[sentence.index - 1];
  if (before === undefined || !ACCEPTING.test(sentence.folded)) return null;
  return (
    actorIn(speech.mentionsIn(before.folded).filter(({ owner, weight }) => owner !== null && weight >= 3.5))?.owner ??
    null
  );
}

/** 「皆さんは中身を見て、18日までに返してください」: of all who are there. */
const everybody = ({ clause, due }: Heard): Owner | null =>
  due !== null &&
  /^(?:では|じゃあ?|それでは|あと|なお|、)*(?:(?:委員|各課|担当|出席|班長)の)?(?:皆(?:さん|様)|みなさん|全員)(?:は|には|も|で|、|におかれ)/u.test(
    clause,
  )
    ? { said: '皆さん', kind: 'UNIT', name: null }
    : null;

/** 「お気づきの点は25日までに事務局へお寄せください」: theirs who sit there. */
function everyMember({ clause, speech }: Heard): Owner | null {
  const members = speech.sentences.some(({ speaker }) => speaker !== null && /委員/u.test(speaker));
  return members &&
    /(?:ご意見|お気づき|ご不明|ご質問|ご提案|修正|候補)[^。]*(?:お寄せ|お出し|お送り|ご提出|ご連絡|お知らせ|ご回答)/u.test(
      clause,
    )
    ? { said: '各委員', kind: 'UNIT', name: null }
    : null;
}

/** 「早瀬さん、次のチラシの件。まとめといて。」: who was spoken to in the sentence before. */
function spokenToBefore({ speech, sentence }: Heard): Owner | null {
  const before = speech.sentences[sentence.index - 1];
  if (before === undefined || before.speaker !== sentence.speaker || before.folded.length > 40) return null;
  if (/(?:です|ます|ました|でした|か)[。?？]*$/u.test(before.folded)) return null;
  const first = speech.mentionsIn(before.folded).find(({ owner, from }) => owner !== null && from <= 4);
  return first && /^(?:さん|くん|君)?(?:、|は|に)/u.test(before.folded.slice(first.to)) ? first.owner : null;
}

/** 「財政課さん。」 said alone, and then what they are asked for. */
export function calledBefore({ speech, sentence }: Heard): Owner | null {
  const before = speech.sentences[sentence.index - 1];
  if (before === undefined || before.speaker !== sentence.speaker || before.folded.length > 30) return null;
  const mentions = speech.mentionsIn(before.folded);
  const called = mentions.at(-1);
  if (/任せ|担当|お願い/u.test(before.folded)) return actorIn(mentions)?.owner ?? null;
  return called !== undefined && /^(?:さん|様)?[、。]?$/u.test(before.folded.slice(called.to)) ? called.owner : null;
}

/** 「事務局は…」「校長先生も…」, and one of them answers: that one. */
function answeringFor({ name, said }: Owner, heard: Heard): Owner | null {
  const answer = name === null ? (isAccepted(heard) ?? isPromised(heard)) : null;
  if (!answer?.speaker) return null;
  const isOne = /^(?:事務局|担当(?:課|者)?|当局)$/u.test(said) || answer.speaker.includes(said);
  return isOne ? heard.speech.ownerOf(answer.speaker) : null;
}
