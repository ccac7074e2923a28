import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, directoryBench, line } from './directory.fixture.ts';
import { newDayJobs } from './new-day.ts';

let city: Bench;
beforeEach(async () => {
  city = await directoryBench();
  await city.people('head', 'colleague');
  await city.import([
    line({ post: 'kacho', title: '課長', head: true, who: 'head', to: '2027-04-01' }),
    line({ post: 'kacho', title: '課長', head: true, who: 'colleague', from: '2027-04-01' }),
  ]);
  await city.facts();
});
afterEach(() => city.test.close());

/** What the hourly job tells at the instant. */
async function toldAt(instant: string): Promise<number> {
  city.at(instant);
  await newDayJobs({ db: city.test.db, clock: city.clock }).tasks['directory/new-day']?.({});
  return city.facts('directory/day-began');
}

describe('A-33: on the first of April', () => {
  it('it is told once, in the first hour of the day in Japan, that another day has begun', async () => {
    const told: number[] = [];
    for (const instant of [
      '2027-03-30T15:05:00Z',
      '2027-03-31T14:05:00Z',
      '2027-03-31T15:05:00Z',
      '2027-03-31T16:05:00Z',
    ])
      told.push(await toldAt(instant));
    expect(told).toEqual([1, 0, 1, 0]);
  });

  it('it is told later by a service that stood still for days', async () => {
    expect([await toldAt('2027-03-29T00:00:00Z'), await toldAt('2027-04-03T02:00:00Z')]).toEqual([1, 1]);
  });

  it('an ordinary day is told too, so that what failed on another is made good', async () => {
    expect([await toldAt('2027-01-04T15:05:00Z'), await toldAt('2027-01-05T15:05:00Z')]).toEqual([1, 1]);
  });
});
