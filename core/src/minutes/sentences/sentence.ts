import type { SentenceView } from './contract.ts';

/** What only some parts have: an ACTION its owner and 期限, a DECISION its outcome, QUESTION and ANSWER who spoke. */
export type Detail = Pick<SentenceView, 'outcome' | 'owner' | 'due' | 'speaker'>;

export const NO_DETAIL: Detail = { outcome: null, owner: null, due: null, speaker: null };

/** A sentence of the minutes as it stands now. */
export interface Sentence {
  readonly sentenceId: string;
  readonly version: number;
  readonly part: SentenceView['part'];
  readonly itemId: string | null;
  readonly place: number;
  readonly text: string;
  readonly origin: SentenceView['origin'];
  readonly sources: readonly string[];
  readonly detail: Detail;
}

export const presentSentence = ({ sentenceId: id, detail, sources, place: _, ...rest }: Sentence): SentenceView => ({
  ...{ id, ...rest, ...detail, sources: [...sources] },
  // 追記: nobody said it. A 議題 is what it is about, and rests on nothing.
  isAddition: sources.length === 0 && rest.part !== 'ITEM',
});
