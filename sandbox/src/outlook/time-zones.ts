/** Names of zones as Windows and Outlook write them; any name of the IANA database is taken as well. */
const WINDOWS: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'China Standard Time': 'Asia/Shanghai',
  'Taipei Standard Time': 'Asia/Taipei',
  'Singapore Standard Time': 'Asia/Singapore',
  'SE Asia Standard Time': 'Asia/Bangkok',
  'India Standard Time': 'Asia/Kolkata',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'Hawaiian Standard Time': 'Pacific/Honolulu',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Mountain Standard Time': 'America/Denver',
  'Central Standard Time': 'America/Chicago',
  'Eastern Standard Time': 'America/New_York',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'FLE Standard Time': 'Europe/Kiev',
  'Russian Standard Time': 'Europe/Moscow',
};
const JAPAN_MS = 9 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  let made: Intl.DateTimeFormat | null = null;
  try {
    const timeZone = WINDOWS[zone] ?? zone;
    made = new Intl.DateTimeFormat('en-US', { ...fields, second: '2-digit', hourCycle: 'h23', timeZone });
  } catch {
    // Nobody knows that name.
  }
  formats.set(zone, made);
  return made;
}

const fixedOffset = (zone: string): number | null => {
  if (zone === 'Tokyo Standard Time' || zone === 'Asia/Tokyo') return JAPAN_MS;
  return zone === 'UTC' || zone === 'Etc/UTC' || zone === 'Etc/GMT' ? 0 : null;
};

export const isZone = (zone: string): boolean => fixedOffset(zone) !== null || formatOf(zone) !== null;

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const parts = new Map(
    formatOf(zone)
      ?.formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(at / 1_000) * 1_000;
}

/** What the clocks show, as if it were UTC. */
export const toLocal = (at: number, zone: string): number => at + offsetAt(zone, at);

/** The instant at which the clocks show that; where summer time skips it, the one just as far after. */
export function fromLocal(local: number, zone: string): number {
  const guess = local - offsetAt(zone, local);
  return local - offsetAt(zone, guess);
}
