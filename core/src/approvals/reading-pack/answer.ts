import type { Actor } from '../../directory/index.ts';
import type { Blobs } from '../../platform/index.ts';
import { type BuildReadingPack, presentReadingPack, type ReadingFile, type ReadingPack } from '../../records/index.ts';
import { KaigiError } from '../../shared/index.ts';
import { type ApprovalCase, type Content, isDecided } from '../case.ts';
import { lastSeen } from '../present.ts';
import type { ReadingAnswer } from './contract.ts';
import { type CitedPapers, diffReadingPacks, diffWithCited } from './diff.ts';

export interface AnswerParts {
  readonly blobs: Blobs;
  readonly build: BuildReadingPack;
}

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

interface Asked {
  readonly approvalCase: ApprovalCase;
  readonly actor: Actor;
  /** The case that this one was drafted from, where the reader may see it. */
  readonly cited: ApprovalCase | null;
}

const papersOf = ({ title, proposalText }: Content, { parts }: ReadingPack): CitedPapers | null => {
  const document = parts.find(({ key }) => key === 'document');
  const lines = proposalText.split('\n').filter((line) => line.trim() !== '');
  return document ? { title, proposal: [title, ...lines], document } : null;
};

/** 前年の案件などとの違い: of proposal and document. */
async function citedAnswer(
  { blobs, build }: AnswerParts,
  { approvalCase, cited }: Asked,
  pack: ReadingPack,
): Promise<ReadingAnswer['cited']> {
  if (!cited) return null;
  const earlier = await build(filesOf(blobs, { ...cited, attachments: [] }));
  const [before, after] = [papersOf(cited, earlier), papersOf(approvalCase, pack)];
  if (!before || !after) return null;
  const documentNumber = isDecided(cited) ? cited.documentNumber : null;
  const { caseId, title } = cited;
  return { caseId, title, documentNumber, diff: diffWithCited(before, after) };
}

/** The pack as it lies there today, and what is different from what this reader last acted on, and from the case cited. */
export async function readingAnswer(parts: AnswerParts, asked: Asked): Promise<ReadingAnswer> {
  const { blobs, build } = parts;
  const pack = await build(filesOf(blobs, asked.approvalCase));
  const seen = lastSeen(asked.approvalCase, asked.actor);
  const before = seen && (await build(filesOf(blobs, seen.content)));
  return {
    pack: presentReadingPack(pack),
    since: seen?.at.toISOString() ?? null,
    diff: before && diffReadingPacks(before, pack),
    cited: await citedAnswer(parts, asked, pack),
  };
}
