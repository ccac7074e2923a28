import type { Utterance } from '../transcript/utterance.ts';
import type { Calendar } from './date-readings.ts';
import { leadersOf } from './leading.ts';
import type { MeetingFacts } from './meeting.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { attendeeCalled, type Owner, ownerCalled, type People, peopleOf } from './people.ts';
import { remembered } from './remembered.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A meeting as the rules hear it: made once, read by all of them. */
export interface Speech {
  readonly sentences: readonly Sentence[];
  readonly people: People;
  /** The day on which a sentence was said: a talk in writing goes over days. */
  readonly calendarOf: (sentence: Sentence) => Calendar;
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

/** Who writes ends a line where a sentence ends: a list is no sentence that goes on. */
const linesOfWriting = (utterances: readonly Utterance[]): Utterance[] =>
  utterances.flatMap((utterance) => utterance.text.split('\n').map((text) => ({ ...utterance, text })));

/** 「22時30分現在です」: late in the day the next hours are those of the next day. */
function hourOf(sentences: readonly Sentence[]): number | undefined {
  const told = sentences
    .slice(0, 20)
    .flatMap(({ folded }) => /(\d{1,2})時(?:\d{1,2}分|半)?(?:現在|時点)/u.exec(folded)?.[1] ?? []);
  const hour = Number(told[0]);
  return hour >= 18 ? hour : undefined;
}

function unitCalled(speaker: string, people: People): Owner {
  const unit = attendeeCalled(speaker, people)?.unit ?? /^(.+[課部局室係])長$/u.exec(speaker)?.[1];
  return unit === undefined ? ownerCalled(speaker, 'PERSON', people) : ownerCalled(unit, 'UNIT', people);
}

export function hear(utterances: readonly Utterance[], facts: MeetingFacts): Speech {
  const { writtenOn } = facts;
  const sentences = sentencesOf(writtenOn ? linesOfWriting(utterances) : utterances, {
    written: writtenOn !== undefined,
  });
  const people = peopleOf(facts);
  const leaders = leadersOf(sentences, people);
  const closed = facts.closed ? { closed: facts.closed } : {};
  const hour = writtenOn ? undefined : hourOf(sentences);
  const calendar = remembered(
    (today: Calendar['today']): Calendar => ({ today, ...closed, ...(hour ? { hour } : {}) }),
  );
  const introduced = introducedIn(sentences, people);
  return {
    ...{ sentences, people, mentionsIn: mentionsOf(people) },
    calendarOf: ({ sourceIds }) => calendar(writtenOn?.get(sourceIds[0]) ?? facts.day),
    leads: (speaker) => speaker === null || leaders.has(speaker),
    unitOf: remembered((speaker) => (speaker === null ? null : unitCalled(speaker, people))),
    ownerOf: remembered((speaker) =>
      speaker === null ? null : ownerCalled(introduced.get(speaker) ?? speaker, 'PERSON', people),
    ),
  };
}
