import { limitedThreads, type ThreadLimits } from '../../platform/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import type { Inspection } from './word.ts';

/** @throws bad-input with the reason; unavailable `records.inspection_busy` */
export type InspectFile = (bytes: Uint8Array) => Promise<Inspection>;

/** Looks at files in threads of their own, each with a limit of time and memory, a few at once. */
export function createInspector(limits: Partial<ThreadLimits> = {}): InspectFile {
  return limitedThreads<Uint8Array, Inspection>({
    module: new URL('./inspection-worker.ts', import.meta.url),
    limits: { workers: 2, waiting: 64, deadlineMs: 30_000, heapMb: 256, ...limits },
    refusals: {
      tooMuch: () => badInput('records.too_complex'),
      busy: () => new KaigiError('unavailable', 'records.inspection_busy'),
    },
  });
}
