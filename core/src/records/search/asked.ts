import { badInput } from '../../shared/index.ts';
import { foldText, lettersOf } from './folded-text.ts';

/** What somebody seeks. */
export interface Asked {
  /** Folded; each must be there. */
  readonly words: readonly string[];
  /** The whole, folded: a sentence may be a question. */
  readonly sentence: string;
}

// Quotes hold words with blanks between them together; other quotes are letters like any.
const WORDS = /(?<=^|\s)["“”＂]([^"“”＂]*\s[^"“”＂]*)["“”＂](?=\s|$)|\S+/gu;

/**
 * Words between blanks must all be there. Single letters by themselves are one word together.
 * @throws bad-input `records.search_too_short`, `records.search_single_letter`
 */
export function askedFor(typed: string): Asked {
  const words = Array.from(typed.matchAll(WORDS), ([word, quoted]) => foldText(quoted ?? word)).filter(Boolean);
  const sentence = words.join('');
  if (lettersOf(sentence) < 2) throw badInput('records.search_too_short');
  const single = words.filter((word) => lettersOf(word) < 2);
  if (single.length === words.length) return { words: [sentence], sentence };
  const [letter] = single;
  if (letter !== undefined) throw badInput('records.search_single_letter', { letter });
  return { words: [...new Set(words)], sentence };
}

const SENTENCE_LETTERS = 7;

/** Long enough to be asked as a question when nothing has exactly these words. */
export const isSentence = ({ sentence }: Asked): boolean => lettersOf(sentence) >= SENTENCE_LETTERS;
