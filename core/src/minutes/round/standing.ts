import type { MeetingBody } from '../../regulations/index.ts';
import type { ClosedDays, LocalDate } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { bodyOf, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { sentencesOf } from '../sentences/store.ts';
import { afterSilence } from './rules.ts';
import { type Changed, changedSince } from './since.ts';
import { type Answer, answersOf, newestRound, type Round, wordsActs } from './store.ts';
import { type Suggestion, suggestionsOf } from './suggestion-store.ts';

/** A meeting with its newest round and the words that it is about. */
export interface Standing {
  readonly meeting: Meeting;
  readonly body: MeetingBody | null;
  readonly today: LocalDate;
  readonly closed: ClosedDays;
  readonly round: Round | null;
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

export async function standingOf(
  parts: Pick<MinutesParts, 'regulations'>,
  { tx, today }: Pick<Open, 'tx' | 'today'>,
  meeting: Meeting,
): Promise<Standing> {
  const { meetingId } = meeting;
  const { municipalityId } = tx;
  const round = await newestRound(tx, meetingId);
  const [answers, suggestions, lines, sentences] = await Promise.all([
    round ? answersOf(tx, meetingId, round.nth) : [],
    round ? suggestionsOf(tx, meetingId, round.nth) : [],
    linesOf(tx, meetingId),
    sentencesOf(tx, meetingId),
  ]);
  const isWrittenOn = meeting.state === 'WRITING' || meeting.state === 'CONFIRMING';
  const acts = round && round.state !== 'VOID' && isWrittenOn ? await wordsActs(tx, meetingId) : null;
  const changed = (acts && changedSince(acts, { sentences, lines })) ?? [];
  const { closed } = parts.regulations.workingTimeOn({ municipalityId, day: today });
  return {
    ...{ meeting, body: bodyOf(parts, tx, meeting), today, closed, round, suggestions, lines, sentences, changed },
    answers: round ? silent(answers, round, today) : [],
  };
}
