import type { Slot } from './slot.ts';
import type { Standing } from './standing.ts';
import type { SlotWish } from './wanted.ts';

type Params = Readonly<Record<string, string | number>>;

/** A sentence by its code; people and rooms in it by their ids, which the presenter turns into names. */
export interface Why {
  readonly code: string;
  readonly params?: Params;
  readonly people?: readonly string[];
}

type Wish = Pick<SlotWish, 'attendees' | 'venues'>;

/** Those of the attendees for whom it is so. */
const who = (
  { attendees }: Wish,
  { standings }: Slot,
  is: (standing: Standing, required: boolean) => boolean,
): string[] =>
  attendees
    .filter(({ required }, at) => {
      const standing = standings[at];
      return standing !== undefined && is(standing, required);
    })
    .map(({ staffId }) => staffId);

const free = ({ kind }: Standing): boolean => kind !== 'NO';

function required(wish: Wish, slot: Slot): Why[] {
  const all = wish.attendees.filter((one) => one.required).length;
  const away = who(wish, slot, (standing, must) => must && !free(standing));
  const tentative = who(wish, slot, (standing) => standing.kind === 'TENTATIVE');
  const held = who(wish, slot, (standing, must) => must && standing.kind === 'TENTATIVE').length;
  const params = { all, free: all - away.length };
  const most: Why =
    away.length === 0 && held === 0
      ? { code: 'schedules.why_required_all', params }
      : away.length === 0
        ? { code: 'schedules.why_required_free', params: { all, free: all - held } }
        : { code: 'schedules.why_required_some', params, people: away };
  return [most, ...(tentative.length > 0 ? [{ code: 'schedules.why_tentative', people: tentative }] : [])];
}

function optional(wish: Wish, slot: Slot): Why[] {
  const all = wish.attendees.filter((one) => !one.required).length;
  if (all === 0) return [];
  const there = who(wish, slot, (standing, must) => !must && free(standing)).length;
  const code = there === all ? 'schedules.why_optional_all' : 'schedules.why_optional_some';
  return [{ code, params: { all, free: there } }];
}

function travel(wish: Wish, slot: Slot): Why[] {
  const way = (standing: Standing) => (standing.kind === 'NO' ? 0 : standing.travelMinutes);
  const people = who(wish, slot, (standing) => way(standing) > 0);
  const minutes = Math.max(0, ...slot.standings.map(way));
  return minutes === 0 ? [] : [{ code: 'schedules.why_travel', params: { minutes }, people }];
}

const hasPlace = ({ venues }: Slot): boolean => venues.some((venue) => venue?.office);

function online(wish: Wish, slot: Slot): Why[] {
  const people = hasPlace(slot) ? who(wish, slot, (standing) => standing.kind !== 'NO' && standing.online) : [];
  return people.length === 0 ? [] : [{ code: 'schedules.why_online', people }];
}

/** Why a time is proposed. */
export const reasonsFor = (wish: Wish, slot: Slot): Why[] => [
  ...required(wish, slot),
  ...optional(wish, slot),
  ...online(wish, slot),
  ...travel(wish, slot),
];

const worth = (standing: Standing | undefined): number =>
  standing?.kind === 'FREE' ? 2 : standing?.kind === 'TENTATIVE' ? 1 : 0;

/** For whom the other time is worse. */
const worse = ({ attendees }: Wish, { one, other }: { one: Slot; other: Slot }, must: boolean): string[] =>
  attendees
    .filter((person, at) => person.required === must && worth(other.standings[at]) < worth(one.standings[at]))
    .map(({ staffId }) => staffId);

/** What stands against a time that is ranked after another: the first thing in which it is worse. */
export function whyAfter(wish: Wish, one: Slot, other: Slot): Why {
  const [before, after] = [one.figures, other.figures];
  if (after.required < before.required)
    return { code: 'schedules.next_required', people: worse(wish, { one, other }, true) };
  if (after.optional < before.optional)
    return { code: 'schedules.next_optional', people: worse(wish, { one, other }, false) };
  if (after.online > before.online)
    return { code: 'schedules.next_online', params: { count: after.online - before.online } };
  const minutes = after.travelMinutes - before.travelMinutes;
  return minutes > 0 ? { code: 'schedules.next_travel', params: { minutes } } : { code: 'schedules.next_later' };
}
