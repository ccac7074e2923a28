import type { SheetTotals } from './sheet.ts';
import type { PayRounding } from './time-rules.ts';
import { WORK_CLASSES, type WorkClass } from './work-classes.ts';

export type PayMinutes = Readonly<Record<WorkClass | 'NIGHT' | 'BEYOND_FORTY', number>>;

function round(minutes: number, rounding: PayRounding | null): number {
  if (!rounding) return minutes;
  const { unit, how } = rounding;
  return unit * (how === 'UP' ? Math.ceil(minutes / unit) : Math.floor(minutes / unit + 0.5));
}

/**
 * The minutes of each category that payroll multiplies. Only a month's total may be rounded, and only as the city's pay
 * rules say; the record keeps its minutes. Hours of duty are not paid by the hour and are left as they are.
 */
export function payMinutes({ byClass, beyondForty }: SheetTotals, rounding: PayRounding | null): PayMinutes {
  const classes = Object.fromEntries(
    WORK_CLASSES.map((name) => [
      name,
      name === 'REGULAR' ? byClass[name].minutes : round(byClass[name].minutes, rounding),
    ]),
  ) as Record<WorkClass, number>;
  const night = WORK_CLASSES.reduce((sum, name) => sum + byClass[name].night, 0);
  return { ...classes, NIGHT: round(night, rounding), BEYOND_FORTY: round(beyondForty, rounding) };
}
