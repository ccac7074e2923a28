/** What a day's row says beside its figures. */
export type Flag =
  | 'MISSING_START'
  | 'MISSING_END'
  | 'ODD_PUNCHES'
  | 'OPEN_CORRECTION'
  | 'CORRECTION_OF_UNKNOWN'
  | 'OPEN_REQUEST'
  | 'MID_SHIFT_UNANSWERED'
  | 'MID_SHIFT_LEAVE_NOT_ASKED_FOR'
  | 'OVERTIME_WITHOUT_ORDER'
  | 'OVERTIME_NOT_CONFIRMED'
  | 'WORKED_ON_LEAVE'
  | 'BREAK_TOO_SHORT'
  | 'LATE'
  | 'LEFT_EARLY'
  | 'AWAY'
  | 'REPORTED_LATE'
  | 'CLOCK_DOUBTED'
  | 'CORRECTED';

/** What must be settled before the month is closed. The rest is only told. */
const BLOCKING: ReadonlySet<Flag> = new Set([
  'MISSING_START',
  'MISSING_END',
  'ODD_PUNCHES',
  'OPEN_CORRECTION',
  'CORRECTION_OF_UNKNOWN',
  'OPEN_REQUEST',
  'MID_SHIFT_UNANSWERED',
  'MID_SHIFT_LEAVE_NOT_ASKED_FOR',
  'OVERTIME_WITHOUT_ORDER',
  'OVERTIME_NOT_CONFIRMED',
  'WORKED_ON_LEAVE',
]);

export const blocksClosing = (flag: Flag): boolean => BLOCKING.has(flag);
