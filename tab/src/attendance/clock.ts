const MINUTE_MS = 60_000;

/** `8:30` of the working day it belongs to; `25:10` is ten past one in the night after. Always the time in Japan. */
export function clockOf(instant: string, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00+09:00`);
  const minute = Math.floor((Date.parse(instant) - midnight) / MINUTE_MS);
  const whole = Math.abs(minute);
  return `${minute < 0 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

const TIME = /^([0-2]?\d|3[0-5]):([0-5]\d)$/;

/** Minutes of `17:15`, also where it was typed in the wide digits of a Japanese keyboard; null where it is no time. */
export function minuteOfTyped(text: string): number | null {
  const [, hours, minutes] = TIME.exec(typedTime(text)) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export const typedTime = (text: string): string => text.normalize('NFKC').trim();
