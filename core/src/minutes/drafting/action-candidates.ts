import { ownerOf } from './action-owners.ts';
import { bothOf, partsOf, withThem } from './action-parts.ts';
import { dueAt, wantedBy } from './action-times.ts';
import { DEEDS, ENTRUSTS, LETS, PREPARES, REQUEST, TAKES_ON, WORK, WORK_IF_ASKED } from './action-words.ts';
import { accepts, answersRequest, apologises, echoesRequest, type Heard } from './around.ts';
import { type Asking, askingOf } from './asking.ts';
import { clausesOf, withoutAfterthought, withoutLead, withoutTail } from './clauses.ts';
import { dateWords } from './date-words.ts';
import type { FoundDue } from './due-dates.ts';
import { actorIn } from './mentions.ts';
import type { Owner } from './people.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

/** Something that one clause gives somebody to do. */
export interface Candidate {
  readonly asking: Asking;
  readonly sentence: Sentence;
  readonly text: string;
  readonly owner: Owner | null;
  readonly due: FoundDue | null;
  /** Begins by taking on what somebody else asked for. */
  readonly accepts: boolean;
}

export function candidatesIn(sentence: Sentence, speech: Speech): Candidate[] {
  let [named, told]: [Owner | null, FoundDue | null] = [null, null];
  return clausesOf(sentence.folded).flatMap((whole) => {
    const found = candidatesOf(whole, { sentence, speech, named });
    const dated = told === null ? found : found.map((one) => ({ ...one, due: one.due ?? told }));
    named = found.findLast(({ owner, asking }) => owner !== null && asking !== 'PROMISE')?.owner ?? named;
    told = found.length === 0 ? (limitIn(whole, { sentence, speech }) ?? told) : null;
    return dated;
  });
}

/** 「25日までに要るので、…」「更新が3月末なんですが、…」: the limit of what is asked in the same breath. */
function limitIn(clause: string, at: { readonly sentence: Sentence; readonly speech: Speech }): FoundDue | null {
  const due = dueAt(clause, at);
  if (due?.strength === 'LIMIT') return NEEDED.test(clause) ? due : null;
  const last = dateWords(clause, at.speech.calendarOf(at.sentence)).at(-1);
  const isThen =
    last && /[がは]、?$/u.test(clause.slice(0, last.from)) && /^(?:なん?|の|です|だ)*$/u.test(clause.slice(last.to));
  return isThen ? { words: last.words, day: last.day, strength: 'LIMIT', at: last.from } : null;
}
const NEEDED = /要(?:る|り|する)|必要|欲し|ほし|出さ|出す|締切|期限|提出|使[いう]|間に合|決め|上げ|かけ/u;

interface Place {
  readonly sentence: Sentence;
  readonly speech: Speech;
  /** Who was asked for something in the clause before. */
  readonly named: Owner | null;
}

/** 「じゃあ、金曜に。」 and then 「やっておきます」. */
function saidAlone({ index, speaker }: Sentence, speech: Speech): FoundDue | null {
  const before = speech.sentences[index - 1];
  if (before === undefined || speaker === null || before.speaker !== speaker || before.folded.length > 10) return null;
  const due = dueAt(before.folded, { sentence: before, speech });
  return due !== null && /^(?:まで)?(?:に|には|中に)?、?[。]?$/u.test(before.folded.slice(due.at + due.words.length))
    ? due
    : null;
}

/** Is there a deed, a time, or somebody who is told to do something at all? */
const mayBeWork = (heard: Heard): boolean =>
  heard.due !== null ||
  [WORK, PREPARES, WORK_IF_ASKED, TAKES_ON, DEEDS, ENTRUSTS, LETS, REQUEST].some((rule) => rule.test(heard.clause)) ||
  heard.mentions.some(({ weight }) => weight >= 3.5) ||
  apologises(heard) ||
  echoesRequest(heard) ||
  answersRequest(heard);

function candidatesOf(said: string, { sentence, speech, named }: Place): Candidate[] {
  const calendar = speech.calendarOf(sentence);
  const due = dueAt(said, { sentence, speech }) ?? saidAlone(sentence, speech);
  const plain = due === null ? said : withoutAfterthought(said, dateWords(said, calendar));
  const clause = withoutTail(plain);
  const mentions = speech.mentionsIn(clause);
  const whole: Heard = { sentence, clause, due, mentions, speech };
  if (!mayBeWork(whole)) return [];
  const asking = askingOf(whole, actorIn(mentions));
  if (asking === null) return [];
  return partsOf(clause, mentions).flatMap((part): Candidate[] => {
    const heard = part === clause ? mentions : speech.mentionsIn(part);
    const actor = actorIn(heard);
    const owner =
      asking === 'PROMISE' || actor !== null ? ownerOf(whole, asking, actor) : (named ?? ownerOf(whole, asking, actor));
    const both = bothOf(actor, whole);
    const all = both.length > 0 ? both : asking === 'PROMISE' ? [owner] : [...withThem(part, heard, actor), owner];
    return all.map((it) => ({
      ...{ asking, sentence, text: withoutLead(part), owner: it },
      due: (part === clause ? null : dueAt(part, { sentence, speech })) ?? due ?? wantedBy(asking, whole),
      accepts: accepts(whole),
    }));
  });
}
