import { describe, expect, it } from '@jest/globals';
import { createCities } from '../../city/cities.ts';
import { Calendars } from '../calendar/calendars.ts';
import type { CalendarOwner, Instance } from '../calendar/event.ts';
import { personOwner, roomOwner } from '../calendar/owners.ts';
import { Rooms } from '../rooms/rooms.ts';
import { FurnishedWeeks } from './furnished.ts';
import { DAY_MS } from './timetable.ts';

const MONDAY = Date.parse('2026-11-30T00:00:00+09:00');
const WEEK_MS = 7 * DAY_MS;

function furnished({
  size = 60,
  seed = 1,
  perWeek = null,
}: {
  size?: number;
  seed?: number;
  perWeek?: number | null;
} = {}) {
  const cities = createCities({ size, seed: 1 });
  const rooms = new Rooms(cities);
  const calendars = new Calendars(new FurnishedWeeks(cities, rooms, { seed, perWeek, now: () => MONDAY }));
  const people = (cities.city('minato.example')?.people ?? []).map(personOwner);
  const owner = (name: string) => people.find(({ address }) => address === `${name}@minato.example`) as CalendarOwner;
  const week = (of: CalendarOwner, weeks = 0): Instance[] =>
    calendars.instances(of, { from: MONDAY + weeks * WEEK_MS, to: MONDAY + weeks * WEEK_MS + 5 * DAY_MS });
  return { people, owner, week, rooms: rooms.of(people[0]?.tenantId ?? '').map(roomOwner) };
}

const city = furnished();
const timed = (events: readonly Instance[]) => events.filter(({ allDay }) => !allDay);
/** Pairs that overlap. */
const clashes = (events: readonly Instance[]) =>
  events.flatMap((one, index) =>
    events.slice(index + 1).filter(({ start, end }) => start < one.end && end > one.start),
  );

describe('a furnished week', () => {
  it('is the same after every start, another for another seed, and another every week', () => {
    const drafter = city.owner('drafter');
    const again = furnished();
    expect(again.week(again.owner('drafter'))).toEqual(city.week(drafter));
    const told = (events: readonly Instance[]) =>
      events.map(({ subject, start }) => [subject, (start - MONDAY) % WEEK_MS]);
    const other = furnished({ seed: 2 });
    expect(told(other.week(other.owner('drafter')))).not.toEqual(told(city.week(drafter)));
    expect(told(city.week(drafter, 1))).not.toEqual(told(city.week(drafter)));
    expect(city.week(drafter, 400).length).toBeGreaterThan(0);
  });

  it('has nobody in two places and no room taken twice, this week and the next', () => {
    for (const weeks of [0, 1, 2])
      for (const one of [...city.people, ...city.rooms]) expect(clashes(timed(city.week(one, weeks)))).toEqual([]);
  });

  it('has those who head busier than those who do not', () => {
    const average = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + [0, 1, 2, 3].flatMap((week) => city.week(city.owner(name), week)).length, 0) /
      names.length;
    const heads = average(['section-head', 'department-head', 'finance-head', 'mayor']);
    expect(heads).toBeGreaterThan(1.3 * average(['drafter', 'finance-drafter', 'branch-clerk', 'records-officer']));
  });

  it('has a meeting in the calendars of all who take part, and its room only under the organizer’s name', () => {
    const all = city.people.flatMap((owner) => city.week(owner).map((event) => ({ owner, event })));
    const { event } =
      all.find(({ event: { place, attendees } }) => place?.address && attendees.length > 2) ?? all[0] ?? {};
    if (!event) throw new Error('no meeting in a room');
    const invited = [
      event.organizer.address,
      ...event.attendees.flatMap(({ address, type }) => (type === 'resource' ? [] : address)),
    ];
    const holders = all.filter((one) => one.event.uid === event.uid).map(({ owner }) => owner.address);
    expect(holders.sort()).toEqual(invited.sort());
    const room = city.rooms.find(({ address }) => address === event.place?.address) as CalendarOwner;
    expect(city.week(room).find(({ uid }) => uid === event.uid)).toMatchObject({ subject: event.organizer.name });
  });

  it('has series, private entries, tentative ones, outings and days at home, and nobody else away', () => {
    const all = city.people.flatMap((owner) => [0, 1, 2, 3].flatMap((week) => city.week(owner, week)));
    const some = (fits: (event: Instance) => boolean) => all.filter(fits).length;
    expect(some(({ recurrence }) => recurrence !== null)).toBeGreaterThan(50);
    expect(some(({ sensitivity }) => sensitivity === 'private')).toBeGreaterThan(5);
    expect(some(({ showAs }) => showAs === 'tentative')).toBeGreaterThan(5);
    expect(some(({ showAs, allDay }) => showAs === 'workingElsewhere' && allDay)).toBeGreaterThan(3);
    expect(some(({ subject }) => subject.startsWith('外出'))).toBeGreaterThan(10);
    expect(some(({ isOnline }) => isOnline)).toBeGreaterThan(5);
    const away = all.filter(({ showAs }) => showAs === 'oof');
    // The one training of the week that runs: there is none in the weeks after it.
    expect(away.map(({ organizer, start }) => [organizer.address, start])).toEqual([
      ['security-officer@minato.example', MONDAY],
    ]);
  });

  it('of a large city holds forty entries of everybody', () => {
    const large = furnished({ size: 1_400, perWeek: 40 });
    const counts = large.people.slice(0, 300).map((owner) => large.week(owner).length);
    const [least = 0] = counts.filter((count) => count > 5).sort((left, right) => left - right);
    expect([least >= 36, Math.max(...counts) <= 44]).toEqual([true, true]);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeGreaterThan(39);
  });

  it('is found again by the key of every entry', () => {
    const cities = createCities({ size: 60, seed: 1 });
    const weeks = new FurnishedWeeks(cities, new Rooms(cities), { seed: 1, perWeek: null, now: () => MONDAY });
    const owner = city.owner('section-head');
    const events = weeks.events(owner, { from: MONDAY, to: MONDAY + 5 * DAY_MS });
    expect(events.map(({ uid }) => weeks.find(owner, uid))).toEqual(events);
    for (const uid of ['f:o:1:0', 'f:w:x:0', 'f:s:none', 'c:1']) expect(weeks.find(owner, uid)).toBeNull();
  });
});
