import { confidentialAmong } from '../../approvals/index.ts';
import { personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { asJson, badInput, type Caller, conflict, KaigiError, notAllowed, notFound } from '../../shared/index.ts';
import type { Acting } from '../bookings/parts.ts';
import { actOnce } from '../bookings/service.ts';
import type { BookingPapers, LayAttachmentInput, LayPaperInput, LayRecordInput } from './contract.ts';
import { contentOf } from './files.ts';
import { keep, shown } from './keeping.ts';
import { assureStands, type Laid, laidFor } from './looking.ts';
import { pagesTyped } from './pages.ts';
import type { PapersParts } from './parts.ts';
import type { PageChanges, Paper } from './plan.ts';
import { mayLay } from './policy.ts';
import { changesBetween } from './reading/compare.ts';
import * as store from './store.ts';

const MOST_PAPERS = 100;
const MOST_EDITIONS = 50;

/** What an edition is. */
export type What = Pick<Paper, 'file' | 'recordId' | 'attachment'>;

export interface ToLay {
  readonly bookingId: string;
  readonly input: LayPaperInput;
  readonly what: What;
}

const keyOf = ({ file, recordId, attachment }: What): string =>
  JSON.stringify([file?.sha256, recordId, attachment?.attachmentId, attachment?.version]);

/** Which paper and which edition of it; null: a newer edition than theirs is there. @throws not-found, bad-input */
function placeOf(papers: readonly Paper[], { input, what }: ToLay, paperId: string) {
  const { replaces, itemId } = input;
  const most = { most: MOST_PAPERS, editions: MOST_EDITIONS };
  if (replaces === null) {
    if (new Set(papers.map((paper) => paper.paperId)).size >= MOST_PAPERS)
      throw badInput('schedules.paper_too_many', most);
    return { paperId, edition: 1, itemId };
  }
  const last = papers.findLast((paper) => paper.paperId === replaces.paperId);
  if (!last) throw notFound('schedules.paper_unknown');
  if (keyOf(last) === keyOf(what)) throw badInput('schedules.paper_same');
  if (last.edition !== replaces.edition) return null;
  if (last.edition >= MOST_EDITIONS) throw badInput('schedules.paper_too_many', most);
  return { paperId: last.paperId, edition: last.edition + 1, itemId: last.itemId };
}

/** @throws not-found `schedules.paper_item_unknown`; not-allowed `schedules.papers_not_yours_to_lay` */
function assureLays(laid: Laid, itemId: string | null): void {
  const { booking, plan, reader } = laid;
  if (!mayLay(booking, plan, { ...reader, itemId })) throw notAllowed('schedules.papers_not_yours_to_lay');
  if (itemId !== null && !plan.agenda.some((item) => item.itemId === itemId))
    throw notFound('schedules.paper_item_unknown');
}

async function layOnce(
  parts: PapersParts,
  acting: Acting,
  toLay: ToLay & { readonly changes: PageChanges | null },
): Promise<BookingPapers> {
  const { tx, actor, now } = acting;
  const { bookingId, input, what, changes } = toLay;
  const laid = await laidFor(parts, tx, { bookingId, actor, locked: true });
  assureStands(laid);
  const pages = pagesTyped(input.pages);
  if (pages === null) throw badInput('schedules.paper_pages');
  const papers = await store.papersOf(tx, bookingId);
  const replaced = papers.find(({ paperId }) => paperId === input.replaces?.paperId);
  assureLays(laid, replaced ? replaced.itemId : input.itemId);
  const place = placeOf(papers, toLay, newId(parts.clock));
  if (!place) throw conflict('schedules.paper_stale', {}, await shown(parts, acting, bookingId));
  const { title, note } = input;
  const said = { ...place, bookingId, title, note, pages: place.edition === 1 ? [] : pages, ...what };
  await store.insertPaper(tx, { ...said, changes, laidBy: personOf(actor), laidAt: now, withdrawnAt: null });
  const { paperId, edition } = place;
  const fact = { paperId, edition, sha256: what.file?.sha256 ?? null, recordId: what.recordId };
  const plan = { ...laid.plan, version: laid.plan.version + 1 };
  await keep(parts, acting, {
    plan,
    act: 'LAID',
    fact: { ...fact, attachment: what.attachment && asJson(what.attachment) },
  });
  return shown(parts, acting, bookingId);
}

interface Trying {
  /** The edition that it follows, as it is now. */
  readonly before: Paper | null;
}

/** Before bytes are stored or asked for: whoever may lay nothing here gets no further. */
export const assureMayTry = (
  parts: PapersParts,
  caller: Caller,
  { bookingId, input }: Pick<ToLay, 'bookingId' | 'input'>,
): Promise<Trying> =>
  parts.db.singly(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const laid = await laidFor(parts, tx, { bookingId, actor });
    const papers = await store.papersOf(tx, bookingId);
    const before = papers.findLast(({ paperId }) => paperId === input.replaces?.paperId) ?? null;
    const { booking, plan, reader } = laid;
    if (!mayLay(booking, plan, { ...reader, itemId: before ? before.itemId : input.itemId }))
      throw notAllowed('schedules.papers_not_yours_to_lay');
    return { before };
  });

const readOf = async (parts: PapersParts, caller: Caller, what: What) => {
  const { bytes } = await contentOf(parts, caller, what);
  return parts.readPages({ sha256: keyOf(what), bytes: async () => bytes });
};

/** That it cannot be compared hinders no paper. */
async function changesOf(parts: PapersParts, caller: Caller, { before }: Trying, what: What) {
  if (!before) return null;
  try {
    const [was, is] = [await readOf(parts, caller, before), await readOf(parts, caller, what)];
    return was && is ? changesBetween(was, is) : null;
  } catch (error) {
    if (error instanceof KaigiError) return null;
    throw error;
  }
}

interface Laying extends ToLay, Trying {
  /** Names the call. */
  readonly use: string;
}

export async function lay(parts: PapersParts, caller: Caller, { use, before, ...toLay }: Laying) {
  const { bookingId, input, what } = toLay;
  const changes = await changesOf(parts, caller, { before }, what);
  const request = asJson({ use, bookingId, ...input, what: keyOf(what) });
  return actOnce(parts, { caller, request }, (acting) => layOnce(parts, acting, { ...toLay, changes }));
}

/** @throws not-allowed `schedules.paper_secret` */
async function assureNoSecret(parts: PapersParts, { municipalityId }: Caller, caseId: string | null): Promise<void> {
  if (caseId === null) return;
  const secret = await parts.db.singly(municipalityId, (tx) => confidentialAmong(tx, [caseId]));
  if (secret.has(caseId)) throw notAllowed('schedules.paper_secret');
}

export async function layRecord(
  parts: PapersParts,
  caller: Caller,
  { bookingId, input: { recordId, ...input } }: { readonly bookingId: string; readonly input: LayRecordInput },
): Promise<BookingPapers> {
  const trying = await assureMayTry(parts, caller, { bookingId, input });
  const { caseId } = await parts.records.read(caller, recordId);
  await assureNoSecret(parts, caller, caseId);
  const what: What = { file: null, recordId, attachment: null };
  return lay(parts, caller, { use: 'schedules.lay-record', bookingId, input, what, ...trying });
}

export async function layAttachment(
  parts: PapersParts,
  caller: Caller,
  asked: { readonly bookingId: string; readonly input: LayAttachmentInput },
): Promise<BookingPapers> {
  const { bookingId } = asked;
  const { caseId, attachmentId, ...input } = asked.input;
  const trying = await assureMayTry(parts, caller, { bookingId, input });
  const { attachments } = await parts.views.read(caller, caseId);
  const found = attachments.find(({ id }) => id === attachmentId);
  if (!found) throw notFound('approvals.no_such_attachment');
  await assureNoSecret(parts, caller, caseId);
  const what: What = { file: null, recordId: null, attachment: { caseId, attachmentId, version: found.version } };
  return lay(parts, caller, { use: 'schedules.lay-attachment', bookingId, input, what, ...trying });
}

export async function withdrawOnce(parts: PapersParts, acting: Acting, asked: { bookingId: string; paperId: string }) {
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
