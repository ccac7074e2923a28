import {
  EditingAnswerSchema,
  EditingInputSchema,
  type LineEdit,
  LineEditsAnswerSchema,
  LineEditsInputSchema,
  LineSuggestionsSchema,
  type LineView,
  type MeetingLines,
  MeetingLinesSchema,
} from '@kaigi/core/contract';
import { speakersOf } from './meetings.ts';
import type { Answer } from './stand-in-wire.ts';

/** The transcript of the first meeting, who is at it, and what was answered under which key. */
export interface LinesWorld {
  lines: MeetingLines;
  answers: Map<string, Answer>;
}

interface Done {
  readonly lines: readonly LineView[];
  readonly changed: readonly LineView[];
  readonly removed: readonly string[];
}

const raised = (line: LineView, change: Partial<LineView>): LineView => ({
  ...line,
  ...change,
  version: line.version + 1,
});

function split(lines: readonly LineView[], at: number, edit: Extract<LineEdit, { op: 'SPLIT' }>): Done | null {
  const line = lines[at];
  if (!line || edit.at >= line.text.length) return null;
  const changed = [
    raised(line, { text: line.text.slice(0, edit.at) }),
    { ...line, id: edit.newId, version: 1, text: line.text.slice(edit.at) },
  ];
  return { lines: lines.toSpliced(at, 1, ...changed), changed, removed: [] };
}

function join(lines: readonly LineView[], at: number, edit: Extract<LineEdit, { op: 'JOIN' }>): Done | null {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || next?.id !== edit.nextId || next.version !== edit.nextVersion) return null;
  const one = raised(line, { text: line.text + next.text, heard: line.heard + next.heard, endMs: next.endMs });
  return { lines: lines.toSpliced(at, 2, one), changed: [one], removed: [next.id] };
}

function assign(lines: readonly LineView[], at: number, edit: Extract<LineEdit, { op: 'SPEAKER' }>): Done {
  const { scope, attendeeId } = edit;
  const label = lines[at]?.label;
  const fits = (line: LineView, place: number) =>
    place === at || (scope !== 'THIS' && line.label === label && (scope === 'EVERYWHERE' || place > at));
  const after = lines.map((line, place) =>
    fits(line, place) && line.attendeeId !== attendeeId
      ? raised(line, { attendeeId, sure: scope === 'THIS' && line.sure })
      : line,
  );
  return { lines: after, changed: after.filter(fits), removed: [] };
}

/** Null where the edit no longer fits. */
function done(lines: readonly LineView[], edit: LineEdit): Done | null {
  const at = lines.findIndex(({ id }) => id === edit.lineId);
  const line = lines[at];
  if (line?.version !== edit.version) return null;
  if (edit.op === 'SPLIT') return split(lines, at, edit);
  if (edit.op === 'JOIN') return join(lines, at, edit);
  if (edit.op === 'SPEAKER') return assign(lines, at, edit);
  const one = raised(line, edit.op === 'SURE' ? { sure: edit.sure } : { text: edit.text });
  return { lines: lines.with(at, one), changed: [one], removed: [] };
}

function edited(world: LinesWorld, body: unknown): Answer {
  const changed: LineView[] = [];
  const removed: string[] = [];
  const refused: { edit: number; now: LineView | null }[] = [];
  let { lines } = world.lines as { lines: readonly LineView[] };
  for (const [at, edit] of LineEditsInputSchema.parse(body).edits.entries()) {
    const after = done(lines, edit);
    if (!after) {
      refused.push({ edit: at, now: lines.find(({ id }) => id === edit.lineId) ?? null });
      continue;
    }
    lines = after.lines;
    changed.push(...after.changed);
    removed.push(...after.removed);
  }
  world.lines = MeetingLinesSchema.parse({
    ...{ ...world.lines, lines, version: world.lines.version + 1, speakers: speakersOf(lines) },
  });
  return { body: LineEditsAnswerSchema.parse({ version: world.lines.version, changed, removed, refused }) };
}

/** 「えー、」 and 「まあ、」 taken out, and one query. */
function suggestions({ lines }: LinesWorld): Answer {
  const items = lines.lines.flatMap(({ id, version, text }) => {
    const edits = ['えー、', 'まあ、'].flatMap((before) => {
      const from = text.indexOf(before);
      return from < 0 ? [] : [{ kind: 'FILLER' as const, from, before, after: '' }];
    });
    const asked = text.indexOf('速報値');
    const queries =
      asked < 0 ? [] : [{ from: asked, words: '速報値', why: '確報値ではないか、発言者に確かめてください。' }];
    if (edits.length + queries.length === 0) return [];
    const after = edits.reduce((words, { before }) => words.replace(before, ''), text);
    return [{ lineId: id, version, edits, after, queries }];
  });
  return { body: LineSuggestionsSchema.parse({ version: lines.version, items }) };
}

interface Asked {
  readonly method: string;
  /** Behind `/meetings/{id}/`. */
  readonly rest: string;
  readonly body: unknown;
  readonly key: string;
}

/** Transcript and editing of a meeting; null for whatever else. */
export function ofLines(world: LinesWorld, { method, rest, body, key }: Asked): Answer | null {
  if (rest === 'transcript' && method === 'GET') return { body: MeetingLinesSchema.parse(world.lines) };
  if (rest === 'transcript/suggestions') return suggestions(world);
  if (rest === 'editing') {
    EditingInputSchema.parse(body);
    return { body: EditingAnswerSchema.parse(world.lines) };
  }
  if (rest !== 'transcript/edits') return null;
  // The same wish again gets the same answer.
  const answer = world.answers.get(key) ?? edited(world, body);
  world.answers.set(key, answer);
  return answer;
}

/** Somebody else changes a line. */
export function changeLine(world: LinesWorld, lineId: string, change: Partial<LineView>): void {
  const lines = world.lines.lines.map((line) => (line.id === lineId ? raised(line, change) : line));
  world.lines = MeetingLinesSchema.parse({ ...world.lines, lines, version: world.lines.version + 1 });
}
