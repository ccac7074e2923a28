/** A time of the day as it was typed: the minutes since midnight that it may mean, and where it stands in the text. */
export interface ClockWord {
  readonly at: number;
  readonly length: number;
  /** One, or two twelve hours apart: 「5時」. */
  readonly minutes: readonly number[];
}

export interface Stretch {
  readonly at: number;
  readonly length: number;
  readonly minutes: number;
}

const HALF_DAY = 720;
const LATEST_HOUR = 29;

const BEFORE = '(?<half>午前|午後|am|pm|朝|夜|夕方の?)?\\s*';
const AFTER = '(?:\\s*(?<latin>am|pm))?';
const CLOCK = new RegExp(
  `${BEFORE}(?:(?<hour>\\d{1,2})(?:時(?:(?<minute>\\d{1,2})分?|(?<half30>半))?|:(?<colon>\\d{2}))(?!間)|(?<!\\d)(?<four>[0-2]\\d[0-5]\\d)(?!\\d)|(?<!\\d)(?<bare>\\d{1,2})(?=\\s*(?:am|pm|[-~〜]|まで)))${AFTER}`,
  'giu',
);
const NOON = /正午/gu;
const STRETCH =
  /(?:(?<hours>\d{1,2})(?:時間|h(?:ours?)?\b)(?<half>半)?)?(?:\s*(?<minutes>\d{1,3})(?:分間?|min(?:utes?)?\b))?(?:くらい|ぐらい|ほど|程度|後)?/giu;

const EVENING = new Set(['午後', 'pm', '夜', '夕方', '夕方の']);

function meant(hour: number, minute: number, half: string | undefined): number[] | null {
  if (minute > 59 || hour > LATEST_HOUR) return null;
  const at = hour * 60 + minute;
  if (half === undefined) return hour >= 1 && hour < 12 ? [at, at + HALF_DAY] : [at];
  if (hour > 12) return EVENING.has(half) ? [at] : null;
  const morning = (hour % 12) * 60 + minute;
  return [EVENING.has(half) ? morning + HALF_DAY : morning];
}

/** Every time of the day in a text that is NFKC-folded; null among the minutes is none that a clock shows. */
export function clockWords(text: string): { words: ClockWord[]; wrong: boolean } {
  const words: ClockWord[] = [];
  let wrong = false;
  for (const found of text.matchAll(CLOCK)) {
    const { half, latin, hour, minute, half30, colon, four, bare } = found.groups ?? {};
    const hours = Number(hour ?? bare ?? four?.slice(0, 2));
    const minutes = half30 ? 30 : Number(colon ?? minute ?? four?.slice(2) ?? 0);
    // 05:30 and 0530 are written by who counts to 24.
    const exact = four !== undefined || hour?.startsWith('0') === true;
    const named = (half ?? latin)?.toLowerCase();
    const candidates = meant(hours, minutes, named);
    if (candidates === null) wrong = true;
    else words.push({ at: found.index, length: found[0].length, minutes: exact ? candidates.slice(0, 1) : candidates });
  }
  for (const found of text.matchAll(NOON))
    words.push({ at: found.index, length: found[0].length, minutes: [HALF_DAY] });
  return { words: words.toSorted((a, b) => a.at - b.at), wrong };
}

/** The first 「1時間半」「30分」「90分間」「2h」 of a text. */
export function stretchIn(text: string): Stretch | null {
  for (const found of text.matchAll(STRETCH)) {
    const { hours, half, minutes } = found.groups ?? {};
    if (hours === undefined && minutes === undefined) continue;
    // 「17時30分」 is a time of the day.
    if (hours === undefined && /時$/u.test(text.slice(0, found.index).trimEnd())) continue;
    const total = Number(hours ?? 0) * 60 + (half ? 30 : 0) + Number(minutes ?? 0);
    return { at: found.index, length: found[0].length, minutes: total };
  }
  return null;
}
