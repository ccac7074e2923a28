import { setTimeout as pause } from 'node:timers/promises';
import { addDays, isWorkingDay, type LocalDate, localDateOf } from '../../core/src/shared/index.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import type { CityHall } from './city-hall.ts';
import { rounded, say } from './measure.ts';

/** The month before this one, by the calendar here. */
export const lastMonth = (): string => {
  const first = `${localDateOf(new Date()).slice(0, 7)}-01` as LocalDate;
  return addDays(first, -1).slice(0, 7);
};

function workingDays(month: string): LocalDate[] {
  const days = Array.from({ length: 31 }, (_, nth) => addDays(`${month}-01` as LocalDate, nth));
  return days.filter((day) => day.startsWith(month) && isWorkingDay(day, new Set()));
}

// Everybody's own minutes, so that no two sheets are alike; every fifth day is spent at home.
const PUNCHES = `
  insert into kaigi.telework_punch (municipality_id, staff_id, at, fact_id, key, kind, server_at, actor, fact, via, leaf_id)
  select s.municipality_id, s.staff_id, tap.at, gen_random_uuid(), gen_random_uuid()::text, 'TAPPED', tap.at,
    jsonb_build_object('staffId', s.staff_id, 'name', s.name, 'postTitle', '', 'unitName', ''),
    json_build_object('punch', tap.punch, 'clientAt', null, 'source', 'CARD', 'reportedLate', false, 'clockDoubted', false),
    'teams', gen_random_uuid()
  from kaigi.directory_staff s
  cross join unnest($2::date[]) as d(day)
  cross join lateral (select abs(hashtext(s.staff_id::text || d.day)) as n) dice
  cross join lateral (values
    ('START', (d.day + time '08:30' + (dice.n % 59) * interval '1 second') at time zone 'Asia/Tokyo'),
    ('END', (d.day + time '17:15' + (dice.n % 50) * interval '1 second') at time zone 'Asia/Tokyo')) as tap(punch, at)
  where s.municipality_id = $1`;

const AT_HOME = `
  insert into kaigi.telework_day (municipality_id, item_id, application_id, staff_id, date, kind, state, from_minute, to_minute, detail)
  select s.municipality_id, gen_random_uuid(), gen_random_uuid(), s.staff_id, d.day, 'TELEWORK', 'APPROVED', null, null,
    '{"kind": "HOME"}'
  from kaigi.directory_staff s cross join unnest($2::date[]) as d(day)
  where s.municipality_id = $1 and abs(hashtext(s.staff_id::text || d.day)) % 5 = 0`;

// As if every boss had just confirmed what they saw.
const CONFIRMED = `
  update kaigi.telework_sheet set confirmed = jsonb_build_object('fingerprint', reviewed ->> 'fingerprint',
    'at', reviewed ->> 'at', 'by', jsonb_build_object('staffId', '', 'name', '', 'postTitle', '', 'unitName', ''))
  where municipality_id = $1 and month = $2`;

/** Waits until the statement finds a row, however long it takes on a busy machine. */
async function found(hall: CityHall, text: string, values: readonly unknown[]): Promise<void> {
  while ((await hall.owner.query(text, [...values])).rowCount === 0) await pause(100);
}

const LOOKED_AT = `
  select from (select count(*) filter (where reviewed is not null) as done from kaigi.telework_sheet where month = $1) s
  where s.done > 0 and not exists (select from graphile_worker.jobs where task_identifier = 'telework/review-month')`;

/** From personnel's word until every sheet of the city is closed, as a page would wait for it. */
export async function benchClosing(hall: CityHall): Promise<Record<string, number>> {
  const month = lastMonth();
  const days = workingDays(month);
  say(`  ${month}: ${days.length} days of punches for ${hall.made.people.length} people`);
  for (const day of days) await hall.owner.query(PUNCHES, [MINATO, [day]]);
  await hall.owner.query(AT_HOME, [MINATO, days]);
  await hall.owner.query('analyze kaigi.telework_punch, kaigi.telework_day');
  await hall.suite.startJobs();
  const reviewed = performance.now();
  await hall.suite.enqueue([{ task: 'telework/review-month', payload: { municipalityId: MINATO, month } }]);
  await found(hall, LOOKED_AT, [month]);
  const lookedFor = (performance.now() - reviewed) / 1_000;
  await hall.owner.query(CONFIRMED, [MINATO, month]);
  const route = hall.suite.routes.find(({ method, path }) => method === 'POST' && path === '/telework/closing');
  if (!route) throw new TypeError('months can be closed');
  const began = performance.now();
  await route.handle(hall.as('personnel'), { params: {}, query: {}, body: { month, unitId: null }, file: null });
  const answered = performance.now();
  const done = 'select closed, left_out from kaigi.telework_closing where municipality_id = $1 and done_at is not null';
  await found(hall, done, [MINATO]);
  const ended = performance.now();
  const { rows } = await hall.owner.query<{ closed: number; left_out: number }>(done, [MINATO]);
  return {
    close_s: rounded((ended - began) / 1_000, 1),
    close_answer_s: rounded((answered - began) / 1_000, 2),
    close_look_s: rounded(lookedFor, 1),
    close_closed: rows[0]?.closed ?? 0,
    close_left_out: rows[0]?.left_out ?? 0,
  };
}
