import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KaigiError, localDateOf } from '../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet } from '../testing/until.ts';
import type { ActInput, CaseView, DraftCaseInput } from './contract.ts';
import { CaseViewSchema } from './contract.ts';

let city: TestCity;
let classificationCode = '';
// A colleague of the same 係 in a post of their own: who shares the drafter's post would have it like the drafter.
const SHUJI = 'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-shuji,主事,STAFF,0,drafter,0,,2026-04-01,';
const SHUNIN = 'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-shunin,主任,STAFF,0,colleague,0,,2026-04-01,';
const OTHERS = POSTS.filter((line) => !/,(drafter|colleague),/.test(line));

beforeAll(async () => {
  city = await testCity();
  await importPosts(city.suite, MINATO, [...OTHERS, SHUJI, SHUNIN]);
  await city.suite.startJobs();
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const act = (name: string, { id, version }: CaseView, what: object) =>
  city.suite.approvals.act(city.as(name), id, { ...what, version } as ActInput);
const read = (name: string, { id }: CaseView) => city.suite.approvals.read(city.as(name), id);
const refusal = (work: Promise<unknown>): Promise<KaigiError> =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    (error: KaigiError) => error,
  );

async function decided(more: Partial<DraftCaseInput> = {}): Promise<CaseView> {
  const input = { title: '補助金の交付決定について', proposalText: '伺います。', classificationCode, ...more };
  const issuance = { method: 'DISPATCH' as const, on: null };
  const draft = await city.suite.approvals.draft(city.as('drafter'), { issuance, ...input }, aDocument());
  const sent = await city.suite.approvals.submit(city.as('drafter'), draft.id, draft.version);
  const approved = await act('subsection-head', sent, { act: 'approve' });
  return act('section-head', approved, { act: 'approve' });
}
// The day of the decision: today, or yesterday where midnight came in between.
const dayOf = ({ decidedAt }: CaseView) => localDateOf(new Date(decidedAt ?? 0));
const issue = (view: CaseView) => ({ act: 'issue', issuedOn: dayOf(view) });
const complete = (view: CaseView) => ({ act: 'complete', completedOn: dayOf(view) });

describe('施行 and 完結', () => {
  it('go from the decision to the end, and every list, search and page follows', async () => {
    const view = await decided();
    expect(view).toMatchObject({ status: 'DECIDED', awaits: 'ISSUANCE', issued: null, completed: null });
    expect(view.may).toMatchObject({ issue: false, complete: false });
    const before = await read('drafter', view);
    expect(before.may).toMatchObject({ issue: true, complete: false });
    const issued = await act('drafter', before, { ...issue(view), note: '簡易書留' });
    expect(CaseViewSchema.parse(issued)).toMatchObject({
      status: 'ISSUED',
      awaits: 'COMPLETION',
      issued: { on: dayOf(view), method: 'DISPATCH', note: '簡易書留', by: { name: '見本 drafter' } },
      documentNumber: view.documentNumber,
      may: { issue: true, complete: true, setEffectiveDate: true },
    });
    const closed = await act('drafter', issued, complete(view));
    expect(closed).toMatchObject({
      status: 'COMPLETED',
      awaits: null,
      completed: { on: dayOf(view), fiscalYear: expect.any(Number), by: { name: '見本 drafter' } },
      may: { issue: false, complete: false, setEffectiveDate: false, cite: true },
    });
    const q = view.documentNumber?.label ?? '';
    const found = await city.suite.approvals.list(city.as('colleague'), { box: 'section', q });
    expect(found.items).toEqual([expect.objectContaining({ id: view.id, status: 'COMPLETED' })]);
    const history = await city.suite.approvals.history(city.as('drafter'), view.id);
    expect(history.slice(-2).map(({ act: word, day, comment }) => [word, day, comment])).toEqual([
      ['ISSUED', dayOf(view), '簡易書留'],
      ['COMPLETED', dayOf(view), null],
    ]);
    const cited = await city.suite.approvals.cite(city.as('drafter'), view.id, { corrects: false });
    expect(cited).toMatchObject({ status: 'DRAFT', issued: null, completed: null, citedCaseId: view.id });
    const file = await city.suite.approvals.certificate(city.as('drafter'), view.id).catch((e: KaigiError) => e.code);
    expect(file).not.toBe('approvals.not_decided_yet');
  });

  it('a wrong 施行 is corrected by a second line with its reason; the first stays', async () => {
    const view = await decided();
    const issued = await act('drafter', view, issue(view));
    expect((await refusal(act('drafter', issued, { ...issue(view), method: 'NOTICE' }))).code).toBe(
      'approvals.correction_reason_missing',
    );
    const corrected = await act('drafter', issued, { ...issue(view), method: 'NOTICE', reason: 'メールで通知した' });
    expect(corrected).toMatchObject({ status: 'ISSUED', issued: { method: 'NOTICE' } });
    const history = await city.suite.approvals.history(city.as('drafter'), view.id);
    expect(history.slice(-2).map((line) => [line.act, line.comment])).toEqual([
      ['ISSUED', null],
      ['ISSUANCE_CORRECTED', 'メールで通知した'],
    ]);
  });

  it('are refused to whoever only sees the case, and the case is not there for the others', async () => {
    const view = await decided();
    for (const name of ['section-head', 'subsection-head', 'colleague', 'auditor', 'general-affairs-head']) {
      expect([name, await refusal(act(name, view, issue(view)))]).toEqual([
        name,
        expect.objectContaining({ kind: 'not-allowed', code: 'approvals.cannot_finish' }),
      ]);
    }
    expect((await refusal(act('other-section', view, issue(view)))).code).toBe('approvals.not_found');
  });
});

describe('pressed twice, by two at once, or late', () => {
  it('the same press again is the same answer and no second line', async () => {
    const view = await decided();
    const [first, again] = [await act('drafter', view, issue(view)), await act('drafter', view, issue(view))];
    expect(again).toEqual(first);
    const [closed, twice] = [await act('drafter', first, complete(view)), await act('drafter', first, complete(view))];
    expect(twice).toEqual(closed);
    expect(await city.suite.approvals.history(city.as('drafter'), view.id)).toHaveLength(closed.version);
  });

  it('of two different 施行 at the same moment one counts, and the other gets the present state', async () => {
    for (let round = 0; round < 5; round += 1) {
      const view = await decided();
      const ways = ['DISPATCH', 'NOTICE', 'POSTING'];
      const tried = await Promise.allSettled(ways.map((method) => act('drafter', view, { ...issue(view), method })));
      const won = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const lost = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect([won.length, lost.length]).toEqual([1, 2]);
      for (const error of lost) {
        expect(error).toMatchObject({
          code: 'approvals.stale',
          present: { status: 'ISSUED', issued: { method: won[0]?.issued?.method } },
        });
      }
      expect((await read('drafter', view)).version).toBe(view.version + 1);
    }
  });

  it('of 施行 corrected and 完結 at the same moment one counts', async () => {
    const view = await decided();
    const issued = await act('drafter', view, issue(view));
    const tried = await Promise.allSettled([
      act('drafter', issued, { ...issue(view), method: 'NOTICE', reason: '訂正' }),
      act('drafter', issued, complete(view)),
    ]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const now = await read('drafter', view);
    expect(now.version).toBe(issued.version + 1);
    expect(['ISSUED', 'COMPLETED']).toContain(now.status);
  });
});

describe('after the decision', () => {
  it('供覧, reading and the effective day go on with what was issued', async () => {
    const view = await decided();
    const issued = await act('drafter', view, issue(view));
    const me = await city.suite.directory.me(city.as('colleague'));
    const circulated = await act('drafter', issued, {
      act: 'circulate',
      staffIds: [me.staffId],
      postIds: [],
      unitIds: [],
    });
    expect(circulated.status).toBe('ISSUED');
    const set = await act('drafter', circulated, {
      act: 'setEffectiveDate',
      effectiveOn: '2027-04-01',
      reason: '年度当初から',
    });
    expect(set).toMatchObject({ status: 'ISSUED', effectiveOn: '2027-04-01', issued: { on: dayOf(view) } });
    const closed = await act('drafter', set, complete(view));
    const forReading = await read('colleague', closed);
    expect(forReading.task).toBe('READ');
    expect(await act('colleague', forReading, { act: 'markRead' })).toMatchObject({ status: 'COMPLETED' });
  });

  it('a case that is issued and closed counts as the one decision that it was', async () => {
    const counted = async () => {
      await quiet(city.test);
      const { rows } = await city.test.owner.query(
        "select count(*)::int as n from kaigi.approvals_ended where municipality_id = $1 and outcome = 'DECIDED'",
        [MINATO],
      );
      return rows[0].n as number;
    };
    const before = await counted();
    const view = await decided();
    await act('drafter', await act('drafter', view, issue(view)), complete(view));
    expect(await counted()).toBe(before + 1);
  });

  it('is taken over by whoever has the drafter’s post today, and by the 文書主任 of the section', async () => {
    const view = await decided();
    const officer = SHUNIN.replace(',colleague,0,,', ',other-section,0,RECORDS_OFFICER,');
    const before = OTHERS.filter((line) => !line.includes(',other-section,'));
    await importPosts(city.suite, MINATO, [...before, SHUJI.replace(',drafter,', ',colleague,'), officer]);
    const successor = await read('colleague', view);
    expect(successor.may).toMatchObject({ issue: true });
    const issued = await act('colleague', successor, issue(view));
    expect(issued).toMatchObject({ issued: { by: { name: '見本 colleague', postTitle: '主事' } } });
    const corrected = await act('drafter', issued, { ...issue(view), method: 'NOTICE', reason: '訂正' });
    const closed = await act('other-section', corrected, complete(view));
    expect(closed).toMatchObject({ completed: { by: { name: '見本 other-section', postTitle: '主任' } } });
  });
});
