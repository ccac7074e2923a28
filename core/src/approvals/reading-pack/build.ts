import { limitedThreads, type ThreadLimits } from '../../platform/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import type { ReadingPackView, ReadingPartView } from './contract.ts';
import type { PartInput, PartText } from './read-part.ts';

export interface ReadingFile extends PartInput {
  /** `document`, or the attachment's id: the same in every version. */
  readonly key: string;
  readonly title: string;
  readonly sha256: string;
}

/** A part with its paragraphs, which only the comparison needs. */
export interface ReadingPart extends ReadingPartView {
  readonly paragraphs: readonly string[];
}

export interface ReadingPack extends Omit<ReadingPackView, 'parts'> {
  readonly parts: readonly ReadingPart[];
}

/** @throws unavailable `approvals.reading_busy` */
export type BuildReadingPack = (files: readonly ReadingFile[]) => Promise<ReadingPack>;

const TOO_MUCH = 'approvals.reading_too_much';
const TOO_LARGE: PartText = {
  kind: 'OTHER',
  html: null,
  pageCount: null,
  counted: null,
  notes: ['TOO_LARGE'],
  paragraphs: [],
};

/** The parts in their order, each read in a thread of its own; what cannot be read is said, and the others are shown. */
export function readingPackBuilder(limits: Partial<ThreadLimits> = {}): BuildReadingPack {
  const read = limitedThreads<PartInput, PartText>({
    module: new URL('./reading-worker.ts', import.meta.url),
    limits: { workers: 2, waiting: 256, deadlineMs: 20_000, heapMb: 400, ...limits },
    refusals: {
      tooMuch: () => badInput(TOO_MUCH),
      busy: () => new KaigiError('unavailable', 'approvals.reading_busy'),
    },
  });
  const part = async ({ key, title, sha256, fileName, bytes }: ReadingFile): Promise<ReadingPart> => {
    const text = await read({ fileName, bytes }).catch((error: unknown) => {
      if (error instanceof KaigiError && error.code === TOO_MUCH) return TOO_LARGE;
      throw error;
    });
    return { key, title, fileName, sha256, size: bytes.length, ...text };
  };
  return async (files) => {
    const parts = await Promise.all(files.map(part));
    return {
      parts,
      totalPages: parts.reduce((sum, { pageCount }) => sum + (pageCount ?? 0), 0),
      uncountedParts: parts.filter(({ pageCount }) => pageCount === null).length,
      estimated: parts.some(({ counted }) => counted === 'ESTIMATE'),
    };
  };
}

/** What goes to the reader's page. */
export function presentReadingPack({ parts, ...counts }: ReadingPack): ReadingPackView {
  return { ...counts, parts: parts.map(({ paragraphs: _compared, ...view }) => view) };
}
