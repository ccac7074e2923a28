import { lastOfMonth } from '../../core/src/shared/index.ts';
import { cityTimesOn } from '../../core/src/telework/hours/city-times.ts';
import type { Month } from '../../core/src/telework/sheets/month.ts';
import { reviewsOf } from '../../core/src/telework/sheets/review.ts';
import { sourcesOf } from '../../core/src/telework/sheets/sources.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import type { CityHall } from './city-hall.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { lastMonth } from './telework-closing.ts';

const PEOPLE = 200;
type Read = (name: string, staffId: string) => Promise<unknown>;

/** 勤務表 of one person: what it is made from is read, and it is worked out. */
function sheetOf(hall: CityHall, month: Month): Read {
  const { regulations } = hall.suite;
  const { db } = hall.city.test;
  return (_, staffId) =>
    db.singly(MINATO, async (tx) => {
      await regulations.ready(tx);
      const times = cityTimesOn(regulations, { municipalityId: MINATO, day: lastOfMonth(month) });
      const sources = await sourcesOf(tx, { staffIds: [staffId], month, times, now: new Date() });
      return reviewsOf({ month, sources });
    });
}

/** The same as the page asks for it: with the limits, which are made from the year's other months. */
function pageOf(hall: CityHall, month: Month): Read {
  const route = hall.suite.routes.find(({ method, path }) => method === 'GET' && path === '/telework/sheets/{month}');
  if (!route) throw new TypeError('a month can be read');
  return async (name) => route.handle(hall.as(name), { params: { month }, query: {}, body: null, file: null });
}

async function timed(read: Read, people: readonly (readonly [string, string])[], runs: number): Promise<number[][]> {
  for (const [name, id] of people.slice(0, 20)) await read(name, id);
  const all: number[][] = [];
  for (let run = 1; run <= runs; run += 1) {
    const times: number[] = [];
    for (const [name, id] of people) {
      const began = performance.now();
      await read(name, id);
      times.push(performance.now() - began);
    }
    all.push(times);
    say(`  ${run}/${runs} sheet: ${median(times).toFixed(1)} ms`);
  }
  return all;
}

export async function benchSheet(hall: CityHall, { runs }: Turns): Promise<Record<string, number>> {
  const month = lastMonth() as Month;
  const { rows } = await hall.owner.query<{ name: string; id: string }>(
    'select sign_in_name as name, staff_id as id from kaigi.directory_staff where municipality_id = $1',
    [MINATO],
  );
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  // The first of a city are those at the top, who have no hours of duty.
  const those = hall.made.people
    .slice(-PEOPLE)
    .map(({ signInName }) => [signInName, ids.get(signInName) ?? ''] as const);
  const sheets = await timed(sheetOf(hall, month), those, runs);
  const pages = await timed(pageOf(hall, month), those.slice(0, 40), 1);
  return {
    sheet_ms: rounded(median(sheets.map(median)), 1),
    sheet_p95_ms: rounded(median(sheets.map((times) => percentile(times, 0.95))), 1),
    sheet_page_ms: rounded(median(pages.map(median)), 1),
  };
}
