import type { MeetingBody } from '../../regulations/index.ts';
import type { ClosedDays, LocalDate } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { bodyOf, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { sentencesOf } from '../sentences/store.ts';
import { chairOf, isRunning } from './policy.ts';
import { afterSilence } from './rules.ts';
import { type Changed, changedSince } from './since.ts';
import { type Away, awayTooLong } from './stand-in.ts';
import { type Answer, answersOf, newestRound, type Round, wordsActs } from './store.ts';
import { type Suggestion, suggestionsOf } from './suggestion-store.ts';

/** A meeting with its newest round and the words that it is about. */
export interface Standing {
  readonly meeting: Meeting;
  readonly body: MeetingBody | null;
  readonly today: LocalDate;
  readonly closed: ClosedDays;
  readonly round: Round | null;
  /** Why the chair cannot settle before the round is over, the strongest first; empty where they can. */
  readonly chairAway: readonly Away[];
  /** With what silence means by today, whether or not anybody has written that down yet. */
  readonly answers: readonly Answer[];
  readonly suggestions: readonly Suggestion[];
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
  /** What stands otherwise than people last confirmed it. */
  readonly changed: readonly Changed[];
}

const silent = (answers: readonly Answer[], round: Round, today: LocalDate): Answer[] =>
  round.state === 'VOID'
    ? [...answers]
    : answers.map((answer) => ({ ...answer, state: afterSilence(answer.state, round, today) }));

/** Asked only while people are asked: nobody settles before or after. */
async function chairAwayOf(
  { absences }: Pick<MinutesParts, 'absences'>,
  { tx, today }: Pick<Open, 'tx' | 'today'>,
  { meeting, round }: Pick<Standing, 'meeting' | 'round'>,
): Promise<Away[]> {
  const chair = chairOf(meeting);
  if (chair === null || !round || !isRunning(meeting, round)) return [];
  return awayTooLong((await absences.absencesOf(tx, [chair])).get(chair) ?? [], round, today);
}

export async function standingOf(
  parts: Pick<MinutesParts, 'regulations' | 'absences'>,
  { tx, today }: Pick<Open, 'tx' | 'today'>,
  meeting: Meeting,
): Promise<Standing> {
  const { meetingId } = meeting;
  const { municipalityId } = tx;
  const round = await newestRound(tx, meetingId);
  const [answers, suggestions, lines, sentences, chairAway] = await Promise.all([
    round ? answersOf(tx, meetingId, round.nth) : [],
    round ? suggestionsOf(tx, meetingId, round.nth) : [],
    linesOf(tx, meetingId),
    sentencesOf(tx, meetingId),
    chairAwayOf(parts, { tx, today }, { meeting, round }),
  ]);
  const isWrittenOn = meeting.state === 'WRITING' || meeting.state === 'CONFIRMING';
  const acts = round && round.state !== 'VOID' && isWrittenOn ? await wordsActs(tx, meetingId) : null;
  const changed = (acts && changedSince(acts, { sentences, lines })) ?? [];
  const { closed } = parts.regulations.workingTimeOn({ municipalityId, day: today });
  return {
    ...{ meeting, body: bodyOf(parts, tx, meeting), today, closed, round, suggestions, lines, sentences, changed },
    chairAway,
    answers: round ? silent(answers, round, today) : [],
  };
}
