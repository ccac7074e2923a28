import { personOf } from '../../directory/index.ts';
import { emit, newId } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  type Json,
  notAllowed,
  notFound,
  type UploadedFile,
} from '../../shared/index.ts';
import { participantsOf } from '../bookings/booking.ts';
import type { Acting } from '../bookings/parts.ts';
import { actOnce } from '../bookings/service.ts';
import { addFact } from '../calendar/history.ts';
import type { AgendaInput, BookingPapers, LayPaperInput, LayRecordInput } from './contract.ts';
import { storedFile } from './files.ts';
import { assureStands, type Laid, laidFor, viewOf } from './looking.ts';
import { pagesTyped } from './pages.ts';
import type { PapersParts } from './parts.ts';
import type { Paper, Plan } from './plan.ts';
import { mayLay, mayPlan } from './policy.ts';
import * as store from './store.ts';

/** Payload: `bookingId`. */
export const PAPERS_CHANGED = 'schedules/papers-changed';

const MOST_PAPERS = 100;
const MOST_EDITIONS = 50;

export interface Papers {
  /** @throws not-found `schedules.booking_not_found`, also for who may not read them */
  read(caller: Caller, bookingId: string): Promise<BookingPapers>;
  /** @throws conflict `schedules.agenda_stale`, `…booking_cancelled`; not-allowed `…papers_not_yours`; bad-input `…agenda_*` */
  plan(caller: Caller, bookingId: string, input: AgendaInput): Promise<BookingPapers>;
  /** @throws not-allowed `schedules.papers_not_yours_to_lay`; bad-input `schedules.paper_*`, and why a file is not taken */
  lay(caller: Caller, bookingId: string, input: LayPaperInput & { file: UploadedFile }): Promise<BookingPapers>;
  /** The same of a record. @throws not-found `records.not_found` */
  layRecord(caller: Caller, bookingId: string, input: LayRecordInput): Promise<BookingPapers>;
  /** All editions of it. @throws not-found `schedules.paper_unknown` */
  withdraw(caller: Caller, bookingId: string, paperId: string): Promise<BookingPapers>;
}

interface Changed {
  readonly plan: Plan;
  readonly act: 'AGENDA' | 'LAID' | 'WITHDRAWN';
  readonly fact: Readonly<Record<string, Json>>;
}

/** The plan's next version with its fact, and the news of it. */
async function keep(parts: PapersParts, { tx, actor, caller, now }: Acting, { plan, act, fact }: Changed) {
  const { bookingId, version } = plan;
  await store.savePlan(tx, { ...plan, changedBy: actor.staffId });
  await addFact(tx, {
    ...{ subject: { kind: 'papers', id: bookingId }, seq: version, at: now, act, staffId: null, fact },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(parts.clock) },
  });
  await emit(tx, [{ topic: PAPERS_CHANGED, payload: { bookingId } }]);
}

async function shown(parts: PapersParts, { tx, actor, caller }: Acting, bookingId: string): Promise<BookingPapers> {
  const laid = await laidFor(parts, tx, { bookingId, actor });
  return viewOf(parts, tx, { laid, locale: caller.locale });
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

type What = Pick<Paper, 'file' | 'recordId'>;
interface ToLay {
  readonly bookingId: string;
  readonly input: Omit<LayPaperInput, 'file'>;
  readonly what: What;
}

const isSame = (a: What, b: What): boolean => a.file?.sha256 === b.file?.sha256 && a.recordId === b.recordId;

/** Which paper and which edition of it. @throws not-found, bad-input */
function placeOf(papers: readonly Paper[], { input, what }: ToLay, paperId: string) {
  const { replaces, itemId } = input;
  const most = { most: MOST_PAPERS, editions: MOST_EDITIONS };
  const editions = papers.filter((paper) => paper.paperId === replaces);
  const last = editions.at(-1);
  if (replaces === null) {
    if (new Set(papers.map((paper) => paper.paperId)).size >= MOST_PAPERS)
      throw badInput('schedules.paper_too_many', most);
    return { paperId, edition: 1, itemId };
  }
  if (!last) throw notFound('schedules.paper_unknown');
  if (last.edition >= MOST_EDITIONS) throw badInput('schedules.paper_too_many', most);
  if (isSame(last, what)) throw badInput('schedules.paper_same');
  return { paperId: last.paperId, edition: last.edition + 1, itemId: last.itemId };
}

/** @throws not-found `schedules.paper_item_unknown`; not-allowed `schedules.papers_not_yours_to_lay` */
function assureLays(laid: Laid, itemId: string | null): void {
  const { booking, plan, reader } = laid;
  if (!mayLay(booking, plan, { ...reader, itemId })) throw notAllowed('schedules.papers_not_yours_to_lay');
  if (itemId !== null && !plan.agenda.some((item) => item.itemId === itemId))
    throw notFound('schedules.paper_item_unknown');
}

async function layOnce(parts: PapersParts, acting: Acting, toLay: ToLay): Promise<BookingPapers> {
  const { tx, actor, now } = acting;
  const { bookingId, input, what } = toLay;
  const laid = await laidFor(parts, tx, { bookingId, actor, locked: true });
  assureStands(laid);
  const pages = pagesTyped(input.pages);
  if (pages === null) throw badInput('schedules.paper_pages');
  const place = placeOf(await store.papersOf(tx, bookingId), toLay, newId(parts.clock));
  assureLays(laid, place.itemId);
  const { title, note } = input;
  const said = { ...place, bookingId, title, note, pages: place.edition === 1 ? [] : pages, ...what };
  await store.insertPaper(tx, { ...said, laidBy: personOf(actor), laidAt: now, withdrawnAt: null });
  const fact = {
    ...{ paperId: place.paperId, edition: place.edition, sha256: what.file?.sha256 ?? null, recordId: what.recordId },
  };
  await keep(parts, acting, { plan: { ...laid.plan, version: laid.plan.version + 1 }, act: 'LAID', fact });
  return shown(parts, acting, bookingId);
}

async function withdrawOnce(parts: PapersParts, acting: Acting, asked: { bookingId: string; paperId: string }) {
  const { tx, actor, now } = acting;
  const { bookingId, paperId } = asked;
  const laid = await laidFor(parts, tx, { bookingId, actor, locked: true });
  assureStands(laid);
  const paper = (await store.papersOf(tx, bookingId)).find((one) => one.paperId === paperId);
  if (!paper) throw notFound('schedules.paper_unknown');
  assureLays(laid, paper.itemId);
  await store.withdrawPaper(tx, paperId, now);
  const plan = { ...laid.plan, version: laid.plan.version + 1 };
  await keep(parts, acting, { plan, act: 'WITHDRAWN', fact: { paperId } });
  return shown(parts, acting, bookingId);
}

/** Before bytes are stored: whoever may lay nothing here gets no further. */
const assureMayTry = (parts: PapersParts, caller: Caller, asked: { bookingId: string; itemId: string | null }) =>
  parts.db.singly(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const laid = await laidFor(parts, tx, { bookingId: asked.bookingId, actor });
    const papers = await store.papersOf(tx, asked.bookingId);
    const items = [asked.itemId, ...papers.map(({ itemId }) => itemId)];
    const { booking, plan, reader } = laid;
    if (!items.some((itemId) => mayLay(booking, plan, { ...reader, itemId })))
      throw notAllowed('schedules.papers_not_yours_to_lay');
  });

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
      await assureMayTry(parts, caller, { bookingId, itemId: input.itemId });
      const file = await storedFile(parts, uploaded);
      const request = { use: 'schedules.lay', bookingId, ...input, sha256: file.sha256 };
      return actOnce(parts, { caller, request }, (acting) =>
        layOnce(parts, acting, { bookingId, input, what: { file, recordId: null } }),
      );
    },
    async layRecord(caller, bookingId, { recordId, ...input }) {
      await assureMayTry(parts, caller, { bookingId, itemId: input.itemId });
      await parts.records.read(caller, recordId);
      return actOnce(
        parts,
        { caller, request: { use: 'schedules.lay-record', bookingId, recordId, ...input } },
        (acting) => layOnce(parts, acting, { bookingId, input, what: { file: null, recordId } }),
      );
    },
    withdraw: (caller, bookingId, paperId) =>
      actOnce(parts, { caller, request: { use: 'schedules.withdraw-paper', bookingId, paperId } }, (acting) =>
        withdrawOnce(parts, acting, { bookingId, paperId }),
      ),
  };
}
