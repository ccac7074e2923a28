import type { Minuted } from '../paper/minuted.ts';
import { compared, occurrences, type Span } from './occurrences.ts';
import type { Redaction } from './redaction.ts';

/** Words that are hidden in one place and stand open in another. */
export interface AlsoStands extends Span {
  readonly redactionId: string;
  readonly of: 'LINE' | 'SENTENCE';
  readonly targetId: string;
}

/** Where words that are hidden in one place only stand elsewhere: whoever hides them may have overlooked it. */
export function alsoStanding({ lines, sentences }: Minuted, redactions: readonly Redaction[]): AlsoStands[] {
  const words = redactions.filter((one) => one.kind === 'WORDS').filter(({ scope }) => scope === 'HERE');
  if (words.length === 0) return [];
  const texts = [
    ...lines.map(({ id, text }) => ({ of: 'LINE' as const, id, read: compared(text) })),
    ...sentences.map(({ id, text }) => ({ of: 'SENTENCE' as const, id, read: compared(text) })),
  ];
  const covers = (of: string, id: string, { from, to }: Span): boolean =>
    words.some((one) => one.of === of && one.targetId === id && one.from <= from && one.from + one.words.length >= to);
  return words.flatMap((one) => {
    const sought = compared(one.words);
    return texts.flatMap(({ of, id, read }) =>
      occurrences(read, sought)
        .filter((span) => !covers(of, id, span))
        .map((span) => ({ ...span, redactionId: one.id, of, targetId: id })),
    );
  });
}
