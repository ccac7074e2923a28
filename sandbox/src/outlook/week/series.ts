import type { CalendarOwner } from '../calendar/event.ts';
import { dayNumber, occurrenceDays, type Recurrence } from '../calendar/recurrence.ts';
import type { Room } from '../rooms/rooms.ts';
import { Dice } from './dice.ts';
import type { Planned } from './planned.ts';
import type { Group, Staff } from './staff.ts';
import { beginOf, dayOf, type Place, SLOT_MS, Timetable } from './timetable.ts';

/** A Monday long ago from which every series counts. */
const FIRST_DAY = '2026-04-06';
const FIRST = dayNumber(FIRST_DAY);
const FIRST_MONDAY = Date.parse(`${FIRST_DAY}T00:00:00+09:00`);

export interface Series {
  readonly planned: Planned & { readonly recurrence: Recurrence };
  /** Where it stands in a week; a monthly one stands elsewhere every month. */
  readonly place: Place;
}

interface Wish {
  readonly key: string;
  readonly subject: string;
  readonly people: readonly CalendarOwner[];
  readonly place: Place;
  readonly interval?: number;
  /** Only in the second week of the month. */
  readonly isMonthly?: boolean;
  readonly room?: Room | null;
  readonly where?: string;
  readonly category?: string;
}

const weekly = (day: number, interval: number): Recurrence => ({
  ...{ type: 'weekly', interval, weekdays: [day + 1], firstWeekday: 1, dayOfMonth: 1, index: 'first' },
  ...{ startDay: FIRST, endDay: null, count: null },
});

function seriesOf(wish: Wish): Series {
  const { key, subject, people, place, room = null, category = '会議' } = wish;
  const recurrence = weekly(place.day, wish.interval ?? 1);
  const monthly: Recurrence = { ...recurrence, type: 'relativeMonthly', index: 'second' };
  const start = beginOf(FIRST_MONDAY, place);
  const planned = {
    ...{ uid: `f:s:${key}`, subject, people, room, place: wish.where ?? null, category },
    ...{ start, end: start + place.length * SLOT_MS },
    recurrence: wish.isMonthly === true ? monthly : recurrence,
  };
  return { planned, place };
}

/** What takes place every week, every second week or every month: 庁議, 部課長会議, 朝礼, 係長会議, 安全衛生委員会. */
export function allSeries(staff: Staff, rooms: readonly Room[], seed: string): Series[] {
  const taken = new Timetable();
  const roomFor = (place: Place, seats: number): Room | null => {
    const room = rooms.find(({ id, capacity }) => capacity >= seats && taken.isFree(id, place)) ?? null;
    if (room !== null) taken.take(room.id, place);
    return room;
  };
  const made: Series[] = [];
  const add = (wish: Wish) => {
    if (wish.people.length > 1) made.push(seriesOf(wish));
  };
  const chogi = { day: 0, slot: 2, length: 2 };
  const { people: top } = staff.top;
  add({ key: 'chogi', subject: '庁議', people: top, place: chogi, interval: 2, room: roomFor(chogi, top.length) });
  for (const { code, name, people } of staff.departments) {
    const place = { day: 1, slot: new Dice(`${seed}:department:${code}`).one([1, 3]), length: 2 };
    const room = roomFor(place, people.length);
    add({ key: `bu-${code}`, subject: `${name} 部課長会議`, people, place, room, where: `${name}長室` });
  }
  for (const section of staff.sections) for (const wish of ofSection(section, seed)) add(wish);
  const health = staff.sections.flatMap(({ head }) => head ?? []).slice(0, 10);
  const evening = { day: 1, slot: 13, length: 2 };
  add({ key: 'health', subject: '安全衛生委員会', people: health, place: evening, isMonthly: true, where: '大会議室' });
  return made;
}

function ofSection({ code, name, people }: Group, seed: string): Wish[] {
  const dice = new Dice(`${seed}:section:${code}`);
  const place = { day: dice.one([2, 3, 4]), slot: dice.one([14, 15]), length: 1 };
  const morning = { day: 0, slot: 0, length: 1 };
  return [
    { key: `asa-${code}`, subject: `${name} 朝礼`, people, place: morning, where: `${name}執務室` },
    {
      key: `kacho-${code}`,
      subject: `${name} 定例打合せ`,
      people: people.slice(0, 4),
      place,
      where: `${name}打合せ机`,
    },
  ];
}

/** Which of its days a series has in the week that begins with this Monday. */
export function daysInWeek({ planned }: Series, monday: number): number[] {
  const first = dayOf(monday);
  return occurrenceDays(planned.recurrence, first, first + 4).map((day) => day - first);
}
