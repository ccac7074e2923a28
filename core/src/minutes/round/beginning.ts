import { personOf } from '../../directory/index.ts';
import { badInput, conflict, type LocalDate, notAllowed } from '../../shared/index.ts';
import { type Became, moveMeeting } from '../act.ts';
import { nextOf } from '../course.ts';
import { keepsMinutes, mayEdit } from '../meetings/policy.ts';
import type { Acting } from './acting.ts';
import type { BeginRoundInput, ReopenInput } from './contract.ts';
import { forgetCourse } from './forget.ts';
import * as policy from './policy.ts';
import { waitsFor } from './present.ts';
import { askedOf, hindrancesOf, ruledDueOn } from './rules.ts';
import { insertRound, type Round, saveAnswers, updateRound } from './store.ts';

/**
 * The day given, or the rules' own; people are never asked for an answer sooner than the rules have it.
 * @throws bad-input `minutes.round_due_missing`, `…round_due_early`
 */
function dueFor({ body, today, closed }: Acting, given: LocalDate | undefined): LocalDate {
  const ruled = ruledDueOn(body, today, closed);
  const earliest = ruled ?? today;
  const due = given ?? ruled;
  if (!due) throw badInput('minutes.round_due_missing');
  if (due < earliest) throw badInput('minutes.round_due_early', { day: earliest });
  return due;
}

/** @throws conflict what stands in the way; not-allowed `minutes.round_not_yours`; bad-input of the day */
export async function begin(acting: Acting, { version, dueOn }: BeginRoundInput): Promise<Became> {
  const { meeting, body, sentences, open, parts, round: before } = acting;
  if (!keepsMinutes(meeting, open.sight)) throw notAllowed('minutes.round_not_yours');
  if (policy.isRunning(meeting, before)) throw conflict('minutes.round_begun_already');
  if (!mayEdit(meeting, open.sight)) throw conflict('minutes.meeting_closed');
  if (meeting.version !== version) return 'minutes.meeting_stale';
  const [hindrance] = hindrancesOf(meeting, body, sentences);
  if (hindrance) throw conflict(hindrance.code, hindrance.params);
  const round: Round = {
    ...{ nth: (before?.nth ?? 0) + 1, state: 'OPEN', askedAt: parts.clock.now(), askedBy: personOf(open.actor) },
    ...{ dueOn: dueFor(acting, dueOn as LocalDate | undefined), silence: body?.confirmation?.silence ?? 'STAYS_OPEN' },
    ...{ article: body?.confirmation?.term.article ?? null, settledAt: null, closedAt: null },
  };
  const { meetingId } = meeting;
  const { nth, silence, article } = round;
  await insertRound(open.tx, meetingId, round);
  const answers = askedOf(meeting).map(({ id: attendeeId, staffId }) => ({
    ...{ attendeeId, staffId, state: staffId === null ? ('BY_OTHER_MEANS' as const) : ('ASKED' as const) },
    ...{ answeredAt: null, isLate: false, means: null, enteredBy: null, toldOn: null, note: '' },
  }));
  await saveAnswers(open.tx, { meetingId, nth }, answers);
  const attendeeIds = answers.map(({ attendeeId }) => attendeeId);
  await moveMeeting(acting, {
    ...{ state: 'CONFIRMING', act: 'ROUND_BEGUN', change: null },
    fact: { nth, dueOn: round.dueOn, silence, article, attendeeIds },
  });
  return 'done';
}

/**
 * Everybody has answered and everything is settled: on to the signatures, or ready for whoever decides.
 * @throws conflict `minutes.round_none`, `…round_not_ready`; not-allowed `…round_not_yours`
 */
export async function close(acting: Acting, version: number): Promise<Became> {
  const { meeting, body, round, open, parts } = acting;
  if (!round || !policy.isRunning(meeting, round)) throw conflict('minutes.round_none');
  if (!policy.mayClose(meeting, open.sight, round)) throw notAllowed('minutes.round_not_yours');
  if (meeting.version !== version) return 'minutes.meeting_stale';
  const [waiting] = waitsFor(acting, open.caller.locale);
  if (waiting) throw conflict('minutes.round_not_ready', { sentence: waiting.sentence });
  await updateRound(open.tx, meeting.meetingId, { ...round, state: 'CLOSED', closedAt: parts.clock.now() });
  const next = nextOf(meeting, body, { roundClosed: true, signed: false });
  await moveMeeting(acting, {
    ...{ state: next === 'SIGNING' ? 'SIGNING' : 'CONFIRMING', act: 'ROUND_CLOSED', change: null },
    fact: { nth: round.nth, next },
  });
  return 'done';
}

/**
 * Back to writing. Answers and signatures are kept and hold no more.
 * @throws conflict `minutes.reopen_not_now`; not-allowed `minutes.round_not_yours`
 */
export async function reopen(acting: Acting, { version, reason }: ReopenInput): Promise<Became> {
  const { meeting, round, open } = acting;
  if (!keepsMinutes(meeting, open.sight)) throw notAllowed('minutes.round_not_yours');
  if (!policy.mayReopen(meeting, open.sight)) throw conflict('minutes.reopen_not_now');
  if (meeting.version !== version) return 'minutes.meeting_stale';
  await forgetCourse(open.tx, meeting.meetingId);
  const fact = { from: meeting.state, nth: round?.nth ?? null };
  await moveMeeting(acting, { state: 'WRITING', act: 'REOPENED', fact, change: { reason } });
  return 'done';
}
