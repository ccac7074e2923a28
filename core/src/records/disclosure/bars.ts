import { conflict } from '../../shared/index.ts';
import type { Decision } from './rules.ts';

/** By which grounds a copy and the judgement of its document differ. */
export interface Differing {
  /** On a bar, and not judged: of what is hidden so nobody would be told why. */
  readonly unjudged: readonly string[];
  /** Judged, and on no bar: it may be shown, or be no words (a seal, a picture), or under the bar of another ground. */
  readonly unbarred: readonly string[];
}

export interface JudgedItem {
  readonly decision: Decision | null;
  readonly grounds: readonly string[];
}

/** Only a copy that goes out says something of the judgement; `bars`: the grounds that stand on them, null without a copy. */
export function differing({ decision, grounds }: JudgedItem, bars: readonly string[] | null): Differing {
  if (bars === null || (decision !== 'DISCLOSE' && decision !== 'PARTLY')) return { unjudged: [], unbarred: [] };
  return {
    unjudged: [...new Set(bars)].filter((id) => !grounds.includes(id)),
    unbarred: grounds.filter((id) => !bars.includes(id)),
  };
}

interface Deciding {
  /** As they stand on the list, those without a copy too. */
  readonly items: readonly (JudgedItem & { readonly bars: readonly string[] | null })[];
  /** Somebody looked at the grounds without a bar, and says that it is right so. */
  readonly isSeen: boolean;
  readonly articleOf: (ground: string) => string;
}

/**
 * With the decision the copies go out. What is hidden needs a ground that was decided (理由の提示: 行政手続法8条, 行政手続条例); a ground
 * without a bar may be right, and somebody has to have looked.
 * @returns how the copy of each differs
 * @throws conflict `records.disclosure_bars_unjudged`, `records.disclosure_grounds_unbarred`
 */
export function checkBars({ items, isSeen, articleOf }: Deciding): readonly Differing[] {
  const found = items.map((item) => differing(item, item.bars));
  const told = (kind: keyof Differing) => ({
    documents: found.flatMap((one, at) => (one[kind].length > 0 ? [at + 1] : [])).join('、'),
    grounds: [...new Set(found.flatMap((one) => one[kind]))].map(articleOf).join('、'),
  });
  if (found.some(({ unjudged }) => unjudged.length > 0))
    throw conflict('records.disclosure_bars_unjudged', told('unjudged'));
  if (!isSeen && found.some(({ unbarred }) => unbarred.length > 0))
    throw conflict('records.disclosure_grounds_unbarred', told('unbarred'));
  return found;
}
