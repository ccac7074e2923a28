import { localDateOf, localTimeOf, startOfDay } from '../../shared/index.ts';
import { clock } from '../working-time/span.ts';
import { type ClockWord, clockWords, stretchIn } from './clock-words.ts';
import type { WhereaboutsKind } from './contract.ts';

/** What is asked back, by the name of its sentence. */
export type Unclear = 'past' | 'two_times' | 'vague' | 'wrong_time' | 'other_day' | 'too_many' | 'ends_before' | 'how';

export type SaidWhereabouts =
  | { readonly kind: WhereaboutsKind; readonly from: Date | null; readonly until: Date | null; readonly place: string }
  | { readonly kind: 'BACK' }
  | { readonly kind: 'BACK_AT'; readonly until: Date }
  | { readonly kind: 'UNCLEAR'; readonly why: Unclear; readonly params: Readonly<Record<string, string>> };

const MINUTE_MS = 60_000;
const HALF_DAY = 720;
/** Whoever types 「8時」 in the morning and means the evening means no later one than this. */
const LATEST_EVENING = 20 * 60;
const OFFICE = { from: 7 * 60, to: 20 * 60 };
const LONGEST_STRETCH = 12 * 60;

const RETURNED =
  /^(?:から)?(?:戻(?:りました|った)|帰(?:りました|ってきました|庁(?:しました|した|済み?)?)|back|取り?消し?|cancel)$/iu;
const OTHER_DAY = /明日|あした|あす|明後日|あさって|来週|昨日|tomorrow|\d{1,2}\/\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}日/iu;
const VAGUE =
  /(?:夕方|昼過ぎ|昼頃?|午前中?|午後|夜|朝|定時|終業|しばらく|ちょっと)(?:まで|に|頃)?\s*(?:戻り?(?:ます)?)?$/u;
const AROUND =
  /(?:まで|頃|ころ|ごろ|過ぎ|すぎ|には?|から|より|戻り(?:ます|予定)?|戻る|帰庁(?:予定|します)?|帰社|予定|[-~〜]|until|till|by|from)/giu;
const POLITE = /(?:です|します|しました|[へに]?(?:行きます|行ってきます|いきます|います)|[へに])$/u;

const CALLS: readonly (readonly [RegExp, 'OUT' | 'DIRECT_HOME' | 'BACK'])[] = [
  [/^(?:外出|out(?![a-z]))/iu, 'OUT'],
  [/^(?:直帰|nr(?![a-z])|no return)/iu, 'DIRECT_HOME'],
  [/^(?:帰庁|帰社|戻りました|back(?![a-z]))/iu, 'BACK'],
];

const fold = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
const unclear = (why: Unclear, params: Readonly<Record<string, string>> = {}): SaidWhereabouts => ({
  ...{ kind: 'UNCLEAR', why, params },
});

/** The whole of what was said, with the word that it begins with. */
export function readSaid(said: string, now: Date): SaidWhereabouts {
  const text = fold(said);
  for (const [call, kind] of CALLS) {
    const found = call.exec(text);
    if (found) return readWhereabouts(kind, text.slice(found[0].length), now);
  }
  return unclear('how');
}

/** What is typed after 「外出」「直帰」「帰庁」: times as Japanese type them, and the rest is where. */
export function readWhereabouts(kind: WhereaboutsKind | 'BACK', argument: string, now: Date): SaidWhereabouts {
  const text = fold(argument).replace(/^[:、,]\s*/u, '');
  if (kind === 'BACK') return readBack(text, now);
  if (RETURNED.test(text)) return { kind: 'BACK' };
  if (OTHER_DAY.test(text)) return unclear('other_day');
  const stretch = stretchIn(text);
  if (stretch && stretch.minutes > 0) {
    if (stretch.minutes > LONGEST_STRETCH) return unclear('wrong_time');
    const until = new Date(minuteStart(now).getTime() + stretch.minutes * MINUTE_MS);
    return { kind, from: null, until, place: placeOf(text, [stretch]) };
  }
  const { words, wrong } = clockWords(text);
  if (wrong) return unclear('wrong_time');
  if (words.length > 2) return unclear('too_many');
  if (words.length === 0 && VAGUE.test(text)) return unclear('vague');
  return withTimes(kind, { text, words, now });
}

function readBack(text: string, now: Date): SaidWhereabouts {
  const { words, wrong } = clockWords(text);
  const [first] = words;
  if (wrong) return unclear('wrong_time');
  if (!first) return { kind: 'BACK' };
  const at = instantOf(first, now);
  return at instanceof Date ? { kind: 'BACK_AT', until: at } : at;
}

interface Timed {
  readonly text: string;
  readonly words: readonly ClockWord[];
  readonly now: Date;
}

function withTimes(kind: WhereaboutsKind, { text, words, now }: Timed): SaidWhereabouts {
  const place = placeOf(text, words);
  const [first, second] = words;
  if (!first) return { kind, from: null, until: null, place };
  if (second) return ranged(kind, { text, words, now }, place);
  const at = instantOf(first, now);
  if (!(at instanceof Date)) return at;
  const rest = text.slice(first.at + first.length);
  // 「直帰 16時」 is when one leaves; 「外出 17時」 is when one is back.
  const starts = /^\s*(?:から|より|[-~〜]\s*$)/u.test(rest) || (kind === 'DIRECT_HOME' && !/^\s*まで/u.test(rest));
  return starts ? { kind, from: at, until: null, place } : { kind, from: null, until: at, place };
}

function ranged(kind: WhereaboutsKind, { text, words, now }: Timed, place: string): SaidWhereabouts {
  const [first, second] = words;
  if (!first || !second) return unclear('how');
  const between = text.slice(first.at + first.length, second.at);
  if (!/から|より|[-~〜]|to/iu.test(between)) return unclear('too_many');
  const until = instantOf(second, now);
  if (!(until instanceof Date)) return until;
  const midnight = midnightOf(now);
  const start = first.minutes.findLast((minute) => midnight + minute * MINUTE_MS < until.getTime());
  if (start === undefined)
    return unclear('ends_before', { from: clock(first.minutes[0] ?? 0), until: localTimeOf(until) });
  const from = new Date(midnight + start * MINUTE_MS);
  // A start that is over already is from now: they are out.
  return { kind, from: from > now ? from : null, until, place };
}

const minuteStart = (now: Date): Date => new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
const midnightOf = (now: Date): number => startOfDay(localDateOf(now)).getTime();

/** The instant of today that a time means: of two the one that is still to come, where only one of them is likely. */
function instantOf({ minutes }: ClockWord, now: Date): Date | SaidWhereabouts {
  const midnight = midnightOf(now);
  const passed = Math.floor((now.getTime() - midnight) / MINUTE_MS);
  const ahead = minutes.filter((minute) => minute > passed);
  const likely = ahead.filter((minute) => minute >= OFFICE.from && minute <= OFFICE.to);
  if (likely.length === 2) {
    const [a = 0, b = 0] = likely;
    return unclear('two_times', { a: clock(a), b: clock(b) });
  }
  const [first = 0] = minutes;
  const chosen = likely[0] ?? ahead.find((minute) => minutes.length === 1 || minute <= LATEST_EVENING);
  if (chosen === undefined)
    return unclear('past', { time: clock(first), evening: clock((first % HALF_DAY) + HALF_DAY) });
  return new Date(midnight + chosen * MINUTE_MS);
}

/** What is left without the times and the words around them. */
function placeOf(text: string, taken: readonly { readonly at: number; readonly length: number }[]): string {
  let rest = text;
  for (const { at, length } of taken.toSorted((a, b) => b.at - a.at)) {
    const after = rest.slice(at + length).replace(/^\s*[^\s]*/u, (word) => word.replaceAll(AROUND, ' '));
    const before = rest.slice(0, at).replace(/(?:[-~〜]|until|till|by|from)\s*$/iu, '');
    rest = `${before} ${after}`;
  }
  return fold(rest)
    .replace(POLITE, '')
    .replaceAll(/^[、,・\s]+|[、,・。\s]+$/gu, '')
    .slice(0, 100);
}
