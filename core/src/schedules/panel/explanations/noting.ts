import { personOf } from '../../../directory/index.ts';
import { emit, newId } from '../../../platform/index.ts';
import type { Booking } from '../../bookings/booking.ts';
import type { Acting } from '../../bookings/parts.ts';
import { addFact } from '../../calendar/history.ts';
import type { PanelParts } from '../service.ts';
import * as store from './store.ts';

/** Payload: `explanationId`, `caseId`, `act`, `by`: who did it. */
export const EXPLANATION_CHANGED = 'schedules/explanation-changed';

/** In the history, and for the jobs. */
export async function note(
  parts: Pick<PanelParts, 'clock'>,
  { tx, actor, caller, now }: Acting,
  one: store.Booked,
): Promise<void> {
  const { explanationId, caseId, staffId, act } = one.explanation;
  const { version, from, to, bookingId, tentative } = one.booking;
  await addFact(tx, {
    ...{ subject: { kind: 'explanation', id: newId(parts.clock) }, seq: 1, at: now, act, staffId },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(parts.clock) },
    fact: { explanationId, caseId, bookingId, version, from: from.toISOString(), to: to.toISOString(), tentative },
  });
  await emit(tx, [{ topic: EXPLANATION_CHANGED, payload: { explanationId, caseId, act, by: actor.staffId } }]);
}

interface Done {
  readonly one: store.Booked;
  readonly booking: Booking;
  readonly act: store.ExplanationAct;
}

/** One that stood before, with what was done with it. */
export async function noted(
  parts: Pick<PanelParts, 'clock'>,
  acting: Acting,
  { one, booking, act }: Done,
): Promise<store.Booked> {
  const explanation = { ...one.explanation, act };
  await store.saveExplanation(acting.tx, explanation);
  await note(parts, acting, { explanation, booking });
  return { explanation, booking };
}
