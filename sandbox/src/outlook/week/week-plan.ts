import type { CalendarOwner } from '../calendar/event.ts';
import type { Room } from '../rooms/rooms.ts';
import { Dice } from './dice.ts';
import { type Planned, whose } from './planned.ts';
import { daysInWeek, type Series } from './series.ts';
import type { Group, Staff } from './staff.ts';
import { beginOf, type Place, SLOT_MS, SLOTS, Timetable } from './timetable.ts';
import { MEETINGS, TOPICS } from './week-words.ts';

const TRIES = 6;

/** The meetings of one city in one week, and who is taken by them. */
export interface WeekPlan {
  readonly monday: number;
  readonly taken: Timetable;
  /** By the id of the person or the room. */
  readonly byOwner: ReadonlyMap<string, readonly Planned[]>;
  readonly byUid: ReadonlyMap<string, Planned>;
}

export interface PlanAsked {
  readonly seed: string;
  readonly monday: number;
  readonly staff: Staff;
  readonly rooms: readonly Room[];
  readonly series: readonly Series[];
}

export function planWeek(asked: PlanAsked): WeekPlan {
  const { staff, monday, series } = asked;
  const taken = new Timetable();
  for (const one of series)
    for (const day of daysInWeek(one, monday)) {
      for (const { id } of whose(one.planned)) taken.take(id, { ...one.place, day });
    }
  const made: Planned[] = [];
  const meet = (wish: Wish) => {
    const held = arrange(asked, taken, { ...wish, uid: `f:w:${monday}:${made.length}` });
    if (held !== null) made.push(held);
  };
  for (const section of staff.sections) meetingsOf(asked, section, meet);
  for (const department of [...staff.departments, staff.top]) briefingsOf(asked, department, meet);
  const byOwner = new Map<string, Planned[]>();
  for (const one of made) for (const { id } of whose(one)) byOwner.set(id, [...(byOwner.get(id) ?? []), one]);
  return { monday, taken, byOwner, byUid: new Map(made.map((one) => [one.uid, one])) };
}

interface Wish {
  readonly dice: Dice;
  readonly subject: string;
  readonly people: readonly CalendarOwner[];
  readonly length: number;
  readonly where: string;
  readonly category: string;
  /** How often a room is taken for it. */
  readonly roomShare: number;
}

/** Finds a time at which all are free, and a room if one is wanted and there; null: the week is too full. */
function arrange(
  { monday, rooms }: PlanAsked,
  taken: Timetable,
  { dice, people, length, subject, where, category, roomShare, uid }: Wish & { uid: string },
): Planned | null {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const place: Place = { day: dice.below(5), slot: dice.below(SLOTS), length };
    if (!people.every(({ id }) => taken.isFree(id, place))) continue;
    const fitting = rooms.filter(({ id, capacity }) => capacity >= people.length && taken.isFree(id, place));
    const room = fitting.length > 0 && dice.happens(roomShare) ? dice.one(fitting) : null;
    const isOnline = dice.happens(0.2);
    for (const { id } of [...people, ...(room === null ? [] : [room])]) taken.take(id, place);
    const start = beginOf(monday, place);
    const end = start + length * SLOT_MS;
    return { uid, subject, start, end, people, room, place: isOnline ? 'Teams' : where, category, isOnline };
  }
  return null;
}

function meetingsOf({ seed, monday, staff }: PlanAsked, section: Group, meet: (wish: Wish) => void): void {
  const dice = new Dice(`${seed}:${monday}:${section.code}`);
  if (section.people.length < 2) return;
  const count = 2 + Math.ceil(section.people.length / 4) + dice.below(2);
  for (let turn = 0; turn < count; turn += 1) {
    const own = dice.some(section.people, 2 + dice.below(3));
    const guest = dice.happens(0.3) ? dice.one(dice.one(staff.sections).people) : undefined;
    const people = guest === undefined || own.some(({ id }) => id === guest.id) ? own : [...own, guest];
    const subject = `${dice.one(TOPICS)} ${dice.one(MEETINGS)}`;
    const where = `${section.name}打合せ机`;
    meet({ dice, subject, people, length: 1 + dice.below(3), where, category: '会議', roomShare: 0.55 });
  }
}

/** 決裁説明: somebody of the sections below explains to the head. */
function briefingsOf({ seed, monday, staff }: PlanAsked, group: Group, meet: (wish: Wish) => void): void {
  const dice = new Dice(`${seed}:${monday}:briefing:${group.code}`);
  const isTop = group.code === 'top';
  const below = (isTop ? staff.sections.flatMap(({ head }) => head ?? []) : group.people).filter(
    ({ id }) => id !== group.head?.id,
  );
  if (group.head === null || below.length === 0) return;
  for (let turn = 0; turn < (isTop ? 7 : 4); turn += 1) {
    const people = [dice.one(below), isTop ? dice.one(group.people.slice(0, 2)) : group.head];
    if (people[0]?.id === people[1]?.id) continue;
    const subject = `決裁説明 ${dice.one(TOPICS)}`;
    const where = isTop ? '市長室' : `${group.name}長室`;
    meet({ dice, subject, people, length: 1, where, category: '決裁', roomShare: 0 });
  }
}
