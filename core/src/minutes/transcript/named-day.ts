import { type LocalDate, localDateOf, readDay } from '../../shared/index.ts';
import { halfWidthTimes, instantTime } from './clock-time.ts';

const ISO = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})/g;
const DAY = /(?:\d{4}|(?:令和|平成|R|H)(?:\d{1,2}|元))[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)日?/g;
/** As in the names that Teams gives to recordings: `定例会議-20261120_100012-会議の録音`. */
const COMPACT = /(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?=[_T-]\d{4}|\D|$)/g;
const LONGEST = 20_000;

/** The day that a text names, in Japan; null where it names none, or several. */
export function namedDay(text: string): LocalDate | null {
  const typed = halfWidthTimes(text.slice(0, LONGEST)).replace(/\s*([年月日])\s*/g, '$1');
  const instants = (typed.match(ISO) ?? []).flatMap((found) => instantTime(found) ?? []);
  const rest = typed.replace(ISO, ' ');
  const days = [
    ...instants.map((instant) => localDateOf(new Date(instant))),
    ...(rest.match(DAY) ?? []).map(readDay),
    ...Array.from(rest.matchAll(COMPACT), ([, year, month, day]) => readDay(`${year}-${month}-${day}`)),
  ].filter((day) => day !== null);
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}
