import type { GlossaryTerm } from '../glossary/glossary.ts';
import { hotwords, initialPrompt } from '../glossary/hotwords.ts';
import type { Hints } from './recogniser.ts';

/** More voices than this no recogniser tells apart; a wrong number does more harm than none. */
const MOST_SPEAKERS = 20;

export interface KnownBeforehand {
  /** Terms of the 会議体 before those of the city: what is told first is kept where there is little room. */
  readonly terms: readonly GlossaryTerm[];
  readonly speakers?: number | null;
  readonly language?: string;
}

export function hintsOf({ terms, speakers = null, language = 'ja' }: KnownBeforehand): Hints {
  const told = speakers !== null && Number.isInteger(speakers) && speakers >= 1 && speakers <= MOST_SPEAKERS;
  return { language, speakers: told ? speakers : null, hotwords: hotwords(terms), prompt: initialPrompt(terms) };
}
