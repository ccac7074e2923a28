import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../shared/index.ts';
import { aDocument, type TestCity, testCity } from '../testing/test-city.ts';
import type { CaseView } from './contract.ts';

let city: TestCity;
let code = '';
beforeAll(async () => {
  city = await testCity();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const submitted = async (title: string): Promise<CaseView> => {
  const caller = city.as('drafter');
  const draft = await city.suite.approvals.draft(
    caller,
    { title, proposalText: '', classificationCode: code },
    aDocument(),
  );
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};

/** Presses a card's button as the bot does: the data goes through the verb's own schema first. */
async function press(name: string, verb: string, data: unknown): Promise<ChatMessage> {
  const action = city.suite.actions.find((one) => one.verb === verb);
  if (!action) throw new Error(`no such verb ${verb}`);
  return action.handle(city.as(name, { via: 'teams' }), action.data.parse(data));
}

const type = (name: string, word: string, argument = '') => {
  const command = city.suite.commands.find((one) => one.words.includes(word));
  if (!command) throw new Error(`no such word ${word}`);
  return command.handle(city.as(name), argument);
};
const textOf = (messages: readonly ChatMessage[]) => JSON.stringify(messages);

describe('a pressed card', () => {
  it('turns into the new state', async () => {
    const view = await submitted('押すカード');
    const message = await press('subsection-head', 'approvals/approve', { caseId: view.id, version: view.version });
    expect(textOf([message])).toContain('回議中です');
    expect(textOf([message])).not.toContain('approvals/approve');
  });

  it('that is stale comes back fresh with one sentence, and nothing happens', async () => {
    const view = await submitted('古いカード');
    await press('subsection-head', 'approvals/ask', { caseId: view.id, version: view.version, text: '根拠は？' });
    const stale = await press('subsection-head', 'approvals/send-back', {
      caseId: view.id,
      version: view.version,
      reason: '直す',
    });
    expect(textOf([stale])).toContain('内容が更新されています');
    expect(textOf([stale])).toContain(`"version":${view.version + 1}`);
    expect((await city.suite.approvals.read(city.as('drafter'), view.id)).status).toBe('IN_REVIEW');
  });

  it('pressed twice gives the same card', async () => {
    const view = await submitted('二度押すカード');
    const data = { caseId: view.id, version: view.version };
    expect(await press('subsection-head', 'approvals/approve', data)).toEqual(
      await press('subsection-head', 'approvals/approve', data),
    );
  });

  it('out of turn shows the case and says whose turn it is not', async () => {
    const view = await submitted('番でないカード');
    const message = await press('section-head', 'approvals/approve', { caseId: view.id, version: view.version });
    expect(textOf([message])).toContain('いまあなたの番ではありません');
  });

  it('of a case that is none of theirs shows nothing of it', async () => {
    const view = await submitted('見えないカード');
    await expect(
      press('other-section', 'approvals/approve', { caseId: view.id, version: view.version }),
    ).rejects.toThrow('approvals.not_found');
  });

  it('changed by hand is refused by its schema, with a code that has a sentence', () => {
    const sendBack = city.suite.actions.find((one) => one.verb === 'approvals/send-back');
    const wrong = { caseId: 'x', version: '1' };
    expect(sendBack?.data.safeParse(wrong).success).toBe(false);
    const id = '00000000-0000-7000-8000-000000000000';
    for (const reason of [undefined, ' ', 3, 'x'.repeat(1_001), 'a\u0000b']) {
      expect(sendBack?.data.safeParse({ caseId: id, version: 1, reason }).success).toBe(false);
    }
    const said = sendBack?.data.safeParse({ caseId: id, version: 1 }).error?.issues[0]?.message ?? '';
    expect(city.suite.texts).toHaveProperty([said]);
  });

  it.each([
    ['approvals/ask', { text: '質問です' }],
    ['approvals/send-back', { reason: '直してください', toSlotId: '' }],
  ])('%s works from the card', async (verb, more) => {
    const view = await submitted(`カードの ${verb}`);
    const message = await press('subsection-head', verb, { caseId: view.id, version: view.version, ...more });
    expect(message.kind).toBe('card');
    expect((await city.suite.approvals.history(city.as('drafter'), view.id)).at(-1)).toMatchObject({ via: 'teams' });
  });

  it('takes back, answers, and settles a withdrawal', async () => {
    const view = await submitted('引戻しと取下げ');
    const approved = await city.suite.approvals.act(city.as('subsection-head'), view.id, {
      act: 'approve',
      version: view.version,
    });
    await press('subsection-head', 'approvals/pull-back', { caseId: view.id, version: approved.version });
    await press('subsection-head', 'approvals/approve', { caseId: view.id, version: approved.version + 1 });
    await press('section-head', 'approvals/ask', { caseId: view.id, version: approved.version + 2, text: '？' });
    const asked = await city.suite.approvals.read(city.as('drafter'), view.id);
    const questionId = asked.questions[0]?.id;
    await press('drafter', 'approvals/answer', { caseId: view.id, version: asked.version, questionId, text: 'はい' });
    const requested = await city.suite.approvals.act(city.as('drafter'), view.id, {
      act: 'requestWithdrawal',
      version: asked.version + 1,
      reason: '見直します',
    });
    const data = { caseId: view.id, version: requested.version };
    await press('section-head', 'approvals/decline-withdrawal', { ...data, reason: '決裁します' });
    const again = await city.suite.approvals.act(city.as('drafter'), view.id, {
      act: 'requestWithdrawal',
      version: data.version + 1,
      reason: '再度',
    });
    await press('section-head', 'approvals/confirm-withdrawal', { caseId: view.id, version: again.version });
    expect((await city.suite.approvals.read(city.as('drafter'), view.id)).status).toBe('DRAFT');
    const shown = await press('subsection-head', 'approvals/refresh', { caseId: view.id, version: 1 });
    expect(textOf([shown])).toContain('起案中です');
  });
});

describe('typed words', () => {
  it('受信箱 says how many wait, sends at most five cards anew, and these follow as well', async () => {
    expect(textOf(await type('auditor', '受信箱'))).toContain('受信箱は空です');
    for (let n = 0; n < 6; n += 1) await submitted(`待つ案件 ${n}`);
    const messages = textOf(await type('subsection-head', '受信箱'));
    expect(messages).toContain('5 件、カードでお送りします');
    expect(messages).toContain('件はタブの受信箱にあります');
    const { rows } = await city.test.owner.query(
      "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'notifications/deliver'",
    );
    expect(rows[0].n).toBe(5);
  });

  it('今どこ says who has a case, to those who may know', async () => {
    await submitted('どこにあるかの案件');
    const found = textOf(await type('drafter', '今どこ', 'どこにあるか'));
    expect(found).toContain('▶ 政策係 係長 見本 subsection-head');
    expect(textOf(await type('other-section', '今どこ', 'どこにあるか'))).toContain('見つかりませんでした');
  });
});

describe('起案, typed in the chat', () => {
  it.each([
    ['ja', '起案・文書登録', 'タブで起案する'],
    ['en', 'Draft or file', 'Draft in the tab'],
  ] as const)('says in %s where one drafts and leads there', async (locale, where, first) => {
    const command = city.suite.commands.find(({ words }) => words.includes('起案したい'));
    const [message, ...more] = (await command?.handle(city.as('drafter', { locale }), '')) ?? [];
    expect(more).toEqual([]);
    expect(textOf(message ? [message] : [])).toContain(where);
    const links = message?.kind === 'card' ? message.card.actions : null;
    expect(links).toEqual([
      { type: 'Action.OpenUrl', title: first, url: 'https://kaigi.example/drafting' },
      expect.objectContaining({ url: 'https://kaigi.example/records/templates' }),
      expect.objectContaining({ url: 'https://kaigi.example/drafted' }),
    ]);
  });
});

describe('sentences', () => {
  it('exist in both languages for every code', () => {
    for (const [name, sentence] of Object.entries(city.suite.texts)) {
      expect([name, sentence.ja.trim() !== '', sentence.en.trim() !== '']).toEqual([name, true, true]);
    }
  });
});
