import { sha256Hex } from '../../platform/index.ts';
import { canonicalJson, type Json } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';

/** A line as its history has it; what was recorded before a release that keeps more lacks the rest. */
export type LineSeen = Pick<Line, 'lineId' | 'version' | 'text' | 'attendeeId'> &
  Partial<Pick<Line, 'heard' | 'startMs' | 'endMs' | 'sure'>>;

/** One act on a transcript, in the order of its history. */
export type LinesAct =
  | {
      readonly act: 'TAKEN_IN';
      readonly transcriptId: string;
      /** How many lines were put in: none of a transcript that was kept beside. */
      readonly lines: number;
      /** Of the lines as they were put in; null where an earlier release did not keep it. */
      readonly digest: string | null;
    }
  | {
      readonly act: 'EDITED';
      readonly before: readonly LineSeen[];
      readonly after: readonly LineSeen[];
      readonly removed: readonly string[];
    };

export interface LineRow extends Required<LineSeen> {
  readonly transcriptId: string;
  readonly gone: boolean;
}

const seen = ({ lineId, text, attendeeId, heard, startMs, endMs }: LineSeen): Json => ({
  ...{ lineId, text, attendeeId, heard: heard ?? null, startMs: startMs ?? null, endMs: endMs ?? null },
});

/** Lines as they came, whatever became of them later. */
export const digestOfLines = (lines: readonly LineSeen[]): string =>
  sha256Hex(Buffer.from(canonicalJson(lines.toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1)).map(seen))));

interface Told {
  /** The last that was done to a line. */
  readonly last: Map<string, LineSeen>;
  /** A line as it came, of those that were changed. */
  readonly first: Map<string, LineSeen>;
  /** Split off from others. */
  readonly made: Set<string>;
  readonly removed: Set<string>;
}

function toldOf(acts: readonly LinesAct[]): Told {
  const told: Told = { last: new Map(), first: new Map(), made: new Set(), removed: new Set() };
  for (const act of acts) {
    if (act.act !== 'EDITED') continue;
    // Whatever is changed gets another version: only what was split off is there for the first time.
    for (const one of act.after) if (one.version === 1) told.made.add(one.lineId);
    for (const one of act.before)
      if (!told.made.has(one.lineId) && !told.first.has(one.lineId)) told.first.set(one.lineId, one);
    for (const one of act.after) told.last.set(one.lineId, one);
    for (const lineId of act.removed) told.removed.add(lineId);
  }
  return told;
}

const isSame = (row: LineRow, last: LineSeen): boolean =>
  row.version === last.version &&
  row.text === last.text &&
  row.attendeeId === last.attendeeId &&
  (last.sure === undefined || row.sure === last.sure) &&
  (last.heard === undefined || (row.heard === last.heard && row.startMs === last.startMs && row.endMs === last.endMs));

/** Lines that are not as their history left them, by their ids; a transcript whose lines are not those that came, by its. */
export function oddLines(
  acts: readonly LinesAct[],
  rows: readonly LineRow[],
  keptBeside: ReadonlySet<string>,
): string[] {
  const { last, first, made, removed } = toldOf(acts);
  const byId = new Map(rows.map((row) => [row.lineId, row]));
  const odd = new Set<string>();
  for (const row of rows) {
    const { lineId, transcriptId, gone } = row;
    const told = last.get(lineId);
    if (!removed.has(lineId) && told && !isSame(row, told)) odd.add(lineId);
    // A line is looked at by a person, never as it comes.
    if (!told && row.sure) odd.add(lineId);
    if (gone !== (removed.has(lineId) || keptBeside.has(transcriptId))) odd.add(lineId);
  }
  for (const lineId of [...last.keys(), ...removed]) if (!byId.has(lineId)) odd.add(lineId);
  for (const act of acts) {
    if (act.act !== 'TAKEN_IN') continue;
    const came = rows.filter((row) => row.transcriptId === act.transcriptId && !made.has(row.lineId));
    const asTheyCame = came.map((row) => first.get(row.lineId) ?? row);
    if (came.length !== act.lines || (act.digest !== null && digestOfLines(asTheyCame) !== act.digest))
      odd.add(act.transcriptId);
  }
  return [...odd].toSorted();
}
