import type { Actor, Person } from '../../directory/index.ts';
import { personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { conflict, type Locale, notFound, say } from '../../shared/index.ts';
import { type Booking, participantsOf } from '../bookings/booking.ts';
import { readBooking } from '../bookings/store.ts';
import type { BookingPapers } from './contract.ts';
import type { PapersParts } from './parts.ts';
import type { PageRange, Paper, Plan } from './plan.ts';
import { mayLay, mayPlan, mayReadPapers, type PaperReader } from './policy.ts';
import * as store from './store.ts';

/** A meeting with its plan, as somebody who may read its papers has it. */
export interface Laid {
  readonly booking: Booking;
  readonly plan: Plan;
  readonly reader: PaperReader;
}

type Looked = Pick<PapersParts, 'directory'>;

async function sectionsOf({ directory }: Looked, tx: Tx, staffIds: readonly string[]): Promise<Set<string>> {
  const actors = await Promise.all(staffIds.map((staffId) => directory.actorById(tx, staffId)));
  return new Set(actors.flatMap((one) => one?.posts.map(({ sectionId }) => sectionId) ?? []));
}

/** @throws not-found `schedules.booking_not_found`, also for who may not read its papers */
export async function laidFor(
  parts: Looked,
  tx: Tx,
  asked: { readonly bookingId: string; readonly actor: Actor; readonly locked?: boolean },
): Promise<Laid> {
  const { bookingId, actor, locked = false } = asked;
  const booking = await readBooking(tx, bookingId);
  if (!booking) throw notFound('schedules.booking_not_found');
  const before = await store.readPlan(tx, bookingId);
  const shared = before.readers === 'SECTIONS' ? await sectionsOf(parts, tx, participantsOf(booking)) : new Set();
  const reader = { staffId: actor.staffId, sharesSection: actor.posts.some(({ sectionId }) => shared.has(sectionId)) };
  if (!mayReadPapers(booking, before, reader)) throw notFound('schedules.booking_not_found');
  return { booking, reader, plan: locked ? await store.lockPlan(tx, bookingId) : before };
}

/** @throws conflict `schedules.booking_cancelled` */
export function assureStands({ booking }: Laid): void {
  if (booking.state === 'CANCELLED') throw conflict('schedules.booking_cancelled');
}

interface Around {
  readonly laid: Laid;
  readonly opened: readonly store.Opened[];
  readonly someone: (staffId: string) => Person;
}

function presentEdition(paper: Paper, { laid, opened, someone }: Around) {
  const { edition, title, pages, note, file, recordId, attachment, changes, laidBy, laidAt, paperId } = paper;
  const ranges = (all: readonly PageRange[]) => all.map(({ from, to }) => ({ from, to }));
  const by = opened.filter((one) => one.paperId === paperId && one.edition === edition);
  return {
    ...{ edition, title, note, recordId, attachment, by: laidBy, at: laidAt.toISOString() },
    pages: ranges(pages),
    changes: changes && { ...changes, changed: ranges(changes.changed), added: ranges(changes.added) },
    file: file && { fileName: file.fileName, mediaType: file.mediaType, size: file.size },
    // Whoever laid it knows it.
    opened: laidBy.staffId === laid.reader.staffId || by.some(({ staffId }) => staffId === laid.reader.staffId),
    openedBy: mayPlan(laid.booking, laid.plan, laid.reader)
      ? by.map(({ staffId, at }) => ({ person: someone(staffId), at: at.toISOString() }))
      : null,
  };
}

function presentPapers(papers: readonly Paper[], around: Around): BookingPapers['papers'] {
  const { booking, plan, reader } = around.laid;
  const stands = booking.state === 'BOOKED';
  return [...Map.groupBy(papers, ({ paperId }) => paperId)].map(([paperId, editions]) => {
    const itemId = editions[0]?.itemId ?? null;
    return {
      ...{ paperId, itemId, may: { replace: stands && mayLay(booking, plan, { ...reader, itemId }) } },
      editions: editions.toReversed().map((paper) => presentEdition(paper, around)),
    };
  });
}

function mayOf({ booking, plan, reader }: Laid): BookingPapers['may'] {
  const stands = booking.state === 'BOOKED';
  const plans = stands && mayPlan(booking, plan, reader);
  const lays = (itemId: string | null) => stands && mayLay(booking, plan, { ...reader, itemId });
  const layTo = plan.agenda.flatMap(({ itemId }) => (lays(itemId) ? [itemId] : []));
  const layToAll = lays(null);
  const makeMinutes = plans && plan.meetingId === null;
  return { plan: plans, lay: layToAll || layTo.length > 0, layToAll, layTo, makeMinutes };
}

/** Agenda, papers and what becomes of them, as this reader may see them. */
export async function viewOf(
  parts: Pick<PapersParts, 'directory' | 'texts'>,
  tx: Tx,
  { laid, locale }: { readonly laid: Laid; readonly locale: Locale },
): Promise<BookingPapers> {
  const { booking, plan } = laid;
  const { bookingId, subject, from, to } = booking;
  const [papers, opened] = await Promise.all([store.papersOf(tx, bookingId), store.openedOf(tx, bookingId)]);
  const owners = plan.agenda.flatMap(({ ownerId }) => ownerId ?? []);
  const taking = participantsOf(booking);
  const ids = [...owners, ...taking, plan.recorderId ?? booking.bookedBy, ...opened.map(({ staffId }) => staffId)];
  const actors = await Promise.all([...new Set(ids)].map((id) => parts.directory.actorById(tx, id)));
  const people = new Map(actors.flatMap((one) => (one ? [[one.staffId, personOf(one)] as const] : [])));
  const someone = (staffId: string): Person =>
    people.get(staffId) ?? { staffId, name: '', postTitle: '', unitName: '' };
  const { version, agendaVersion, readers, recorderId, makesMinutes, meetingId, minutesCode } = plan;
  return {
    ...{ bookingId, subject, from: from.toISOString(), to: to.toISOString(), version, agendaVersion, readers },
    agenda: plan.agenda.map(({ itemId, title, ownerId, minutes }) => ({
      ...{ id: itemId, title, minutes, owner: ownerId === null ? null : someone(ownerId) },
    })),
    recorder: recorderId === null ? null : someone(recorderId),
    people: taking.flatMap((staffId) => people.get(staffId) ?? []),
    papers: presentPapers(papers, { laid, opened, someone }),
    minutes: {
      ...{ bySelf: makesMinutes, meetingId },
      sentence: minutesCode === null ? null : (say(parts.texts, minutesCode, locale) ?? minutesCode),
    },
    may: mayOf(laid),
  };
}
