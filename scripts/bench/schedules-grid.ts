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

/** Counts questions about free and busy where they arrive; the switch delays them by nothing. */
async function counting(sandboxUrl: string) {
  const url = `${sandboxUrl}/sandbox/faults`;
  const wish = { path: '/getSchedule$/', regex: true, kind: 'delay', delayMs: 0 };
  const made = await fetch(url, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify(wish),
  });
  const { id } = (await made.json()) as { id: string };
  return {
    async calls(): Promise<number> {
      const { items } = (await (await fetch(url)).json()) as { items: { id: string; hits: number }[] };
      return items.find((one) => one.id === id)?.hits ?? Number.NaN;
    },
    stop: () => fetch(`${url}/${id}`, { method: 'DELETE' }),
  };
}

/** The first look at people whom nobody has looked at: everything is asked of Microsoft. */
export async function benchCold(office: Office, groups: readonly string[][]): Promise<Record<string, number>> {
  const counter = await counting(office.under.product.sandboxUrl);
  const [times, calls]: [number[], number[]] = [[], []];
  for (const group of groups) {
    const before = await counter.calls();
    const { items, milliseconds } = await office.reader.get(weekPath(group), office.viewer.token);
    calls.push((await counter.calls()) - before);
    if (items !== group.length) throw new RangeError(`of ${group.length} people ${items} were shown`);
    times.push(milliseconds);
    say(`  ${times.length}/${groups.length} ${items}人の最初の表：${milliseconds.toFixed(0)} ms、${calls.at(-1)} 回`);
    // What is begun behind the first answer, subscriptions and whole readings, is no part of the next one.
    await followed(office, group);
  }
  await counter.stop();
  return {
    ...{ grid_people: groups[0]?.length ?? 0, grid_cold_ms: rounded(median(times), 1) },
    ...{ grid_cold_max_ms: rounded(Math.max(...times), 1), grid_cold_calls: Math.max(...calls) },
  };
}

/** The same grid once its calendars are followed, ten times a second, by one person after the other. */
export async function benchWarm(
  { under }: Office,
  group: readonly string[],
  { turns: { runs, seconds }, onClose }: { readonly turns: Turns; readonly onClose: OnClose },
): Promise<Record<string, number>> {
  const asked = await asking(under, READERS, onClose);
  await latencies(asked, weekPath(group), 2);
  const all: number[][] = [];
  for (let run = 1; run <= runs; run += 1) {
    all.push(await latencies(asked, weekPath(group), seconds / runs));
    say(`  ${run}/${runs} grid p95: ${percentile(all.at(-1) ?? [], 0.95).toFixed(1)} ms`);
  }
  const of = (share: number) => rounded(median(all.map((one) => percentile(one, share))), 1);
  return { grid_warm_p50_ms: of(0.5), grid_warm_p95_ms: of(0.95) };
}
