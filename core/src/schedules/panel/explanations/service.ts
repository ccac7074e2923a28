import type { CaseView } from '../../../approvals/contract.ts';
import { caseStates, confidentialAmong } from '../../../approvals/index.ts';
import { personOf } from '../../../directory/index.ts';
import { emit, newId, type Tx } from '../../../platform/index.ts';
import { badInput, type Caller, conflict, notAllowed, notFound, say } from '../../../shared/index.ts';
import { makeBooking } from '../../bookings/making.ts';
import { cancelBooking, moveBooking } from '../../bookings/moving.ts';
import type { Acting } from '../../bookings/parts.ts';
import { actOnce } from '../../bookings/service.ts';
import { lockBooking } from '../../bookings/store.ts';
import { addFact } from '../../calendar/history.ts';
import type { Stretch } from '../../slots/wanted.ts';
import type { PanelParts } from '../service.ts';
import { lockCalendar } from '../windows/store.ts';
import type {
  ExplanationInput,
  ExplanationMove,
  Explanations,
  ExplanationView,
  Times,
  TimesQuery,
} from './contract.ts';
import { busyIn, offeredBy } from './offered.ts';
import { stateOf } from './present.ts';
import { fits, mayAsk, offersIn, overBecause, peopleToAsk, without } from './rules.ts';
import * as store from './store.ts';
import { explanationTexts } from './text.ts';
import { listed, MOST_OFFERED, mayChange, presentTime, timesFor, viewOf } from './viewing.ts';

/** Payload: `explanationId`, `by`: who did it. */
export const EXPLANATION_CHANGED = 'schedules/explanation-changed';

const LONGEST_SUBJECT = 255;

interface Of {
  readonly staffId: string;
  readonly minutes: number;
}

/** The time, if it is offered and free; else what is free instead. @throws bad-input, conflict */
async function assureOffered(
  parts: PanelParts,
  { tx, now }: Acting,
  { staffId, minutes, at, own = null }: Of & { readonly at: Date; readonly own?: Stretch | null },
): Promise<Stretch> {
  const times = await offeredBy(parts, tx, { staffId, others: [], minutes, now });
  const busy = without(busyIn(await parts.reading.entriesOf(tx, times.entries), [staffId]), own);
  const found = fits(times.offered, { at: at.getTime(), busy });
  if (found === 'schedules.explanation_time' || at < now) throw badInput('schedules.explanation_time');
  if (typeof found !== 'string') return found;
  const free = offersIn(times.offered, { busy, from: now.getTime(), most: MOST_OFFERED });
  throw conflict(found, {}, { items: free.map(presentTime) });
}

/** What everybody may read who sees the calendar: of a case above 機密性2 nothing. */
async function saidOf(tx: Tx, caseId: string, title: string) {
  const secret = (await confidentialAmong(tx, [caseId])).has(caseId);
  const code = secret ? 'schedules.explanation_subject_only' : 'schedules.explanation_subject';
  const subject = Array.from(say(explanationTexts, code, 'ja', { title }) ?? '');
  return {
    subject: subject.slice(0, LONGEST_SUBJECT).join(''),
    visibility: secret ? ('PRIVATE' as const) : ('SECTION' as const),
  };
}

async function note(parts: PanelParts, { tx, actor, caller, now }: Acting, one: store.Booked, act: string) {
  const { explanationId, caseId, staffId } = one.explanation;
  const { version, from, to, bookingId } = one.booking;
  await addFact(tx, {
    ...{ subject: { kind: 'explanation', id: newId(parts.clock) }, seq: 1, at: now, act, staffId },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(parts.clock) },
    fact: { explanationId, caseId, bookingId, version, from: from.toISOString(), to: to.toISOString() },
  });
  await emit(tx, [{ topic: EXPLANATION_CHANGED, payload: { explanationId, caseId, act, by: actor.staffId } }]);
}

/** There is one at a time for a case and a person. @throws conflict `schedules.explanation_open` */
async function assureNone(parts: PanelParts, { tx, actor, now }: Acting, of: { caseId: string; staffId: string }) {
  for (const one of await store.openOf(tx, [of.caseId])) {
    if (one.explanation.staffId !== of.staffId) continue;
    const state = stateOf(one, now);
    if (state === 'OPEN')
      throw conflict('schedules.explanation_open', {}, await viewOf(parts, tx, { actor, one, now }));
    await store.closeExplanation(tx, { explanationId: one.explanation.explanationId, state, why: null });
  }
}

async function makeOnce(
  parts: PanelParts,
  acting: Acting,
  { input, view }: { input: ExplanationInput; view: CaseView },
): Promise<ExplanationView> {
  const { tx, actor, now } = acting;
  const { caseId, staffId, minutes } = input;
  await lockCalendar(tx, staffId);
  const [state] = await caseStates(tx, [caseId]);
  if (!state || overBecause(state.status) !== null) throw conflict('schedules.explanation_case_over');
  if (!mayAsk(view, actor.staffId)) throw notAllowed('schedules.explanation_not_yours');
  if (!peopleToAsk(view, actor.staffId).some((one) => one.staffId === staffId))
    throw badInput('schedules.explanation_not_on_route');
  await assureNone(parts, acting, { caseId, staffId });
  const time = await assureOffered(parts, acting, { staffId, minutes, at: new Date(input.at) });
  const booking = await makeBooking(parts, acting, {
    ...{ ...(await saidOf(tx, caseId, view.title)), ...presentTime(time), note: parts.caseUrl(caseId) },
    ...{ required: [staffId], optional: [], onlinePeople: [], rooms: [] },
    ...{ office: null, online: null, travel: false, publicText: '' },
  });
  const explanation: store.Explanation = {
    ...{ explanationId: newId(parts.clock), caseId, staffId, bookingId: booking.bookingId, state: 'OPEN', why: null },
  };
  await store.insertExplanation(tx, explanation);
  await note(parts, acting, { explanation, booking }, 'ASKED');
  return viewOf(parts, tx, { actor, one: { explanation, booking }, now });
}

/** Nobody else changes it until the end of the transaction. @throws not-found, not-allowed */
async function locked(parts: PanelParts, { tx, actor }: Acting, explanationId: string): Promise<store.Booked> {
  const found = await store.readExplanation(tx, explanationId);
  if (!found || !(await mayChange(parts, tx, { actor, one: found }))) throw notFound('schedules.explanation_not_found');
  await lockCalendar(tx, found.explanation.staffId);
  await lockBooking(tx, found.booking.bookingId);
  return (await store.readExplanation(tx, explanationId)) ?? found;
}

async function moveOnce(
  parts: PanelParts,
  acting: Acting,
  { explanationId, input }: { explanationId: string; input: ExplanationMove },
): Promise<ExplanationView> {
  const { tx, actor, now } = acting;
  const one = await locked(parts, acting, explanationId);
  const { explanation, booking: before } = one;
  const present = await viewOf(parts, tx, { actor, one, now });
  if (present.state !== 'OPEN') throw conflict('schedules.explanation_closed', {}, present);
  if (before.version !== input.version) throw conflict('schedules.explanation_stale', {}, present);
  const own = { from: before.from.getTime(), to: before.to.getTime() };
  const minutes = (own.to - own.from) / 60_000;
  const asked = { staffId: explanation.staffId, minutes, at: new Date(input.at), own };
  const { from, to } = await assureOffered(parts, acting, asked);
  const moved = { from: new Date(from), to: new Date(to), silent: true };
  const booking = await moveBooking(parts, acting, { before, moved });
  await note(parts, acting, { explanation, booking }, 'MOVED');
  return viewOf(parts, tx, { actor, one: { explanation, booking }, now });
}

/** Cancelled, by somebody or because nobody needs it any more; again is harmless. */
export async function cancel(
  parts: PanelParts,
  acting: Acting,
  { one, why }: { readonly one: store.Booked; readonly why: store.Explanation['why'] },
): Promise<store.Booked> {
  const { tx, now } = acting;
  const state = stateOf(one, now);
  const explanation = { ...one.explanation, state: state === 'OPEN' ? ('CANCELLED' as const) : state, why };
  if (one.explanation.state !== 'OPEN') return one;
  await store.closeExplanation(tx, state === 'OPEN' ? explanation : { ...explanation, why: null });
  if (state !== 'OPEN') return { ...one, explanation };
  const booking = await cancelBooking(parts, acting, { before: one.booking, silent: true });
  await note(parts, acting, { explanation, booking }, 'CANCELLED');
  return { explanation, booking };
}

export interface ExplanationsService {
  /** Of a case. @throws not-found where the caller may not see it */
  list(caller: Caller, caseId: string): Promise<Explanations>;
  times(caller: Caller, query: TimesQuery): Promise<Times>;
  /**
   * @throws not-allowed `schedules.explanation_not_yours`; bad-input `…_not_on_route`, `…_time`
   * @throws conflict `schedules.explanation_case_over`, `…_open`, `…_taken`
   */
  make(caller: Caller, input: ExplanationInput): Promise<ExplanationView>;
  /** By either of the two, or the secretary. @throws not-found; conflict `schedules.explanation_stale`, `…_closed`, `…_taken` */
  move(caller: Caller, explanationId: string, input: ExplanationMove): Promise<ExplanationView>;
  /** By the same. Again is harmless. */
  cancel(caller: Caller, explanationId: string): Promise<ExplanationView>;
}

export const createExplanations = (parts: PanelParts): ExplanationsService => ({
  list: (caller, caseId) => listed(parts, caller, caseId),
  times: (caller, query) => timesFor(parts, caller, query),
  async make(caller, input) {
    const view = await parts.views.read(caller, input.caseId);
    return actOnce(parts, { caller, request: { use: 'schedules.explain', ...input } }, (acting) =>
      makeOnce(parts, acting, { input, view }),
    );
  },
  move: (caller, explanationId, input) =>
    actOnce(parts, { caller, request: { use: 'schedules.move-explanation', explanationId, ...input } }, (acting) =>
      moveOnce(parts, acting, { explanationId, input }),
    ),
  cancel: (caller, explanationId) =>
    actOnce(parts, { caller, request: { use: 'schedules.cancel-explanation', explanationId } }, async (acting) => {
      const one = await cancel(parts, acting, { one: await locked(parts, acting, explanationId), why: null });
      return viewOf(parts, acting.tx, { actor: acting.actor, one, now: acting.now });
    }),
});
