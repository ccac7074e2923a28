import { between } from '../transcript/joined.ts';

/** A line of the transcript as it stands now. */
export interface Line {
  readonly lineId: string;
  readonly version: number;
  /** The order of speech. */
  readonly place: number;
  readonly label: string | null;
  readonly attendeeId: string | null;
  readonly startMs: number;
  readonly endMs: number | null;
  readonly heard: string;
  readonly text: string;
  /** How surely the voice is that of the label, 0 to 1; null where no recogniser said. */
  readonly confidence: number | null;
  /** A recogniser heard somebody else at the same time. */
  readonly spokenOver: boolean;
  /** A person looked at this very line and said that it is whose it stands for. */
  readonly sure: boolean;
}

/** Below it a voice is a candidate and no more (M-06). */
export const SURE_FROM = 0.7;

/** Where the letters stand in time, as far as one can tell. */
function momentOf({ startMs, endMs, text }: Line, at: number): number {
  return endMs === null ? startMs : Math.round(startMs + ((endMs - startMs) * at) / Math.max(1, text.length));
}

/** A surrogate pair is one letter: nobody cuts it in half. */
function cut(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/**
 * One line as two, cut before the letter at `at`; null where one half would say nothing. What the machine heard stands
 * with both: nobody knows where it would be cut.
 * @param next the place of the line that follows
 */
export function split(line: Line, { at, newId, next }: { at: number; newId: string; next: number | null }) {
  const where = cut(line.text, at);
  const [before, after] = [line.text.slice(0, where).trim(), line.text.slice(where).trim()];
  if (before === '' || after === '') return null;
  const moment = momentOf(line, where);
  const place = next === null ? line.place + 1 : (line.place + next) / 2;
  const first: Line = { ...line, version: line.version + 1, endMs: line.endMs === null ? null : moment, text: before };
  const second: Line = { ...line, lineId: newId, version: 1, place, startMs: moment, text: after };
  return { first, second };
}

const least = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** Two lines as one: the words of both, whoever the first was put to. */
export function joined(line: Line, next: Line): Line {
  const ends = [line.endMs, next.endMs].flatMap((end) => end ?? []);
  return {
    ...{ ...line, version: line.version + 1, endMs: ends.length === 0 ? null : Math.max(...ends) },
    heard: line.heard === next.heard ? line.heard : `${line.heard}${between(line.heard, next.heard)}${next.heard}`,
    text: `${line.text}${between(line.text, next.text)}${next.text}`,
    ...{ confidence: least(line.confidence, next.confidence), spokenOver: line.spokenOver || next.spokenOver },
    sure: line.sure && next.sure,
  };
}
