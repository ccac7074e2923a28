import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { MINATO, type TestCity, testCity } from '../../core/src/testing/test-city.ts';
import { createCities } from '../../sandbox/src/city/cities.ts';
import type { City } from '../../sandbox/src/city/city.ts';
import { nextYearCsv, postsCsv } from '../../sandbox/src/city/posts-csv.ts';
import type { Figures, OnClose } from './approvals.ts';
import { CaseSupply } from './case-supply.ts';
import { caseInReview } from './core-side.ts';
import { median, rounded, say, type Turns } from './measure.ts';

const STAFF = 20_000;
const OPEN_CASES = 2_000;
// A case of every so many different lines, so that the breaks are spread over the city as in life.
const TEMPLATES = 20;
const AT_MOST = 20;

/** A city of Osaka's size with 2,000 cases under way, before a reorganisation in which one section in ten is abolished. */
async function bigCity(onClose: OnClose): Promise<{ city: TestCity; made: City; csv: Uint8Array }> {
  const city = await testCity();
  onClose(city.close);
  const [made] = createCities({ size: STAFF, seed: 7 }).all;
  if (!made) throw new TypeError('the sandbox has みなと市');
  const people = made.people.map(({ id, signInName, displayName, jobTitle }) => ({
    entraObjectId: id,
    signInName,
    name: displayName,
    department: null,
    jobTitle,
    managerObjectId: null,
    enabled: true,
  }));
  await city.suite.directory.importPeople(MINATO, people);
  await city.suite.directory.importPosts(MINATO, new TextEncoder().encode(postsCsv(made)));
  return { city, made, csv: new TextEncoder().encode(nextYearCsv(made)) };
}

const personCalled = (made: City, signInName: string) => ({
  municipalityId: MINATO,
  entraObjectId: made.people.find((person) => person.signInName === signInName)?.id ?? '',
  via: 'api' as const,
  locale: 'ja' as const,
  idempotencyKey: null,
});

async function casesUnderWay(city: TestCity, made: City): Promise<void> {
  const drafters = made.appointments.filter(({ post, signInName }) => post.rank === 'STAFF' && signInName !== null);
  const apart = Math.floor(drafters.length / TEMPLATES);
  for (let at = 0; at < TEMPLATES; at += 1) {
    const drafter = drafters[at * apart]?.signInName ?? '';
    const template = await caseInReview(city.suite, personCalled(made, drafter));
    await new CaseSupply(city.test.owner, template).fill(OPEN_CASES / TEMPLATES - 1);
  }
  await city.test.owner.query('analyze');
}

/** From the list handed in to every difference and break told, as whoever rehearses waits for it. */
export async function benchRehearsal({ runs }: Turns, onClose: OnClose): Promise<Figures> {
  await globalSetup();
  onClose(globalTeardown);
  const { city, made, csv } = await bigCity(onClose);
  await casesUnderWay(city, made);
  const caller = personCalled(made, 'personnel@minato.example');
  const seconds: number[] = [];
  let found = { broken: 0, differences: 0 };
  for (let run = 0; run <= Math.min(runs, AT_MOST); run += 1) {
    const began = performance.now();
    const input = { title: '令和9年度 組織改正', effectiveOn: '2027-04-01' };
    const view = await city.suite.rehearsals.load(caller, input, { fileName: '職の一覧.csv', bytes: csv });
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
