import { limitedThreads, type ThreadLimits } from '../../../platform/index.ts';
import { badInput, KaigiError } from '../../../shared/index.ts';
import type { PaperPages } from './pdf-pages.ts';

/** Bytes with their hash; asked for only where nobody has read them lately. */
export interface ToRead {
  readonly sha256: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** The pages of a PDF; null: of anything else, and of what is locked, broken or too much. @throws unavailable */
export type ReadPages = (file: ToRead) => Promise<PaperPages | null>;

const BUSY = 'schedules.paper_reading_busy';
const REMEMBERED = 24;

/** The mark of a PDF may have something before it (ISO 32000-1, annex H 3.4.1). */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-');

/** In a thread of its own with its limits: a file of strangers takes nobody else's time or memory. */
export function createPageReader(limits: Partial<ThreadLimits> = {}): ReadPages {
  const inThread = limitedThreads<Uint8Array, PaperPages>({
    module: new URL('./pages-worker.ts', import.meta.url),
    limits: { workers: 1, waiting: 64, deadlineMs: 30_000, heapMb: 400, ...limits },
    refusals: {
      tooMuch: () => badInput('schedules.paper_too_much'),
      busy: () => new KaigiError('unavailable', BUSY),
    },
  });
  const known = new Map<string, PaperPages | null>();
  const read = async (bytes: Uint8Array): Promise<PaperPages | null> => {
    if (!isPdf(bytes)) return null;
    return inThread(bytes).catch((error: unknown) => {
      if (error instanceof KaigiError && error.code === BUSY) throw error;
      return null;
    });
  };
  return async ({ sha256, bytes }) => {
    const found = known.has(sha256) ? (known.get(sha256) ?? null) : await read(await bytes());
    known.delete(sha256);
    known.set(sha256, found);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return found;
  };
}
