import type { Calendars } from '@kaigi/core';
import type { Clock } from '@kaigi/core/platform';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { quiet } from '../../core/src/testing/until.ts';
import { createSandbox } from '../../sandbox/src/server.ts';
import { createCalendars } from '../../teams-app/src/graph/calendars.ts';
import { createTransport } from '../../teams-app/src/transport/transport.ts';
import type { OnClose } from './approvals.ts';
import { type CityHall, cityHall, SEED } from './city-hall.ts';
import { say } from './measure.ts';
import { graphs, newsEndpoint } from './schedules-graph.ts';
import type { Size } from './size.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The product looks every minute; a look in ten is enough to see what lapsed, and takes a tenth of the time. */
const STEP_MS = 10 * MINUTE_MS;
const STEPS_A_DAY = DAY_MS / STEP_MS;
const DAYS = 7;
const AT_ONCE = 100;
/**
 * Of sixty calls one is refused for a moment, one for longer than a request waits, and one is never answered: one in
 * twenty. Each counts what those before it let through; the last one only counts.
 */
const FAULTS = [
  { kind: '503', retryAfter: 0.05, every: 60 },
  { kind: '429', retryAfter: 60, every: 59 },
  { kind: 'drop', every: 58 },
  { kind: 'delay', delayMs: 0 },
];

/** A clock that stands still until it is set on; core and sandbox go by the same one. */
class SetClock implements Clock {
  #at = Date.now();
  readonly now = (): Date => new Date(this.#at);
  readonly milliseconds = (): number => this.#at;

  forward(milliseconds: number): void {
    this.#at += milliseconds;
  }
}

/** Readings of calendars are answered here: who is told of changes is what is measured. */
const NOTHING_NEW: Calendars['changes'] = async () => ({
  kind: 'OK',
  value: { kind: 'CHANGES', entries: [], removed: [], renewed: [], whole: true, token: 'nothing new' },
});

interface Week {
  readonly hall: CityHall;
  readonly clock: SetClock;
  readonly sandboxUrl: string;
  readonly counts: { renewed: number };
}

async function open(size: number, onClose: OnClose): Promise<Week> {
  const clock = new SetClock();
  await globalSetup();
  onClose(globalTeardown);
  const sandbox = createSandbox({
    ...{ port: 0, citySize: size, citySeed: SEED, entriesPerWeek: 0, rateLimits: false, now: clock.milliseconds },
  });
  await sandbox.listen();
  onClose(() => sandbox.close());
  const hall = await cityHall(size, { clock });
  onClose(() => hall.city.close());
  const port = createCalendars(graphs(createTransport(sandbox.url), clock.milliseconds), {
    ...{ publicUrl: await newsEndpoint(onClose), municipalityIds: [MINATO] },
  });
  const counts = { renewed: 0 };
  const prolong: Calendars['prolong'] = async (...asked) => {
    const answer = await port.prolong(...asked);
    if (answer.kind === 'OK') counts.renewed += 1;
    return answer;
  };
  hall.suite.useCalendars({ ...port, prolong, changes: NOTHING_NEW });
  await hall.suite.startJobs();
  return { hall, clock, sandboxUrl: sandbox.url, counts };
}

/** Somebody looks at everybody's week: from then on all are followed. */
async function lookAtAll({ suite, owner, as }: CityHall): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'select staff_id as id from kaigi.directory_staff where municipality_id = $1 order by staff_id',
    [MINATO],
  );
  const week = suite.routes.find(({ method, path }) => method === 'GET' && path === '/schedules/week');
  if (!week) throw new RangeError('there is no week to look at');
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const people = rows.slice(at, at + AT_ONCE).map(({ id }) => id);
    const query = week.query?.parse({ people: people.join() });
    await week.handle(as('drafter'), { params: {}, query, body: {}, file: null });
  }
}

async function switchFaults(sandboxUrl: string): Promise<void> {
  for (const fault of FAULTS)
    await fetch(`${sandboxUrl}/sandbox/faults`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ path: '/v1.0/', ...fault }),
    });
}

interface Calls {
  readonly all: number;
  readonly failed: number;
}

async function callsTo(sandboxUrl: string): Promise<Calls> {
  type Fault = { readonly kind: string; readonly hits: number };
  const { items } = (await (await fetch(`${sandboxUrl}/sandbox/faults`)).json()) as { items: Fault[] };
  const sum = (some: readonly Fault[]) => some.reduce((hits, one) => hits + one.hits, 0);
  return { all: sum(items), failed: sum(items.filter(({ kind }) => kind !== 'delay')) };
}

async function followed({ hall: { owner } }: Week): Promise<number> {
  const text = 'select count(*) as n from kaigi.schedules_mailbox where municipality_id = $1';
  const { rows } = await owner.query<{ n: string }>(text, [MINATO]);
  return Number(rows[0]?.n);
}

/** Owners of whom nobody would be told so much later, had nothing been done until then. */
async function untold({ hall: { owner }, clock }: Week, later = 0): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select owner_id as id from kaigi.schedules_mailbox
     where municipality_id = $1 and (subscription_id is null or expires_at <= $2)`,
    [MINATO, new Date(clock.milliseconds() + later)],
  );
  return rows.map(({ id }) => id);
}

/** Those of whom the sandbox, which forgets what has ended, knows no subscription of ours. */
async function forgotten({ hall: { owner }, sandboxUrl }: Week): Promise<string[]> {
  const listed = await fetch(`${sandboxUrl}/sandbox/subscriptions/minato.example`);
  const { items } = (await listed.json()) as { items: { id: string }[] };
  const { rows } = await owner.query<{ id: string }>(
    `select owner_id as id from kaigi.schedules_mailbox
     where municipality_id = $1 and not coalesce(subscription_id = any($2::text[]), false)`,
    [MINATO, items.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

/** Until something is to be done, at least one: in those before it the product would look and find nothing. */
async function stepsToNext({ hall: { owner }, clock }: Week): Promise<number> {
  const { rows } = await owner.query<{ at: Date | null }>(
    'select min(renew_at) as at from kaigi.schedules_mailbox where municipality_id = $1',
    [MINATO],
  );
  const left = (rows[0]?.at?.getTime() ?? Number.POSITIVE_INFINITY) - clock.milliseconds();
  return Math.max(1, Math.ceil(left / STEP_MS));
}

/** So many steps of ten minutes later: what is due is done, and all that it brings about. No calendar is read again. */
async function step({ hall: { suite, city, owner }, clock }: Week, steps = 1): Promise<void> {
  clock.forward(steps * STEP_MS);
  const tomorrow = new Date(clock.milliseconds() + DAY_MS);
  await owner.query('update kaigi.schedules_mailbox set check_at = $1 where check_at < $1', [tomorrow]);
  await suite.enqueue([{ task: 'schedules/keep', payload: { municipalityId: MINATO } }]);
  await quiet(city.test);
}

async function subscribed(week: Week): Promise<void> {
  await quiet(week.hall.city.test);
  // Who was put off is asked for again.
  for (let turn = 0; turn < 12 && (await untold(week)).length > 0; turn += 1) await step(week);
}

/** A week in which one of twenty calls fails: whose subscription lapses, however shortly, is lost. */
export async function benchRenewals({ people }: Size, onClose: OnClose): Promise<Record<string, number>> {
  const week = await open(people, onClose);
  await switchFaults(week.sandboxUrl);
  await lookAtAll(week.hall);
  await subscribed(week);
  const lost = new Set(await untold(week));
  for (let turn = 0; turn < DAYS * STEPS_A_DAY; ) {
    const wide = Math.min(await stepsToNext(week), STEPS_A_DAY - (turn % STEPS_A_DAY));
    for (const ownerId of await untold(week, wide * STEP_MS - 1)) lost.add(ownerId);
    await step(week, wide);
    turn += wide;
    if (turn % STEPS_A_DAY !== 0) continue;
    for (const ownerId of await forgotten(week)) lost.add(ownerId);
    const { all, failed } = await callsTo(week.sandboxUrl);
    say(
      `  ${(turn * STEP_MS) / DAY_MS} 日目：更新 ${week.counts.renewed} 回、呼び出し ${all} 回のうち失敗 ${failed} 回`,
    );
  }
  const calls = await callsTo(week.sandboxUrl);
  return {
    ...{ renewals_subscriptions: await followed(week), renewals_done: week.counts.renewed },
    ...{ renewals_calls: calls.all, renewals_calls_failed: calls.failed, renewals_lost: lost.size },
  };
}
