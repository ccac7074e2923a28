import type { Spoken, Word } from '@kaigi/core/recogniser';
import type { SherpaResult } from './sherpa-library.ts';

/** A model of one file says by its tokens what it is: those of SenseVoice name languages. */
export const singleKind = (tokens: string): 'SENSE_VOICE' | 'CTC' =>
  tokens.includes('<|ja|>') ? 'SENSE_VOICE' : 'CTC';

/** Words of the glossary that the model has every sign of; a word that it cannot write it cannot expect. */
export function knownHotwords(hotwords: string, tokens: string): string {
  const signs = new Set(tokens.split('\n').map((line) => line.replace(/\s+\d+\s*$/, '')));
  const words = hotwords.split('\n').filter((word) => word !== '' && [...word].every((sign) => signs.has(sign)));
  return words.map((word) => `${word}\n`).join('');
}

/** SentencePiece writes a space so. */
const SPACE = /▁/g;

/** What was recognised between two moments, with the times of its words where the model tells them. */
export function wordsOf(
  { text, tokens = [], timestamps = [] }: SherpaResult,
  { from, to }: Omit<Word, 'text'>,
): Spoken {
  const spelt = tokens.map((token) => token.replace(SPACE, ' '));
  const whole = spelt.join('');
  if (tokens.length === 0 || timestamps.length !== tokens.length || whole.trim() !== text.trim())
    return { from, to, text, words: [] };
  const moments = timestamps.map((seconds) => Math.min(to, Math.max(from, from + Math.round(seconds * 1_000))));
  const words = spelt.map((token, at) => {
    const begins = moments[at] ?? from;
    return { text: token, from: begins, to: Math.max(begins, moments[at + 1] ?? to) };
  });
  return { from, to, text: whole, words };
}
