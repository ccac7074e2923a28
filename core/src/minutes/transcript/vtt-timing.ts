/** Start and end of a cue in milliseconds. */
export interface Timing {
  readonly startMs: number;
  readonly endMs: number;
}

// As WebVTT has it (section 6.3, "collect a WebVTT timestamp"), and with the sign that Graph documents for a
// transcription that began in the middle of a call.
const STRICT = String.raw`(-?)(?:(\d{1,7}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?!\d)`;
const BETWEEN = String.raw`[\t\f ]*-->[\t\f ]*`;
const STRICT_LINE = new RegExp(String.raw`^[\t\f ]*${STRICT}${BETWEEN}${STRICT}`);

// Teams also writes `0:0:5.320`: no part is padded, and what follows the point are milliseconds as a whole number
// (`.40` is 40, for `.320` keeps its nought).
const BARE = String.raw`(-?)(0|[1-9]\d{0,6}):(0|[1-9]\d?):(0|[1-9]\d?)\.(\d{1,3})(?!\d)`;
const BARE_LINE = new RegExp(String.raw`^[\t\f ]*${BARE}${BETWEEN}${BARE}`);
const BARE_OR_STRICT = new RegExp(String.raw`^[\t\f ]*(?:${BARE}|${STRICT})${BETWEEN}(?:${BARE}|${STRICT})`);

const PARTS = 5;
type Parts = readonly (string | undefined)[];

function milliseconds(parts: Parts, from: number): number {
  const [minutes, seconds] = [Number(parts[from + 2]), Number(parts[from + 3])];
  const ms = ((Number(parts[from + 1] ?? 0) * 60 + minutes) * 60 + seconds) * 1_000 + Number(parts[from + 4]);
  return parts[from] === '-' && ms > 0 ? -ms : ms;
}

const both = (parts: Parts): Timing => ({ startMs: milliseconds(parts, 1), endMs: milliseconds(parts, 1 + PARTS) });

const sixties = (parts: Parts, from: number): boolean => Number(parts[from + 2]) < 60 && Number(parts[from + 3]) < 60;

/** Each side by itself may be padded or not: `0:0:9.980 --> 0:10:10.120`. */
function mixed(line: string): Timing | null {
  const parts = BARE_OR_STRICT.exec(line);
  if (!parts) return null;
  const side = (from: number) => (parts[from + 2] === undefined ? from + PARTS : from);
  const [start, end] = [side(1), side(1 + 2 * PARTS)];
  if (!sixties(parts, start) || !sixties(parts, end)) return null;
  return { startMs: milliseconds(parts, start), endMs: milliseconds(parts, end) };
}

/** The timing line of a cue; null where it is none. What follows it are settings, which say nothing about speech. */
export function timingOf(line: string): Timing | null {
  const strict = STRICT_LINE.exec(line);
  if (strict) return both(strict);
  const bare = BARE_LINE.exec(line);
  if (bare) return sixties(bare, 1) && sixties(bare, 1 + PARTS) ? both(bare) : null;
  return mixed(line);
}

/** `00:01:02.034`, as WebVTT has it. */
export function vttTime(ms: number): string {
  const whole = Math.abs(Math.round(ms));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1_000) % 60)}`;
  return `${ms < 0 ? '-' : ''}${clock}.${String(whole % 1_000).padStart(3, '0')}`;
}
