import type { Tx } from '../../platform/index.ts';
import { addDays, type LocalDate } from '../../shared/index.ts';
import { cityTimesOn, hoursOf, instantOf, type PersonsHours, scheduleOf } from '../../telework/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import type { Entry } from '../calendar/entry.ts';
import { MAIN, placeOfRoom } from '../offices.ts';
import type { Room } from '../rooms/room.ts';
import type { Stretch, Taken, WorkingDay } from './wanted.ts';

const stretch = (from: Date, to: Date): Stretch => ({ from: from.getTime(), to: to.getTime() });

/** How an entry counts in a search; null: it takes no time. */
function countsAs({ status, source }: Entry): Taken['as'] | null {
  if (status === 'FREE') return null;
  if (status === 'ELSEWHERE' || source === 'TELEWORK') return 'ONLINE_ONLY';
  return status === 'TENTATIVE' ? 'TENTATIVE' : 'BUSY';
}

/** What a place of an entry may be called, and the office that it is in. */
export type Places = readonly { readonly name: string; readonly office: string }[];

export const placesOf = (rooms: readonly Room[], offices: readonly { code: string | null; name: string }[]): Places =>
  [
    ...rooms.flatMap((room) => (room.kind === 'ROOM' ? [{ name: room.name, office: placeOfRoom(room) }] : [])),
    ...offices.map(({ code, name }) => ({ name, office: code ?? MAIN })),
  ]
    .filter(({ name }) => name.length > 1)
    // The longest name first: 第1会議室北 is not 第1会議室.
    .toSorted((a, b) => b.name.length - a.name.length);

const officeAt = (place: string | null, places: Places): string | null =>
  place === null || place === '' ? null : (places.find(({ name }) => place.includes(name))?.office ?? null);

/** `mayRead`: whether whoever asks may know where that is. */
export const takenBy = (
  entries: readonly Entry[],
  { places, mayRead }: { readonly places: Places; readonly mayRead: (entry: Entry) => boolean },
): Taken[] =>
  entries.flatMap((entry) => {
    const as = countsAs(entry);
    const office = entry.online ? null : officeAt(entry.place, places);
    return as === null ? [] : [{ ...stretch(entry.from, entry.to), as, office, hidden: !mayRead(entry) }];
  });

/** The hours of duty of somebody, day by day; with `breaks` without lunch and the like. */
export function workingDaysOf(
  hours: PersonsHours,
  { from, to, breaks }: { from: LocalDate; to: LocalDate; breaks: boolean },
): WorkingDay[] {
  const schedule = scheduleOf(hours);
  const days: WorkingDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = schedule(date);
    if (day.kind === 'OFF') continue;
    const span = ({ from: begin, to: end }: { from: number; to: number }) =>
      stretch(instantOf(date, begin), instantOf(date, end));
    const { shift } = day;
    days.push({ ...span(shift), breaks: breaks ? shift.breaks.map(span) : [] });
  }
  return days;
}

/** By what hours these people work. */
export function hoursOfPeople(
  { regulations }: Pick<BookingParts, 'regulations'>,
  tx: Tx,
  asked: { readonly staffIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate },
): Promise<Map<string, PersonsHours>> {
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: asked.from });
  return hoursOf(tx, asked, times);
}
