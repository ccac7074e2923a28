import { z } from 'zod';
import { caseStates, changedCases } from '../../../approvals/index.ts';
import type { Actor } from '../../../directory/index.ts';
import type { ShownInChat } from '../../../notifications/index.ts';
import type { JobSpec, Tx } from '../../../platform/index.ts';
import { cardOf, factSet, heading } from '../../../shared/card-elements.ts';
import {
  type Caller,
  type ChatMessage,
  dayIn,
  type Locale,
  localDateOf,
  localTimeOf,
  say,
} from '../../../shared/index.ts';
import type { Booking } from '../../bookings/booking.ts';
import { participantsOf } from '../../bookings/booking.ts';
import type { Acting } from '../../bookings/parts.ts';
import { lockBooking } from '../../bookings/store.ts';
import type { Part } from '../../parts.ts';
import type { PanelParts } from '../service.ts';
import { lockCalendar } from '../windows/store.ts';
import { stateOf } from './present.ts';
import { overBecause } from './rules.ts';
import { cancel, EXPLANATION_CHANGED } from './service.ts';
import * as store from './store.ts';
import { explanationTexts } from './text.ts';

const CLOSE = 'schedules/close-explanations';
const TELL = 'schedules/tell-explanation';
const SUBJECT = 'schedules/explanation';
const AT_ONCE = 200;

const ToClose = z.object({ municipalityId: z.uuid(), caseIds: z.array(z.uuid()) });
const ToTell = z.object({ municipalityId: z.uuid(), explanationId: z.uuid(), by: z.uuid() });

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

/** As it is then, nobody else changing it: somebody may have cancelled it meanwhile. */
async function closeOne(
  parts: PanelParts,
  municipalityId: string,
  { explanation, booking, why }: store.Booked & { readonly why: NonNullable<store.Explanation['why']> },
): Promise<void> {
  const { db, clock } = parts;
  await db.inMunicipality(municipalityId, async (tx) => {
    await lockCalendar(tx, explanation.staffId);
    await lockBooking(tx, booking.bookingId);
    const one = await store.readExplanation(tx, explanation.explanationId);
    const actor = await bookerOf(parts, tx, booking);
    const acting: Acting = { tx, now: clock.now(), actor, caller: byTheRules(municipalityId) };
    if (one) await cancel(parts, acting, { one, why });
  });
}

/** Of cases that are decided or have ended nobody needs an explanation any more. */
async function close(parts: PanelParts, payload: unknown): Promise<void> {
  const { municipalityId, caseIds } = ToClose.parse(payload);
  const over = await parts.db.singly(municipalityId, async (tx) => {
    const open = await store.openOf(tx, caseIds);
    const ids = open.map(({ explanation }) => explanation.caseId);
    const states = new Map((await caseStates(tx, ids)).map(({ caseId, status }) => [caseId, overBecause(status)]));
    return open.flatMap((one) => {
      const why = states.get(one.explanation.caseId) ?? null;
      return why === null ? [] : [{ ...one, why }];
    });
  });
  for (const one of over) await closeOne(parts, municipalityId, one);
  if (over.length > 0) parts.wake();
}

/**
 * Who is told: both where the case ended it; else the other one, as far as Outlook does not tell them. Outlook tells
 * those invited, and never whoever invited them.
 */
export function toldOf({ explanation, booking }: store.Booked, by: string): string[] {
  if (explanation.why !== null) return participantsOf(booking);
  if (booking.outlook.state === 'NONE') return participantsOf(booking).filter((staffId) => staffId !== by);
  return booking.bookedBy === by ? [] : [booking.bookedBy];
}

async function tell({ db, notifications }: PanelParts, payload: unknown): Promise<void> {
  const { municipalityId, explanationId, by } = ToTell.parse(payload);
  const one = await db.singly(municipalityId, (tx) => store.readExplanation(tx, explanationId));
  const fresh = one ? toldOf(one, by) : [];
  if (!one || fresh.length === 0) return;
  await notifications.show(municipalityId, [
    { subject: `${SUBJECT}/${explanationId}`, version: one.booking.version, fresh },
  ]);
}

type Code = keyof typeof explanationTexts;
const words = (code: Code, locale: Locale): string => say(explanationTexts, code, locale) ?? code;

function messageOf(
  { explanation, booking }: store.Booked,
  { person, now, locale, url }: { person: string; now: Date; locale: Locale; url: string },
): ChatMessage {
  const state = stateOf({ explanation, booking }, now);
  const title = words(`schedules.explanation_card_${explanation.why ?? state}`, locale);
  const { from, to, booker } = booking;
  const time = `${dayIn(localDateOf(from), locale)} ${localTimeOf(from)}–${localTimeOf(to)}`;
  const facts = factSet([
    [words('schedules.explanation_card_time', locale), time],
    [words('schedules.explanation_card_asker', locale), booker.name],
    [words('schedules.explanation_card_person', locale), person],
  ]);
  const open = { type: 'Action.OpenUrl', title: words('schedules.explanation_card_case', locale), url };
  return { kind: 'card', card: cardOf(locale, [heading(title), facts], [open]), summary: title };
}

/** To the two of them; what the case is about is on its page. */
const shown = (parts: PanelParts): ShownInChat => ({
  prefix: SUBJECT,
  render: ({ municipalityId, staffId, locale }, explanationId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const one = await store.readExplanation(tx, explanationId);
      if (!one || !participantsOf(one.booking).includes(staffId)) return null;
      const person = await parts.directory.actorById(tx, one.explanation.staffId);
      const url = parts.caseUrl(one.explanation.caseId);
      return messageOf(one, { person: person?.name ?? '', now: parts.clock.now(), locale, url });
    }),
  waitingFor: async () => [],
});

/** What becomes of explanations by themselves, and who is told. */
export const followExplanations = (parts: PanelParts): Pick<Part, 'shown' | 'tasks' | 'subscribers'> => ({
  shown: [shown(parts)],
  subscribers: [
    (facts) => changedCases(facts, AT_ONCE).map(({ municipalityId, caseIds }) => closeJob(municipalityId, caseIds)),
    (facts) =>
      facts.flatMap(({ topic, municipalityId, payload: { explanationId, caseId, act, by } }) => {
        if (topic !== EXPLANATION_CHANGED) return [];
        // The case may have been decided while it was being booked.
        if (act === 'ASKED') return typeof caseId === 'string' ? [closeJob(municipalityId, [caseId])] : [];
        return [{ task: TELL, payload: { municipalityId, explanationId, by } }];
      }),
  ],
  tasks: {
    [CLOSE]: (payload) => close(parts, payload),
    [TELL]: (payload) => tell(parts, payload),
  },
});
