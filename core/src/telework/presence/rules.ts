import type { AbsenceEvidence } from '../../directory/index.ts';
import type { BookedDay } from '../days/day.ts';
import type { Whereabouts } from '../whereabouts/rules.ts';
import type { TeleworkKind } from '../working-time/day-plan.ts';
import { instantOf, minuteOf, type Span } from '../working-time/span.ts';
import type { PresenceSource, PresenceState } from './contract.ts';
import type { Standing } from './standing.ts';

/** Everything that is known of somebody now. */
export interface Known {
  readonly standing: Standing;
  /** Approved things of the standing's day. */
  readonly items: readonly BookedDay[];
  /** Those that hold now, the last said last. */
  readonly whereabouts: readonly Whereabouts[];
  /** Strongest first. */
  readonly absences: readonly AbsenceEvidence[];
}

/** Where somebody is, as far as anything says so. */
export interface Presence {
  readonly state: PresenceState;
  readonly source: PresenceSource;
  readonly since: Date | null;
  readonly until: Date | null;
  /** A place as somebody said it, or the code of one. */
  readonly where: string | null;
  readonly noReturn: boolean;
  readonly planned: TeleworkKind | null;
  /** The application for this trip or day of telework, which says how they are reached. */
  readonly applicationId: string | null;
  /** Of leave: what kind; of an absence: how it is known. Not for everybody. */
  readonly leave: string | null;
  readonly statement: string | null;
}

const NOTHING = {
  ...{ source: 'NONE', since: null, until: null, where: null, noReturn: false },
  ...{ leave: null, statement: null },
} as const satisfies Partial<Presence>;

const covers = (span: Span | null, minute: number): boolean =>
  span === null || (minute >= span.from && minute < span.to);

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const KINDS: ReadonlySet<string> = new Set<TeleworkKind>(['HOME', 'SATELLITE', 'MOBILE']);
const kindOf = ({ detail }: BookedDay): TeleworkKind =>
  KINDS.has(String(detail.kind)) ? (detail.kind as TeleworkKind) : 'HOME';

interface Now {
  readonly at: Date;
  readonly minute: number;
}

type Said = Omit<Presence, 'planned' | 'applicationId'>;

function ofItem(item: BookedDay, state: 'TRIP' | 'LEAVE'): Said {
  const { span, date, detail } = item;
  return {
    ...NOTHING,
    ...{ state, source: 'PLAN' },
    since: span && instantOf(date, span.from),
    until: span && instantOf(date, span.to),
    where: state === 'TRIP' ? text(detail.destination) : null,
    leave: state === 'LEAVE' ? text(detail.kind) : null,
  };
}

/** 出張 that is now, until the day's end was punched. */
function onTrip({ items, standing }: Known, { minute }: Now): Said | null {
  const trip = items.find(({ kind, span }) => kind === 'TRIP' && covers(span, minute));
  return trip && standing.state !== 'ENDED' ? ofItem(trip, 'TRIP') : null;
}

/** Whoever works in spite of it is at work. */
function onLeave({ items, standing }: Known, { minute }: Now): Said | null {
  const leave = items.find(({ kind, span }) => kind === 'LEAVE' && covers(span, minute));
  return leave && standing.state !== 'WORKING' ? ofItem(leave, 'LEAVE') : null;
}

/** What was said later counts: an end that was punched after it, for one. */
function goneOut({ whereabouts, standing }: Known): Said | null {
  const last = whereabouts.at(-1);
  if (!last) return null;
  const over = standing.state === 'ENDED' && standing.since !== null && standing.since >= last.from;
  if (over) return null;
  const { kind, from, until, place } = last;
  const noReturn = kind === 'DIRECT_HOME';
  return { ...NOTHING, state: 'OUT', source: 'WHEREABOUTS', since: from, until, where: text(place), noReturn };
}

const OF_ABSENCE = { LEAVE: 'LEAVE', TRIP: 'TRIP' } as const;

/** A mailbox says nothing against a punch; what a person said does when it was said after it. */
function away({ absences, standing }: Known): Said | null {
  const { state, since } = standing;
  const fits = absences.find(({ source, from, recordedAt }) => {
    if (state === 'NOT_STARTED') return true;
    const said = !source.startsWith('GRAPH_');
    return said && state !== 'ENDED' && since !== null && new Date(recordedAt) > since && new Date(from) >= since;
  });
  if (!fits) return null;
  const kind = fits.source === 'LEAVE' || fits.source === 'TRIP' ? OF_ABSENCE[fits.source] : 'OUT';
  return {
    ...{ ...NOTHING, state: kind, source: 'ABSENCE', statement: fits.statement },
    ...{ since: new Date(fits.from), until: fits.until === null ? null : new Date(fits.until) },
  };
}

function punched({ standing, items }: Known, { minute }: Now): Said {
  const { state, since, isWorkDay } = standing;
  const by = { ...NOTHING, source: 'PUNCH', since } as const;
  if (state === 'PAUSED' || state === 'ENDED') return { ...by, state };
  if (state === 'UNCONFIRMED_END') return { ...by, state: 'UNKNOWN' };
  const telework = items.filter(({ kind }) => kind === 'TELEWORK');
  if (state === 'NOT_STARTED') {
    const expected = isWorkDay || telework.length > 0;
    return { ...NOTHING, state: expected ? 'NOT_STARTED' : 'UNKNOWN', source: telework.length > 0 ? 'PLAN' : 'NONE' };
  }
  const now = telework.find(({ span }) => covers(span, minute));
  if (!now) return { ...by, state: 'OFFICE' };
  const kind = kindOf(now);
  // Where somebody lives is nobody's business.
  return { ...by, state: kind, where: kind === 'HOME' ? null : text(now.detail.place) };
}

/** What the latest and surest word says: 外出 and 直帰, then what was approved, then what was punched. */
export function presenceOf(known: Known, at: Date): Presence {
  const now = { at, minute: minuteOf(at, known.standing.day) };
  const said = goneOut(known) ?? onTrip(known, now) ?? onLeave(known, now) ?? away(known) ?? punched(known, now);
  const telework = known.items.filter(({ kind }) => kind === 'TELEWORK');
  const planned = telework.find(({ span }) => span === null || now.minute < span.to) ?? telework[0];
  const trip = known.items.find(({ kind, span }) => kind === 'TRIP' && covers(span, now.minute));
  const { applicationId = null } = trip ?? planned ?? {};
  return { ...said, planned: planned ? kindOf(planned) : null, applicationId };
}

const AT_WORK: ReadonlySet<PresenceState> = new Set<PresenceState>([
  ...(['OFFICE', 'HOME', 'SATELLITE', 'MOBILE', 'OUT', 'TRIP'] as const),
]);

/** Whom one may ask to answer: who is at work, or should be by their hours. */
export const isReachable = ({ state }: Presence, { onDuty }: Standing): boolean =>
  AT_WORK.has(state) || (state === 'NOT_STARTED' && onDuty);
