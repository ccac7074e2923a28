import type { Tx } from '../../platform/index.ts';
import type { LineEdit } from './contract.ts';
import { joined, type Line, split } from './line.ts';
import * as store from './store.ts';

/** What one edit did; null where it no longer fits what stands there. */
export interface Done {
  readonly changed: readonly Line[];
  readonly removed: readonly string[];
  readonly before: readonly Line[];
}

export interface Editing {
  readonly tx: Tx;
  readonly meetingId: string;
  /** Whom a speaker may be put to. */
  readonly attendeeIds: ReadonlySet<string>;
}

type EditOf<Op extends LineEdit['op']> = Extract<LineEdit, { op: Op }>;

async function retype({ tx, meetingId }: Editing, line: Line, { text }: EditOf<'TEXT'>): Promise<Done> {
  const changed = [{ ...line, version: line.version + 1, text }];
  await store.updateLines(tx, meetingId, changed);
  return { changed, removed: [], before: [line] };
}

async function cut({ tx, meetingId }: Editing, line: Line, { at, newId }: EditOf<'SPLIT'>): Promise<Done | null> {
  const next = await store.lineAfter(tx, meetingId, line);
  const halves = split(line, { at, newId, next: next?.place ?? null });
  if (!halves || !(await store.insertBeside(tx, meetingId, line, halves.second))) return null;
  await store.updateLines(tx, meetingId, [halves.first]);
  return { changed: [halves.first, halves.second], removed: [], before: [line] };
}

async function join({ tx, meetingId }: Editing, line: Line, edit: EditOf<'JOIN'>): Promise<Done | null> {
  const next = await store.lineAfter(tx, meetingId, line);
  if (next?.lineId !== edit.nextId || next.version !== edit.nextVersion) return null;
  const changed = [joined(line, next)];
  await store.updateLines(tx, meetingId, changed);
  await store.takeAway(tx, meetingId, [next.lineId]);
  return { changed, removed: [next.lineId], before: [line, next] };
}

async function putTo(editing: Editing, line: Line, { attendeeId, scope }: EditOf<'SPEAKER'>): Promise<Done | null> {
  const { tx, meetingId, attendeeIds } = editing;
  if (attendeeId !== null && !attendeeIds.has(attendeeId)) return null;
  const from = scope === 'EVERYWHERE' ? Number.NEGATIVE_INFINITY : line.place;
  const meant = scope === 'THIS' ? [line] : await store.linesLabelled(tx, meetingId, { label: line.label, from });
  const before = meant.filter((one) => one.attendeeId !== attendeeId);
  // Who was put to many lines at once was looked for in none of them.
  const changed = before.map((one) => ({
    ...{ ...one, version: one.version + 1, attendeeId },
    sure: scope === 'THIS' && one.sure,
  }));
  await store.updateLines(tx, meetingId, changed);
  return { changed: changed.length === 0 ? [line] : changed, removed: [], before };
}

async function settle({ tx, meetingId }: Editing, line: Line, { sure }: EditOf<'SURE'>): Promise<Done> {
  if (line.sure === sure) return { changed: [line], removed: [], before: [] };
  const changed = [{ ...line, version: line.version + 1, sure }];
  await store.updateLines(tx, meetingId, changed);
  return { changed, removed: [], before: [line] };
}

/** One step of an editor, as far as it fits the line as it stands now. */
export async function applyEdit(editing: Editing, edit: LineEdit): Promise<Done | null> {
  const line = await store.lineById(editing.tx, editing.meetingId, edit.lineId);
  if (!line) return null;
  // The same words are no conflict, whoever typed them first.
  if (edit.op === 'TEXT' && line.text === edit.text) return { changed: [line], removed: [], before: [] };
  if (line.version !== edit.version) return null;
  switch (edit.op) {
    case 'TEXT':
      return retype(editing, line, edit);
    case 'SPLIT':
      return cut(editing, line, edit);
    case 'JOIN':
      return join(editing, line, edit);
    case 'SPEAKER':
      return putTo(editing, line, edit);
    case 'SURE':
      return settle(editing, line, edit);
  }
}
