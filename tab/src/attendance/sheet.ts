import type { SheetView } from '@kaigi/core/contract';

type ByClass = SheetView['totals']['byClass'];

const sum = (minutes: readonly number[]): number => minutes.reduce((total, one) => total + one, 0);

/** Everything beyond the hours of duty, days off included. */
export const beyondDuty = (byClass: ByClass): number =>
  sum(Object.entries(byClass).flatMap(([name, { minutes }]) => (name === 'REGULAR' ? [] : minutes)));

export const atNight = (byClass: ByClass): number => sum(Object.values(byClass).map(({ night }) => night));
