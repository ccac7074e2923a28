import type { Tx } from '../../platform/index.ts';
import type { SentenceEdit } from './contract.ts';
import { NO_DETAIL, type Sentence } from './sentence.ts';
import * as store from './store.ts';

export interface Done {
  readonly before: Sentence | null;
  /** Null: it was taken out. */
  readonly after: Sentence | null;
}

export interface Editing {
  readonly tx: Tx;
  readonly meetingId: string;
}

type EditOf<Op extends SentenceEdit['op']> = Extract<SentenceEdit, { op: Op }>;

/** After the one named, before whatever comes next; at the end where none is named. */
function placeAfter(sentences: readonly Sentence[], after: string | null): number {
  const at = sentences.findIndex(({ sentenceId }) => sentenceId === after);
  const [before, next] = [sentences[at], sentences[at + 1]];
  if (!before) return (sentences.at(-1)?.place ?? 0) + 1;
  return next ? (before.place + next.place) / 2 : before.place + 1;
}

async function add({ tx, meetingId }: Editing, edit: EditOf<'ADD'>): Promise<Done | null> {
  const { id: sentenceId, part, itemId, after, text, sources, outcome, owner, due, origin } = edit;
  const there = await store.sentencesOf(tx, meetingId);
  const repeated = there.find((sentence) => sentence.sentenceId === sentenceId);
  if (repeated) return { before: repeated, after: repeated };
  const sentence: Sentence = {
    ...{ sentenceId, version: 1, part, itemId, place: placeAfter(there, after), text, origin, sources },
    detail: { ...NO_DETAIL, outcome, owner, due },
  };
  return (await store.insertSentences(tx, meetingId, [sentence])) ? { before: null, after: sentence } : null;
}

async function set({ tx, meetingId }: Editing, before: Sentence, edit: EditOf<'SET'>): Promise<Done> {
  const { text = before.text, sources = before.sources, outcome, owner, due } = edit;
  const detail = {
    ...before.detail,
    ...(outcome === undefined ? {} : { outcome }),
    ...(owner === undefined ? {} : { owner }),
    ...(due === undefined ? {} : { due }),
  };
  const after: Sentence = { ...before, version: before.version + 1, text, sources, detail, origin: 'PERSON' };
  await store.updateSentence(tx, meetingId, after);
  return { before, after };
}

/** One step of an editor, as far as it fits the sentence as it stands now; null where it does not. */
export async function applyEdit(editing: Editing, edit: SentenceEdit): Promise<Done | null> {
  const { tx, meetingId } = editing;
  if (edit.op === 'ADD') return add(editing, edit);
  const before = await store.sentenceById(tx, meetingId, edit.id);
  if (before?.version !== edit.version) return null;
  if (edit.op === 'SET') return set(editing, before, edit);
  await store.updateSentence(tx, meetingId, { ...before, version: before.version + 1, origin: 'PERSON' }, true);
  return { before, after: null };
}
