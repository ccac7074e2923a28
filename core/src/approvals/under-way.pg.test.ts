import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { aDocument, HEADER, MINATO, POSTS, type TestCity, testCity } from '../testing/test-city.ts';
import type { CaseView } from './contract.ts';

let city: TestCity;
let code = '';
const PERSONNEL = 'jinji,人事課,SECTION,kikaku,jinji-shusa,主査,STAFF,0,other-section,1,PERSONNEL,2026-04-01,';
const TODAY = [...POSTS, PERSONNEL];

beforeAll(async () => {
  city = await testCity({ clock: { now: () => new Date('2026-11-20T00:00:00Z') } });
  await city.suite.directory.importPosts(MINATO, csv(TODAY));
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const csv = (lines: readonly string[]) => strToU8([HEADER, ...lines].join('\n'));
const rehearse = (lines: readonly string[]) =>
  city.suite.rehearsals.load(
    city.as('other-section'),
    { title: '組織改正', effectiveOn: '2027-04-01' },
    { fileName: '職.csv', bytes: csv(lines) },
  );
const submitted = async (title: string): Promise<CaseView> => {
  const caller = city.as('drafter');
  const draft = await city.suite.approvals.draft(
    caller,
    { title, proposalText: '', classificationCode: code },
    aDocument(),
  );
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};

describe('O-02: cases under way', () => {
  it('are found by a rehearsal with every step that nobody has taken, and no others', async () => {
    const view = await submitted('年度をまたぐ案件');
    const decided = await submitted('決裁が済んだ案件');
    for (const [name, version] of [
      ['subsection-head', decided.version],
      ['section-head', decided.version + 1],
    ] as const)
      await city.suite.approvals.act(city.as(name), decided.id, { act: 'approve', version });
    const without = TODAY.filter((line) => !line.includes('seisaku-kacho') && !line.includes('seisaku-kakaricho'));
    const moved = [...without.map((line) => line.replace(',seisaku,', ',kikaku,'))];
    const found = await rehearse(moved);
    // This small city hall lacks most units that みなと市's regulations name; those rules are another matter.
    const cases = found.broken.filter((one) => one.kind === 'CASE');
    expect(cases.map((one) => [one.caseId, one.duty, one.reason])).toEqual([
      [view.id, 'REVIEW', 'POST_GONE'],
      [view.id, 'DECISION', 'UNIT_GONE'],
    ]);
    expect(found.open).toBeGreaterThanOrEqual(2);
  });

  it('that wait for whoever takes over are not broken', async () => {
    const handedOver = TODAY.map((line) =>
      line.replace('subsection-head,0', 'colleague,0').replace('section-head,0', 'auditor,0'),
    );
    expect((await rehearse(handedOver)).broken.filter((one) => one.kind === 'CASE')).toEqual([]);
  });
});
