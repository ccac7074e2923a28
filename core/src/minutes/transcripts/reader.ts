import { limitedThreads, type ThreadLimits } from '../../platform/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import type { TranscriptFile } from '../transcript/read.ts';
import type { Reading } from '../transcript/transcript.ts';

export type ReadFile = (file: TranscriptFile) => Promise<Reading>;

/** Reads files in threads of their own, each with a limit of time and memory: a Word file may unpack to anything. */
export function createReader(limits: Partial<ThreadLimits> = {}): ReadFile {
  return limitedThreads<TranscriptFile, Reading>({
    module: new URL('./reader-worker.ts', import.meta.url),
    limits: { workers: 1, waiting: 32, deadlineMs: 60_000, heapMb: 512, ...limits },
    refusals: {
      tooMuch: () => badInput('minutes.transcript_too_much'),
      busy: () => new KaigiError('unavailable', 'minutes.transcript_busy'),
    },
  });
}
