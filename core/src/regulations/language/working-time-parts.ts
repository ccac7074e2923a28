import { z } from 'zod';

export const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
export const WeekdaySchema = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof WeekdaySchema>;

/** Past midnight it goes on: 26:30 is half past two of the day after. */
export const ClockSchema = z
  .string()
  .regex(/^([0-3][0-9]|4[0-7]):[0-5][0-9]$/u)
  .describe('時刻。翌日の2時30分は 26:30 / a time; 26:30 is half past two of the day after');
export const LengthSchema = z
  .string()
  .regex(/^[0-9]{1,4}:[0-5][0-9]$/u)
  .describe('長さ。7時間45分は 7:45 / a length');
export const ClockSpanSchema = z.strictObject({ from: ClockSchema, to: ClockSchema });

/** Of a time or a length: 8:30 are 510. */
export function minutesOfClock(written: string): number {
  const [hours = '', minutes = ''] = written.split(':');
  return 60 * Number(hours) + Number(minutes);
}
