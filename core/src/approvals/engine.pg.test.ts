import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import type { Caller, KaigiError } from '../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../testing/test-city.ts';
import type { ActInput, CaseView, DraftCaseInput } from './contract.ts';
import { CaseViewSchema } from './contract.ts';

let city: TestCity;
let classificationCode = '';
const FINANCE = 'zaisei,財政課,SECTION,,zaisei-head,課長,SECTION_HEAD,1,other-section,1,,2026-04-01,';
const CLERK = 'zaisei,財政課,SECTION,,zaisei-shuji,主事,STAFF,0,colleague,1,,2026-04-01,';
beforeAll(async () => {
  city = await testCity();
  await importPosts(city.suite, MINATO, [...POSTS, FINANCE, CLERK]);
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const purchase = (amountYen: number, escalations: string[] = []) => ({
  code: 'GOODS_PURCHASE',
  facts: { amountYen },
  escalations,
  raiseTo: null,
  analogousTo: null,
});
const drafted = (more: Partial<DraftCaseInput> = {}) =>
  city.suite.approvals.draft(
    city.as('drafter'),
    { title: '物品の購入について', proposalText: '伺います。', classificationCode, ...more },
    aDocument(),
  );
async function submitted(more: Partial<DraftCaseInput> = {}): Promise<CaseView> {
  const draft = await drafted(more);
  return city.suite.approvals.submit(city.as('drafter'), draft.id, draft.version);
}
const act = (name: string, view: CaseView, what: Record<string, unknown>, more: Partial<Caller> = {}) =>
  city.suite.approvals.act(city.as(name, more), view.id, { ...what, version: view.version } as ActInput);
const read = (name: string, view: CaseView) => city.suite.approvals.read(city.as(name), view.id);
const refusal = (work: Promise<unknown>): Promise<KaigiError> =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    (error: KaigiError) => error,
  );
const shape = (view: CaseView) =>
  view.route.map(({ duty, postTitle, unitName, status }) => `${duty} ${unitName}${postTitle} ${status}`);

async function away(name: string): Promise<() => Promise<void>> {
  const { id } = await city.suite.absences.record(city.as(name), {
    from: new Date(Date.now() - 60_000).toISOString(),
    until: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    note: '出張',
  });
  return () => city.suite.absences.cancel(city.as(name), id);
}

describe('the route', () => {
  it('A-03: comes from the row for the matter and its amount, with the section that must be consulted', async () => {
    const view = await drafted({ matter: purchase(2_000_000) });
    expect(shape(view)).toEqual([
      'REVIEW 政策係係長 WAITING',
      'REVIEW 政策課課長 WAITING',
      'CONSULT 財政課課長 WAITING',
      'DECISION 企画部部長 WAITING',
    ]);
    expect(view.basis).toMatchObject({ ruleId: 'goods-purchase.2', delegated: true, matter: 'GOODS_PURCHASE' });
    expect(view.matterName).toBe('物品の購入');
    expect(() => CaseViewSchema.parse(view)).not.toThrow();
  });

  it('A-05: goes up by a reason of 専決の制限, and says why it cannot where a fact is missing', async () => {
    const draft = await drafted({ matter: purchase(500_000) });
    expect(draft.route.at(-1)?.unitName).toBe('政策課');
    const raised = await city.suite.approvals.edit(city.as('drafter'), draft.id, {
      version: draft.version,
      matter: purchase(500_000, ['IMPORTANT']),
    });
    expect(raised.route.at(-1)).toMatchObject({ unitName: '企画部', duty: 'DECISION' });
    const unsaid = await drafted({ matter: { ...purchase(1), facts: {} } });
    expect(unsaid.routeProblem).toContain('金額');
    const refused = await refusal(city.suite.approvals.submit(city.as('drafter'), unsaid.id, unsaid.version));
    expect(refused.code).toBe('approvals.route_missing');
  });

  it('A-04: shows who is away and who is expected to act for them, before submission', async () => {
    const back = await away('section-head');
    const view = await read('drafter', await drafted());
    expect(view.route[1]).toMatchObject({
      duty: 'DECISION',
      absence: { source: 'MANUAL' },
      expectedDeputy: { postTitle: '係長', article: expect.stringContaining('第11条') },
    });
    await back();
  });

  it('A-05: takes the drafter’s additions, and refuses to leave out what the regulations want', async () => {
    const draft = await drafted({ matter: purchase(2_000_000) });
    const consult = draft.route.find(({ duty }) => duty === 'CONSULT');
    const somu = (await city.suite.directory.me(city.as('general-affairs-head'))).posts[0]?.postId ?? '';
    const adds = [{ duty: 'CONSULT', postId: somu, unitId: null, reason: '契約書の確認のため' }];
    const added = await act('drafter', draft, { act: 'editRoute', wish: { adds, removes: [], skips: [] } });
    expect(
      added.route.filter(({ duty }) => duty === 'CONSULT').map(({ unitName, added: own }) => [unitName, own]),
    ).toEqual([
      ['財政課', false],
      ['総務課', true],
    ]);
    const without = await act('drafter', added, {
      act: 'editRoute',
      wish: { adds: [], removes: [consult?.key], skips: [] },
    });
    expect(without.routeProblem).toContain('外せません');
  });
});

describe('合議', () => {
  const atFinance = async () => {
    const reviewed = await act('subsection-head', await submitted({ matter: purchase(2_000_000) }), { act: 'approve' });
    return act('section-head', reviewed, { act: 'approve' });
  };

  it('A-09: lies in the section’s inbox, is taken in, given to a clerk, and answered by that clerk only', async () => {
    const given = await atFinance();
    const inbox = await city.suite.approvals.list(city.as('other-section'), { box: 'inbox' });
    expect(inbox.items.find(({ id }) => id === given.id)?.task).toBe('CONSULT');
    const slotId = given.holder?.slotId;
    const received = await act('other-section', given, { act: 'receive', slotId });
    expect((await read('drafter', received)).route[2]?.received?.by.name).toBe('見本 other-section');
    const clerk = await city.suite.directory.me(city.as('colleague'));
    const assigned = await act('other-section', received, { act: 'assign', slotId, staffId: clerk.staffId });
    expect((await refusal(act('other-section', assigned, { act: 'consent' }))).code).toBe('approvals.not_consulted');
    const answered = await act('colleague', assigned, { act: 'consent', comment: '予算内です' });
    expect(shape(answered).slice(2)).toEqual(['CONSULT 財政課課長 CONSENTED', 'DECISION 企画部部長 ACTIVE']);
    const consulted = await city.suite.approvals.list(city.as('other-section'), { box: 'consulted' });
    expect(consulted.items.map(({ id }) => id)).toContain(given.id);
  });

  it('A-08: an objection is settled by the drafter, and the decider sees both opinions', async () => {
    const objected = await act('other-section', await atFinance(), { act: 'object', reason: '財源がありません' });
    expect(objected.status).toBe('IN_DISPUTE');
    expect(
      (await city.suite.approvals.list(city.as('drafter'), { box: 'inbox' })).items.find(({ id }) => id === objected.id)
        ?.task,
    ).toBe('SETTLE_DISPUTE');
    const settled = await act('drafter', objected, {
      act: 'settleDispute',
      outcome: 'PROCEED',
      reason: '補正で対応します',
    });
    const decided = await act('department-head', settled, { act: 'approve' });
    expect(decided).toMatchObject({ status: 'DECIDED', deadlock: { reason: '補正で対応します' } });
    expect(decided.route[2]).toMatchObject({ status: 'OBJECTED', comment: '財源がありません' });
  });
});

describe('代決・後閲', () => {
  const atDecider = async (more: Partial<DraftCaseInput> = {}) =>
    act('subsection-head', await submitted(more), { act: 'approve' });
  const deputy = async (view: CaseView, more: object = {}) =>
    act('subsection-head', view, { act: 'deputyDecide', slotId: view.holder?.slotId, ...more });

  it('A-11: is refused while the decider is there, by the article that says so', async () => {
    const refused = await refusal(deputy(await atDecider()));
    expect(refused).toMatchObject({
      kind: 'not-allowed',
      code: 'regulations.not_absent',
      params: { article: expect.stringContaining('第2条第4号') },
    });
  });

  it('A-11, A-12: the deputy decides while the decider is away, and the decider reviews afterwards', async () => {
    const back = await away('section-head');
    const view = await atDecider();
    const offered = await read('subsection-head', view);
    expect(offered.may.standIn).toMatchObject([{ kind: 'DEPUTY', decides: true, onBehalfOf: { postTitle: '課長' } }]);
    const standIn = await city.suite.approvals.list(city.as('subsection-head'), { box: 'standIn' });
    expect(standIn.items.map(({ id }) => id)).toContain(view.id);
    const decided = await deputy(view, { comment: '急ぎのため' });
    expect(decided).toMatchObject({ status: 'DECIDED', documentNumber: { symbol: '政' } });
    expect(decided.route[1]).toMatchObject({
      status: 'DEPUTY_DECIDED',
      mark: { kind: 'DEPUTY', article: expect.stringContaining('第11条') },
    });
    await back();
    const obligation = (await read('section-head', decided)).obligations[0];
    expect(obligation).toMatchObject({ kind: 'POST_REVIEW_AFTER_DEPUTY', mine: true, dueOn: expect.any(String) });
    const inbox = await city.suite.approvals.list(city.as('section-head'), { box: 'inbox' });
    expect(inbox.items.find(({ id }) => id === view.id)?.task).toBe('POST_REVIEW');
    const reviewed = await act('section-head', decided, {
      act: 'objectPostReview',
      obligationId: obligation?.id,
      reason: '単価が違います',
    });
    expect(reviewed.status).toBe('DECIDED');
    const correction = await city.suite.approvals.cite(city.as('drafter'), view.id, { corrects: true });
    expect(correction).toMatchObject({
      status: 'DRAFT',
      correctsCaseId: view.id,
      documentNumber: null,
      attachments: [],
    });
  });

  it('A-11: a restricted matter needs the record of an instruction', async () => {
    const back = await away('department-head');
    const matter = purchase(500_000, ['IMPORTANT']);
    const view = await act('section-head', await atDecider({ matter }), { act: 'approve' });
    const slotId = view.holder?.slotId;
    const refused = await refusal(act('section-head', view, { act: 'deputyDecide', slotId }));
    expect(refused.code).toBe('regulations.deputy_limited');
    expect((await read('section-head', view)).may.standIn).toMatchObject([{ needsInstruction: true }]);
    const decided = await act('section-head', view, { act: 'deputyDecide', slotId, instruction: '電話で指示を受けた' });
    expect(decided.route.at(-1)?.mark).toMatchObject({ instruction: '電話で指示を受けた' });
    await back();
  });

  it('A-13: an absent reviewer is passed over and reads afterwards', async () => {
    const back = await away('subsection-head');
    const view = await submitted();
    const slotId = view.holder?.slotId;
    expect((await read('drafter', view)).may.standIn).toMatchObject([{ kind: 'SKIP' }]);
    const skipped = await act('drafter', view, { act: 'skipAbsent', slotId, reason: '休暇のため' });
    expect(shape(skipped)).toEqual(['REVIEW 政策係係長 SKIPPED_POST_REVIEW', 'DECISION 政策課課長 ACTIVE']);
    await back();
    expect((await read('subsection-head', skipped)).obligations[0]).toMatchObject({
      kind: 'POST_REVIEW_SKIPPED',
      mine: true,
    });
  });
});

describe('添付・供覧・軽易な事案', () => {
  const pdf = (says: string) => ({ fileName: '見積書.pdf', bytes: strToU8(`%PDF-1.7 ${says}`) });

  it('A-28: a new version asks those again who had seen the old one, and both stay readable', async () => {
    const draft = await drafted();
    const drafter = city.as('drafter');
    const file = { caseId: draft.id, version: draft.version, replaces: null, file: pdf('100円') };
    const attached = await city.suite.approvals.attach(drafter, file);
    const sent = await city.suite.approvals.submit(drafter, draft.id, attached.version);
    const approved = await act('subsection-head', sent, { act: 'approve' });
    const attachmentId = approved.attachments[0]?.id ?? '';
    const replaced = await city.suite.approvals.attach(drafter, {
      ...file,
      version: approved.version,
      replaces: attachmentId,
      file: pdf('200円'),
    });
    expect(shape(replaced)).toEqual(['REVIEW 政策係係長 ACTIVE', 'DECISION 政策課課長 WAITING']);
    expect((await read('subsection-head', replaced)).changes?.items).toMatchObject([
      { part: 'ATTACHMENT_REPLACED', name: '見積書.pdf' },
    ]);
    const asked = { caseId: draft.id, attachmentId, version: 1 };
    expect(
      Buffer.from((await city.suite.approvals.attachment(city.as('section-head'), asked)).bytes).toString(),
    ).toContain('100円');
    expect((await refusal(city.suite.approvals.attachment(city.as('other-section'), asked))).kind).toBe('not-found');
  });

  it('A-28: refuses what is not what its name says', async () => {
    const { id, version } = await drafted();
    for (const file of [
      { fileName: 'x.exe', bytes: strToU8('MZ') },
      { fileName: 'x.pdf', bytes: strToU8('PK') },
    ]) {
      const refused = await refusal(
        city.suite.approvals.attach(city.as('drafter'), { caseId: id, version, replaces: null, file }),
      );
      expect(refused.code).toBe('approvals.attachment_kind');
    }
  });

  it('A-21: is read by those it was sent to, and they may see it', async () => {
    const view = await submitted();
    const { staffId } = await city.suite.directory.me(city.as('other-section'));
    const sent = await act('drafter', view, { act: 'circulate', staffIds: [staffId], postIds: [], unitIds: [] });
    const reading = await city.suite.approvals.list(city.as('other-section'), { box: 'reading' });
    expect(reading.items.find(({ id }) => id === view.id)?.task).toBe('READ');
    const read2 = await act('other-section', sent, { act: 'markRead' });
    expect(read2.obligations[0]).toMatchObject({ status: 'CONFIRMED', people: [{ name: '見本 other-section' }] });
  });

  it('A-24: minor matters are approved together, others are named with the reason; A-32: they take no number', async () => {
    const leave = {
      code: 'ANNUAL_LEAVE',
      facts: { subjectRank: 'STAFF', days: 1 },
      escalations: [],
      raiseTo: null,
      analogousTo: null,
    };
    const [minor, other] = [await submitted({ matter: leave }), await submitted()];
    expect((await read('subsection-head', minor)).may).toMatchObject({ bulkApprove: true, decides: true });
    const items = [minor, other].map(({ id, version }) => ({ caseId: id, version }));
    await city.suite.approvals.open(city.as('subsection-head'), minor.id);
    const answer = await city.suite.approvals.bulkApprove(city.as('subsection-head'), { items });
    expect(answer.items).toMatchObject([
      { ok: true },
      { ok: false, problem: expect.stringContaining('軽易な事案だけ') },
    ]);
    expect(await read('drafter', minor)).toMatchObject({ status: 'DECIDED', documentNumber: null });
    expect((await read('drafter', other)).status).toBe('IN_REVIEW');
  });

  it('A-42: the same id of another system never makes a second case', async () => {
    const first = await drafted({ externalId: 'zaimu-2026-001' });
    expect((await drafted({ externalId: 'zaimu-2026-001' })).id).toBe(first.id);
  });

  it('A-22: the board shows everything open that one may see, and an opened slot says by whom', async () => {
    const view = await submitted();
    await city.suite.approvals.open(city.as('subsection-head'), view.id);
    expect((await read('drafter', view)).route[0]).toMatchObject({
      opened: { by: { name: '見本 subsection-head' } },
      workingMinutes: expect.any(Number),
    });
    const board = await city.suite.approvals.list(city.as('drafter'), { box: 'board' });
    expect(board.items.map(({ id }) => id)).toContain(view.id);
  });
});

describe('any two at the same moment', () => {
  it('end as if one had come after the other', async () => {
    const reviewed = await act('subsection-head', await submitted({ matter: purchase(2_000_000) }), { act: 'approve' });
    const atFinance = await act('section-head', reviewed, { act: 'approve' });
    const both = await Promise.allSettled([
      act('other-section', atFinance, { act: 'consent' }),
      act('section-head', atFinance, { act: 'pullBack' }),
      act('drafter', atFinance, { act: 'requestWithdrawal', reason: '中止' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const history = await city.suite.approvals.history(city.as('drafter'), atFinance.id);
    expect(history).toHaveLength(atFinance.version + 1);
  });
});
