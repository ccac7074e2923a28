import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { nextYearCsv } from '../../sandbox/src/city/posts-csv.ts';
import type { Figures, OnClose } from './approvals.ts';
import { CaseSupply } from './case-supply.ts';
import { generalCase } from './cases.ts';
import { type CityHall, cityHall } from './city-hall.ts';
import { median, rounded, say, type Turns } from './measure.ts';

const STAFF = 20_000;
const OPEN_CASES = 2_000;
// A case of every so many different lines, so that the breaks are spread over the city as in life.
const TEMPLATES = 20;
const AT_MOST = 20;

async function casesUnderWay(hall: CityHall): Promise<void> {
  const drafters = hall.made.appointments.filter(
    ({ post, signInName }) => post.rank === 'STAFF' && signInName !== null,
  );
  const apart = Math.floor(drafters.length / TEMPLATES);
  for (let at = 0; at < TEMPLATES; at += 1) {
    const template = await generalCase(hall, drafters[at * apart]?.signInName ?? '');
    await new CaseSupply(hall.owner, template).fill(OPEN_CASES / TEMPLATES - 1);
  }
  await hall.owner.query('analyze');
}

/**
 * In a city of Osaka's size with 2,000 cases under way, before a reorganisation in which one section in ten is abolished:
 * from the list handed in to every difference and break told, as whoever rehearses waits for it.
 */
export async function benchRehearsal({ runs }: Turns, onClose: OnClose): Promise<Figures> {
  await globalSetup();
  onClose(globalTeardown);
  const hall = await cityHall(STAFF);
  onClose(hall.city.close);
  await casesUnderWay(hall);
  const bytes = new TextEncoder().encode(nextYearCsv(hall.made));
  const seconds: number[] = [];
  let found = { broken: 0, differences: 0 };
  for (let run = 0; run <= Math.min(runs, AT_MOST); run += 1) {
    const began = performance.now();
    const input = { title: '令和9年度 組織改正', effectiveOn: '2027-04-01' };
    const view = await hall.suite.rehearsals.load(hall.as('personnel'), input, { fileName: '職の一覧.csv', bytes });
    seconds.push((performance.now() - began) / 1_000);
    found = { broken: view.open, differences: Object.values(view.counts).reduce((sum, count) => sum + count, 0) };
    say(`  ${run}/${runs} ${seconds.at(-1)?.toFixed(2)} s`);
  }
  return {
    rehearsal_s: rounded(median(seconds.slice(1)), 2),
    rehearsal_first_s: rounded(seconds[0] ?? 0, 2),
    rehearsal_staff: STAFF,
    rehearsal_open_cases: OPEN_CASES,
    rehearsal_broken: found.broken,
    rehearsal_differences: found.differences,
  };
}
