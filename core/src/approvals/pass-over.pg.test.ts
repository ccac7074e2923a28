import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet as jobsDone } from '../testing/until.ts';
import type { CaseView, DraftCaseInput } from './contract.ts';
import { historyOf, readCase } from './queries.ts';
import { replay } from './replay.ts';

let now = new Date('2026-11-24T00:00:00Z');
let city: TestCity;
let code = '';

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  await city.suite.startJobs();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const quiet = () => jobsDone(city.test);
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

async function submitted(title: string, more: Partial<DraftCaseInput> = {}): Promise<CaseView> {
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode: code, urgency: 'URGENT' as const, ...more };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
}

async function away(name: string, from = later(-1), until = later(48)): Promise<() => Promise<void>> {
  const period = { from: from.toISOString(), until: until.toISOString(), note: '県庁へ出張' };
  const { id } = await city.suite.absences.record(city.as(name), period);
  return async () => {
    await city.suite.absences.cancel(city.as(name), id);
    await quiet();
  };
}

const read = (view: CaseView, name = 'drafter') => city.suite.approvals.read(city.as(name), view.id);
const acts = async (view: CaseView) =>
  (await city.suite.approvals.history(city.as('drafter'), view.id)).map(({ act }) => act);

/** History makes the very case that stands in the database. */
async function replays(view: CaseView): Promise<void> {
  const [stored, lines] = await city.test.db.singly(MINATO, async (tx) => [
    await readCase(tx, view.id),
    await historyOf(tx, view.id),
  ]);
  expect(replay(lines)).toEqual(stored);
}

describe('A-04: the simulated route', () => {
  it('says who will be passed over while away, by which article, and says nothing of whoever is there', async () => {
    const input = { title: '急ぎの下書き', proposalText: '', classificationCode: code, urgency: 'URGENT' as const };
    const draft = await city.suite.approvals.draft(city.as('drafter'), input, aDocument());
    expect(draft.route.map(({ expectedPassOver }) => expectedPassOver)).toEqual([null, null]);
    const back = await away('subsection-head');
    const { items } = await city.suite.approvals.route(city.as('drafter'), draft.id);
    expect(items.map(({ expectedPassOver }) => expectedPassOver)).toMatchObject([
      { article: 'みなと市事務決裁規程 第14条第4項', automatic: true },
      null,
    ]);
    await back();
    expect((await read(draft)).route[0]?.expectedPassOver).toBeNull();
  });
});

describe('A-13, A-35: the regulations pass an absent reviewer over by themselves', () => {
  it('when the case comes to their desk: an open review with its last day, written down with article and evidence', async () => {
    const back = await away('subsection-head');
    const view = await submitted('係長が不在の急ぎの案件');
    await quiet();
    const shown = await read(view);
    expect(shown.route.map(({ status }) => status)).toEqual(['SKIPPED_POST_REVIEW', 'ACTIVE']);
    expect(shown.route[0]?.mark).toMatchObject({ kind: 'SKIPPED', article: 'みなと市事務決裁規程 第14条第4項' });
    expect(shown.route[0]?.mark?.because).toContain('県庁へ出張');
    expect(shown.obligations).toMatchObject([
      { kind: 'POST_REVIEW_SKIPPED', status: 'OPEN', dueOn: '2026-12-03', people: [{ name: '見本 subsection-head' }] },
    ]);
    const items = await city.suite.approvals.history(city.as('drafter'), view.id);
    expect(items.at(-1)).toMatchObject({ act: 'PASSED_OVER', via: 'rules', actor: { name: '規程による自動処理' } });
    expect(items.at(-1)?.comment).toContain('第14条第4項');
    await replays(view);
    const reading = await city.suite.approvals.list(city.as('subsection-head'), { box: 'reading' });
    expect(reading.items.map(({ id, dueOn }) => [id, dueOn])).toContainEqual([view.id, '2026-12-03']);
    await back();
    const decided = await city.suite.approvals.act(city.as('section-head'), view.id, {
      act: 'approve',
      version: shown.version,
    });
    expect(decided.status).toBe('DECIDED');
    await replays(view);
  });

  it('also the cases that wait there when the absence is recorded', async () => {
    const view = await submitted('先に届いていた案件');
    await quiet();
    expect((await read(view)).holder?.postTitle).toBe('係長');
    const back = await away('subsection-head');
    await quiet();
    expect(await acts(view)).toEqual(['DRAFTED', 'SUBMITTED', 'PASSED_OVER']);
    await replays(view);
    await back();
  });

  it('and those that wait there when an absence recorded before begins', async () => {
    const view = await submitted('休暇の前に届いた案件');
    const back = await away('subsection-head', later(2));
    await quiet();
    expect((await read(view)).holder?.postTitle).toBe('係長');
    now = later(3);
    await city.suite.enqueue([{ task: 'directory/absences-begun', payload: {} }]);
    await quiet();
    expect(await acts(view)).toEqual(['DRAFTED', 'SUBMITTED', 'PASSED_OVER']);
    await city.suite.enqueue([{ task: 'directory/absences-begun', payload: {} }]);
    await quiet();
    expect((await acts(view)).length).toBe(3);
    await back();
  });

  it('never where the row does not say so, and never the decider', async () => {
    const back = [await away('subsection-head'), await away('section-head')];
    const plain = await submitted('急がない案件', { urgency: 'NORMAL' });
    const urgent = await submitted('決裁者も不在の案件');
    await quiet();
    expect((await read(plain)).route.map(({ status }) => status)).toEqual(['ACTIVE', 'WAITING']);
    expect((await read(urgent)).route.map(({ status }) => status)).toEqual(['SKIPPED_POST_REVIEW', 'ACTIVE']);
    expect((await read(plain)).may.standIn.map(({ kind }) => kind)).toContain('SKIP');
    for (const one of back) await one();
  });

  it('not while one of two who hold the post is there, nor by an automatic reply alone', async () => {
    const second =
      'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-kakaricho,係長,SUBSECTION_HEAD,1,colleague,1,,2026-04-01,';
    await importPosts(city.suite, MINATO, [...POSTS, second]);
    const back = await away('subsection-head');
    const view = await submitted('もう一人の係長がいる案件');
    await quiet();
    expect((await read(view)).route[0]?.status).toBe('ACTIVE');
    const other = await away('colleague');
    await quiet();
    expect((await read(view)).route[0]?.status).toBe('SKIPPED_POST_REVIEW');
    await back();
    await other();
    await importPosts(city.suite, MINATO, POSTS);
    await quiet();
    const { staffId } = await city.suite.directory.me(city.as('subsection-head'));
    const seen = [{ staffId, from: later(-1), until: later(48) }];
    const reading = { source: 'GRAPH_AUTOMATIC_REPLY' as const, answered: [staffId], unread: 0 };
    await city.suite.absences.noteReading(MINATO, { ...reading, seen });
    const replied = await submitted('自動応答だけの案件');
    await quiet();
    expect((await read(replied)).route[0]?.status).toBe('ACTIVE');
    await city.suite.absences.noteReading(MINATO, { ...reading, seen: [] });
    await quiet();
  });

  it('not where a superior sent it back to this very step', async () => {
    const view = await submitted('差し戻された案件', {
      matter: { code: 'GENERAL', facts: {}, escalations: ['IMPORTANT'], raiseTo: null, analogousTo: null },
    });
    const act = async (name: string, asked: object) =>
      city.suite.approvals.act(city.as(name), view.id, { ...asked, version: (await read(view)).version } as never);
    await act('subsection-head', { act: 'approve' });
    const target = (await read(view)).route[0]?.id;
    await act('section-head', { act: 'sendBack', reason: '数字を確かめて', toSlotId: target });
    const back = await away('subsection-head');
    await quiet();
    expect((await read(view)).route[0]?.status).toBe('ACTIVE');
    await back();
  });

  it('once, however many jobs come to it at the same moment, and the audit finds nothing altered', async () => {
    const back = await away('subsection-head');
    const view = await submitted('同時に来た案件');
    const { staffId } = await city.suite.directory.me(city.as('subsection-head'));
    const job = { task: 'approvals/ask-deputies', payload: { municipalityId: MINATO, staffIds: [staffId] } };
    await city.suite.enqueue([job, job, job]);
    await quiet();
    expect(await acts(view)).toEqual(['DRAFTED', 'SUBMITTED', 'PASSED_OVER']);
    await back();
    const findings = [];
    for await (const one of city.suite.verify(MINATO)) findings.push(one);
    expect(findings).toEqual([]);
  });
});
