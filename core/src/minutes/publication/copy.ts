import type { Minuted } from '../paper/minuted.ts';
import type { CopyNote } from '../paper/paper-data.ts';
import { type Heading, placesOf, withoutClosed } from './closed-items.ts';
import { compared, occurrences, weightOf } from './occurrences.ts';
import {
  type Barred,
  type ItemRedaction,
  type PersonRedaction,
  type Redaction,
  type RedactionProblem,
  type WordsRedaction,
  withBars,
} from './redaction.ts';
import { throughout } from './throughout.ts';

/** 公表用の写し: made anew each time from the minutes as they stand; the minutes themselves stay as they are. */
export interface PublicCopy {
  readonly minuted: Minuted;
  readonly note: CopyNote;
  /** Words that must be nowhere in what is made of it. */
  readonly hidden: readonly string[];
}

export type CopyOutcome = { readonly copy: PublicCopy } | { readonly problems: readonly RedactionProblem[] };

/** Shorter ones stand within too many other words. */
const SHORTEST_EVERYWHERE = 2;
/** 「その他」 is the title of many. */
const SHORTEST_TITLE = 5;

interface HiddenWords {
  readonly words: string;
  readonly ground: string;
}

interface Plan {
  readonly words: readonly WordsRedaction[];
  readonly people: readonly PersonRedaction[];
  readonly items: readonly ItemRedaction[];
}

function planOf(redactions: readonly Redaction[]): Plan {
  return {
    words: redactions.filter((one) => one.kind === 'WORDS'),
    people: redactions.filter((one) => one.kind === 'PERSON'),
    items: redactions.filter((one) => one.kind === 'ITEM'),
  };
}

const textsOf = ({ lines, sentences }: Minuted) => ({
  LINE: new Map(lines.map(({ id, text }) => [id, text])),
  SENTENCE: new Map(sentences.map(({ id, text }) => [id, text])),
});

/** Redactions that no longer fit what stands there: nothing is published until somebody has looked. */
export function problemsOf(minuted: Minuted, redactions: readonly Redaction[]): RedactionProblem[] {
  const texts = textsOf(minuted);
  const problem = (one: Redaction): RedactionProblem['why'] | null => {
    if (one.kind === 'PERSON') return minuted.meeting.attendees.some(({ id }) => id === one.attendeeId) ? null : 'GONE';
    if (one.kind === 'ITEM') {
      if (!minuted.sentences.some(({ id, part }) => id === one.itemId && part === 'ITEM')) return 'GONE';
      return minuted.lines.length > 0 && placesOf(minuted, one) === null ? 'NO_PLACE' : null;
    }
    const text = texts[one.of].get(one.targetId);
    if (text === undefined) return 'GONE';
    return one.words !== '' && text.startsWith(one.words, one.from) ? null : 'CHANGED';
  };
  return redactions.flatMap((one) => {
    const why = problem(one);
    return why === null ? [] : [{ redactionId: one.id, why }];
  });
}

/** Words that are hidden wherever they stand. */
function hiddenWords(minuted: Minuted, { words, people, items }: Plan): HiddenWords[] {
  const named = new Map(minuted.meeting.attendees.map(({ id, name }) => [id, name]));
  const titles = new Map(minuted.sentences.map(({ id, text }) => [id, text]));
  const all = [
    ...words.filter(({ scope }) => scope === 'EVERYWHERE'),
    ...people.map(({ attendeeId, ground }) => ({ words: named.get(attendeeId) ?? '', ground })),
  ].filter((one) => weightOf(one.words) >= SHORTEST_EVERYWHERE);
  const untitled = items
    .filter(({ titled }) => !titled)
    .map(({ itemId, ground }) => ({ words: titles.get(itemId) ?? '', ground }))
    .filter((one) => weightOf(one.words) >= SHORTEST_TITLE);
  return [...all, ...untitled];
}

/** 「〔1〕」 behind a bar says which of several grounds it has; with one ground for all there is nothing to say. */
function marks(redactions: readonly Redaction[]) {
  const grounds = [...new Set(redactions.map(({ ground }) => ground))];
  const mark = (ground: string) => (grounds.length > 1 ? `〔${grounds.indexOf(ground) + 1}〕` : '');
  return { grounds, mark, of: (some: readonly string[]) => some.map(mark).join('') };
}

/** What may be published of the minutes, or what stands in its way. `groundOf` an id says the ground in words. */
export function publicCopy(
  minuted: Minuted,
  redactions: readonly Redaction[],
  groundOf: (ground: string) => string,
): CopyOutcome {
  const problems = problemsOf(minuted, redactions);
  if (problems.length > 0) return { problems };
  const plan = planOf(redactions);
  const hidden = hiddenWords(minuted, plan).map((one) => ({ ...one, sought: compared(one.words) }));
  const { grounds, mark, of } = marks(redactions);
  const here = Map.groupBy(plan.words, ({ targetId }) => targetId);
  const names = new Map(plan.people.map(({ attendeeId, ground }) => [attendeeId, ground]));
  const barsIn = (text: string, id: string): Barred[] => {
    const whole = names.get(id);
    const read = compared(text);
    return [
      ...(whole === undefined ? [] : [{ from: 0, to: text.length, ground: whole }]),
      ...(here.get(id) ?? []).map(({ from, words, ground }) => ({ from, to: from + words.length, ground })),
      ...hidden.flatMap(({ sought, ground }) => occurrences(read, sought).map((span) => ({ ...span, ground }))),
    ];
  };
  const sieve = (text: string, id = ''): string => withBars(text, barsIn(text, id), of);
  const heading: Heading = ({ id, text }, { titled, ground }) =>
    `${titled ? sieve(text, id) : ''}（非公開：${groundOf(ground)}）`;
  const headings = new Set(plan.items.map(({ itemId }) => itemId));
  // A heading has its bars already, and other letters than the title whose places were kept.
  const open = withoutClosed(minuted, plan.items, heading);
  const copy = throughout(open, (text, id) => sieve(text, id !== undefined && headings.has(id) ? '' : id));
  return {
    copy: {
      minuted: copy,
      note: { grounds: grounds.map((ground) => ({ mark: mark(ground), ground: groundOf(ground) })) },
      hidden: hidden.map(({ words }) => words),
    },
  };
}
