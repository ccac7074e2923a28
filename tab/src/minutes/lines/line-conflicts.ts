import type { LineEdit, LineView } from '@kaigi/core/contract';
import type { Conflict } from '../saving/saving.ts';
import { type LineWish, planned } from './steps.ts';

export type LineConflict = Conflict<LineView, LineEdit>;

/** My text of it, also where I had split it. */
export const mineOf = ({ mine }: LineConflict): string => mine.map(({ text }) => text).join('');

function wishOf(edit: LineEdit): LineWish {
  if (edit.op === 'JOIN') return { op: 'JOIN', lineId: edit.lineId, nextId: edit.nextId };
  const { version: _, ...wish } = edit;
  return wish;
}

/** What I wanted. A line that I had split is given my words first: the place to split is in them. */
function wishesOf({ edits, mine }: LineConflict): readonly LineWish[] {
  if (!edits.some(({ op }) => op === 'SPLIT')) return edits.map(wishOf);
  const [first, second] = mine;
  if (!first || !second) return [];
  return [
    { op: 'TEXT', lineId: first.id, text: first.text + second.text },
    { op: 'SPLIT', lineId: first.id, at: first.text.length, newId: second.id },
  ];
}

/** The same edits on the lines as they are now. */
export const mineAgain = (conflict: LineConflict, lines: readonly LineView[]): readonly LineEdit[] =>
  planned(wishesOf(conflict), lines).edits;
