import type { Person } from '../../directory/index.ts';
import { type Locale, say } from '../../shared/index.ts';
import { blocksClosing, type Flag } from '../working-time/flags.ts';
import { checkLimits, type LimitFinding, type MonthMinutes } from '../working-time/limits.ts';
import type { MonthSheet, SheetTotals } from '../working-time/sheet.ts';
import type { SheetRow } from '../working-time/sheet-rows.ts';
import { clock } from '../working-time/span.ts';
import { dayOffWords, workingTimeTexts } from '../working-time/text.ts';
import type { TimeRules } from '../working-time/time-rules.ts';
import type { GapView, LimitView, SheetFlag, SheetState, SheetView } from './contract.ts';
import type { Gap } from './gaps.ts';
import type { SheetMark } from './store.ts';
import { teleworkDays } from './telework-days.ts';
import { flagWord, kindWord, type LeaveNames, lengthWord, words } from './words.ts';

export const presentFlag = (flag: Flag, locale: Locale): SheetFlag => ({
  code: flag,
  words: flagWord(flag, locale),
  blocks: blocksClosing(flag),
});

export const presentGap = ({ kind, signal, at, minutes }: Gap, locale: Locale): GapView => ({
  ...{ kind, signal, at: clock(at), minutes },
  words: words(locale, `gap_${kind}_${signal}`, { time: clock(at), length: lengthWord(minutes, locale) }),
});

export const inHours = (minutes: number): number => Math.round(minutes / 6) / 10;

function presentLimit({ code, level, value, limit, percent, months }: LimitFinding, locale: Locale): LimitView {
  const counted =
    code === 'telework.limit_months_above' ? { value, limit } : { value: inHours(value), limit: inHours(limit) };
  const sentence = say(workingTimeTexts, code, locale, { ...counted, months }) ?? code;
  return { code, level: level === 'NEAR' && percent === 0 ? 'WITHIN' : level, value, limit, words: sentence };
}

/** How near the limits are; also those that are far. */
export function presentLimits(
  months: readonly MonthMinutes[],
  { month, rules, locale }: { month: string; rules: TimeRules; locale: Locale },
): LimitView[] {
  const limits = { ...rules.limits, warnAtPercent: [0, ...rules.limits.warnAtPercent] };
  return checkLimits(month, months, limits).map((one) => presentLimit(one, locale));
}

interface ForReader {
  readonly locale: Locale;
  readonly leaves: LeaveNames;
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
}

function presentRow(row: SheetRow, { locale, leaves, gaps }: ForReader): SheetView['rows'][number] {
  const { date, is, holiday, spentAs, from, to, flags, reported } = row;
  const { state, scheduled, worked, deemed, breaks, midShift, leave } = row;
  const { late, leftEarly, away, absent, byClass, ordered, withoutOrder, corrections } = row;
  return {
    date,
    is,
    isWords: holiday ?? dayOffWords[is][locale],
    spentAs: spentAs.map((one) => ({ ...one, words: kindWord(one, leaves, locale) })),
    from: from === null ? null : clock(from),
    to: to === null ? null : clock(to),
    ...{ state, scheduled, worked, deemed, breaks, midShift, leave },
    ...{ late, leftEarly, away, absent, byClass: { ...byClass }, ordered, withoutOrder, corrections },
    reported: { ...reported },
    flags: flags.map((flag) => presentFlag(flag, locale)),
    gaps: (gaps.get(date) ?? []).map((gap) => presentGap(gap, locale)),
  };
}

function daysWords(days: SheetTotals['days'], { locale, leaves }: ForReader) {
  return Object.entries(days).map(([name, { whole, part }]) => {
    const [kind = '', leave = null] = name.split(':');
    return { kind: name, words: kindWord({ kind, leave }, leaves, locale), whole, part };
  });
}

export function stateOf(mark: Omit<SheetMark, 'staffId' | 'month'> | undefined, fingerprint: string): SheetState {
  if (mark?.closed) return mark.closed.fingerprint === fingerprint ? 'CLOSED' : 'CLOSED_CHANGED';
  if (mark?.closingId) return 'CLOSING';
  if (!mark?.confirmed) return 'OPEN';
  return mark.confirmed.fingerprint === fingerprint ? 'CONFIRMED' : 'CHANGED';
}

export interface SheetSeen extends ForReader {
  readonly person: Person;
  readonly sheet: MonthSheet;
  readonly fingerprint: string;
  readonly mark: Omit<SheetMark, 'staffId' | 'month'>;
  readonly limits: readonly LimitView[];
  readonly history: SheetView['history'];
  /** Whether the reader is above the person; whether they are personnel. */
  readonly isBoss: boolean;
  readonly isPersonnel: boolean;
}

export function presentSheet(seen: SheetSeen): SheetView {
  const { person, sheet, fingerprint, mark, limits, history, locale } = seen;
  const { totals } = sheet;
  const { scheduled, worked, deemed, breaks, leave, ordered, withoutOrder, absent, late, leftEarly } = totals;
  const state = stateOf(mark, fingerprint);
  const mayBeConfirmed = sheet.isOver && sheet.blocks.length === 0 && (state === 'OPEN' || state === 'CHANGED');
  return {
    ...{ month: sheet.month, person, state, version: mark.version, fingerprint, isOver: sheet.isOver },
    rows: sheet.rows.map((row) => presentRow(row, seen)),
    totals: {
      ...{ scheduled, worked, deemed, breaks, leave, ordered, withoutOrder, absent, late, leftEarly },
      ...{ corrections: totals.corrections, beyondForty: totals.beyondForty, daysWorked: totals.daysWorked },
      byClass: { ...totals.byClass },
      days: daysWords(totals.days, seen),
      teleworkDays: teleworkDays(sheet.rows),
    },
    limits: [...limits],
    blocks: sheet.blocks.map(({ date, flag }) => ({ date, code: flag, words: flagWord(flag, locale) })),
    confirmed: mark.confirmed && { at: mark.confirmed.at, by: mark.confirmed.by },
    closed: mark.closed && { at: mark.closed.at },
    history,
    may: { confirm: seen.isBoss && mayBeConfirmed, unlock: seen.isPersonnel && mark.closed !== null },
  };
}
