import { limitedThreads, type ThreadLimits } from '../../platform/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import type { PaperData } from './paper-data.ts';

/** What a thread is asked: to fill a template, or without data only to look it over. */
export interface PaperWork {
  readonly template: Uint8Array;
  readonly data: PaperData | null;
  /** Words that must be nowhere in the paper. */
  readonly hidden: readonly string[];
}

export interface PaperMaker {
  /** @throws bad-input `minutes.template_broken`, `minutes.template_unknown_tags` */
  readonly check: (template: Uint8Array) => Promise<void>;
  /** @throws the same; bad-input `minutes.copy_still_tells` */
  readonly make: (template: Uint8Array, data: PaperData, hidden?: readonly string[]) => Promise<Uint8Array>;
}

/** Templates are made by anybody: they are filled in threads of their own, each with a limit of time and memory. */
export function createPaperMaker(limits: Partial<ThreadLimits> = {}): PaperMaker {
  const inThread = limitedThreads<PaperWork, Uint8Array>({
    module: new URL('./paper-thread.ts', import.meta.url),
    limits: { workers: 1, waiting: 64, deadlineMs: 60_000, heapMb: 512, ...limits },
    refusals: {
      tooMuch: () => badInput('minutes.paper_too_much'),
      busy: () => new KaigiError('unavailable', 'minutes.paper_busy'),
    },
  });
  return {
    check: async (template) => {
      await inThread({ template, data: null, hidden: [] });
    },
    make: (template, data, hidden = []) => inThread({ template, data, hidden }),
  };
}
