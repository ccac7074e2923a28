import { RECAP } from './action-words.ts';
import type { AgendaItem } from './agenda.ts';
import { cameOut } from './came-out.ts';
import { contentOf, shared } from './content.ts';
import {
  ALREADY,
  ANSWERS_BY_ASKING,
  ASSENTS,
  CHAIR_WISHES,
  DRAWS_CONCLUSION,
  FOUND_CONSENT,
  OBJECTS,
  OPENS_MATTER,
  SEEKS_CONSENT,
  SOME_OBJECT,
  TAKES_FLOOR,
} from './decision-words.ts';
import { isDoubtful } from './doubts.ts';
import { isAboutDeed, isOfTheMoment } from './errands.ts';
import { asked, askedOfBefore, type Outcome, type Topic } from './outcomes.ts';
import { NOMINATES, OFFICE, RESOLVES } from './ruling-words.ts';
import { isNoMatter } from './rulings.ts';
import { inOneTurn, isSameMatter, isSameTurn, ledOver, type Settled } from './same-matter.ts';
import type { Sentence } from './sentences.ts';
import { type Sourced, sourcesOf } from './sourced.ts';
import type { Speech } from './speech.ts';
import { inStandard } from './standard-speech.ts';
import { asksAboutIt, isPutAfter, plain, turnOf } from './turns.ts';
import { verdictIn } from './verdicts.ts';

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
/** A shorter statement (「では、そのように。」) does not say what was decided. */
const SAYS_WHAT = 16;
/** A shorter sentence of who asked (「どうぞ」) does not go on to something else. */
const GOES_ON = 14;

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
    const topic = this.topicAt(sentence);
    const answers = topic.leads && ANSWERS_BY_ASKING.test(plain(sentence.folded));
    if (!answers && (this.hearsNomination(sentence) || this.hearsAsking(sentence, topic))) return;
    const verdict = verdictIn(sentence, topic, this.speech.sentences);
    if (verdict !== null) {
      const isPut = topic.leads && isPutAfter(sentence, topic.turn);
      const isAsked = CHAIR_WISHES.test(verdict.clause) && this.asksNext(sentence);
      if (isPut || isAsked) this.await(verdict.outcome, sentence);
      else this.settle(sentence, verdict.outcome, 'STATED');
      return;
    }
    this.hearsConsent(sentence);
    if (topic.leads && sentence.speaker !== null && OPENS_MATTER.test(sentence.folded)) this.leadsOver(sentence);
    else this.hearsOn(sentence, topic);
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
    return next?.speaker === speaker && SEEKS_CONSENT.test(plain(next.folded));
  }

  private hearsAsking(sentence: Sentence, topic: Topic): boolean {
    const question = plain(sentence.folded);
    if (!SEEKS_CONSENT.test(question) || (RESOLVES.test(question) && DRAWS_CONCLUSION.test(question))) return false;
    if (ALREADY.test(question) || isOfTheMoment(sentence)) return true;
    if (!topic.leads && isAboutDeed(sentence, this.speech.sentences)) return true;
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
    const before = last?.at(-1);
    const justStated = before !== undefined && sentence.index - before.index === 1;
    const byOther = sentence.speaker !== null && sentence.speaker !== before?.speaker;
    if (justStated && byOther && ASSENTS.test(sentence.folded)) last?.push(sentence);
    if (pending === null) return;
    if (last?.includes(pending.sentence) && ledOver(last, sentence, this.speech)) {
      this.pending = null;
      return;
    }
    const other = sentence.speaker !== pending.sentence.speaker || sentence.speaker === null;
    const may = this.speech.leads(pending.sentence.speaker) || this.speech.leads(sentence.speaker);
    const objects = OBJECTS.test(sentence.folded) && !ASSENTS.test(sentence.folded);
    if (other && (objects || SOME_OBJECT.test(sentence.folded))) this.pending = null;
    else if (other && this.takesItOn(sentence)) this.pending = null;
    else if (
      FOUND_CONSENT.test(sentence.folded) ||
      (other && may && ASSENTS.test(sentence.folded) && !TAKES_FLOOR.test(sentence.folded))
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
    const turn = turnOf(sentence, this.speech.sentences);
    return {
      ...{ sentence, before, turn, leads: this.speech.leads(sentence.speaker) },
      after: this.speech.sentences[sentence.index + 1],
      next: this.speech.sentences[(turn.at(-1)?.index ?? 0) + 1],
      awaited: this.pending?.outcome ?? null,
      justSettled: sentence.index - (this.settled.at(-1)?.sources.at(-1)?.index ?? -9) <= 2,
      mentionsIn: this.speech.mentionsIn,
    };
  }

  private settle(sentence: Sentence, said: Outcome, how: 'STATED' | 'CONSENTED'): void {
    const sources: Settled['sources'] = this.pending ? [this.pending.sentence, sentence] : [sentence];
    const outcome = cameOut(said, sources, { speech: this.speech, from: this.topicFrom, last: this.settled.at(-1) });
    const known = this.sameMatter(sentence, outcome);
    const saysIt = how === 'STATED' && sentence.text.length >= SAYS_WHAT;
    if (known) {
      const kept =
        this.isSummingUp(sentence) || known.item !== this.item
          ? null
          : inOneTurn(sentence, outcome, known, this.speech);
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
    if (
      last !== undefined &&
      last.item === this.item &&
      !this.isSummingUp(sentence) &&
      isSameTurn(sentence, last, this.speech)
    )
      return last;
    const now = { sentence, outcome, item: this.item, pending: this.pending?.sentence ?? null };
    if (last !== undefined && isSameMatter(now, last, this.speech)) return last;
    if (!this.isSummingUp(sentence)) return undefined;
    return this.settled.find((it) => shared(contentOf(sentence.folded), it.content) >= 0.4);
  }

  private isSummingUp(sentence: Sentence): boolean {
    return sentence.index - this.summingUpSince <= SUMMING_UP;
  }
}

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
