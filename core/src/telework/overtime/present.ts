import type { Person } from '../../directory/index.ts';
import type { LocalDate, Locale } from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { sentenceOf } from '../matters/finding.ts';
import type { LimitFinding } from '../working-time/limits.ts';
import { clock, instantOf } from '../working-time/span.ts';
import type { OvertimeDaysView, OvertimeDayView } from './contract.ts';
import { texts } from './judging.ts';
import { limitParams, minutesOfDay } from './times.ts';

export interface Looking {
  readonly person: Person;
  readonly now: Date;
  readonly reason: string;
  readonly facts: readonly TeleworkFact[];
  /** The onlooker is a head above the person. */
  readonly isBoss: boolean;
}

const bare = ({ staffId, name, postTitle, unitName }: Person): Person => ({ staffId, name, postTitle, unitName });

function stateOf({ state, detail }: DayItem): OvertimeDayView['state'] {
  if (state === 'CANCELLED') return detail.notWorked === true ? 'NOT_WORKED' : 'CANCELLED';
  if (state === 'APPROVED') return detail.confirmed === true ? 'CONFIRMED' : 'ORDERED';
  return state;
}

export const isOver = ({ date, span }: Pick<DayItem, 'date' | 'span'>, now: Date): boolean =>
  instantOf(date, span?.to ?? 0) <= now;

export function presentDay(item: DayItem, { person, now, reason, facts, isBoss }: Looking): OvertimeDayView {
  const state = stateOf(item);
  const span = item.span ?? { from: 0, to: 0 };
  const ordered = facts.find(({ act }) => act === 'ORDERED');
  const last = facts.findLast(({ act }) => act === 'CONFIRMED' || act === 'NOT_WORKED');
  const worked = last?.act === 'CONFIRMED' ? last.fact : null;
  return {
    ...{ itemId: item.itemId, applicationId: ordered ? null : item.applicationId, person, date: item.date, state },
    ...{ from: clock(span.from), to: clock(span.to), minutes: minutesOfDay(item) },
    reason: ordered ? String(ordered.fact.reason) : reason,
    orderedBy: ordered ? bare(ordered.actor) : null,
    confirmed: last
      ? {
          ...{ by: bare(last.actor), at: last.at.toISOString(), note: String(last.fact.note ?? '') },
          ...{ from: clock(Number(worked?.from ?? 0)), to: clock(Number(worked?.to ?? 0)) },
          minutes: Number(worked?.minutes ?? 0),
        }
      : null,
    version: facts.length,
    may: {
      confirm: isBoss && (item.state === 'APPROVED' || state === 'NOT_WORKED') && isOver(item, now),
      cancel: isBoss && ordered !== undefined && state === 'ORDERED' && !isOver(item, now),
    },
  };
}

/** Work that nobody ordered, as the punches tell it: asked about, never dropped. */
export const unorderedDay = (
  person: Person,
  day: { readonly date: LocalDate; readonly from: number; readonly to: number; readonly minutes: number },
): OvertimeDayView => ({
  ...{ itemId: null, applicationId: null, person, date: day.date, state: 'UNORDERED', minutes: day.minutes },
  ...{ from: clock(day.from), to: clock(day.to), reason: '', orderedBy: null, confirmed: null, version: 0 },
  may: { confirm: true, cancel: false },
});

export const presentLimits = (found: readonly LimitFinding[], locale: Locale): OvertimeDaysView['totals']['limits'] =>
  found.map((one) => ({
    ...{ code: one.code, level: one.level, value: one.value, limit: one.limit, percent: one.percent },
    sentence: sentenceOf(texts, one.code, limitParams(one))[locale],
  }));
