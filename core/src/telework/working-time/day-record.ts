import type { LocalDate } from '../../shared/index.ts';
import type { Punch, PunchKind } from './punches.ts';
import { type Minute, minuteOf, type Span } from './span.ts';
import type { TimeRules } from './time-rules.ts';

export type DayState = 'NOT_STARTED' | 'WORKING' | 'PAUSED' | 'ENDED' | 'UNCONFIRMED_END';

/** A punch that does not fit where it stands. It stays in the record and is asked about. */
export type OddityCode =
  | 'DOUBLE_START'
  | 'DOUBLE_PAUSE'
  | 'DOUBLE_END'
  | 'PAUSE_WITHOUT_START'
  | 'RESUME_WITHOUT_START'
  | 'RESUME_WITHOUT_PAUSE'
  | 'END_WITHOUT_START'
  | 'PAUSE_AFTER_END'
  | 'RESUME_AFTER_END';

export interface Oddity {
  readonly code: OddityCode;
  readonly punchId: string;
  readonly at: Date;
}

/** 中抜け. */
export interface MidShift extends Span {
  /** The PAUSE that began it. */
  readonly punchId: string;
}

/** From a START to its END. One that has no end yet is known up to its last punch, and no further. */
export interface Session extends Span {
  readonly ended: boolean;
  readonly pauses: readonly MidShift[];
}

/** One working day as the punches say it, in minutes. */
export interface DayRecord {
  readonly date: LocalDate;
  readonly state: DayState;
  readonly sessions: readonly Session[];
  readonly oddities: readonly Oddity[];
  readonly punches: readonly Punch[];
}

type Standing = 'NOT_STARTED' | 'WORKING' | 'PAUSED' | 'ENDED';

// What a punch does where it stands: the next state, or the name of what is odd about it.
const NEXT: Readonly<Record<Standing, Readonly<Record<PunchKind, Standing | OddityCode>>>> = {
  NOT_STARTED: {
    START: 'WORKING',
    PAUSE: 'PAUSE_WITHOUT_START',
    RESUME: 'RESUME_WITHOUT_START',
    END: 'END_WITHOUT_START',
  },
  WORKING: { START: 'DOUBLE_START', PAUSE: 'PAUSED', RESUME: 'RESUME_WITHOUT_PAUSE', END: 'ENDED' },
  PAUSED: { START: 'DOUBLE_START', PAUSE: 'DOUBLE_PAUSE', RESUME: 'WORKING', END: 'ENDED' },
  ENDED: { START: 'WORKING', PAUSE: 'PAUSE_AFTER_END', RESUME: 'RESUME_AFTER_END', END: 'DOUBLE_END' },
};
const isStanding = (next: Standing | OddityCode): next is Standing => Object.hasOwn(NEXT, next);

/** A second tap of the same punch within moments says nothing new. */
function withoutDoubleTaps(punches: readonly Punch[], seconds: number): Punch[] {
  const kept: Punch[] = [];
  for (const punch of punches) {
    const last = kept.at(-1);
    const apart = last ? punch.at.getTime() - last.at.getTime() : 0;
    if (last && last.punch === punch.punch && apart <= seconds * 1000 && !punch.corrected) continue;
    kept.push(punch);
  }
  return kept;
}

interface Going {
  readonly from: Minute;
  known: Minute;
  pausedBy: { readonly punchId: string; readonly from: Minute } | null;
  readonly pauses: MidShift[];
}

function endPause(going: Going, to: Minute): void {
  if (going.pausedBy) going.pauses.push({ ...going.pausedBy, to });
  going.pausedBy = null;
}

const sessionOf = ({ from, known, pauses }: Going, ended: boolean): Session => ({ from, to: known, ended, pauses });

function walk(date: LocalDate, punches: readonly Punch[]) {
  const sessions: Session[] = [];
  const oddities: Oddity[] = [];
  let state: Standing = 'NOT_STARTED';
  let going: Going | null = null;
  for (const { punchId, punch, at } of punches) {
    const next: Standing | OddityCode = NEXT[state][punch];
    if (!isStanding(next)) {
      oddities.push({ code: next, punchId, at });
      continue;
    }
    const minute = minuteOf(at, date);
    going = punch === 'START' || going === null ? { from: minute, known: minute, pausedBy: null, pauses: [] } : going;
    going.known = minute;
    if (punch === 'PAUSE') going.pausedBy = { punchId, from: minute };
    else endPause(going, minute);
    if (punch === 'END') {
      sessions.push(sessionOf(going, true));
      going = null;
    }
    state = next;
  }
  if (going) sessions.push(sessionOf(going, false));
  return { state, sessions, oddities };
}

export interface Asked {
  readonly date: LocalDate;
  /** Of this working day, in the order in which they count. */
  readonly punches: readonly Punch[];
  /** The minute from which a missing end is asked about: it is never made up. */
  readonly endAskedFrom: Minute;
  readonly now: Date;
}

/** A working day from its punches. */
export function foldDay({ date, punches, endAskedFrom, now }: Asked, rules: TimeRules): DayRecord {
  const { state, sessions, oddities } = walk(date, withoutDoubleTaps(punches, rules.doubleTapSeconds));
  const isOpen = state === 'WORKING' || state === 'PAUSED';
  const isLate = minuteOf(now, date) >= endAskedFrom;
  return { date, state: isOpen && isLate ? 'UNCONFIRMED_END' : state, sessions, oddities, punches };
}
