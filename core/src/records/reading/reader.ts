import { limitedProcesses, type ProcessLimits } from '../../platform/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import type { ReadInput, Reading } from './kinds.ts';

/** @throws bad-input with the reason; unavailable `records.inspection_busy`, `records.reading_stopped` */
export type ReadFile = (input: ReadInput) => Promise<Reading>;

/** Of one file. */
const LIMITS: ProcessLimits = {
  workers: 2,
  waiting: 64,
  deadlineMs: 10_000,
  heapMb: 128,
  memoryMb: 256,
  idleMs: 60_000,
};

/** Reads files in processes of their own, each with a limit of time and memory, a few at once. */
export function createReader(limits: Partial<ProcessLimits> = {}): ReadFile {
  return limitedProcesses<ReadInput, Reading>({
    module: new URL('./reading-worker.ts', import.meta.url),
    limits: { ...LIMITS, ...limits },
    refusals: {
      tooMuch: () => badInput('records.too_complex'),
      busy: () => new KaigiError('unavailable', 'records.inspection_busy'),
      died: () => new KaigiError('unavailable', 'records.reading_stopped'),
    },
  });
}

/** @throws as `ReadFile` */
export type InspectFile = (bytes: Uint8Array) => Promise<Reading>;

/** For Word documents only, such as forms. */
export function createInspector(limits: Partial<ProcessLimits> = {}): InspectFile {
  const read = createReader(limits);
  return (bytes) => read({ bytes, accept: ['WORD'] });
}
