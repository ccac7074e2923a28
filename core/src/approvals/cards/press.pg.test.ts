import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import type { CaseView, DraftCaseInput } from '../contract.ts';
import { deputiesToAsk } from '../deputies-to-ask.ts';
import { readCase } from '../queries.ts';

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

async function submitted(title: string, more: Partial<DraftCaseInput> = {}): Promise<CaseView> {
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode, ...more };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
}

async function press(name: string, verb: string, data: object): Promise<string> {
  const action = city.suite.actions.find((one) => one.verb === `approvals/${verb}`);
  if (!action) throw new Error(`no such verb ${verb}`);
  return JSON.stringify(await action.handle(city.as(name, { via: 'teams' }), action.data.parse(data)));
}

async function typed(name: string, word: string, argument = ''): Promise<string> {
  const command = city.suite.commands.find((one) => one.words.includes(word));
  if (!command) throw new Error(`no such word ${word}`);
  return JSON.stringify((await command.handle(city.as(name), argument)) satisfies readonly ChatMessage[]);
}

const read = (name: string, { id }: CaseView) => city.suite.approvals.read(city.as(name), id);
const fresh = async (name: string, view: CaseView) => {
  const { id: caseId, version } = await read(name, view);
  return { caseId, version };
};
async function away(name: string): Promise<() => Promise<void>> {
  const { id } = await city.suite.absences.record(city.as(name), {
    from: new Date(Date.now() - 60_000).toISOString(),
    until: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    note: '出張',
  });
  return () => city.suite.absences.cancel(city.as(name), id);
}

describe('代決 and 後閲 from the chat', () => {
  it('A-11, A-12, A-36: 代理 shows the case with its article, the card decides it, and the decider reviews it by a card', async () => {
    const view = await submitted('代決の案件');
    await press('subsection-head', 'approve', await fresh('subsection-head', view));
    expect(await typed('subsection-head', '代理')).toContain('代決・代理できる案件はありません');
    const back = await away('section-head');
    const shown = await typed('subsection-head', '代理');
    expect(shown).toContain('代決の案件');
    expect(shown).toContain('第11条');
    expect(await typed('drafter', '代理')).toMatch(/政策課 課長は不在です。今日は係長 見本 subsection-head/);
    expect(await typed('subsection-head', '受信箱')).toContain('不在の人に代わって処理できる案件が 1 件');
    const card = await press('subsection-head', 'refresh', await fresh('subsection-head', view));
    expect(card).toContain('今日はあなたが代決できます');
    const slotId = (await read('subsection-head', view)).holder?.slotId;
    const data = { ...(await fresh('subsection-head', view)), slotId, deputyComment: '急ぎのため' };
    expect(await press('subsection-head', 'deputy-decide', data)).toContain('代決されました');
    expect(await press('subsection-head', 'deputy-decide', data)).toContain('代決されました');
    await back();
    const owed = (await read('section-head', view)).obligations[0]?.id;
    const review = { ...(await fresh('section-head', view)), obligationId: owed };
    expect(await press('section-head', 'refresh', review)).toContain('後閲をお願いします');
    const reviewed = await press('section-head', 'confirm-post-review', { ...review, postReviewComment: '確認した' });
    expect(reviewed).not.toContain('confirm-post-review');
    expect((await read('drafter', view)).obligations[0]).toMatchObject({ status: 'CONFIRMED', comment: '確認した' });
  });

  it('A-11: the card comes by itself to whoever may act for an absent holder, and to nobody while they are there', async () => {
    const view = await submitted('代決者に届く案件');
    await press('subsection-head', 'approve', await fresh('subsection-head', view));
    const { directory, absences, approvals } = city.suite;
    const asked = async () =>
      city.test.db.singly(MINATO, async (tx) => {
        const approvalCase = await readCase(tx, view.id);
        const cases = approvalCase ? [approvalCase] : [];
        const asking = deputiesToAsk({ directory, absences, views: approvals });
        const left = await asking.left(tx, cases);
        return (await asking.ask(tx, left.cases)).get(view.id) ?? [];
      });
    expect(await asked()).toEqual([]);
    const back = await away('section-head');
    expect(await asked()).toEqual([(await directory.me(city.as('subsection-head'))).staffId]);
    await back();
  });

  it('is refused with its article on a fresh card when the decider is back', async () => {
    const view = await submitted('戻ってきた課長');
    await press('subsection-head', 'approve', await fresh('subsection-head', view));
    const slotId = (await read('drafter', view)).holder?.slotId;
    const card = await press('subsection-head', 'deputy-decide', {
      ...(await fresh('subsection-head', view)),
      slotId,
    });
    expect(card).toContain('AdaptiveCard');
    expect(card).toContain('不在');
    expect((await read('drafter', view)).status).toBe('IN_REVIEW');
  });

  it('A-13: passes over an absent reviewer, who may comment on it afterwards', async () => {
    const back = await away('subsection-head');
    const view = await submitted('係長が不在の案件');
    const slotId = view.holder?.slotId;
    const data = { ...(await fresh('drafter', view)), slotId, skipReason: '休暇のため' };
    expect(await press('drafter', 'skip-absent', data)).toContain('↷ 政策係 係長');
    await back();
    const owed = (await read('subsection-head', view)).obligations[0]?.id;
    const comment = { obligationId: owed, postReviewComment: '数量を直すこと' };
    await press('subsection-head', 'confirm-post-review', { ...(await fresh('subsection-head', view)), ...comment });
    expect(await press('drafter', 'refresh', await fresh('drafter', view))).toContain('数量を直すこと');
  });
});

describe('合議 from the chat', () => {
  it('A-09: the section takes it in, names a clerk of it, and the clerk answers with an opinion', async () => {
    const facts = { amountYen: 2_000_000 };
    const matter = { code: 'GOODS_PURCHASE', facts, escalations: [], raiseTo: null, analogousTo: null };
    const view = await submitted('合議の案件', { matter });
    await press('subsection-head', 'approve', await fresh('subsection-head', view));
    await press('section-head', 'approve', await fresh('section-head', view));
    const card = await press('other-section', 'refresh', await fresh('other-section', view));
    expect(card).toContain('主事 見本 colleague');
    const { slotId } = (await read('drafter', view)).holder ?? {};
    const { staffId } = await city.suite.directory.me(city.as('colleague'));
    await press('other-section', 'assign', { ...(await fresh('other-section', view)), slotId, staffId });
    const opinion = { opinion: '予算の範囲で' };
    await press('colleague', 'consent-with-opinion', { ...(await fresh('colleague', view)), ...opinion });
    const decider = await press('department-head', 'refresh', await fresh('department-head', view));
    expect(decider).toContain('予算の範囲で');
    const rejected = { ...(await fresh('department-head', view)), rejectReason: '見送る' };
    expect(await press('department-head', 'reject', rejected)).toContain('却下されました');
    expect(await press('drafter', 'refresh', await fresh('drafter', view))).toContain('見送る');
  });
});

describe('typed words', () => {
  it('A-23: 催促 reminds at once where one case is meant, asks which of several, and not twice', async () => {
    await submitted('印刷機の賃借');
    expect(await typed('drafter', '催促', '印刷機')).toContain('「印刷機の賃借」を催促しました：政策係 係長');
    expect(await typed('drafter', '催促', '印刷機')).not.toContain('催促しました');
    await submitted('印刷用紙の購入');
    const which = await typed('drafter', '催促', '印刷');
    expect(which).toContain('どの案件を催促しますか');
    expect(which.match(/approvals\/remind/g)).toHaveLength(2);
    expect(await typed('other-section', '催促', '印刷')).toContain('見つかりませんでした');
  });

  it('A-22: 今どこ alone shows what the caller drafted and is not over', async () => {
    const view = await submitted('どこかにある案件');
    const own = await typed('drafter', '今どこ');
    expect(own).toContain(view.title);
    expect(own).toContain('あなたが起案した案件');
    expect(await typed('auditor', '今どこ')).toContain('進行中の案件はありません');
  });

  it('A-21: 受信箱 tells of what was circulated, and 既読 is pressed on the card', async () => {
    const view = await submitted('供覧の案件');
    const { staffId } = await city.suite.directory.me(city.as('auditor'));
    const { version } = await read('drafter', view);
    const sent = { act: 'circulate', version, staffIds: [staffId], postIds: [], unitIds: [] } as const;
    await city.suite.approvals.act(city.as('drafter'), view.id, {
      ...sent,
      staffIds: [staffId],
      postIds: [],
      unitIds: [],
    });
    expect(await typed('auditor', '受信箱')).toContain('供覧で届いている案件が 1 件');
    await press('auditor', 'mark-read', { ...(await fresh('auditor', view)), readComment: '' });
    expect(await typed('auditor', '受信箱')).not.toContain('供覧');
  });

  it('A-26: no word shows the title of a case above confidentiality 2', async () => {
    await submitted('極秘の人事', { confidentiality: 'C3B' });
    for (const [word, argument] of [
      ['今どこ', '極秘'],
      ['催促', '極秘'],
      ['代理', ''],
    ] as const)
      expect(await typed('drafter', word, argument)).not.toContain('極秘の人事');
  });
});
