import type { PublicationPreview, PublicationView, RedactionEdit } from '@kaigi/core/contract';

export type Redaction = PublicationView['redactions'][number];
export type WordsCandidate = PublicationView['candidates']['words'][number];
export type ShownText = PublicationPreview['texts'][number];
type EditOf<Op extends RedactionEdit['op']> = Extract<RedactionEdit, { op: Op }>;

/** Words in one text, in UTF-16 units. */
export interface ChosenWords {
  readonly from: number;
  readonly to: number;
  readonly scope: 'HERE' | 'EVERYWHERE';
  readonly ground: string;
}

export const wordsEdit = ({ of, id, version }: ShownText, chosen: ChosenWords): EditOf<'WORDS'> => ({
  ...{ op: 'WORDS', id: crypto.randomUUID(), of, targetId: id, version },
  ...chosen,
});

/** Nothing where other words stand there by now: then both are asked for again. */
export function candidateEdit(
  texts: readonly ShownText[],
  candidate: WordsCandidate,
  ground: string,
): EditOf<'WORDS'> | null {
  const { of, targetId, from, to, words } = candidate;
  const text = texts.find((one) => one.of === of && one.id === targetId);
  if (text?.text.slice(from, to) !== words) return null;
  return wordsEdit(text, { from, to, ground, scope: 'EVERYWHERE' });
}

/** The same words, wherever they stand: another redaction takes the place of this one. */
export function everywhere(
  texts: readonly ShownText[],
  redaction: Extract<Redaction, { kind: 'WORDS' }>,
): readonly RedactionEdit[] | null {
  const { id, targetId, from, words, ground } = redaction;
  const candidate = { ...redaction, targetId, to: from + words.length, why: 'PRIVATE_NAME' as const };
  const edit = candidateEdit(texts, candidate, ground);
  return edit && [{ op: 'REMOVE', id }, edit];
}

/** Known by where it stands: what was left stays left while the page is open. */
export const keyOf = ({ of, targetId, from, words }: WordsCandidate): string => `${of}/${targetId}/${from}/${words}`;

export const SHOWN = ['ALL', 'SENTENCE', 'LINE', 'CHANGED'] as const;
export type Shown = (typeof SHOWN)[number];

export function shownTexts(texts: readonly ShownText[], shown: Shown): readonly ShownText[] {
  if (shown === 'ALL') return texts;
  return texts.filter((one) => (shown === 'CHANGED' ? one.copy !== one.text : one.of === shown));
}
