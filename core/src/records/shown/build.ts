import { limitedThreads, type ThreadLimits } from '../../platform/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import type { ReadingPackView, ReadingPartView } from './contract.ts';
import type { PartInput, PartText } from './read-part.ts';

export interface ReadingFile {
  /** `document`, or the attachment's id: the same in every version. */
  readonly key: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  /** Asked for when the file's turn comes, and only if nobody has read it lately. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** A part with its paragraphs, which only the comparison needs. */
export interface ReadingPart extends ReadingPartView {
  readonly paragraphs: readonly string[];
}

export interface ReadingPack extends Omit<ReadingPackView, 'parts'> {
  readonly parts: readonly ReadingPart[];
}

/** @throws unavailable `records.reading_busy` */
export type BuildReadingPack = (files: readonly ReadingFile[]) => Promise<ReadingPack>;

const TOO_MUCH = 'records.reading_too_much';
const TOO_LARGE: PartText = {
  kind: 'OTHER',
  html: null,
  pageCount: null,
  counted: null,
  notes: ['TOO_LARGE'],
  paragraphs: [],
};

const REMEMBERED_CHARACTERS = 24_000_000;
/** Of one pack; what comes later is to be opened by itself. */
const SHOWN_CHARACTERS = 48_000_000;

/** What was read last, by the hash of the bytes: the same papers are opened by one superior after the other. */
function remembered(read: (input: PartInput) => Promise<PartText>): (file: ReadingFile) => Promise<PartText> {
  const known = new Map<string, PartText>();
  let characters = 0;
  const sizeOf = ({ html, paragraphs }: PartText) =>
    (html?.length ?? 0) + paragraphs.reduce((sum, text) => sum + text.length, 0);
  return async ({ sha256, fileName, bytes }) => {
    // The name tells a text from a file that only looks like one.
    const key = `${sha256} ${fileName}`;
    const found = known.get(key) ?? (await read({ fileName, bytes: await bytes() }));
    if (!known.delete(key)) characters += sizeOf(found);
    known.set(key, found);
    for (const [oldest, text] of known) {
      if (characters <= REMEMBERED_CHARACTERS) break;
      known.delete(oldest);
      characters -= sizeOf(text);
    }
    return found;
  };
}

/** The parts in their order, each read in a thread of its own; what cannot be read is said, and the others are shown. */
export function readingPackBuilder(limits: Partial<ThreadLimits> = {}): BuildReadingPack {
  const read = limitedThreads<PartInput, PartText>({
    module: new URL('./reading-worker.ts', import.meta.url),
    limits: { workers: 2, waiting: 256, deadlineMs: 20_000, heapMb: 400, ...limits },
    refusals: {
      tooMuch: () => badInput(TOO_MUCH),
      busy: () => new KaigiError('unavailable', 'records.reading_busy'),
    },
  });
  const text = remembered(read);
  const part = async (file: ReadingFile): Promise<ReadingPart> => {
    const { key, title, sha256, fileName, size } = file;
    const shown = await text(file).catch((error: unknown) => {
      if (error instanceof KaigiError && error.code === TOO_MUCH) return TOO_LARGE;
      throw error;
    });
    return { key, title, fileName, sha256, size, ...shown };
  };
  return async (files) => packOf(await inLanes(files, part));
}

const LANES = 2;

/** A few at once, in order: the bytes of a whole case do not fit into memory at one time. */
async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

function packOf(read: readonly ReadingPart[]): ReadingPack {
  let characters = 0;
  const parts = read.map((part): ReadingPart => {
    characters += part.html?.length ?? 0;
    return characters <= SHOWN_CHARACTERS ? part : { ...part, html: null, notes: [...part.notes, 'TOO_LARGE'] };
  });
  return {
    parts,
    totalPages: parts.reduce((sum, { pageCount }) => sum + (pageCount ?? 0), 0),
    uncountedParts: parts.filter(({ pageCount }) => pageCount === null).length,
    estimated: parts.some(({ counted }) => counted === 'ESTIMATE'),
  };
}

/** What goes to the reader's page. */
export function presentReadingPack({ parts, ...counts }: ReadingPack): ReadingPackView {
  return { ...counts, parts: parts.map(({ paragraphs: _compared, ...view }) => view) };
}
