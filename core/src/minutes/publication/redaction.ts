import type { Span } from './occurrences.ts';

/** 墨塗り of words in one line or one sentence. */
export interface WordsRedaction {
  readonly kind: 'WORDS';
  readonly id: string;
  readonly of: 'LINE' | 'SENTENCE';
  readonly targetId: string;
  readonly from: number;
  /** What stood there when somebody decided that it must not be published. */
  readonly words: string;
  /** EVERYWHERE: wherever else these words stand in the copy too. */
  readonly scope: 'HERE' | 'EVERYWHERE';
  /** 情報公開条例の号. */
  readonly ground: string;
}

/** Somebody whose name must not be published, as attendee, as speaker and wherever it is said. */
export interface PersonRedaction {
  readonly kind: 'PERSON';
  readonly id: string;
  readonly attendeeId: string;
  readonly ground: string;
}

/** A 議題 that was not open to the public: left out whole. */
export interface ItemRedaction {
  readonly kind: 'ITEM';
  readonly id: string;
  readonly itemId: string;
  /** Does the copy say what the 議題 was called? */
  readonly titled: boolean;
  /** Where it begins and ends, where the minutes do not tell; both or none. */
  readonly lines: { readonly firstId: string; readonly lastId: string } | null;
  readonly ground: string;
}

export type Redaction = WordsRedaction | PersonRedaction | ItemRedaction;

/** A redaction that cannot be carried out: somebody has to look at it again. */
export interface RedactionProblem {
  readonly redactionId: string;
  /** GONE: what it was about is no longer there. CHANGED: other words stand there now. NO_PLACE: nobody knows its lines. */
  readonly why: 'GONE' | 'CHANGED' | 'NO_PLACE';
}

/** Always of the same length, so that it does not tell how many letters it hides. */
export const BAR = '■■■';

export interface Barred extends Span {
  readonly ground: string;
}

/** The text with bars for these parts; those that touch are one bar. `markOf` grounds is put behind it. */
export function withBars(
  text: string,
  barred: readonly Barred[],
  markOf: (grounds: readonly string[]) => string,
): string {
  const groups: { from: number; to: number; grounds: Set<string> }[] = [];
  for (const { from, to, ground } of barred.toSorted((a, b) => a.from - b.from)) {
    const last = groups.at(-1);
    if (last && /^\s*$/u.test(text.slice(last.to, from))) {
      last.to = Math.max(last.to, to);
      last.grounds.add(ground);
    } else groups.push({ from, to, grounds: new Set([ground]) });
  }
  let read = 0;
  const parts = groups.flatMap(({ from, to, grounds }) => {
    const kept = text.slice(read, from);
    read = to;
    return [kept, BAR, markOf([...grounds])];
  });
  return [...parts, text.slice(read)].join('');
}
