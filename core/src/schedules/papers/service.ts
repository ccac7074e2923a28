import { badInput, type Caller, conflict, type GivenFile, notAllowed } from '../../shared/index.ts';
import { participantsOf } from '../bookings/booking.ts';
import type { Acting } from '../bookings/parts.ts';
import { actOnce } from '../bookings/service.ts';
import type { AgendaInput, BookingPapers, LayAttachmentInput, LayPaperInput, LayRecordInput } from './contract.ts';
import { storedFile } from './files.ts';
import { keep, shown } from './keeping.ts';
import { assureMayTry, lay, layAttachment, layRecord, withdrawOnce } from './laying.ts';
import { assureStands, type Laid, laidFor, viewOf } from './looking.ts';
import type { PapersParts } from './parts.ts';
import type { Paper, Plan } from './plan.ts';
import { mayPlan } from './policy.ts';
import * as store from './store.ts';

export interface Papers {
  /** @throws not-found `schedules.booking_not_found`, also for who may not read them */
  read(caller: Caller, bookingId: string): Promise<BookingPapers>;
  /** @throws conflict `schedules.agenda_stale`, `…booking_cancelled`; not-allowed `…papers_not_yours`; bad-input `…agenda_*` */
  plan(caller: Caller, bookingId: string, input: AgendaInput): Promise<BookingPapers>;
  /**
   * @throws conflict `schedules.paper_stale`; not-allowed `schedules.papers_not_yours_to_lay`; bad-input
   * `schedules.paper_*`, and why a file is not taken
   */
  lay(caller: Caller, bookingId: string, input: LayPaperInput & { file: GivenFile }): Promise<BookingPapers>;
  /** The same of a record. @throws not-found `records.not_found`; not-allowed `schedules.paper_secret` */
  layRecord(caller: Caller, bookingId: string, input: LayRecordInput): Promise<BookingPapers>;
  /** The same of 添付 of a case. @throws not-found `approvals.not_found`, `…no_such_attachment`; not-allowed `…paper_secret` */
  layAttachment(caller: Caller, bookingId: string, input: LayAttachmentInput): Promise<BookingPapers>;
  /** All editions of it. @throws not-found `schedules.paper_unknown` */
  withdraw(caller: Caller, bookingId: string, paperId: string): Promise<BookingPapers>;
}

/** @throws bad-input `schedules.agenda_twice`, `…_stranger`, `…_item_has_papers` */
function assureAgenda({ items, recorderId }: AgendaInput, { booking }: Laid, papers: readonly Paper[]): void {
  const ids = new Set(items.map(({ id }) => id));
  if (ids.size < items.length) throw badInput('schedules.agenda_twice');
  const people = new Set(participantsOf(booking));
  const named = [recorderId, ...items.map(({ ownerId }) => ownerId)];
  if (named.some((staffId) => staffId !== null && !people.has(staffId))) throw badInput('schedules.agenda_stranger');
  if (papers.some(({ itemId }) => itemId !== null && !ids.has(itemId)))
    throw badInput('schedules.agenda_item_has_papers');
}

async function planOnce(parts: PapersParts, acting: Acting, asked: { bookingId: string; input: AgendaInput }) {
  const { tx, actor, caller } = acting;
  const { bookingId, input } = asked;
  const laid = await laidFor(parts, tx, { bookingId, actor, locked: true });
  if (!mayPlan(laid.booking, laid.plan, laid.reader)) throw notAllowed('schedules.papers_not_yours');
  assureStands(laid);
  const { plan: before } = laid;
  if (before.agendaVersion !== input.version)
    throw conflict('schedules.agenda_stale', {}, await shown(parts, acting, bookingId));
  assureAgenda(input, laid, await store.papersOf(tx, bookingId));
  const { items, recorderId, readers, makesMinutes } = input;
  const plan: Plan = {
    ...{ ...before, version: before.version + 1, agendaVersion: before.agendaVersion + 1 },
    agenda: items.map(({ id, ...item }) => ({ itemId: id, ...item })),
    ...{ recorderId, readers, makesMinutes, minutesFor: makesMinutes ? caller.entraObjectId : null },
    minutesCode: null,
  };
  const fact = { items: items.length, recorderId, readers, makesMinutes };
  await keep(parts, acting, { plan, act: 'AGENDA', fact });
  return shown(parts, acting, bookingId);
}

export function createPapers(parts: PapersParts): Papers {
  return {
    read: (caller, bookingId) =>
      parts.db.singly(caller.municipalityId, async (tx) => {
        const actor = await parts.directory.actorOf(tx, caller);
        return viewOf(parts, tx, { laid: await laidFor(parts, tx, { bookingId, actor }), locale: caller.locale });
      }),
    plan: (caller, bookingId, input) =>
      actOnce(parts, { caller, request: { use: 'schedules.plan', bookingId, ...input } }, (acting) =>
        planOnce(parts, acting, { bookingId, input }),
      ),
    async lay(caller, bookingId, { file: uploaded, ...input }) {
      const trying = await assureMayTry(parts, caller, { bookingId, input });
      const file = await storedFile(parts, uploaded);
      const what = { file, recordId: null, attachment: null };
      return lay(parts, caller, { use: 'schedules.lay', bookingId, input, what, ...trying });
    },
    layRecord: (caller, bookingId, input) => layRecord(parts, caller, { bookingId, input }),
    layAttachment: (caller, bookingId, input) => layAttachment(parts, caller, { bookingId, input }),
    withdraw: (caller, bookingId, paperId) =>
      actOnce(parts, { caller, request: { use: 'schedules.withdraw-paper', bookingId, paperId } }, (acting) =>
        withdrawOnce(parts, acting, { bookingId, paperId }),
      ),
  };
}
