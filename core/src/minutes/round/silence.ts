import { BY_THE_RULES } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { addFact, versionOf } from '../history/store.ts';
import { afterSilence, isOver } from './rules.ts';
import { answersOf, type Round, saveAnswers, updateRound } from './store.ts';

interface Settling {
  readonly meetingId: string;
  readonly round: Round | null;
  readonly today: LocalDate;
}

/**
 * Writes down what silence means once the last day is over: once, whoever comes first. The meeting is held meanwhile.
 * Nothing depends on when that is; every view says it from the day on.
 */
export async function settleSilence(clock: Clock, tx: Tx, { meetingId, round, today }: Settling): Promise<void> {
  if (round?.state !== 'OPEN' || round.settledAt !== null || !isOver(round, today)) return;
  const { nth, dueOn, silence, article } = round;
  const answers = await answersOf(tx, meetingId, nth);
  const silent = answers.filter(({ state }) => state === 'ASKED');
  await saveAnswers(
    tx,
    { meetingId, nth },
    silent.map((answer) => ({ ...answer, state: afterSilence(answer.state, round, today) })),
  );
  await updateRound(tx, meetingId, { ...round, settledAt: clock.now() });
  await addFact(tx, clock, {
    ...{ of: 'round', meetingId, seq: (await versionOf(tx, 'round', meetingId)) + 1, act: 'DEADLINE_PASSED' },
    ...{ actor: BY_THE_RULES, via: 'rules', change: null },
    fact: { nth, dueOn, silence, article, attendeeIds: silent.map(({ attendeeId }) => attendeeId) },
  });
}
