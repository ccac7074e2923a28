import type { CaseView } from '../../../approvals/contract.ts';
import { caseStates } from '../../../approvals/index.ts';
import { newId } from '../../../platform/index.ts';
import { badInput, conflict, notAllowed, say } from '../../../shared/index.ts';
import { makeBooking } from '../../bookings/making.ts';
import type { Acting } from '../../bookings/parts.ts';
import { keepersOf } from '../../calendar/keepers.ts';
import type { Stretch } from '../../slots/wanted.ts';
import type { PanelParts } from '../service.ts';
import { lockCalendar } from '../windows/store.ts';
import type { ExplanationInput, ExplanationView } from './contract.ts';
import { note } from './noting.ts';
import { busyIn, type OfferedTimes, offeredBy } from './offered.ts';
import { stateOf } from './present.ts';
import { fits, mayAsk, offersIn, overBecause, peopleToAsk, standsTentative, without } from './rules.ts';
import * as store from './store.ts';
import { explanationTexts } from './text.ts';
import { keepsCalendar, MOST_OFFERED, presentTime, viewOf } from './viewing.ts';

interface Of {
  readonly staffId: string;
  readonly minutes: number;
}

/** The time, if it is offered and free; else what is free instead. @throws bad-input, conflict */
export async function assureOffered(
  parts: PanelParts,
  { tx, now }: Acting,
  { staffId, minutes, at, own = null }: Of & { readonly at: Date; readonly own?: Stretch | null },
): Promise<Stretch & Pick<OfferedTimes, 'keepsWindows'>> {
  const times = await offeredBy(parts, tx, { staffId, others: [], minutes, now });
  const busy = without(busyIn(await parts.reading.entriesOf(tx, times.entries), [staffId]), own);
  const found = fits(times.offered, { at: at.getTime(), busy });
  if (found === 'schedules.explanation_time' || at < now) throw badInput('schedules.explanation_time');
  if (typeof found !== 'string') return { ...found, keepsWindows: times.keepsWindows };
  const free = offersIn(times.offered, { busy, from: now.getTime(), most: MOST_OFFERED });
  throw conflict(found, {}, { items: free.map(presentTime) });
}

/**
 * What stands in the calendars, here and in Outlook, never says what the case is about: who reads a calendar (the section, a secretary,
 * a delegate in Outlook) need not be among those who may see the case.
 */
const inCalendars = () => ({
  subject: say(explanationTexts, 'schedules.explanation_subject', 'ja') ?? '',
  visibility: 'PRIVATE' as const,
});

/** There is one at a time for a case and a person. @throws conflict `schedules.explanation_open` */
async function assureNone(parts: PanelParts, { tx, actor, now }: Acting, of: { caseId: string; staffId: string }) {
  for (const one of await store.openOf(tx, [of.caseId])) {
    if (one.explanation.staffId !== of.staffId) continue;
    const state = stateOf(one, now);
    if (state === 'OPEN')
      throw conflict('schedules.explanation_open', {}, await viewOf(parts, tx, { actor, one, now }));
    await store.saveExplanation(tx, { ...one.explanation, state, why: null });
  }
}

/** Whether it stands only until whoever keeps the calendar confirms it. */
export async function isTentative(
  parts: PanelParts,
  { tx, actor }: Acting,
  { staffId, keepsWindows }: { readonly staffId: string; readonly keepsWindows: boolean },
): Promise<boolean> {
  const [keepers, byKeeper] = await Promise.all([
    keepersOf(parts, tx, staffId),
    keepsCalendar(parts, tx, { actor, staffId }),
  ]);
  return standsTentative({ isKept: keepers.length > 0, keepsWindows, byKeeper });
}

export async function makeOnce(
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
  const { keepsWindows, ...time } = await assureOffered(parts, acting, { staffId, minutes, at: new Date(input.at) });
  const booking = await makeBooking(parts, acting, {
    ...{ ...inCalendars(), ...presentTime(time), note: parts.caseUrl(caseId) },
    ...{ required: [staffId], optional: [], onlinePeople: [], rooms: [] },
    ...{ office: null, online: null, travel: false, publicText: '', caseId },
    tentative: await isTentative(parts, acting, { staffId, keepsWindows }),
  });
  const explanation: store.Explanation = {
    ...{ explanationId: newId(parts.clock), caseId, staffId, bookingId: booking.bookingId, state: 'OPEN', why: null },
    act: 'ASKED',
  };
  await store.insertExplanation(tx, explanation);
  await note(parts, acting, { explanation, booking });
  return viewOf(parts, tx, { actor, one: { explanation, booking }, now });
}
