import { limitedThreads, type ThreadLimits } from '../../platform/index.ts';
import { badInput, KaigiError, type Locale } from '../../shared/index.ts';
import type { LineSuggestions } from '../lines/contract.ts';
import type { LinesToRead } from '../lines/line-suggestions.ts';
import type { PublicationView } from '../publication/contract.ts';
import type { Publication } from '../publication/present.ts';
import type { Drafting } from '../sentences/drafted.ts';
import type { Sentence } from '../sentences/sentence.ts';

/** One thing to reckon, as it is handed to a thread. */
export type Work =
  | { readonly kind: 'DRAFT'; readonly drafting: Omit<Drafting, 'idOf'> }
  | { readonly kind: 'SUGGEST'; readonly toRead: LinesToRead }
  | { readonly kind: 'PUBLICATION'; readonly publication: Publication; readonly locale: Locale };

/** What takes long for a meeting of many hours: nobody else waits for it. */
export interface Reckoner {
  draft(drafting: Omit<Drafting, 'idOf'>): Promise<Sentence[]>;
  suggest(toRead: LinesToRead): Promise<LineSuggestions['items']>;
  publication(publication: Publication, locale: Locale): Promise<PublicationView>;
}

/** Reckons in a thread of its own, with a limit of time and memory; too many at once are told to come again. */
export function createReckoner(limits: Partial<ThreadLimits> = {}): Reckoner {
  const inThread = limitedThreads<Work, unknown>({
    module: new URL('./reckoner-thread.ts', import.meta.url),
    limits: { workers: 1, waiting: 64, deadlineMs: 60_000, heapMb: 512, ...limits },
    refusals: {
      tooMuch: () => badInput('minutes.too_much_to_reckon'),
      busy: () => new KaigiError('unavailable', 'minutes.reckoning_busy'),
    },
  });
  return {
    draft: (drafting) => inThread({ kind: 'DRAFT', drafting }) as Promise<Sentence[]>,
    suggest: (toRead) => inThread({ kind: 'SUGGEST', toRead }) as Promise<LineSuggestions['items']>,
    publication: (publication, locale) =>
      inThread({ kind: 'PUBLICATION', publication, locale }) as Promise<PublicationView>,
  };
}
