import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { Answer, Candidate, InTheWay, Outcome, Poll, PollContent, Vote } from './poll.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Answers = ReadonlyMap<string, Answer>;

export const answersBy = (answers: readonly Answer[]): Answers => new Map(answers.map((one) => [one.staffId, one]));

/** Whether somebody has said something to every candidate as they are now. */
export const isComplete = ({ candidates }: Pick<PollContent, 'candidates'>, answer: Answer | undefined): boolean =>
  answer !== undefined && candidates.every(({ candidateId }) => answer.votes[candidateId] !== undefined);

export const waitedFor = (content: PollContent, answers: readonly Answer[]): string[] => {
  const by = answersBy(answers);
  return [...content.required, ...content.optional].filter((staffId) => !isComplete(content, by.get(staffId)));
};

/** The candidates at these times; one that was there keeps its id, and with it the votes. */
export function candidatesAt(
  starts: readonly string[],
  { minutes, before, idOf }: { minutes: number; before: readonly Candidate[]; idOf: () => string },
): Candidate[] {
  const times = [...new Set(starts.map((start) => Date.parse(start)))].sort((a, b) => a - b);
  return times.map((time) => {
    const [from, to] = [new Date(time).toISOString(), new Date(time + minutes * MINUTE_MS).toISOString()];
    return before.find((one) => one.from === from && one.to === to) ?? { candidateId: idOf(), from, to };
  });
}

/** As far ahead as one can book. */
const FARTHEST_DAYS = 800;

export type SendProblem =
  | 'schedules.poll_few_candidates'
  | 'schedules.poll_nobody'
  | 'schedules.poll_past_candidate'
  | 'schedules.poll_far_candidate'
  | 'schedules.poll_answer_by';

/** What is still missing before people can be asked; null: nothing. */
export function sendProblem({ content, answerBy }: Pick<Poll, 'content' | 'answerBy'>, now: Date): SendProblem | null {
  const { candidates, required } = content;
  if (candidates.length < 2) return 'schedules.poll_few_candidates';
  if (required.length === 0) return 'schedules.poll_nobody';
  if (candidates.some(({ from }) => new Date(from) <= now)) return 'schedules.poll_past_candidate';
  const farthest = now.getTime() + FARTHEST_DAYS * 24 * HOUR_MS;
  if (candidates.some(({ to }) => Date.parse(to) > farthest)) return 'schedules.poll_far_candidate';
  const last = localDateOf(new Date(candidates.at(-1)?.from ?? 0));
  if (answerBy === null || answerBy < localDateOf(now) || answerBy > last) return 'schedules.poll_answer_by';
  return null;
}

const voteOf = (answers: Answers, staffId: string, { candidateId }: Candidate): Vote | null =>
  answers.get(staffId)?.votes[candidateId] ?? null;

interface Weighed {
  readonly candidate: Candidate;
  /** Of those required, who said × or nothing. */
  readonly against: readonly string[];
  readonly doubts: number;
  readonly optional: number;
}

function weigh({ required, optional }: PollContent, answers: Answers, candidate: Candidate): Weighed {
  const votes = required.map((staffId) => ({ staffId, vote: voteOf(answers, staffId, candidate) }));
  return {
    candidate,
    against: votes.flatMap(({ staffId, vote }) => (vote === null || vote === 'NO' ? [staffId] : [])),
    doubts: votes.filter(({ vote }) => vote === 'MAYBE').length,
    optional: optional.filter((staffId) => voteOf(answers, staffId, candidate) === 'YES').length,
  };
}

function inTheWay(content: PollContent, answers: Answers, weighed: readonly Weighed[]): InTheWay[] {
  return content.required
    .map((staffId) => {
      const against = weighed.filter((one) => one.against.includes(staffId));
      const silent = against.some(({ candidate }) => voteOf(answers, staffId, candidate) === null);
      return {
        staffId,
        silent,
        times: against.length,
        alone: against.filter((one) => one.against.length === 1).length,
      };
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.alone - a.alone || b.times - a.times);
}

/** Of equally good ones for those required: the most optional people, then the earliest. */
function best(among: readonly Weighed[]): { one: Weighed; why: 'ONLY' | 'OPTIONAL' | 'EARLIEST' } | null {
  const most = Math.max(...among.map(({ optional }) => optional));
  const [one, other] = among.filter(({ optional }) => optional === most);
  if (!one) return null;
  if (among.length === 1) return { one, why: 'ONLY' };
  return { one, why: other ? 'EARLIEST' : 'OPTIONAL' };
}

/**
 * S-05: every person required said ○, then the most optional ones, then the earliest. Where there is none such, the one
 * against which nobody required speaks and about which the fewest are in doubt; it is never booked by itself.
 */
export function outcomeOf(content: PollContent, answers: readonly Answer[], now: Date): Outcome {
  const by = answersBy(answers);
  const ahead = content.candidates.filter(({ from }) => new Date(from) > now);
  const weighed = ahead.map((candidate) => weigh(content, by, candidate));
  const nothing = { candidateId: null, tried: ahead.length, among: 0, optional: 0, doubts: 0 };
  const required = content.required.length;
  if (ahead.length === 0) return { ...nothing, required, why: 'PAST', inTheWay: [] };
  const possible = weighed.filter(({ against }) => against.length === 0);
  const least = Math.min(...possible.map(({ doubts }) => doubts));
  const among = possible.filter(({ doubts }) => doubts === least);
  const found = best(among);
  if (!found) return { ...nothing, required, why: 'NONE', inTheWay: inTheWay(content, by, weighed) };
  const { candidate, doubts, optional } = found.one;
  return {
    ...{ why: doubts > 0 ? 'DOUBT' : found.why, candidateId: candidate.candidateId, tried: ahead.length },
    ...{ among: among.length, required, optional, doubts, inTheWay: [] },
  };
}

/** Whether nobody has to look at it before it is booked. */
export const isSure = ({ why }: Outcome): boolean => why === 'ONLY' || why === 'OPTIONAL' || why === 'EARLIEST';

/** Whether what was chosen is still to be booked by itself. */
export const isToBook = ({ state, content, outcome, problem }: Poll): boolean =>
  state === 'CHOSEN' && content.autoBook && problem === null && outcome !== null && isSure(outcome);

/** Whether the last day for answers is over, whether or not a job has looked at it. */
export const isOver = ({ answerBy }: Pick<Poll, 'answerBy'>, now: Date): boolean =>
  answerBy !== null && localDateOf(now) > answerBy;

/** ANSWERED: everybody required has; OVER: the last day for answers is. */
export function closesBy(
  poll: Pick<Poll, 'state' | 'content' | 'answerBy'>,
  answers: readonly Answer[],
  now: Date,
): 'ANSWERED' | 'OVER' | null {
  const { state, content } = poll;
  if (state !== 'OPEN') return null;
  const by = answersBy(answers);
  if (content.required.every((staffId) => isComplete(content, by.get(staffId)))) return 'ANSWERED';
  return isOver(poll, now) ? 'OVER' : null;
}

const midnightAfter = (day: LocalDate): number => Date.parse(`${addDays(day, 1)}T00:00:00+09:00`);
/** Before the last day ends, so that one learns of it within the hours of the day. */
const REMIND_BEFORE_MS = 15 * HOUR_MS;
const LEAST_MS = 6 * HOUR_MS;

/** On the last day at nine in the morning, once; nobody is reminded of what they were asked that morning or later. */
export function remindsNow(
  { state, openedAt, remindedAt, answerBy }: Pick<Poll, 'state' | 'openedAt' | 'remindedAt' | 'answerBy'>,
  now: Date,
): boolean {
  if (state !== 'OPEN' || openedAt === null || answerBy === null || remindedAt !== null) return false;
  const at = midnightAfter(answerBy) - REMIND_BEFORE_MS;
  return now.getTime() >= at && openedAt.getTime() + LEAST_MS <= at;
}
