import { storedAttachment } from '../../approvals/index.ts';
import { sha256Hex } from '../../platform/index.ts';
import { type Caller, Download, KaigiError, notFound, type UploadedFile } from '../../shared/index.ts';
import { laidFor } from './looking.ts';
import type { PapersParts } from './parts.ts';
import type { StoredFile } from './plan.ts';
import * as store from './store.ts';

const WORD = /\.doc[xm]$/iu;

/** Looked over and stored: Word documents by the inspector of records, others as attachments of cases are. */
export async function storedFile({ records, blobs }: PapersParts, file: UploadedFile): Promise<StoredFile> {
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

/**
 * An edition of a paper; that somebody opened it is kept. Of a record only whoever may read it there.
 * @throws not-found `schedules.booking_not_found`, `schedules.paper_unknown`, `records.not_found`
 */
export async function openPaper(
  parts: PapersParts,
  caller: Caller,
  asked: { readonly bookingId: string; readonly paperId: string; readonly edition: number | undefined },
): Promise<Download> {
  const { bookingId, paperId, edition } = asked;
  const { paper, staffId } = await parts.db.singly(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    await laidFor(parts, tx, { bookingId, actor });
    const editions = (await store.papersOf(tx, bookingId)).filter((one) => one.paperId === paperId);
    const found = edition === undefined ? editions.at(-1) : editions.find((one) => one.edition === edition);
    if (!found) throw notFound('schedules.paper_unknown');
    return { paper: found, staffId: actor.staffId };
  });
  const download = paper.file
    ? await bytesOf(parts, paper.file)
    : await parts.records.content(caller, paper.recordId ?? '');
  const opened = { paperId, edition: paper.edition, staffId, at: parts.clock.now() };
  await parts.db.inMunicipality(caller.municipalityId, (tx) => store.noteOpened(tx, opened));
  return download;
}
