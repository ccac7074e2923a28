import type { LocalDate } from '../../shared/index.ts';
import type { LimitRules } from './limits.ts';

/** What cities decide for themselves about the record of working time. Data of the regulation pack. */
export interface TimeRules {
  /** Until this minute of the day after, punches without a start of their own belong to the day that is open. */
  readonly dayTurnsAt: number;
  /** A shift that ends after midnight stays open this long after its end. */
  readonly openAfterShift: number;
  /** How long before a shift that begins around midnight its start may be punched. */
  readonly earlyStart: number;
  /** The same punch again within this time is a double tap. */
  readonly doubleTapSeconds: number;
  /** A tap that waited longer than this on the device was made offline. */
  readonly offlineAfterSeconds: number;
  /** One that waited longer than this is not believed without a correction. */
  readonly offlineAtMostHours: number;
  /** How long after the planned end (or start) a missing punch is asked about. */
  readonly askAfter: number;
  /** 中抜け longer than this is asked about: break, or leave by the hour? Shorter ones are breaks. */
  readonly askAboutMidShift: number;
  /** Work outside the hours of duty without an order is flagged when it is longer than this. It always counts. */
  readonly flagWithoutOrder: number;
  /** Whose day off it is after midnight: that of the calendar, or that of the day on which work began. */
  readonly dayOffBy: 'CALENDAR_DAY' | 'WORKING_DAY';
  /** 0 is Sunday. The week of 40 hours begins on it. */
  readonly weekBegins: number;
  /** Of pay only, of a month's total only (昭和63年3月14日基発第150号; 給与条例 of most cities): null leaves minutes. */
  readonly payRounding: PayRounding | null;
  readonly limits: LimitRules;
  /** How far punches and what else is known of the day may lie apart before it is asked about. */
  readonly askAboutGap: number;
  /** Of days before it no punch is missing; null: as the day of the first punch in the city. */
  readonly keptSince: LocalDate | null;
  /** Until which working day of the month after heads confirm a month. */
  readonly confirmWithin: number;
}

export interface PayRounding {
  readonly unit: 15 | 30 | 60;
  /** To the nearest, the half upwards; or always in favour of the person. */
  readonly how: 'NEAREST' | 'UP';
}
