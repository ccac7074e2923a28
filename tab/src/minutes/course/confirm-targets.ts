import type { LineView, RoundSuggestionView, RoundView, SentenceView } from '@kaigi/core/contract';

/** A remark or a sentence that somebody may wish other words for. */
export interface ConfirmTarget {
  readonly of: RoundSuggestionView['target']['of'];
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** From the beginning of the transcript, of a remark. */
  readonly startMs: number | null;
  /** Mine first asked for it, the newest first. */
  readonly suggestions: readonly RoundSuggestionView[];
}

interface Standing {
  readonly lines: readonly LineView[];
  readonly sentences: readonly SentenceView[];
}

/** What I said and what rests on it; for whoever may suggest anywhere, every sentence of the minutes. */
export function targetsOf(
  round: RoundView,
  { lines, sentences }: Standing,
): { readonly lines: readonly ConfirmTarget[]; readonly sentences: readonly ConfirmTarget[] } {
  const own = { lines: new Set(round.me?.own.lineIds), sentences: new Set(round.me?.own.sentenceIds) };
  const about = (of: ConfirmTarget['of'], id: string) =>
    (round.round?.suggestions ?? []).filter(({ target }) => target.of === of && target.id === id);
  const anywhere = round.may.suggest === 'ANYWHERE';
  return {
    lines: lines
      .filter(({ id }) => own.lines.has(id))
      .map(({ id, version, text, startMs }) => ({
        ...{ of: 'LINE', id, version, text, startMs, suggestions: about('LINE', id) },
      })),
    sentences: sentences
      .filter(({ id, part }) => own.sentences.has(id) || (anywhere && part !== 'ITEM'))
      .map(({ id, version, text }) => ({
        ...{ of: 'SENTENCE', id, version, text, startMs: null, suggestions: about('SENTENCE', id) },
      })),
  };
}
