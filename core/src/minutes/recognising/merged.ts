import { machineLabels } from './machine-labels.ts';
import type { Segment } from './recogniser.ts';
import { type Span, type Turn, type TurnIndex, turnIndex } from './turns.ts';

/** A word, or whatever smaller piece a recogniser gives a time of its own. */
export interface Word extends Span {
  readonly text: string;
}

/** What was recognised in one go, before anybody knows who said it. */
export interface Spoken extends Word {
  /** Together they are the text; empty where the recogniser gives no times within it. */
  readonly words: readonly Word[];
}

/** When a word is whose. */
export interface MergeRule {
  /** Words in a gap belong to the voice that is at most so far away; farther they are nobody's. */
  readonly nearMs: number;
  /** Somebody who cuts in for less than this, with the same voice before and after, did not: voices are told apart late. */
  readonly leastMs: number;
  /** From so long together on (or half of what was said) it is marked that several spoke. */
  readonly overlapMs: number;
}

export const DEFAULT_MERGE_RULE: MergeRule = { nearMs: 500, leastMs: 300, overlapMs: 250 };

/** Words in a row that one voice said. */
interface Run extends Span {
  readonly voice: number | null;
  readonly text: string;
}

interface Merging {
  readonly index: TurnIndex;
  readonly rule: MergeRule;
}

/** The voice that speaks longest in a span; of two as long whoever spoke before, else who began first. */
function voiceOf(span: Span, last: number | null, { index, rule }: Merging): number | null {
  const { spoken } = index.within(span);
  let [best, most] = [last, last === null ? 0 : (spoken.get(last) ?? 0)];
  for (const [voice, ms] of spoken) if (ms > most) [best, most] = [voice, ms];
  if (most > 0) return best;
  const near = index.nearest(span);
  return near && near.awayMs <= rule.nearMs ? near.voice : null;
}

const joined = (a: Run, b: Run): Run => ({
  voice: a.voice,
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
  text: a.text + b.text,
});

function runsOf(runs: readonly Run[]): Run[] {
  const together: Run[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (last && last.voice === run.voice) together[together.length - 1] = joined(last, run);
    else together.push(run);
  }
  return together;
}

/** What is too short to be somebody's goes to the voice around it. */
function withoutFlicker(runs: readonly Run[], { leastMs }: MergeRule): Run[] {
  const settled = runs.map((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    const between = before && after && before.voice === after.voice && before.voice !== null;
    return between && run.to - run.from < leastMs ? { ...run, voice: before.voice } : run;
  });
  return runsOf(settled);
}

/** Words whose times and letters agree with what was recognised; else it is one piece. */
function piecesOf({ words, ...whole }: Spoken): readonly Word[] {
  const fits = words.length > 0 && words.map(({ text }) => text).join('') === whole.text;
  return fits && words.every(({ from, to }) => Number.isFinite(from) && to >= from) ? words : [whole];
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

/** How surely the voice said it, and whether others spoke too. */
function evidenceOf(run: Run, { index, rule }: Merging): Required<Pick<Segment, 'confidence' | 'overlaps'>> {
  const { spoken, covered } = index.within(run);
  const length = run.from === run.to ? 1 : run.to - run.from;
  const all = Array.from(spoken.values()).reduce((sum, ms) => sum + ms, 0);
  const own = run.voice === null ? 0 : (spoken.get(run.voice) ?? 0);
  const together = all - covered;
  return {
    confidence: share(own, all + length - covered),
    overlaps: together > 0 && (together >= rule.overlapMs || together * 2 >= length),
  };
}

/**
 * What was recognised, by who said it: a word belongs to the voice that speaks longest while it is said. Every word stays,
 * and where it was; what several voices said in one go becomes as many segments.
 */
export function merged(
  spoken: readonly Spoken[],
  turns: readonly Turn[],
  rule: MergeRule = DEFAULT_MERGE_RULE,
): Segment[] {
  const merging = { index: turnIndex(turns), rule };
  let last: number | null = null;
  const runs = spoken.flatMap((one) => {
    const pieces = piecesOf(one).map((word): Run => {
      last = voiceOf(word, last, merging);
      return { ...word, voice: last };
    });
    return withoutFlicker(runsOf(pieces), rule);
  });
  const labelOf = machineLabels();
  return runs.map(({ voice, from, to, text }) => ({
    ...{ from, to, text, label: labelOf(voice === null ? null : String(voice)) },
    ...(voice === null ? {} : evidenceOf({ voice, from, to, text }, merging)),
  }));
}
