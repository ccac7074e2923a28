import type { Rank } from '../../city/city.ts';
import type { CalendarOwner } from '../calendar/event.ts';
import { Dice } from './dice.ts';
import type { Planned } from './planned.ts';
import { beginOf, DAY_MS, SLOT_MS, SLOTS, type Timetable } from './timetable.ts';
import { CEREMONIES, COUNCIL, DEADLINES, HEADS_WORK, OUTINGS, PRIVATE, TOPICS, VISITS, WORK } from './week-words.ts';

/** How many entries of their own people have in a week. */
const USUAL: Readonly<Record<Rank, number>> = {
  MAYOR: 12,
  DEPUTY_MAYOR: 10,
  DEPARTMENT_HEAD: 7,
  SECTION_HEAD: 7,
  SUBSECTION_HEAD: 5,
  STAFF: 4,
};
const TRIES = 12;

export interface OwnAsked {
  readonly seed: string;
  readonly monday: number;
  readonly owner: CalendarOwner;
  readonly rank: Rank;
  /** When they are in meetings. */
  readonly taken: Timetable;
  /** How many entries to make; null: as many as people of that rank have. */
  readonly count: number | null;
  /** Scripts rely on them being at the office. */
  readonly isFixed: boolean;
}

type Kind = Pick<Planned, 'subject' | 'category' | 'place' | 'showAs' | 'isPrivate'> & { readonly length: number };

/** What somebody has for themselves: 作業, 外出, 来客, 通院, 議会, 締切. */
export function ownWeek(asked: OwnAsked): Planned[] {
  const { seed, monday, owner, rank, count } = asked;
  const dice = new Dice(`${seed}:${monday}:${owner.id}`);
  const wanted = count ?? USUAL[rank] + dice.below(3) - 1;
  const free = asked.taken.copyOf(owner.id);
  const made: Planned[] = [];
  const add = (kind: Omit<Kind, 'length'>, [start, end]: readonly [number, number], allDay = false) =>
    made.push({ uid: `f:o:${monday}:${made.length}`, ...kind, start, end, allDay, people: [owner], room: null });
  if (wanted > 0 && dice.happens(0.3)) {
    const day = monday + dice.below(5) * DAY_MS;
    add(wholeDay(dice, asked), [day, day + DAY_MS], true);
  }
  for (let turn = 0; made.length < wanted && turn < wanted * TRIES; turn += 1) {
    const { length, ...kind } = kindOf(dice, rank);
    const place = { day: dice.below(5), slot: dice.below(SLOTS), length: count === null ? length : 1 };
    if (!free.isFree(owner.id, place)) continue;
    free.take(owner.id, place);
    const start = beginOf(monday, place);
    add(kind, [start, start + place.length * SLOT_MS]);
  }
  return made;
}

function wholeDay(dice: Dice, { rank, isFixed }: OwnAsked): Omit<Kind, 'length'> {
  if (!isFixed && rank === 'STAFF' && dice.happens(0.5))
    return { subject: '在宅勤務', category: '在宅', place: null, showAs: 'workingElsewhere' };
  return { subject: dice.one(DEADLINES), category: '締切', place: null, showAs: 'free' };
}

function kindOf(dice: Dice, rank: Rank): Kind {
  const isTop = rank === 'MAYOR' || rank === 'DEPUTY_MAYOR';
  const roll = dice.below(100);
  if (isTop && roll < 45) {
    const [subject, place] = dice.one(CEREMONIES);
    return { subject, place, category: '公務', length: 2 };
  }
  if (roll < 6) return { subject: dice.one(PRIVATE), place: null, category: '私用', isPrivate: true, length: 2 };
  if (roll < 20) {
    const [subject, place] = dice.one(OUTINGS);
    return { subject: `外出 ${subject}`, place, category: '外出', length: 3 };
  }
  if (roll < 34) return { subject: dice.one(VISITS), place: null, category: '来客', length: 1 };
  if (roll < 42 && rank !== 'STAFF') return { subject: dice.one(COUNCIL), place: '議場', category: '議会', length: 3 };
  if (roll < 52)
    return { subject: `(仮) ${dice.one(TOPICS)}`, place: null, category: '会議', showAs: 'tentative', length: 2 };
  const work = rank === 'STAFF' || rank === 'SUBSECTION_HEAD' ? dice.one(WORK) : dice.one(HEADS_WORK);
  return { subject: work, place: null, category: '作業', length: 1 + dice.below(2) };
}
