import { addDays, type LocalDate } from '../../shared/index.ts';
import { type Calendar, type Groups, monthOf, NEAR, onDay, READINGS, yearOf } from './date-readings.ts';
import { LOOSE_TIMES } from './loose-times.ts';
import { MAY_TELL_OCCASION, OCCASIONS } from './occasions.ts';
import { remembered } from './remembered.ts';

/** A time that somebody named: the day, or null where the words name no single day (「今月中」「9月議会」). */
export interface DateWord {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly day: LocalDate | null;
}

const ALL = new RegExp(
  [...READINGS.map(([source], at) => `(?<r${at}>${renamed(source, at)})`), `(?<loose>${LOOSE_TIMES})`].join('|'),
  'gu',
);

/** Names of groups may stand only once in one expression. */
function renamed(source: string, at: number): string {
  return source.replaceAll(/\(\?<([a-z]+)>/gu, `(?<$1_${at}>`);
}

const NAMES = READINGS.map(([source]) => Array.from(source.matchAll(/\(\?<([a-z]+)>/gu), ([, name = '']) => name));

const ownGroups = (groups: Groups, at: number): Groups =>
  Object.fromEntries((NAMES[at] ?? []).map((name) => [name, groups[`${name}_${at}`]]));

function dayOf(found: RegExpExecArray, calendar: Calendar): LocalDate | null {
  const groups = found.groups ?? {};
  const at = READINGS.findIndex((_, index) => groups[`r${index}`] !== undefined);
  const near = NEAR[found[0]];
  if (near !== undefined) return addDays(calendar.today, near);
  return READINGS[at]?.[1](ownGroups(groups, at), calendar) ?? null;
}

/** 「1月10日から15日まで」: the month that was named at the beginning is that of the end. */
function inItsMonth(word: DateWord, before: DateWord | undefined, text: string): DateWord {
  if (!before?.day || !/^\d{1,2}日$/u.test(word.words) || !/月/u.test(before.words)) return word;
  const joined = /^、?(?:から|か|か、|~|〜|-|または|もしくは)$/u.test(text.slice(before.to, word.from));
  const ahead = Number.parseInt(word.words, 10) - Number(before.day.slice(8));
  if (!joined && (ahead < 1 || ahead > 3)) return word;
  const day = onDay(yearOf(before.day), monthOf(before.day), Number.parseInt(word.words, 10));
  return day !== null && day >= before.day ? { ...word, day } : word;
}

/** Every time that a text names, in order. The text is NFKC-folded, with figures for numbers. */
export function dateWords(text: string, calendar: Calendar): readonly DateWord[] {
  const known = KNOWN.get(calendar) ?? remembered((asked: string) => dateWordsIn(asked, calendar));
  KNOWN.set(calendar, known);
  return known(text);
}
const KNOWN = new WeakMap<Calendar, (text: string) => readonly DateWord[]>();

function dateWordsIn(text: string, calendar: Calendar): readonly DateWord[] {
  const words = Array.from(text.matchAll(ALL), (found) => ({
    ...{ from: found.index, to: found.index + found[0].length, words: found[0] },
    day: dayOf(found, calendar),
  }));
  return withOccasions(
    words.map((word, at) =>
      inItsMonth(
        word,
        words.slice(0, at).findLast((it) => /月/u.test(it.words)),
        text,
      ),
    ),
    text,
  );
}

/** Of two wordings that overlap the longer one counts. */
function withOccasions(words: readonly DateWord[], text: string): readonly DateWord[] {
  if (!MAY_TELL_OCCASION.test(text)) return words;
  const told = Array.from(text.matchAll(OCCASIONS), (found): DateWord => {
    const to = found.index + found[0].length;
    return { from: found.index, to, words: found[0], day: null };
  });
  const over = (one: DateWord, other: DateWord): boolean => one.from < other.to && other.from < one.to;
  const length = ({ from, to }: DateWord): number => to - from;
  const kept = words.filter(
    (word) => word.day !== null || !told.some((it) => over(word, it) && length(it) > length(word)),
  );
  const added = told.filter((it) => !kept.some((word) => over(word, it)));
  return [...kept, ...added].toSorted((a, b) => a.from - b.from);
}
