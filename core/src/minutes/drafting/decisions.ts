import { RECAP } from './action-words.ts';
import type { AgendaItem } from './agenda.ts';
import { beganWithProposal, isChanged, isOfMatter } from './changed-on-the-way.ts';
import { clausesOf } from './clauses.ts';
import { contentOf, shared } from './content.ts';
import { ASSENTS, CHAIR_WISHES, DRAWS_CONCLUSION, FOUND_CONSENT, OBJECTS, SEEKS_CONSENT } from './decision-words.ts';
import { isDoubtful } from './doubts.ts';
import { asked, askedOfBefore, declared, type Outcome, type Topic } from './outcomes.ts';
import { FLOATS, NOMINATES, OFFICE, RESOLVES } from './ruling-words.ts';
import { isNoMatter } from './rulings.ts';
import { inOneTurn, isSameMatter, isSameTurn, ledOver, type Settled } from './same-matter.ts';
import { isAboutDeed, isOfTheMoment, isPartOfOrder } from './errands.ts';
import type { Sentence } from './sentences.ts';
import { PUTS } from './short-ruling-words.ts';
import { type Sourced, sourcesOf } from './sourced.ts';
import type { Speech } from './speech.ts';
import { standardSpeech } from './standard-speech.ts';
import { asksAboutIt, asksOn, isPutAfter, plain, turnBefore, turnOf } from './turns.ts';

/** 決定: how a matter came out, in the words in which it was said. */
export interface Decision extends Sourced {
  readonly outcome: Outcome;
  readonly text: string;
  /** The place of its 議題 in the draft's agenda; null before the first one. */
  readonly item: number | null;
}

/** Consent was sought and is awaited. */
interface Pending {
  readonly outcome: Outcome;
  readonly sentence: Sentence;
}

const AWAITED = 8;
const STILL_STATED = 3;
const SUMMING_UP = 15;
const TALKED_OF = 24;
/** A shorter statement (「では、そのように。」) does not say what was decided. */
const SAYS_WHAT = 16;
/** 「それはだめだな」 may be said of anything. */
const REMARKS = /(?:だめ|ダメ|駄目|無理|困る|困ります|難しい|厳しい)(?:です|だ|かな)?(?:な|ね|よ)*$/u;
const FORMALLY = /否決|不採択|却下|不承認|見送|認め|取り下げ|やめ|差し戻/u;
/** A shorter sentence of who asked (「どうぞ」) does not go on to something else. */
const GOES_ON = 14;
/** 「次、会議室。」「2番。南小の跡地。」「三つ目が、利用定員です。」 */
const OPENS_MATTER =
  /^(?:はい|では|それでは|じゃあ?|うん|よし|、|。)*(?:次(?:は|が|に|の|、|。|$)|続いて|続きまして|[0-9]{1,3}番(?:目)?(?:は|が|の|、|。|$)|[一二三四五六七八九十0-9]{1,2}(?:つ目|点目|件目)|最後(?:は|が|に))(?!回)/u;

/** 「はい、登録業者ですが…」: a long answer that begins so takes the floor. */
const TAKES_FLOOR = /^はい、?(?!(?:それ|その|異議|賛成|結構|大丈夫|お願い|いい|よろし|承知|わかり|了解))[^。]{30,}/u;

/** 「そうしましょうか」, to what somebody else put. */
const ANSWERS_BY_ASKING =
  /^(?:はい|うん|では|じゃあ?|まあ|ええ|そうだ?ね|、)*(?:そう|それで|その(?:形|線|方向|案)で)(?:し|いき|やり|進め)(?:ましょう|ます)か(?:ね|な)?$/u;
/** 「3年前に決めたままでいいですよね」. */
const ALREADY = /(?:年前|前回|前に|去年|昨年|先週|先月)[^。]{0,12}(?:決め|決まっ)た/u;
/** 「厳しいですけど、増やしましょう」: what is conceded refuses nothing. */
const isConceded = (text: string, clause: string, goesOn: boolean): boolean =>
  goesOn && /^(?:が|けど|けれど|んですが|んですけど|のですが)/u.test(text.slice(text.indexOf(clause) + clause.length));

class Listener {
  readonly settled: Settled[] = [];
  private pending: Pending | null = null;
  /** What was asked last of this matter: 「よろしいですか」 alone asks it again. */
  private asked: Pending | null = null;
  private item: number | null = null;
  private summingUpSince = Number.NEGATIVE_INFINITY;
  private topicFrom = 0;
  private readonly speech: Speech;

  constructor(speech: Speech) {
    this.speech = speech;
  }

  opens(item: number, sentence: Sentence): void {
    this.item = item;
    this.leadsOver(sentence);
  }

  private leadsOver(sentence: Sentence): void {
    this.pending = null;
    this.asked = null;
    this.topicFrom = sentence.index;
  }

  private await(outcome: Outcome, sentence: Sentence): void {
    this.pending = { outcome, sentence };
    this.asked = this.pending;
  }

  hear(sentence: Sentence): void {
    if (this.isStale(sentence)) this.pending = null;
    if (RECAP.test(sentence.folded) && this.speech.leads(sentence.speaker)) this.summingUpSince = sentence.index;
    const clauses = clausesOf(sentence.folded).map((clause) => clause.replace(/[。ねよな!！\s」)）]+$/u, ''));
    const topic = this.topicAt(sentence);
    const answers = topic.leads && ANSWERS_BY_ASKING.test(plain(sentence.folded));
    if (!answers && (this.hearsAsking(sentence) || this.hearsNomination(sentence))) return;
    for (const [at, clause] of clauses.entries()) {
      const outcome = declared(clause, topic);
      if (outcome === null || isDoubtful(clause, outcome, topic) || isPartOfOrder(clause, sentence, topic.turn)) continue;
      if (outcome === 'REJECTED' && !FORMALLY.test(clause) && isConceded(sentence.folded, clause, at < clauses.length - 1)) continue;
      if (this.isOfDeed(clause, sentence, outcome, topic)) continue;
      if (topic.leads && isPutAfter(sentence, topic.turn)) this.await(outcome, sentence);
      else if (CHAIR_WISHES.test(clause) && this.asksNext(sentence)) this.await(outcome, sentence);
      else this.settle(sentence, outcome, 'STATED');
      return;
    }
    this.hearsConsent(sentence);
    if (topic.leads && sentence.speaker !== null && OPENS_MATTER.test(sentence.folded)) this.leadsOver(sentence);
    else this.hearsOn(sentence, topic);
  }

  /** Does it answer how a deed is done (「それでいい」), or only reply on the way to the next question? */
  private isOfDeed(clause: string, sentence: Sentence, outcome: Outcome, { leads, turn }: Topic): boolean {
    if (!leads || sentence.speaker === null) return false;
    const before = turnBefore(turn, this.speech.sentences);
    const wishes = before.some(({ folded }) => PUTS.test(plain(folded)) || FLOATS.test(folded));
    if (outcome === 'REJECTED' && REMARKS.test(clause) && !wishes) return true;
    if (outcome === 'REJECTED' && !FORMALLY.test(clause) && asksOn(sentence, turn)) return true;
    const last = before.at(-1);
    return clause.length <= SAYS_WHAT && last !== undefined && isAboutDeed(last, this.speech.sentences);
  }

  /** Who asked goes on to something else: later voices answer that. */
  private hearsOn(sentence: Sentence, { leads, turn }: Topic): void {
    const { pending } = this;
    if (pending === null || sentence.speaker === null || turn.includes(pending.sentence)) return;
    if (!leads && sentence.speaker !== pending.sentence.speaker) return;
    if (plain(sentence.folded).length >= GOES_ON && !FOUND_CONSENT.test(sentence.folded)) this.pending = null;
  }

  /** Nobody answered for long, or what was consented to is some way back. */
  private isStale({ index }: Sentence): boolean {
    if (this.pending === null) return false;
    const last = this.settled.at(-1)?.sources;
    const consented = last?.includes(this.pending.sentence) === true;
    return (
      index - this.pending.sentence.index > AWAITED || (consented && index - (last?.at(-1)?.index ?? 0) > STILL_STATED)
    );
  }

  /** 「…したいと思います。ご異議ございませんか。」 awaits consent as one sentence does. */
  private asksNext({ index, speaker }: Sentence): boolean {
    const next = this.speech.sentences[index + 1];
    return next?.speaker === speaker && SEEKS_CONSENT.test(next.folded.replace(/[。?？\s]+$/u, ''));
  }

  private hearsAsking(sentence: Sentence): boolean {
    const question = sentence.folded.replace(/[。?？\s]+$/u, '');
    if (!SEEKS_CONSENT.test(question) || (RESOLVES.test(question) && DRAWS_CONCLUSION.test(question))) return false;
    const topic = this.topicAt(sentence);
    if (ALREADY.test(question)) return true;
    if (isOfTheMoment(sentence) || (!topic.leads && isAboutDeed(sentence, this.speech.sentences))) return true;
    const outcome = asked(sentence.folded, topic) ?? askedOfBefore(sentence, topic);
    if (outcome !== null && !isNoMatter(sentence.folded) && !isDoubtful(question, outcome, topic))
      this.await(outcome, sentence);
    else if (this.pending === null && topic.leads && asksAboutIt(sentence)) this.pending = this.asked;
    return true;
  }

  /** 「会長には田辺委員を推薦します」 awaits applause, or that who is named accepts. */
  private hearsNomination(sentence: Sentence): boolean {
    const { sentences } = this.speech;
    const near = sentences.slice(Math.max(this.topicFrom, sentence.index - 3), sentence.index + 1);
    if (!NOMINATES.test(sentence.folded) || !near.some(({ folded }) => OFFICE.test(folded))) return false;
    this.await('APPROVED_AS_PROPOSED', sentence);
    return true;
  }

  private hearsConsent(sentence: Sentence): void {
    const { pending } = this;
    const last = this.settled.at(-1)?.sources;
    const justStated = last !== undefined && sentence.index - (last.at(-1)?.index ?? 0) === 1;
    if (
      justStated &&
      sentence.speaker !== null &&
      sentence.speaker !== last.at(-1)?.speaker &&
      ASSENTS.test(sentence.folded)
    )
      last.push(sentence);
    if (pending === null) return;
    if (last?.includes(pending.sentence) && ledOver(last, sentence, this.speech)) {
      this.pending = null;
      return;
    }
    const other = sentence.speaker !== pending.sentence.speaker || sentence.speaker === null;
    if (other && OBJECTS.test(sentence.folded) && !ASSENTS.test(sentence.folded)) this.pending = null;
    else if (other && this.takesItOn(sentence)) this.pending = null;
    else if (
      FOUND_CONSENT.test(sentence.folded) ||
      (other && ASSENTS.test(sentence.folded) && !TAKES_FLOOR.test(sentence.folded))
    )
      this.settle(sentence, pending.outcome, 'CONSENTED');
  }

  /** 「…してみてはどうですか」「それはうちのほうで作ります」: work was wished for and taken on, nothing is decided. */
  private takesItOn({ folded }: Sentence): boolean {
    if (ASSENTS.test(folded) || !/[^。]{4,}ます[。]?$/u.test(folded)) return false;
    return this.speech.mentionsIn(folded).some(({ weight }) => weight >= 3.5);
  }

  private topicAt(sentence: Sentence): Topic {
    const before = this.speech.sentences.slice(Math.max(this.topicFrom, sentence.index - 40), sentence.index);
    return {
      ...{
        sentence,
        before,
        after: this.speech.sentences[sentence.index + 1],
        leads: this.speech.leads(sentence.speaker),
      },
      awaited: this.pending?.outcome ?? null,
      justSettled: sentence.index - (this.settled.at(-1)?.sources.at(-1)?.index ?? -9) <= 2,
      mentionsIn: this.speech.mentionsIn,
      ...this.turnAt(sentence),
    };
  }

  private turnAt(sentence: Sentence): Pick<Topic, 'turn' | 'next'> {
    const turn = turnOf(sentence, this.speech.sentences);
    return { turn, next: this.speech.sentences[(turn.at(-1)?.index ?? 0) + 1] };
  }

  /** As it was put, unless the talk since shows otherwise. */
  private cameOut(outcome: Outcome, sources: Settled['sources']): Outcome {
    if (outcome !== 'APPROVED_AS_PROPOSED') return outcome;
    const { sentences, leads } = this.speech;
    const last = sources.at(-1)?.speaker ?? null;
    const said = sources.filter(({ speaker }) => speaker === last || (!leads(last) && leads(speaker)));
    const turns = said.flatMap((it) => (leads(it.speaker) ? turnOf(it, sentences) : [it]));
    const settling = [...new Set(turns)];
    const from = Math.min(...settling.map(({ index }) => index));
    const since = Math.max(this.topicFrom, (this.settled.at(-1)?.sources.at(-1)?.index ?? -1) + 1, from - TALKED_OF);
    const far = Math.max(this.topicFrom, from - TALKED_OF);
    const near = sentences.slice(since, from);
    const wide = sentences.slice(far, from);
    const talk = !beganWithProposal(near) && isOfMatter(wide, [...near, ...settling]) ? wide : near;
    return isChanged({ settling, said, talk }) ? 'APPROVED_WITH_CHANGES' : outcome;
  }

  private settle(sentence: Sentence, said: Outcome, how: 'STATED' | 'CONSENTED'): void {
    const sources: Settled['sources'] = this.pending ? [this.pending.sentence, sentence] : [sentence];
    const outcome = this.cameOut(said, sources);
    const known = this.sameMatter(sentence, outcome);
    const saysIt = how === 'STATED' && sentence.text.length >= SAYS_WHAT;
    if (known) {
      const kept = this.isSummingUp(sentence) || known.item !== this.item ? null : inOneTurn(sentence, outcome, known, this.speech);
      known.sources.push(...sources.filter((it) => !known.sources.includes(it)));
      const isFuller = outcome !== 'APPROVED_AS_PROPOSED' || /原案|案のとおり/u.test(sentence.folded);
      const instead =
        known.outcome === 'REJECTED' && outcome === 'APPROVED_AS_PROPOSED' && !/まま|[どと]おり/u.test(sentence.folded);
      if (kept !== null) known.outcome = kept;
      else if (instead) known.outcome = 'APPROVED_WITH_CHANGES';
      else if (isFuller && !this.isSummingUp(sentence)) known.outcome = outcome;
      if (saysIt && !this.isSummingUp(sentence)) known.text = sentence.text;
    } else {
      const content = new Set(sources.flatMap(({ folded }) => Array.from(contentOf(folded))));
      const text = saysIt || !this.pending ? sentence.text : this.pending.sentence.text;
      this.settled.push({ outcome, text, item: this.item, sources, content });
    }
    if (how === 'STATED') this.pending = null;
  }

  /** Asked, consented to and stated is one decision; so is one that the chair sums up at the end. */
  private sameMatter(sentence: Sentence, outcome: Outcome): Settled | undefined {
    const last = this.settled.at(-1);
    if (last !== undefined && last.item === this.item && !this.isSummingUp(sentence) && isSameTurn(sentence, last, this.speech)) return last;
    const now = { sentence, outcome, item: this.item, pending: this.pending?.sentence ?? null };
    if (last !== undefined && isSameMatter(now, last, this.speech)) return last;
    if (!this.isSummingUp(sentence)) return undefined;
    return this.settled.find((it) => shared(contentOf(sentence.folded), it.content) >= 0.4);
  }

  private isSummingUp(sentence: Sentence): boolean {
    return sentence.index - this.summingUpSince <= SUMMING_UP;
  }
}

/** The same words are looked through for names once, however many rules ask. */
function onlyOnce(mentionsIn: Speech['mentionsIn']): Speech['mentionsIn'] {
  const known = new Map<string, ReturnType<typeof mentionsIn>>();
  return (text) => {
    const mentions = known.get(text) ?? mentionsIn(text);
    known.set(text, mentions);
    return mentions;
  };
}

/** Rules about decisions read every dialect in standard words. */
const inStandard = (speech: Speech): Speech => ({
  ...speech,
  mentionsIn: onlyOnce(speech.mentionsIn),
  sentences: speech.sentences.map((sentence) => ({ ...sentence, folded: standardSpeech(sentence.folded) })),
});

export function decisionsIn(said: Speech, agenda: readonly AgendaItem[]): Decision[] {
  const speech = inStandard(said);
  const listener = new Listener(speech);
  let item = 0;
  for (const sentence of speech.sentences) {
    for (; agenda[item]?.from === sentence.index; item += 1) listener.opens(item, sentence);
    listener.hear(sentence);
  }
  return listener.settled.map(({ outcome, text, item, sources: [first, ...rest] }) => ({
    ...{ outcome, text, item },
    sourceIds: sourcesOf(first, ...rest),
  }));
}
