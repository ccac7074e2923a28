import { z } from 'zod';
import { caseStates, changedCases, doneWith } from '../../../approvals/index.ts';
import type { Actor } from '../../../directory/index.ts';
import type { JobSpec, Tx } from '../../../platform/index.ts';
import { type Caller, localDateOf } from '../../../shared/index.ts';
import { type Booking, participantsOf } from '../../bookings/booking.ts';
import type { Acting } from '../../bookings/parts.ts';
import { lockBooking } from '../../bookings/store.ts';
import { keepersOf } from '../../calendar/keepers.ts';
import type { Part } from '../../parts.ts';
import type { PanelParts } from '../service.ts';
import { lockCalendar } from '../windows/store.ts';
import { cancel } from './changing.ts';
import { explanationsInChat, SUBJECT } from './chat.ts';
import { EXPLANATION_CHANGED } from './noting.ts';
import { type ExplanationEnd, overBecause, toldOf } from './rules.ts';
import * as store from './store.ts';

const CLOSE = 'schedules/close-explanations';
const TELL = 'schedules/tell-explanation';
const AT_ONCE = 200;

const ToClose = z.object({ municipalityId: z.uuid(), caseIds: z.array(z.uuid()) });
const ToTell = z.object({
  ...{ municipalityId: z.uuid(), explanationId: z.uuid(), by: z.uuid() },
  act: z.enum(['ASKED', 'MOVED', 'CONFIRMED', 'CANCELLED']),
});

const closeJob = (municipalityId: string, caseIds: readonly string[]): JobSpec => ({
  ...{ task: CLOSE, payload: { municipalityId, caseIds } },
});

/** Whoever booked it, or what is known of them where they are gone: the rules act in their matter. */
async function bookerOf({ directory }: PanelParts, tx: Tx, { bookedBy, booker }: Booking): Promise<Actor> {
  const { name, postTitle, unitName } = booker;
  const gone = { staffId: bookedBy, name, signInName: '', posts: [], roles: [], fallback: { postTitle, unitName } };
  return (await directory.actorById(tx, bookedBy)) ?? gone;
}

const byTheRules = (municipalityId: string): Caller => ({
  ...{ municipalityId, entraObjectId: '', via: 'rules', locale: 'ja', idempotencyKey: null },
});

/** One that nobody needs any more. */
type Due = store.Booked & { readonly why: ExplanationEnd };

/** As it is then, nobody else changing it: somebody may have cancelled it meanwhile. */
async function doOne(parts: PanelParts, municipalityId: string, { explanation, booking, why }: Due): Promise<void> {
  const { db, clock } = parts;
  await db.inMunicipality(municipalityId, async (tx) => {
    await lockCalendar(tx, explanation.staffId);
    await lockBooking(tx, booking.bookingId);
    const one = await store.readExplanation(tx, explanation.explanationId);
    if (!one) return;
    const actor = await bookerOf(parts, tx, booking);
    const acting: Acting = { tx, now: clock.now(), actor, caller: byTheRules(municipalityId) };
    await cancel(parts, acting, { one, why });
  });
}

/** Of cases that are decided or have ended, and with whoever has acted meanwhile, nobody needs an explanation any more. */
async function dueOf({ directory }: PanelParts, tx: Tx, caseIds: readonly string[]): Promise<Due[]> {
  const open = await store.openOf(tx, caseIds);
  const asked = open.map(({ explanation }) => explanation);
  const [known, done] = await Promise.all([
    caseStates(
      tx,
      asked.map(({ caseId }) => caseId),
    ),
    doneWith({ directory, tx }, asked),
  ]);
  const states = new Map(known.map(({ caseId, status }) => [caseId, overBecause(status)]));
  const acted = new Set(done.map(({ explanationId }) => explanationId));
  return open.flatMap((one): Due[] => {
    const { caseId, explanationId } = one.explanation;
    const why = states.get(caseId) ?? (acted.has(explanationId) ? 'ACTED' : null);
    return why === null ? [] : [{ ...one, why }];
  });
}

async function close(parts: PanelParts, payload: unknown): Promise<void> {
  const { municipalityId, caseIds } = ToClose.parse(payload);
  const due = await parts.db.singly(municipalityId, (tx) => dueOf(parts, tx, caseIds));
  for (const one of due) await doOne(parts, municipalityId, one);
  if (due.length > 0) parts.wake();
}

async function tell(parts: PanelParts, payload: unknown): Promise<void> {
  const { municipalityId, explanationId, by, act } = ToTell.parse(payload);
  const { db, notifications, clock } = parts;
  const found = await db.singly(municipalityId, async (tx) => {
    const one = await store.readExplanation(tx, explanationId);
    return one && { one, keepers: await keepersOf(parts, tx, one.explanation.staffId) };
  });
  if (!found) return;
  const { explanation, booking } = found.one;
  const fresh = toldOf({
    ...{ act, why: explanation.why, by, keepers: found.keepers },
    ...{
      participants: participantsOf(booking),
      bookedBy: booking.bookedBy,
      inOutlook: booking.outlook.state !== 'NONE',
    },
  });
  // Somebody waits for their yes: today's is not told with tomorrow's.
  const isToday = localDateOf(booking.from) === localDateOf(clock.now());
  const urgency = booking.tentative && isToday ? ('URGENT' as const) : ('NORMAL' as const);
  await notifications.show(municipalityId, [
    { subject: `${SUBJECT}/${explanationId}`, version: booking.version, fresh, urgency },
  ]);
}

/** What becomes of explanations by themselves, and who is told. */
export const followExplanations = (parts: PanelParts): Pick<Part, 'shown' | 'tasks' | 'subscribers'> => ({
  shown: [explanationsInChat(parts)],
  subscribers: [
    (facts) => changedCases(facts, AT_ONCE).map(({ municipalityId, caseIds }) => closeJob(municipalityId, caseIds)),
    (facts) =>
      facts.flatMap(({ topic, municipalityId, payload: { explanationId, caseId, act, by } }) => {
        if (topic !== EXPLANATION_CHANGED) return [];
        const telling = { task: TELL, payload: { municipalityId, explanationId, by, act } };
        // The case may have been decided while it was being booked.
        return act === 'ASKED' && typeof caseId === 'string'
          ? [closeJob(municipalityId, [caseId]), telling]
          : [telling];
      }),
  ],
  tasks: {
    [CLOSE]: (payload) => close(parts, payload),
    [TELL]: (payload) => tell(parts, payload),
  },
});
