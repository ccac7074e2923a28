import type { OnClose } from './approvals.ts';
import { asking, latencies } from './asking.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { followed, type Office, weekPath } from './schedules-office.ts';

/** People in a grid. */
const GRID = 100;
const READERS = ['drafter', 'section-head', 'department-head', 'personnel', 'mayor'];

/** Groups of people of whom nobody has seen anything yet: one for each first look. */
export function groupsOf(people: readonly string[], runs: number): string[][] {
  const size = Math.min(GRID, Math.floor(people.length / runs));
  return Array.from({ length: runs }, (_, at) => people.slice(at * size, (at + 1) * size));
}

interface Calls {
  /** Questions about free and busy, for which the reader waits. */
  readonly schedules: number;
  /** By which calendars are followed: subscriptions, and their being read whole. */
  readonly following: number;
}

// By an address; who asks for absences goes by ids.
const SCHEDULES = '/users.[^/]*%40[^/]*.calendar.getSchedule$/';
const FOLLOWING = '/v1.0.(subscriptions|users.[^/]*%40[^/]*.(calendarView|events))/';

interface Counter {
  calls(): Promise<Calls>;
  stop(): Promise<void>;
}

/** Counts calls of Graph where they arrive, by switches that delay them by nothing; the first that fits counts. */
async function counting({ under }: Office): Promise<Counter> {
  const url = `${under.product.sandboxUrl}/sandbox/faults`;
  const counter = async (path: string): Promise<string> => {
    const made = await fetch(url, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ path, regex: true, kind: 'delay', delayMs: 0 }),
    });
    return ((await made.json()) as { id: string }).id;
  };
  const [schedules, following] = [await counter(SCHEDULES), await counter(FOLLOWING)];
  return {
    async calls() {
      const { items } = (await (await fetch(url)).json()) as { items: { id: string; hits: number }[] };
      const hits = (id: string) => items.find((one) => one.id === id)?.hits ?? Number.NaN;
      return { schedules: hits(schedules), following: hits(following) };
    },
    async stop() {
      for (const id of [schedules, following]) await fetch(`${url}/${id}`, { method: 'DELETE' });
    },
  };
}

interface FirstLook {
  readonly milliseconds: number;
  /** Until the answer was there. */
  readonly calls: Calls;
  /** After it, until every calendar was followed. */
  readonly behind: number;
}

async function firstLook(office: Office, counter: Counter, group: readonly string[]): Promise<FirstLook> {
  const before = await counter.calls();
  const { items, milliseconds } = await office.reader.get(weekPath(group), office.viewer.token);
  const answered = await counter.calls();
  if (items !== group.length) throw new RangeError(`of ${group.length} people ${items} were shown`);
  // What is begun behind the first answer, subscriptions and whole readings, is no part of the next one.
  await followed(office, group);
  const after = await counter.calls();
  const calls = {
    schedules: answered.schedules - before.schedules,
    following: answered.following - before.following,
  };
  return { milliseconds, calls, behind: after.following - answered.following };
}

/** The first look at people whom nobody has looked at: everything is asked of Microsoft. */
export async function benchCold(office: Office, groups: readonly string[][]): Promise<Record<string, number>> {
  const counter = await counting(office);
  const looks: FirstLook[] = [];
  for (const group of groups) {
    const look = await firstLook(office, counter, group);
    looks.push(look);
    const { milliseconds, calls } = look;
    say(
      `  ${looks.length}/${groups.length} ${group.length}人の最初の表：${milliseconds.toFixed(0)} ms、${calls.schedules} 回`,
    );
  }
  await counter.stop();
  const times = looks.map(({ milliseconds }) => milliseconds);
  const most = (of: (look: FirstLook) => number) => Math.max(...looks.map(of));
  return {
    ...{ grid_people: groups[0]?.length ?? 0, grid_cold_ms: rounded(median(times), 1) },
    ...{ grid_cold_max_ms: rounded(Math.max(...times), 1), grid_cold_calls: most(({ calls }) => calls.schedules) },
    ...{ grid_cold_early_calls: most(({ calls }) => calls.following), grid_follow_calls: most(({ behind }) => behind) },
  };
}

/** The same grid once its calendars are followed, ten times a second, by one person after the other. */
export async function benchWarm(
  office: Office,
  group: readonly string[],
  { turns: { runs, seconds }, onClose }: { readonly turns: Turns; readonly onClose: OnClose },
): Promise<Record<string, number>> {
  const asked = await asking(office.under, READERS, onClose);
  await latencies(asked, weekPath(group), 2);
  const counter = await counting(office);
  const all: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const some = await latencies(asked, weekPath(group), seconds / runs);
    all.push(...some);
    say(`  ${run}/${runs} grid p95: ${percentile(some, 0.95).toFixed(1)} ms`);
  }
  const { schedules } = await counter.calls();
  await counter.stop();
  const of = (share: number) => rounded(percentile(all, share), 1);
  return { grid_warm_p50_ms: of(0.5), grid_warm_p95_ms: of(0.95), grid_warm_calls: schedules };
}
