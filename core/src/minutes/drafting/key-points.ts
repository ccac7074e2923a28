import { ACCEPTING, PROCEDURE } from './action-words.ts';
import type { AgendaItem } from './agenda.ts';
import { contentOf } from './content.ts';
import type { Sentence } from './sentences.ts';
import type { Sourced } from './sourced.ts';
import type { Speech } from './speech.ts';

/** 要点: a sentence that says most of what was said on its 議題, as it was said. */
export interface KeyPoint extends Sourced {
  readonly text: string;
  readonly speaker: string | null;
  /** The place of its 議題 in the draft's agenda; null before the first one. */
  readonly item: number | null;
}

const WEIGHTY =
  /課題|理由|結論|ポイント|重要|必要|問題|方針|目的|効果|影響|懸念|対策|見直|提案|予定|増加|減少|増え|減っ|不足|目標|総額|予算|時期|まず|第一に|つまり|したがって|結果/u;
const FIGURES = /\d+(?:[.,]\d+)?(?:万|億|千|円|人|件|%|パーセント|割|年|月|日|か所|世帯|分|台|校|倍|時間|回)/u;
const SHORTEST = 15;
const LONGEST = 140;
/** One key point to so many sentences of a 議題, within limits. */
const SENTENCES_EACH = 8;
const MOST = 6;

function weigh({ folded }: Sentence, common: ReadonlyMap<string, number>): number {
  const content = contentOf(folded);
  if (folded.length < SHORTEST || folded.length > LONGEST || content.size === 0) return 0;
  if (PROCEDURE.test(folded) || ACCEPTING.test(folded) || /か[?？。]*$/u.test(folded)) return 0;
  let shared = 0;
  for (const pair of content) shared += Math.min(5, (common.get(pair) ?? 1) - 1);
  return shared / Math.sqrt(content.size) + (WEIGHTY.test(folded) ? 3 : 0) + (FIGURES.test(folded) ? 2 : 0);
}

function countsOf(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { folded } of sentences)
    for (const pair of contentOf(folded)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

function ofItem(sentences: readonly Sentence[], item: number | null): KeyPoint[] {
  const common = countsOf(sentences);
  const most = Math.min(MOST, Math.ceil(sentences.length / SENTENCES_EACH));
  return sentences
    .map((sentence) => ({ sentence, weight: weigh(sentence, common) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .toSorted((a, b) => a.sentence.index - b.sentence.index)
    .map(({ sentence: { text, speaker, sourceIds } }) => ({ text, speaker, item, sourceIds }));
}

/** For each 議題 the few sentences that carry most of it, in the order in which they were said. */
export function keyPointsIn({ sentences }: Speech, agenda: readonly AgendaItem[]): KeyPoint[] {
  const starts = [0, ...agenda.map(({ from }) => from)];
  return starts.flatMap((from, at) =>
    ofItem(sentences.slice(at === 0 ? 0 : from + 1, starts[at + 1]), at === 0 ? null : at - 1),
  );
}
