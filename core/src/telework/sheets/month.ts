import { createHash } from 'node:crypto';
import type { LocalDate } from '../../shared/index.ts';

/** `2026-04` */
export type Month = string;

const shifted = (month: Month, by: number): Month => {
  const number = 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
};

export const monthOf = (day: LocalDate): Month => day.slice(0, 7);

/** The months that the limits look at: those of the 年度 so far, and the five before this one; oldest first, without it. */
export function monthsBefore(month: Month): Month[] {
  const sinceApril = (Number(month.slice(5, 7)) + 8) % 12;
  const count = Math.max(5, sinceApril);
  return Array.from({ length: count }, (_, nth) => shifted(month, nth - count));
}

/** The id under which the facts of a person's month are found: the same wherever it is made. */
export function sheetIdOf(staffId: string, month: Month): string {
  const hex = createHash('sha256').update(`kaigi/sheet/${staffId}/${month}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
