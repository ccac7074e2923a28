import { z } from 'zod';
import { personOf } from '../../directory/index.ts';
import { type MakeMeetingInput, MakeMeetingInputSchema } from '../../minutes/contract.ts';
import { newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { asJson, type Caller, canonicalJson, KaigiError, localDateOf, notAllowed } from '../../shared/index.ts';
import { participantsOf } from '../bookings/booking.ts';
import { holdsOf } from '../bookings/store.ts';
import { roomsNamed } from '../rooms/store.ts';
import { assureStands, type Laid, laidFor } from './looking.ts';
import { claimMinutes, dueForMinutes, linkMinutes, refuseMinutes, wishedMinutes } from './minutes-store.ts';
import type { PapersParts } from './parts.ts';
import { mayPlan } from './policy.ts';
import * as store from './store.ts';

const WishSchema = z.object({
  entraObjectId: z.string(),
  via: z.enum(['teams', 'api', 'word', 'rules']),
  locale: z.enum(['ja', 'en']),
  input: MakeMeetingInputSchema,
});
type Wish = z.infer<typeof WishSchema>;

const LONGEST = 200;
const short = (text: string): string => Array.from(text).slice(0, LONGEST).join('');

/** 第2版 stands with the name of a paper. */
const titled = ({ title, edition }: { title: string; edition: number }): string =>
  short(edition === 1 ? title : `${title}（第${edition}版）`);

async function attendeesOf(
  parts: PapersParts,
  tx: Tx,
  { booking, plan }: Laid,
): Promise<MakeMeetingInput['attendees']> {
  const actors = await Promise.all(participantsOf(booking).map((id) => parts.directory.actorById(tx, id)));
  return actors.flatMap((actor) => {
    if (!actor) return [];
    const { staffId, name, postTitle, unitName } = personOf(actor);
    const role = staffId === plan.recorderId ? ('RECORDER' as const) : ('MEMBER' as const);
    return [{ id: newId(parts.clock), staffId, name, postTitle, unitName, role, attended: true }];
  });
}

/** The meeting of 会議録 as the booking has it. */
async function inputFor(
  parts: PapersParts,
  tx: Tx,
  { laid, onlineChat }: { readonly laid: Laid; readonly onlineChat: string | null },
): Promise<MakeMeetingInput> {
  const { booking, plan } = laid;
  const held = (await holdsOf(tx, [booking.bookingId])).filter(({ state }) => state === 'HELD');
  const rooms = await roomsNamed(
    tx,
    held.map(({ roomId }) => roomId),
  );
  const papers = await store.papersOf(tx, booking.bookingId);
  const newest = [...Map.groupBy(papers, ({ paperId }) => paperId).values()].flatMap(
    (editions) => editions.at(-1) ?? [],
  );
  return MakeMeetingInputSchema.parse({
    ...{ title: short(booking.subject), heldOn: localDateOf(booking.from) },
    ...{ startsAt: booking.from.toISOString(), endsAt: booking.to.toISOString() },
    place: short(rooms.map(({ name }) => name).join('・')),
    agenda: plan.agenda.map(({ itemId, title }) => ({ id: itemId, title })),
    attendees: await attendeesOf(parts, tx, laid),
    ...{ papers: newest.map(titled), onlineChat },
  });
}

interface Asked {
  readonly bookingId: string;
  readonly caller: Caller;
}

/** The chat of its meeting in Teams, by which the transcript finds the minutes; asked before anything is held. */
async function chatFor(parts: PapersParts, { bookingId, caller }: Asked): Promise<string | null> {
  const { municipalityId } = caller;
  const link = await parts.db.singly(municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const { booking } = await laidFor(parts, tx, { bookingId, actor });
    const { joinUrl } = booking.outlook;
    if (joinUrl === null) return null;
    const organizerOid = (await parts.directory.objectIdsOf(tx, [booking.bookedBy])).get(booking.bookedBy);
    return organizerOid === undefined ? null : { municipalityId, organizerOid, joinUrl };
  });
  return link && parts.chatOfLink(link);
}

interface Claimed {
  readonly wish: Wish;
  readonly calledBy: string;
}

/** What is asked for, kept before it is asked; somebody else's wish where there was one first. */
const claimed = (
  parts: PapersParts,
  { bookingId, caller, onlineChat }: Asked & { readonly onlineChat: string | null },
): Promise<Claimed | null> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const laid = await laidFor(parts, tx, { bookingId, actor, locked: true });
    if (!mayPlan(laid.booking, laid.plan, laid.reader)) throw notAllowed('schedules.papers_not_yours');
    if (laid.plan.meetingId !== null) return null;
    assureStands(laid);
    const before = await wishedMinutes(tx, bookingId);
    const calledBy = laid.booking.bookedBy;
    if (before !== null) return { wish: WishSchema.parse(before), calledBy };
    const { entraObjectId, via, locale } = caller;
    const wish: Wish = { entraObjectId, via, locale, input: await inputFor(parts, tx, { laid, onlineChat }) };
    await claimMinutes(tx, bookingId, asJson(wish));
    return { wish, calledBy };
  });

/** The same wish under the same key: one meeting, however often and by however many it is asked for. */
async function made(parts: PapersParts, { bookingId, caller }: Asked, { wish, calledBy }: Claimed): Promise<string> {
  const { input, ...by } = wish;
  const { municipalityId } = caller;
  const asked = sha256Hex(new TextEncoder().encode(canonicalJson(asJson(input)))).slice(0, 16);
  const idempotencyKey = `schedules/${bookingId}/${asked}`;
  try {
    return await parts.minutes.ofBooking({ ...by, municipalityId, idempotencyKey }, { input, calledBy });
  } catch (error) {
    if (error instanceof KaigiError && error.kind !== 'unavailable')
      await parts.db.inMunicipality(municipalityId, (tx) => refuseMinutes(tx, bookingId, error.code));
    throw error;
  }
}

/**
 * 会議録を作る: with agenda, attendees and papers, once; pressed again it is the same one.
 * @throws not-found, not-allowed `schedules.papers_not_yours`; conflict `schedules.booking_cancelled`; and why 会議録 refuses
 */
export async function makeMinutes(parts: PapersParts, asked: Asked): Promise<void> {
  const claim = await claimed(parts, { ...asked, onlineChat: await chatFor(parts, asked) });
  if (claim === null) return;
  const meetingId = await made(parts, asked, claim);
  await parts.db.inMunicipality(asked.caller.municipalityId, (tx) => linkMinutes(tx, asked.bookingId, meetingId));
}

const DuePayload = z.object({ municipalityId: z.uuid() });
const MOST = 100;

/** Of meetings that are over, where it was wished so; what one refuses hinders no other. */
export async function makeDueMinutes(parts: PapersParts, payload: unknown): Promise<void> {
  const { municipalityId } = DuePayload.parse(payload);
  const now = parts.clock.now();
  const due = await parts.db.singly(municipalityId, (tx) => dueForMinutes(tx, now, MOST));
  const failed: unknown[] = [];
  for (const { bookingId, minutesFor } of due) {
    const by = { entraObjectId: minutesFor, via: 'rules', locale: 'ja', idempotencyKey: null } as const;
    try {
      await makeMinutes(parts, { bookingId, caller: { municipalityId, ...by } });
    } catch (error) {
      parts.report.failed('schedules/make-minutes', error);
      if (!(error instanceof KaigiError)) failed.push(error);
      else if (error.kind !== 'unavailable')
        await parts.db.inMunicipality(municipalityId, (tx) => refuseMinutes(tx, bookingId, error.code));
    }
  }
  // Nobody foresaw these: the job is tried again, after all the others were made.
  if (failed.length > 0) throw failed[0];
}
