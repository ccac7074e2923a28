import { conflict, notAllowed, notFound } from '../../../shared/index.ts';
import { alterBooking, cancelBooking } from '../../bookings/moving.ts';
import type { Acting } from '../../bookings/parts.ts';
import { lockBooking } from '../../bookings/store.ts';
import type { PanelParts } from '../service.ts';
import { lockCalendar } from '../windows/store.ts';
import type { ExplanationConfirmation, ExplanationMove, ExplanationView } from './contract.ts';
import { assureOffered, isTentative } from './making.ts';
import { noted } from './noting.ts';
import { stateOf } from './present.ts';
import * as store from './store.ts';
import { keepsCalendar, mayChange, viewOf } from './viewing.ts';

/** Nobody else changes it until the end of the transaction. @throws not-found */
export async function locked(parts: PanelParts, { tx, actor }: Acting, explanationId: string): Promise<store.Booked> {
  const found = await store.readExplanation(tx, explanationId);
  if (!found || !(await mayChange(parts, tx, { actor, one: found }))) throw notFound('schedules.explanation_not_found');
  await lockCalendar(tx, found.explanation.staffId);
  await lockBooking(tx, found.booking.bookingId);
  return (await store.readExplanation(tx, explanationId)) ?? found;
}

/** @throws conflict `schedules.explanation_closed`, `…_stale`, each with how it is */
async function assureFresh(
  parts: PanelParts,
  { tx, actor, now }: Acting,
  { one, version }: { readonly one: store.Booked; readonly version: number },
): Promise<void> {
  const present = await viewOf(parts, tx, { actor, one, now });
  if (present.state !== 'OPEN') throw conflict('schedules.explanation_closed', {}, present);
  if (one.booking.version !== version) throw conflict('schedules.explanation_stale', {}, present);
}

export async function moveOnce(
  parts: PanelParts,
  acting: Acting,
  { explanationId, input }: { explanationId: string; input: ExplanationMove },
): Promise<ExplanationView> {
  const { tx, actor, now } = acting;
  const one = await locked(parts, acting, explanationId);
  const { booking: before } = one;
  const { staffId } = one.explanation;
  await assureFresh(parts, acting, { one, version: input.version });
  const own = { from: before.from.getTime(), to: before.to.getTime() };
  const minutes = (own.to - own.from) / 60_000;
  const asked = { staffId, minutes, at: new Date(input.at), own };
  const { from, to, keepsWindows } = await assureOffered(parts, acting, asked);
  const tentative = await isTentative(parts, acting, { staffId, keepsWindows });
  const altered = { from: new Date(from), to: new Date(to), tentative };
  const booking = await alterBooking(parts, acting, { before, altered, silent: true });
  return viewOf(parts, tx, { actor, one: await noted(parts, acting, { one, booking, act: 'MOVED' }), now });
}

export async function confirmOnce(
  parts: PanelParts,
  acting: Acting,
  { explanationId, version }: { explanationId: string } & ExplanationConfirmation,
): Promise<ExplanationView> {
  const { tx, actor, now } = acting;
  const one = await locked(parts, acting, explanationId);
  const { staffId } = one.explanation;
  if (!(await keepsCalendar(parts, tx, { actor, staffId }))) throw notAllowed('schedules.explanation_not_to_confirm');
  const open = stateOf(one, now) === 'OPEN';
  if (open && !one.booking.tentative) return viewOf(parts, tx, { actor, one, now });
  await assureFresh(parts, acting, { one, version });
  const altered = { tentative: false };
  const booking = await alterBooking(parts, acting, { before: one.booking, altered, silent: true });
  return viewOf(parts, tx, { actor, one: await noted(parts, acting, { one, booking, act: 'CONFIRMED' }), now });
}

/** Cancelled, by somebody or because nobody needs it any more; again is harmless. */
export async function cancel(
  parts: PanelParts,
  acting: Acting,
  { one, why }: { readonly one: store.Booked; readonly why: store.Explanation['why'] },
): Promise<store.Booked> {
  const { tx, now } = acting;
  const state = stateOf(one, now);
  if (one.explanation.state !== 'OPEN') return one;
  if (state !== 'OPEN') {
    const over = { ...one.explanation, state, why: null };
    await store.saveExplanation(tx, over);
    return { ...one, explanation: over };
  }
  const booking = await cancelBooking(parts, acting, { before: one.booking, silent: true });
  const explanation = { ...one.explanation, state: 'CANCELLED' as const, why };
  return noted(parts, acting, { one: { ...one, explanation }, booking, act: 'CANCELLED' });
}
