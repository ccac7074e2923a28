import { limitedProcesses, type ProcessLimits } from '../../platform/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import type { MailShown, ReadInput, Reading } from './kinds.ts';

/** @throws bad-input with the reason; unavailable `records.inspection_busy`, `records.reading_stopped` */
export type ReadFile = (input: ReadInput) => Promise<Reading>;

/** Of one file. */
const LIMITS: ProcessLimits = {
  workers: 2,
  waiting: 64,
  cpuMs: 10_000,
  deadlineMs: 30_000,
  heapMb: 128,
  memoryMb: 256,
  idleMs: 60_000,
};

const limited = <I, O>(module: string, limits: Partial<ProcessLimits>): ((input: I) => Promise<O>) =>
  limitedProcesses<I, O>({
    module: new URL(module, import.meta.url),
    limits: { ...LIMITS, ...limits },
    refusals: {
      tooMuch: () => badInput('records.too_complex'),
      busy: () => new KaigiError('unavailable', 'records.inspection_busy'),
      died: () => new KaigiError('unavailable', 'records.reading_stopped'),
    },
  });

/** Reads files in processes of their own, each with a limit of time and memory, a few at once. */
export function createReader(limits: Partial<ProcessLimits> = {}): ReadFile {
  return limited<ReadInput, Reading>('./reading-worker.ts', limits);
}

/** @throws as `ReadFile` */
export type InspectFile = (bytes: Uint8Array) => Promise<Reading>;

/** For Word documents only, such as forms. */
export function createInspector(limits: Partial<ProcessLimits> = {}): InspectFile {
  const read = createReader(limits);
  return (bytes) => read({ bytes, accept: ['WORD'] });
}

/** @throws as `ReadFile` */
export type ShowMail = (bytes: Uint8Array) => Promise<MailShown>;

/** Takes mails apart that are in the store. */
export const createMailShower = (limits: Partial<ProcessLimits> = {}): ShowMail =>
  limited<Uint8Array, MailShown>('./mail-worker.ts', { workers: 1, ...limits });
