import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BuiltWindows, buildWindows, idOf, PERSON, type WindowDesk } from '../testing/window-desk.ts';
import { approvalCard } from './stand-in-service.ts';

let windows: BuiltWindows;
let desk: WindowDesk;

beforeAll(async () => {
  windows = await buildWindows();
});
afterAll(() => windows?.close());
beforeEach(async () => {
  desk = await windows.openDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.complaints).toEqual([]);
});

describe('a card in the chat', () => {
  it('receives what the bot says, draws its card and turns it into the answer to a press', async () => {
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await desk.shoot('teams-light');
    await card.getByLabel('意見(任意)').fill('承認します');
    await card.getByRole('button', { name: '承認', exact: true }).click();
    await card.getByText('承認しました。').waitFor();
    expect(desk.service.presses).toEqual([
      {
        verb: 'approvals/approve',
        data: { caseId: 'case-7', version: 3, comment: '承認します' },
        trigger: 'manual',
      },
    ]);
    await desk.page.reload();
    await desk.inChat('承認しました。').waitFor();
  });

  it('asks for the reason in Japanese before it sends a case back', async () => {
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '差戻し' }).click();
    await card.getByRole('button', { name: '差し戻す' }).click();
    await card.getByText('入力してください。').waitFor();
    expect(desk.service.presses).toEqual([]);
    await card.getByLabel('理由').fill('金額の根拠がありません');
    await card.getByRole('button', { name: '差し戻す' }).click();
    await desk.inChat('差し戻しました。理由: 金額の根拠がありません').waitFor();
    expect(desk.service.presses[0]?.data).toMatchObject({
      reason: '金額の根拠がありません',
      to: 'drafter',
      version: 3,
    });
  });

  it('shows that it works, and sends one press however often the button is pressed', async () => {
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    const slow = card.getByRole('button', { name: 'ゆっくり' });
    await slow.click();
    await card.getByText('送信しています…').waitFor();
    expect(await card.getAttribute('aria-busy')).toBe('true');
    await slow.click({ force: true });
    await card.getByRole('button', { name: '承認', exact: true }).click({ force: true });
    desk.service.release();
    await card.getByText('承認しました。').waitFor();
    expect(desk.service.presses.map((press) => press.verb)).toEqual(['test/slow']);
  });
});

describe('the list of chats', () => {
  it('keeps the mark of the app in shape beside a preview that does not fit', async () => {
    await desk.openTeams();
    const long = 'この案件はいまどなたのところにありますか。'.repeat(8);
    await desk.ask(long);
    const item = desk.page.getByTestId('chat-item');
    await item.locator('.preview').filter({ hasText: 'この案件はいま' }).waitFor();
    const box = await item.locator('.mark').boundingBox();
    expect([box?.width, box?.height]).toEqual([28, 28]);
    await desk.shoot('teams-long-preview');
  });
});

describe('a card that answers', () => {
  it('says why a press was refused or what came of it, and keeps the card', async () => {
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '別の人の番' }).click();
    await card.getByRole('alert').getByText('この案件は別の人の番です。').waitFor();
    await card.getByRole('button', { name: '質問' }).click();
    await card.getByText('質問を送りました。').waitFor();
  });

  it('says that nothing answers, and keeps the card', async () => {
    await desk.close();
    desk = await windows.openDesk({ invokeTimeoutMs: 500 });
    await desk.openTeams();
    await desk.service.post(approvalCard({}));
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: 'ゆっくり' }).click();
    await card.getByRole('alert').getByText('アプリに接続できません').waitFor();
    expect(await card.getByRole('button', { name: '承認', exact: true }).isEnabled()).toBe(true);
    desk.service.release();
  });

  it('follows a card that the bot changes, without losing what is being typed', async () => {
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('承認をお願いします。');
    await card.getByLabel('意見(任意)').fill('書きかけの意見');
    await card.getByRole('button', { name: '差戻し' }).click();
    await card.getByLabel('理由').fill('書きかけの理由');
    await desk.service.update(await idOf(card), approvalCard({ line: '係長が承認しました。' }));
    await card.getByText('係長が承認しました。').waitFor();
    expect(await card.getByLabel('意見(任意)').inputValue()).toBe('書きかけの意見');
    expect(await card.getByLabel('理由').inputValue()).toBe('書きかけの理由');
    expect(await card.getByLabel('理由').isVisible()).toBe(true);
    await desk.page.getByTestId('live').filter({ hasText: '更新されました' }).waitFor({ state: 'attached' });
  });

  it("asks the bot for this person's own view of a card that offers one", async () => {
    await desk.openTeams();
    await desk.service.post(approvalCard({ refresh: true }));
    await desk.inChat('あなたの番です。').waitFor();
    expect(desk.service.presses).toEqual([
      { verb: 'approvals/refresh', data: { caseId: 'case-7', version: 3 }, trigger: 'automatic' },
    ]);
  });
});

describe('the chat', () => {
  it('shows formatted text and never markup', async () => {
    await desk.openTeams();
    await desk.page.getByTestId('hint-help').click();
    await desk.inChat('<b>太字ではない</b>').waitFor();
    expect(await desk.page.locator('.text li strong').first().textContent()).toBe('受信箱');
    await desk.page.getByTestId('compose').fill('<img src=x onerror="document.title=1">');
    await desk.page.getByTestId('send').click();
    await desk.inChat('」ですね。').waitFor();
    expect(await desk.page.locator('.messages img').count()).toBe(0);
  });

  it('keeps the text when sending fails', async () => {
    await desk.openTeams();
    await desk.fault(`/sandbox/teams/${encodeURIComponent(PERSON)}/messages`, 1, 'POST');
    await desk.page.getByTestId('compose').fill('届くはずの文章');
    await desk.page.getByTestId('send').click();
    await desk.page.getByTestId('compose-problem').getByText('送信できませんでした').waitFor();
    expect(await desk.page.getByTestId('compose').inputValue()).toBe('届くはずの文章');
    await desk.page.getByTestId('send').click();
    await desk.inChat('「届くはずの文章」ですね。').waitFor();
    expect(await desk.page.getByTestId('compose').inputValue()).toBe('');
  });
});
