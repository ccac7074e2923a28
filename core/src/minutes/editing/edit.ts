import { invariant } from '../../shared/index.ts';

/**
 * Why a text is to be changed. The first four are what published rules for minutes let an editor do without asking
 * (日本銀行 政策委員会通常会合議事録作成要領 第5・第6: 話し言葉特有の表現、無用な繰返し、明らかな誤り); INAUDIBLE marks
 * what nobody could hear (第4), NUMBER is done only where asked for, GLOSSARY puts a name as the city writes it.
 */
export type EditKind = 'FILLER' | 'REPETITION' | 'RESTART' | 'OBVIOUS_ERROR' | 'INAUDIBLE' | 'NUMBER' | 'GLOSSARY';

/** One change to one text: `before` stood at `from`. A suggestion until somebody applies it. */
export interface Edit {
  readonly kind: EditKind;
  readonly from: number;
  readonly before: string;
  readonly after: string;
}

/** Where a change stands in the text before and in the text after it, for a preview. */
export interface EditSpan {
  readonly edit: Edit;
  readonly before: { readonly from: number; readonly to: number };
  readonly after: { readonly from: number; readonly to: number };
}

export interface EditedText {
  readonly text: string;
  readonly spans: readonly EditSpan[];
  /** Applied to `text` they give the text as it was. */
  readonly undo: readonly Edit[];
}

export const endOf = (edit: Edit): number => edit.from + edit.before.length;

/** Of edits that overlap the earlier one stays, and of two at one place the longer. */
export function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  const ordered = edits.toSorted((a, b) => a.from - b.from || b.before.length - a.before.length);
  for (const edit of ordered) {
    const last = kept.at(-1);
    if (last === undefined || edit.from >= endOf(last)) kept.push(edit);
  }
  return kept;
}

/** The text with the edits in it. They must fit the text and stand apart from each other, as `apart` leaves them. */
export function applyEdits(text: string, edits: readonly Edit[]): EditedText {
  const parts: string[] = [];
  const spans: EditSpan[] = [];
  let read = 0;
  let written = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    invariant(edit.from >= read && text.startsWith(edit.before, edit.from), 'the edit fits the text');
    const kept = text.slice(read, edit.from);
    const from = written + kept.length;
    parts.push(kept, edit.after);
    written = from + edit.after.length;
    read = endOf(edit);
    spans.push({ edit, before: { from: edit.from, to: read }, after: { from, to: written } });
  }
  parts.push(text.slice(read));
  const undo = spans.map(({ edit, after }) => ({
    ...{ kind: edit.kind, from: after.from },
    ...{ before: edit.after, after: edit.before },
  }));
  return { text: parts.join(''), spans, undo };
}
