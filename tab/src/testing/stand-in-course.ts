import {
  BeginRoundInputSchema,
  CloseRoundInputSchema,
  DecideMeetingInputSchema,
  EnterAnswerInputSchema,
  HoldInputSchema,
  type KeptMeetings,
  type MeetingKeeping,
  type MeetingView,
  type MinutesBacklog,
  ReopenInputSchema,
  type RoundSuggestionView,
  type RoundView,
  SettleInputSchema,
  SignInputSchema,
  type SigningView,
  SuggestInputSchema,
} from '@kaigi/core/contract';
import { caseId } from './cases.ts';
import { aBacklog, aKeeping, aRound, aSigning, aSuggestion, keptMeetings } from './course.ts';
import { SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** 確定までの流れ of the first meeting. */
export interface CourseWorld {
  round: RoundView;
  signing: SigningView;
  keeping: MeetingKeeping;
  backlog: MinutesBacklog;
  kept: KeptMeetings;
}

export const firstCourse = (): CourseWorld => ({
  ...{ round: aRound(), signing: aSigning(), keeping: aKeeping(), backlog: aBacklog(), kept: keptMeetings() },
});

type Round = NonNullable<RoundView['round']>;

/** What was asked of the course, and how it changes the meeting itself. */
interface Asked {
  readonly rest: string;
  readonly body: unknown;
  readonly words: (target: RoundSuggestionView['target']) => string;
  readonly move: (change: Partial<MeetingView>) => void;
}

function withRound(
  world: CourseWorld,
  change: (round: Round) => Partial<Round>,
  more: Partial<RoundView> = {},
): Answer {
  const { round } = world.round;
  world.round = aRound({ ...world.round, ...more, round: round && { ...round, ...change(round) } });
  return { body: world.round };
}

function begun(world: CourseWorld, { body, move }: Asked): Answer {
  const { dueOn } = BeginRoundInputSchema.parse(body);
  const fresh = aRound().round;
  move({ state: 'CONFIRMING', next: 'ROUND' });
  world.round = aRound({ round: fresh && { ...fresh, suggestions: [], ...(dueOn ? { dueOn } : {}) } });
  return { status: 201, body: world.round };
}

function suggested(world: CourseWorld, { body, words }: Asked): Answer {
  const { id, target, text, reason, behalf } = SuggestInputSchema.parse(body);
  const one = aSuggestion({ id, target, before: words(target), after: text, reason, means: behalf?.means ?? null });
  const may = { ...world.round.may, agree: false };
  return { ...withRound(world, ({ suggestions }) => ({ suggestions: [...suggestions, one] }), { may }), status: 201 };
}

function settled(world: CourseWorld, id: string, change: Partial<RoundSuggestionView>): Answer {
  const may = { withdraw: false, settle: false };
  const agree = { ...world.round.may, agree: true };
  return withRound(
    world,
    ({ suggestions }) => ({
      suggestions: suggestions.map((one) => (one.id === id ? { ...one, ...change, may } : one)),
    }),
    { may: agree },
  );
}

function ofRound(world: CourseWorld, asked: Asked): Answer | null {
  const { rest, body, move } = asked;
  const [, , id = '', act = ''] = rest.split('/');
  if (rest === 'round') return body ? begun(world, asked) : { body: world.round };
  if (rest === 'round/agree') {
    const { me, may } = world.round;
    return withRound(world, () => ({}), { me: me && { ...me, state: 'AGREED' }, may: { ...may, agree: false } });
  }
  if (rest === 'round/answers') {
    const { attendeeId, answer: state, means, toldOn = null, note } = EnterAnswerInputSchema.parse(body);
    const entered = { state, means, toldOn, note, enteredBy: SECTION_HEAD };
    return withRound(
      world,
      ({ people }) => ({ people: people.map((one) => (one.attendeeId === attendeeId ? { ...one, ...entered } : one)) }),
      { waitsFor: [], may: { ...world.round.may, close: true } },
    );
  }
  if (rest === 'round/close') {
    CloseRoundInputSchema.parse(body);
    move({ state: 'SIGNING', next: 'SIGNING' });
    return withRound(world, () => ({ state: 'CLOSED' }), { waitsFor: [], may: { ...world.round.may, close: false } });
  }
  if (rest === 'round/suggestions') return suggested(world, asked);
  if (act === 'withdraw') return settled(world, id, { state: 'WITHDRAWN' });
  if (act !== 'settle') return null;
  const { outcome, comment } = SettleInputSchema.parse(body);
  return settled(world, id, {
    ...{ state: outcome, comment, settledBy: SECTION_HEAD, settledAt: '2026-11-26T01:00:00.000Z' },
  });
}

function signed(world: CourseWorld, { body, move }: Asked): Answer {
  SignInputSchema.parse(body);
  const signers = world.signing.signers.map((one) => ({ ...one, state: 'SIGNED' as const }));
  move({ next: 'DECISION' });
  const may = { ...world.signing.may, sign: false, refuse: false, enterPaper: false };
  world.signing = aSigning({ ...world.signing, signers, may, isComplete: true });
  return { body: world.signing };
}

function held(world: CourseWorld, { rest, body }: Asked): Answer {
  const { reason } = HoldInputSchema.parse(body);
  const done = { reason, by: SECTION_HEAD, at: '2026-12-11T01:00:00.000Z' };
  const { holds } = world.keeping;
  world.keeping = aKeeping({
    holds: rest.endsWith('/lift')
      ? holds.map((one) => ({ ...one, lifted: done, may: { lift: false } }))
      : [{ id: 'h1', ...done, lifted: null, may: { lift: true } }, ...holds],
  });
  return { body: world.keeping };
}

/** What brings minutes to their end; null for whatever else. */
export function ofCourse(world: CourseWorld, asked: Asked): Answer | null {
  const { rest, body, move } = asked;
  if (rest === 'signing') return { body: world.signing };
  if (rest === 'keeping') return { body: world.keeping };
  if (rest === 'sign') return signed(world, asked);
  if (rest.startsWith('holds')) return held(world, asked);
  if (rest === 'decide') {
    DecideMeetingInputSchema.parse(body);
    move({
      ...{ state: 'DECIDING', next: 'FINAL', caseId: caseId(1) },
      case: { id: caseId(1), number: null, status: 'IN_REVIEW', holders: [], returned: null },
    });
    return { body: {} };
  }
  if (rest === 'reopen') {
    ReopenInputSchema.parse(body);
    move({ state: 'WRITING', next: 'ROUND' });
    return withRound(world, () => ({ state: 'VOID' }), { waitsFor: [], may: { ...world.round.may, reopen: false } });
  }
  return rest.startsWith('round') ? ofRound(world, asked) : null;
}

/** The list of what is kept, or what of it is due. */
export function keptIn({ kept }: CourseWorld, url: URL): KeptMeetings {
  const onlyDue = url.searchParams.get('due') === 'true';
  return { ...kept, items: kept.items.filter(({ isDue }) => isDue || !onlyDue) };
}
