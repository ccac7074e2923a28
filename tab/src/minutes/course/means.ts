import type { Means, RoundPersonView, RoundView } from '@kaigi/core/contract';

export const MEANS: readonly Means[] = ['SPOKEN', 'TELEPHONE', 'MAIL', 'PAPER'];

/** Why it cannot have been told on that day. */
export function wrongToldOn(
  day: string,
  { asked, today }: { readonly asked: string; readonly today: string },
): 'told.missing' | 'told.later' | 'told.before' | null {
  if (day === '') return 'told.missing';
  if (day > today) return 'told.later';
  return day < asked ? 'told.before' : null;
}

/** Whoever does not answer here: not of the staff, or silent until the last day was over. */
const tellsOtherwise = ({ state, means }: RoundPersonView): boolean =>
  state === 'BY_OTHER_MEANS' || state === 'OPEN' || (state === 'SUGGESTED' && means !== null);

/** Those whose wishes whoever keeps the minutes writes down; of others nobody does. */
export const toldOtherwise = ({ round, may }: Pick<RoundView, 'round' | 'may'>): readonly RoundPersonView[] =>
  may.enter ? (round?.people ?? []).filter(tellsOtherwise) : [];
