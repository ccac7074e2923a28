import { storedAttachment } from '../../approvals/index.ts';
import { sha256Hex, type Tx } from '../../platform/index.ts';
import { type Caller, Download, type GivenFile, KaigiError, notFound } from '../../shared/index.ts';
import { laidFor } from './looking.ts';
import type { PapersParts } from './parts.ts';
import type { Paper, StoredFile } from './plan.ts';
import * as store from './store.ts';

const WORD = /\.doc[xm]$/iu;

/** Looked over and stored: Word documents by the inspector of records, others as attachments of cases are. */
export async function storedFile({ records, blobs }: PapersParts, file: GivenFile): Promise<StoredFile> {
  if (!WORD.test(file.fileName.normalize('NFKC').trim())) return storedAttachment(blobs, file);
  const { sha256, fileName, mediaType, size } = await records.prepareFile(file);
  return { sha256, fileName, mediaType, size };
}

async function bytesOf({ blobs }: PapersParts, { sha256, fileName, mediaType }: StoredFile): Promise<Download> {
  const bytes = await blobs.get(sha256);
  if (!bytes) throw new KaigiError('unavailable', 'records.content_missing');
  if (sha256Hex(bytes) !== sha256) throw new KaigiError('unavailable', 'records.content_altered');
  return new Download(fileName, mediaType, bytes);
}

/** What an edition is; of a record or an attachment only for whoever may read it there. */
export function contentOf(
  parts: PapersParts,
  caller: Caller,
  { file, recordId, attachment }: Pick<Paper, 'file' | 'recordId' | 'attachment'>,
): Promise<Download> {
  if (file) return bytesOf(parts, file);
  if (attachment) return parts.views.attachment(caller, attachment);
  return parts.records.content(caller, recordId ?? '');
}

export interface PaperNamed {
  readonly bookingId: string;
  readonly paperId: string;
  /** Left out: the newest. */
  readonly edition: number | undefined;
}

interface Looked {
  readonly staffId: string;
  readonly paper: Paper;
  readonly editions: readonly Paper[];
}

/** @throws not-found `schedules.booking_not_found`, `schedules.paper_unknown` */
export const paperFor = (parts: PapersParts, caller: Caller, asked: PaperNamed): Promise<Looked> =>
  parts.db.singly(caller.municipalityId, async (tx) => {
    const { bookingId, paperId, edition } = asked;
    const actor = await parts.directory.actorOf(tx, caller);
    await laidFor(parts, tx, { bookingId, actor });
    const editions = (await store.papersOf(tx, bookingId)).filter((one) => one.paperId === paperId);
    const paper = edition === undefined ? editions.at(-1) : editions.find((one) => one.edition === edition);
    if (!paper) throw notFound('schedules.paper_unknown');
    return { paper, editions, staffId: actor.staffId };
  });

/** That somebody opened it is kept; the first time counts. */
export const noteOpened = (
  { db, clock }: PapersParts,
  { municipalityId }: Pick<Tx, 'municipalityId'>,
  { paper: { paperId, edition }, staffId }: Pick<Looked, 'paper' | 'staffId'>,
): Promise<void> =>
  db.inMunicipality(municipalityId, (tx) => store.noteOpened(tx, { paperId, edition, staffId, at: clock.now() }));

/**
 * An edition of a paper; that somebody opened it is kept.
 * @throws not-found `schedules.booking_not_found`, `schedules.paper_unknown`, `records.not_found`, `approvals.not_found`
 */
export async function openPaper(parts: PapersParts, caller: Caller, asked: PaperNamed): Promise<Download> {
  const found = await paperFor(parts, caller, asked);
  const download = await contentOf(parts, caller, found.paper);
  await noteOpened(parts, caller, found);
  return download;
}
