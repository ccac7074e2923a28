import type { Actor } from '../../directory/index.ts';
import type { Blobs } from '../../platform/index.ts';
import { KaigiError } from '../../shared/index.ts';
import type { ApprovalCase, Content } from '../case.ts';
import { lastSeen } from '../present.ts';
import { type BuildReadingPack, presentReadingPack, type ReadingFile } from './build.ts';
import type { ReadingAnswer } from './contract.ts';
import { diffReadingPacks } from './diff.ts';

/** The document, then the attachments in the drafter's order. */
function filesOf(blobs: Blobs, { title, document, attachments }: Content): ReadingFile[] {
  const named = [
    { key: 'document', title, file: document.file },
    ...attachments.map(({ attachmentId, name, file }) => ({ key: attachmentId, title: name, file })),
  ];
  return named.map(({ key, title: called, file }) => ({
    key,
    title: called,
    fileName: file.fileName,
    sha256: file.sha256,
    size: file.size,
    bytes: async () => {
      const bytes = await blobs.get(file.sha256);
      if (!bytes) throw new KaigiError('unavailable', 'records.content_missing');
      return bytes;
    },
  }));
}

/** The pack as it lies there today, and what is different from what this reader last acted on. */
export async function readingAnswer(
  { blobs, build }: { blobs: Blobs; build: BuildReadingPack },
  approvalCase: ApprovalCase,
  actor: Actor,
): Promise<ReadingAnswer> {
  const pack = await build(filesOf(blobs, approvalCase));
  const seen = lastSeen(approvalCase, actor);
  if (!seen) return { pack: presentReadingPack(pack), since: null, diff: null };
  const before = await build(filesOf(blobs, seen.content));
  return { pack: presentReadingPack(pack), since: seen.at.toISOString(), diff: diffReadingPacks(before, pack) };
}
