import type { SentenceEdit, SentencePart, SentenceView } from '@kaigi/core/contract';
import type { EditKind } from '../saving/saving.ts';

function added(edit: Extract<SentenceEdit, { op: 'ADD' }>): SentenceView {
  const { id, part, itemId, text, sources, outcome, owner, due, origin } = edit;
  return {
    ...{ id, part, itemId, text, sources, outcome, owner, due, origin },
    ...{ version: 0, isAddition: sources.length === 0, speaker: null },
  };
}

/** Where no sentence is named it comes to the end. */
function inserted(items: readonly SentenceView[], edit: Extract<SentenceEdit, { op: 'ADD' }>): readonly SentenceView[] {
  // Answered already, and asked for again before the answer came.
  if (items.some(({ id }) => id === edit.id)) return items;
  const after = items.findIndex(({ id }) => id === edit.after);
  return items.toSpliced(after < 0 ? items.length : after + 1, 0, added(edit));
}

function set(one: SentenceView, edit: Extract<SentenceEdit, { op: 'SET' }>): SentenceView {
  const { op: _, id: __, version: ___, ...change } = edit;
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: SentenceView = { ...one, ...said, origin: 'PERSON' };
  return { ...after, isAddition: after.sources.length === 0 };
}

/** Sentences of the minutes as they are saved. */
export const SENTENCE_EDITS: EditKind<SentenceView, SentenceEdit> = {
  touches: ({ id }) => [id],
  alone: () => false,
  rebased: (edit, versions) => (edit.op === 'ADD' ? edit : { ...edit, version: versions.get(edit.id) ?? edit.version }),
  applied: (items, edit) => {
    if (edit.op === 'ADD') return inserted(items, edit);
    if (edit.op === 'REMOVE') return items.filter(({ id }) => id !== edit.id);
    return items.map((one) => (one.id === edit.id ? set(one, edit) : one));
  },
  merged: (before, after) =>
    before.op === 'SET' && after.op === 'SET' && before.id === after.id
      ? { ...before, ...after, version: before.version }
      : null,
};

/** 議題 with what was said to it; the first has none. */
export interface ItemOfMinutes {
  readonly item: SentenceView | null;
  readonly sentences: readonly SentenceView[];
}

export function byItem(sentences: readonly SentenceView[]): readonly ItemOfMinutes[] {
  const items = sentences.filter(({ part }) => part === 'ITEM');
  const known = new Set(items.map(({ id }) => id));
  const rest = sentences.filter(({ part }) => part !== 'ITEM');
  const before = rest.filter(({ itemId }) => itemId === null || !known.has(itemId));
  return [
    ...(before.length > 0 || items.length === 0 ? [{ item: null, sentences: before }] : []),
    ...items.map((item) => ({ item, sentences: rest.filter(({ itemId }) => itemId === item.id) })),
  ];
}

/** In the order of the 会議結果報告書; an answer stays behind its question. */
export const GROUPS = [
  ['SUMMARY'],
  ['KEY_POINT'],
  ['DECISION'],
  ['ACTION'],
  ['QUESTION', 'ANSWER'],
] as const satisfies readonly (readonly SentencePart[])[];

export const OUTCOMES = [
  'APPROVED_AS_PROPOSED',
  'APPROVED_WITH_CHANGES',
  'CONTINUED',
  'REJECTED',
  'REPORT_ACCEPTED',
] as const satisfies readonly SentenceView['outcome'][];
