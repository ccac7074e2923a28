import { type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import type { PresenceRow, PresenceState } from './contract.ts';
import { PresenceStateSchema } from './contract.ts';
import { presenceTexts, presenceWords } from './text.ts';

type Code = keyof typeof presenceTexts extends `telework.presence_${infer Rest}` ? Rest : never;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(presenceTexts, `telework.presence_${code}`, locale, params) ?? code;

const clock = (instant: string, at: string): string => {
  const [moment, now] = [new Date(instant), new Date(at)];
  const day = localDateOf(moment);
  const time = localTimeOf(moment).replace(/^0/, '');
  return day === localDateOf(now) ? time : `${Number(day.slice(5, 7))}/${Number(day.slice(8))} ${time}`;
};

const isBack = ({ state, source }: PresenceRow): boolean => state === 'OUT' && source === 'WHEREABOUTS';

/** 「県庁、17:00 戻り」: what is known besides the state. */
export function moreOf(row: PresenceRow, { at, locale }: { at: string; locale: Locale }): string {
  const { where, until, since, noReturn, planned, state, detail, contact } = row;
  const told = [
    where === null ? '' : words(locale, 'where', { place: where }),
    noReturn ? words(locale, 'no_return') : '',
    until === null ? '' : words(locale, isBack(row) ? 'back' : 'until', { time: clock(until, at) }),
    since !== null && until === null && !noReturn ? words(locale, 'since', { time: clock(since, at) }) : '',
    state === 'NOT_STARTED' && planned ? words(locale, 'planned', { kind: presenceWords[planned][locale] }) : '',
    detail ?? '',
    contact === null ? '' : words(locale, 'contact', { contact }),
  ].filter((one) => one !== '');
  if (told.length === 0) return '';
  return locale === 'ja' ? `（${told.join('、')}）` : ` (${told.join(', ')})`;
}

const nameOf = ({ person: { unitName, postTitle, name } }: PresenceRow): string => `${unitName} ${postTitle} ${name}`;

interface Listing {
  readonly at: string;
  readonly locale: Locale;
  readonly most: number;
}

/** By state, as lines of a message. */
export function byState(rows: readonly PresenceRow[], { at, locale, most }: Listing): string[] {
  const groups = Map.groupBy(rows.slice(0, most), ({ state }) => state);
  const counts = Map.groupBy(rows, ({ state }) => state);
  const lines = PresenceStateSchema.options.flatMap((state: PresenceState) => {
    const some = groups.get(state);
    if (!some) return [];
    const head = words(locale, 'group', { state: presenceWords[state][locale], count: counts.get(state)?.length ?? 0 });
    const people = some.map((row) => words(locale, 'line', { who: nameOf(row), more: moreOf(row, { at, locale }) }));
    return [[head, ...people].join('\n')];
  });
  return rows.length > most ? [...lines, words(locale, 'more', { count: rows.length - most })] : lines;
}

export const presenceIn = (state: PresenceState, locale: Locale): string => presenceWords[state][locale];

interface Told extends Omit<Listing, 'most'> {
  /** What the calendar says too, where it is known. */
  readonly line?: string | undefined;
}

/** One person in one line. */
export const oneLine = (row: PresenceRow, { at, locale, line }: Told): string =>
  `${nameOf(row)}：${line ?? `${presenceIn(row.state, locale)}${moreOf(row, { at, locale })}`}`;
