import type { LineEdit, LineView } from '@kaigi/core/contract';
import { LINE_EDITS, reached } from './line-edits.ts';

type Bare<E> = E extends unknown ? Omit<E, 'version' | 'nextVersion'> : never;
/** What a person wants of a line, whatever its version is by then. */
export type LineWish = Bare<LineEdit>;

/** One step of an editor with what undoes it. */
export interface Step {
  readonly done: readonly LineWish[];
  readonly undoing: readonly LineWish[];
}

export interface Steps {
  readonly past: readonly Step[];
  /** Undone, and not written over since. */
  readonly future: readonly Step[];
}

export const NO_STEPS: Steps = { past: [], future: [] };
const MOST_STEPS = 500;

/** The edit on the lines as they are; null where it no longer fits. */
export function editOf(wish: LineWish, lines: readonly LineView[]): LineEdit | null {
  const at = lines.findIndex(({ id }) => id === wish.lineId);
  const line = lines[at];
  if (!line) return null;
  if (wish.op === 'JOIN') {
    const next = lines[at + 1];
    return next?.id === wish.nextId ? { ...wish, version: line.version, nextVersion: next.version } : null;
  }
  if (wish.op === 'SPLIT' && (wish.at < 1 || wish.at >= line.text.length)) return null;
  if (wish.op === 'SURE' && wish.sure === line.sure) return null;
  if (wish.op === 'TEXT' && (wish.text === line.text || wish.text.trim() === '')) return null;
  return { ...wish, version: line.version };
}

/** What brings the lines back to how they are before this wish. */
export function oppositeOf(wish: LineWish, lines: readonly LineView[]): readonly LineWish[] {
  const at = lines.findIndex(({ id }) => id === wish.lineId);
  const line = lines[at];
  if (!line) return [];
  if (wish.op === 'TEXT') return [{ op: 'TEXT', lineId: line.id, text: line.text }];
  if (wish.op === 'SPLIT') return [{ op: 'JOIN', lineId: line.id, nextId: wish.newId }];
  if (wish.op === 'SURE') return [{ op: 'SURE', lineId: line.id, sure: line.sure }];
  if (wish.op === 'SPEAKER')
    return reached(lines, wish).flatMap(({ id: lineId, attendeeId, sure }): LineWish[] => [
      { op: 'SPEAKER', lineId, attendeeId, scope: 'THIS' },
      ...(sure && wish.scope !== 'THIS' ? [{ op: 'SURE', lineId, sure } as const] : []),
    ]);
  const next = lines[at + 1];
  if (!next) return [];
  const { id: newId, attendeeId } = next;
  return [
    { op: 'SPLIT', lineId: line.id, at: line.text.length, newId },
    ...(attendeeId === line.attendeeId ? [] : [{ op: 'SPEAKER', lineId: newId, attendeeId, scope: 'THIS' } as const]),
  ];
}

export interface Planned {
  readonly edits: readonly LineEdit[];
  readonly step: Step;
  readonly lines: readonly LineView[];
}

/** Wishes one after the other, as far as they fit, with the step that they are. */
export function planned(wishes: readonly LineWish[], lines: readonly LineView[]): Planned {
  const edits: LineEdit[] = [];
  const done: LineWish[] = [];
  let undoing: readonly LineWish[] = [];
  let now = lines;
  for (const wish of wishes) {
    const edit = editOf(wish, now);
    if (edit === null) continue;
    undoing = [...oppositeOf(wish, now), ...undoing];
    now = LINE_EDITS.applied(now, edit);
    edits.push(edit);
    done.push(wish);
  }
  return { edits, step: { done, undoing }, lines: now };
}

/** After something new nothing undone can be done again. */
export const withStep = ({ past }: Steps, step: Step): Steps =>
  step.done.length === 0 ? { past, future: [] } : { past: [...past, step].slice(-MOST_STEPS), future: [] };

type Names = ReadonlyMap<string, string>;

function renamed(wish: LineWish, names: Names): LineWish {
  const lineId = names.get(wish.lineId) ?? wish.lineId;
  if (wish.op === 'SPLIT') return { ...wish, lineId, newId: names.get(wish.newId) ?? wish.newId };
  if (wish.op === 'JOIN') return { ...wish, lineId, nextId: names.get(wish.nextId) ?? wish.nextId };
  return { ...wish, lineId };
}

const renamedStep = ({ done, undoing }: Step, names: Names): Step => ({
  done: done.map((wish) => renamed(wish, names)),
  undoing: undoing.map((wish) => renamed(wish, names)),
});

/** A line that was joined away and comes back is a new one for the service: whatever speaks of it learns its new name. */
function newNames(wishes: readonly LineWish[], newId: () => string): Names {
  return new Map(wishes.flatMap((wish) => (wish.op === 'SPLIT' ? [[wish.newId, newId()] as const] : [])));
}

export interface Turned {
  readonly steps: Steps;
  readonly wishes: readonly LineWish[];
}

/** Goes one step back, or one forward again; null where there is none. */
export function turned(steps: Steps, way: 'undo' | 'redo', newId: () => string): Turned | null {
  const step = way === 'undo' ? steps.past.at(-1) : steps.future.at(-1);
  if (!step) return null;
  const names = newNames(way === 'undo' ? step.undoing : step.done, newId);
  const own = renamedStep(step, names);
  const past = (way === 'undo' ? steps.past.slice(0, -1) : steps.past).map((one) => renamedStep(one, names));
  const future = (way === 'undo' ? steps.future : steps.future.slice(0, -1)).map((one) => renamedStep(one, names));
  return way === 'undo'
    ? { wishes: own.undoing, steps: { past, future: [...future, own] } }
    : { wishes: own.done, steps: { past: [...past, own], future } };
}
