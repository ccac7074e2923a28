import type { Confidentiality } from '@kaigi/core/contract';

/** Who would be harmed if it leaked, from the worst on. */
export const LEAKS = ['SECRET', 'GRAVE', 'CAREFUL', 'INTERNAL'] as const;
export type Leak = (typeof LEAKS)[number];

const LEVELS: Readonly<Record<Leak, Confidentiality>> = {
  SECRET: 'C3A',
  GRAVE: 'C3B',
  CAREFUL: 'C3C',
  INTERNAL: 'C2',
};

/** The worst that applies decides. */
export function worstLeak(leaks: readonly Leak[]): Leak | null {
  return LEAKS.find((leak) => leaks.includes(leak)) ?? null;
}

/** 自治体機密性 from plain answers. Nobody harmed at all means that it may be public. */
export function confidentialityOf(leaks: readonly Leak[]): Confidentiality {
  const worst = worstLeak(leaks);
  return worst === null ? 'C1' : LEVELS[worst];
}

/** The answers that lead to a level, for a case that has one already. */
export function leaksOf(level: Confidentiality): Leak[] {
  return LEAKS.filter((leak) => LEVELS[leak] === level);
}

/** Above this only the number and a link leave the page. */
export function staysInside(level: Confidentiality): boolean {
  return level.startsWith('C3');
}
