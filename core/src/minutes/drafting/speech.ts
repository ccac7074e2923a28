import type { Utterance } from '../transcript/utterance.ts';
import type { Calendar } from './date-words.ts';
import { leadersOf } from './leading.ts';
import type { MeetingFacts } from './meeting.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { attendeeCalled, type Owner, ownerCalled, type People, peopleOf } from './people.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A meeting as the rules hear it: made once, read by all of them. */
export interface Speech {
  readonly sentences: readonly Sentence[];
  readonly people: People;
  readonly calendar: Calendar;
  readonly mentionsIn: (sentence: string) => Mention[];
  /** Does this speaker lead the meeting? Where nobody is told apart, anybody may. */
  readonly leads: (speaker: string | null) => boolean;
  readonly ownerOf: (speaker: string | null) => Owner | null;
  /** 「当課」 in the mouth of this speaker. */
  readonly unitOf: (speaker: string | null) => Owner | null;
}

/** 「話者2：保険年金課の上田です」: what those call themselves whom a machine only numbered. */
function introducedIn(sentences: readonly Sentence[], people: People): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { speaker, folded } of sentences) {
    if (speaker === null || names.has(speaker) || !/^(?:話者|発言者|スピーカー|Speaker)\s?\d/iu.test(speaker)) continue;
    const { name, own, bare } = INTRODUCES.exec(folded.slice(0, 40))?.groups ?? {};
    const called = name ?? own ?? (bare !== undefined && attendeeCalled(bare, people) ? bare : undefined);
    if (called !== undefined) names.set(speaker, called);
  }
  return names;
}
const INTRODUCES =
  /^[^。]{0,14}[課部局室係会所館](?:長|次長|補佐|主任|主査)?の(?<name>[一-龠々]{2,4})(?:です(?!か|ね)|と申し|でございます)|^(?:はい、?)?(?:私|わたし)?、?(?<own>[一-龠々]{2,4})と申します|^(?:はい|あ|すみません|、)*(?<bare>[一-龠々]{2,4})(?:です(?!か|ね)|でございます)/u;

function unitCalled(speaker: string, people: People): Owner {
  const unit = attendeeCalled(speaker, people)?.unit ?? /^(.+[課部局室係])長$/u.exec(speaker)?.[1];
  return unit === undefined ? ownerCalled(speaker, 'PERSON', people) : ownerCalled(unit, 'UNIT', people);
}

export function hear(utterances: readonly Utterance[], facts: MeetingFacts): Speech {
  const sentences = sentencesOf(utterances);
  const people = peopleOf(facts);
  const leaders = leadersOf(sentences, people);
  const calendar: Calendar = { today: facts.day, ...(facts.closed ? { closed: facts.closed } : {}) };
  const introduced = introducedIn(sentences, people);
  return {
    ...{ sentences, people, calendar, mentionsIn: mentionsOf(people) },
    leads: (speaker) => speaker === null || leaders.has(speaker),
    unitOf: (speaker) => (speaker === null ? null : unitCalled(speaker, people)),
    ownerOf: (speaker) => (speaker === null ? null : ownerCalled(introduced.get(speaker) ?? speaker, 'PERSON', people)),
  };
}
