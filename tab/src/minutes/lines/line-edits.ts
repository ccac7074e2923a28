import type { LineEdit, LineView, SpeakerScopeSchema } from '@kaigi/core/contract';
import type { EditKind } from '../saving/saving.ts';

export type SpeakerScope = ReturnType<typeof SpeakerScopeSchema.parse>;

/** Does an assignment of the line `from` reach this one? */
function reaches(
  lines: readonly LineView[],
  from: number,
  scope: SpeakerScope,
): (line: LineView, at: number) => boolean {
  const label = lines[from]?.label ?? null;
  if (scope === 'THIS') return (_, at) => at === from;
  return (line, at) => at === from || (line.label === label && (scope === 'EVERYWHERE' || at > from));
}

/** The lines to which an assignment applies. */
export function reached(
  lines: readonly LineView[],
  { lineId, scope }: { readonly lineId: string; readonly scope: SpeakerScope },
): readonly LineView[] {
  const from = lines.findIndex(({ id }) => id === lineId);
  return from < 0 ? [] : lines.filter(reaches(lines, from, scope));
}

function split(lines: readonly LineView[], at: number, edit: Extract<LineEdit, { op: 'SPLIT' }>): readonly LineView[] {
  const line = lines[at];
  // Answered already, and asked for again before the answer came.
  if (!line || lines.some(({ id }) => id === edit.newId)) return lines;
  const [first, second] = [line.text.slice(0, edit.at), line.text.slice(edit.at)];
  const share = line.text.length === 0 ? 0 : edit.at / line.text.length;
  const middle = line.endMs === null ? line.startMs : Math.round(line.startMs + (line.endMs - line.startMs) * share);
  const halves = [
    { ...line, text: first, endMs: line.endMs === null ? null : middle },
    { ...line, id: edit.newId, version: 0, text: second, startMs: middle },
  ];
  return lines.toSpliced(at, 1, ...halves);
}

const least = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

function joined(lines: readonly LineView[], at: number, nextId: string): readonly LineView[] {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || next?.id !== nextId) return lines;
  const one = {
    ...line,
    ...{ text: line.text + next.text, heard: line.heard + next.heard },
    ...{ endMs: next.endMs, overlaps: line.overlaps || next.overlaps, sure: line.sure && next.sure },
    confidence: least(line.confidence, next.confidence),
  };
  return lines.toSpliced(at, 2, one);
}

function applied(lines: readonly LineView[], edit: LineEdit): readonly LineView[] {
  const at = lines.findIndex(({ id }) => id === edit.lineId);
  const line = lines[at];
  if (!line) return lines;
  if (edit.op === 'TEXT') return lines.with(at, { ...line, text: edit.text });
  if (edit.op === 'SPLIT') return split(lines, at, edit);
  if (edit.op === 'JOIN') return joined(lines, at, edit.nextId);
  if (edit.op === 'SURE') return lines.with(at, { ...line, sure: edit.sure });
  const { attendeeId, scope } = edit;
  const isReached = reaches(lines, at, scope);
  const put = (one: LineView): LineView =>
    one.attendeeId === attendeeId ? one : { ...one, attendeeId, sure: scope === 'THIS' && one.sure };
  return lines.map((one, place) => (isReached(one, place) ? put(one) : one));
}

const versioned = (versions: ReadonlyMap<string, number>, id: string, version: number): number =>
  versions.get(id) ?? version;

/** Lines of a transcript as they are saved. */
export const LINE_EDITS: EditKind<LineView, LineEdit> = {
  touches: (edit) => [
    edit.lineId,
    ...(edit.op === 'SPLIT' ? [edit.newId] : []),
    ...(edit.op === 'JOIN' ? [edit.nextId] : []),
  ],
  alone: (edit) => edit.op === 'SPEAKER' && edit.scope !== 'THIS',
  rebased: (edit, versions) => {
    const version = versioned(versions, edit.lineId, edit.version);
    if (edit.op !== 'JOIN') return { ...edit, version };
    return { ...edit, version, nextVersion: versioned(versions, edit.nextId, edit.nextVersion) };
  },
  applied,
  merged: (before, after) =>
    before.op === 'TEXT' && after.op === 'TEXT' && before.lineId === after.lineId
      ? { ...before, text: after.text }
      : null,
};
