const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LONGEST = 40;

/** `1:02:03.4`, `02:03`, `00:01:23,456`; hours may be more than 99. Without groups, to be put into other patterns. */
export const CLOCK = String.raw`\d{1,4}:[0-5]?\d(?::[0-5]?\d)?(?:[.,]\d{1,9})?`;

const CLOCK_PARTS = /^(-?)(?:(\d{1,4}):)?(\d{1,4}):([0-5]?\d)(?:[.,](\d{1,9}))?$/;
const IN_WORDS = /^(?:(\d{1,4})(?:時間|h))?(?:(\d{1,4})(?:分|m))?(?:(\d{1,5})(?:[.,](\d{1,9}))?(?:秒|s))?$/;

const fraction = (digits: string | undefined): number => (digits ? Math.round(Number(`0.${digits}`) * SECOND) : 0);

/** Full-width digits and colons as recognisers in Japan write them: 「００：０１：２３」. Only what a time is made of. */
export const halfWidthTimes = (text: string): string =>
  text.replace(/[０-９：．，]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

function inWords(text: string): number | null {
  const [whole, hours, minutes, seconds, rest] = IN_WORDS.exec(text) ?? [];
  if (!whole) return null;
  return Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND + fraction(rest);
}

/** A time from the beginning, in any of the ways people and recognisers write it; null where it is none. */
export function clockTime(text: string): number | null {
  if (text.length > LONGEST) return null;
  const typed = halfWidthTimes(text).replace(/\s/g, '');
  const [whole, sign, hours, minutes, seconds, rest] = CLOCK_PARTS.exec(typed) ?? [];
  if (whole === undefined) return inWords(typed);
  if (hours !== undefined && Number(minutes) > 59) return null;
  const ms = Number(hours ?? 0) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND + fraction(rest);
  return sign && ms > 0 ? -ms : ms;
}

const INSTANT =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]*(\d{1,2})[:時](\d{1,2})(?:[:分](\d{1,2})秒?(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const JST = 9 * HOUR;

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return JST;
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

/** A day with a time of day, in Japan where no zone is named, as milliseconds since 1970. */
export function instantTime(text: string): number | null {
  if (text.length > LONGEST) return null;
  const [whole, year, month, day, hour, minute, second, rest, zone] = INSTANT.exec(halfWidthTimes(text).trim()) ?? [];
  if (whole === undefined) return null;
  const date = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  );
  return Number.isNaN(date) ? null : date + fraction(rest) - offsetOf(zone);
}
