import type { EntryInput, WeekItem } from '@kaigi/core/contract';
import { addDays, type LocalDate, localDateOf, localTimeOf, parseLocalDate } from '@kaigi/core/shared';
import { reach } from './columns.ts';

/** An entry as it stands in the fields. */
export interface TypedEntry {
  readonly subject: string;
  readonly allDay: boolean;
  readonly fromDay: string;
  readonly fromTime: string;
  /** Of whole days the last one, included. */
  readonly toDay: string;
  readonly toTime: string;
  readonly place: string;
  readonly status: EntryInput['status'];
  readonly visibility: EntryInput['visibility'];
  readonly category: string;
}

export type EntryProblem = 'entry.subject.missing' | 'entry.day.missing' | 'entry.time.missing' | 'entry.time.order';
type Said = Omit<EntryInput, 'staffId'>;
export type ReadEntry =
  | { readonly ok: true; readonly entry: Said }
  | { readonly ok: false; readonly problem: EntryProblem };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const instant = (day: LocalDate, time: string): string => `${day}T${time}:00+09:00`;

/** An hour of a day; in the grid the hour that was pressed. */
export function newEntry(day: LocalDate, hour: number | null): TypedEntry {
  const from = Math.min(hour ?? 9, 22);
  const time = (at: number): string => `${String(at).padStart(2, '0')}:00`;
  return {
    ...{ subject: '', allDay: false, fromDay: day, fromTime: time(from), toDay: day, toTime: time(from + 1) },
    ...{ place: '', status: 'BUSY', visibility: 'SECTION', category: '' },
  };
}

export function typedOf(item: WeekItem): TypedEntry {
  const { allDay, status, visibility } = item;
  const [from, to] = [new Date(item.from), new Date(item.to)];
  const days = reach(item);
  return {
    ...{ subject: item.title ?? '', place: item.place ?? '', category: item.category ?? '' },
    ...{ allDay, status, visibility },
    fromDay: localDateOf(from),
    fromTime: allDay ? '09:00' : localTimeOf(from),
    toDay: allDay ? days.last : localDateOf(to),
    toTime: allDay ? '10:00' : localTimeOf(to),
  };
}

/** What is sent, or what is still missing. */
export function readEntry(typed: TypedEntry): ReadEntry {
  const refused = (problem: EntryProblem): ReadEntry => ({ ok: false, problem });
  const [subject, place, category] = [typed.subject.trim(), typed.place.trim(), typed.category.trim()];
  const { allDay, status, visibility } = typed;
  const [first, last] = [parseLocalDate(typed.fromDay), parseLocalDate(typed.toDay)];
  if (subject === '') return refused('entry.subject.missing');
  if (!first || !last) return refused('entry.day.missing');
  if (!allDay && !(TIME.test(typed.fromTime) && TIME.test(typed.toTime))) return refused('entry.time.missing');
  const from = instant(first, allDay ? '00:00' : typed.fromTime);
  const to = allDay ? instant(addDays(last, 1), '00:00') : instant(last, typed.toTime);
  if (Date.parse(to) <= Date.parse(from)) return refused('entry.time.order');
  const said = { subject, place, allDay, status, visibility, category: category === '' ? null : category };
  return { ok: true, entry: { ...said, from, to } };
}
