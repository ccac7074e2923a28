import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lineId, meetingId } from '../../testing/meetings.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const LINK = 'https://teams.microsoft.com/l/message/19:8c2f@thread.v2/1764000000000';

describe('M-20: a chat as minutes, from the tab', () => {
  it('says how it is done from the chat, takes a link, and shows what was taken in with what each message answers', async () => {
    const { page, complaints } = await desk.open('#/meetings');
    await page.getByTestId('from-chat').click();
    await page.getByTestId('chat-steps').getByText('@回議 議事録').waitFor();
    await page.getByTestId('chat-link').fill('https://teams.microsoft.com/l/message/19:ab@thread.tacv2/1');
    await page.getByTestId('chat-link-send').click();
    await page.getByText('これはチームのチャネルのリンクです。').waitFor();
    await shoot(page, 'chat-choose');
    await page.getByTestId('chat-link').fill(LINK);
    await page.getByTestId('chat-link-send').click();
    await page.getByTestId('chat-form').waitFor();
    expect(await page.getByTestId('chat-title').inputValue()).toBe('窓口の混雑対策');
    await page.getByText('所管課（政策課）').waitFor();
    await page.getByTestId('chat-to').fill('2026-11-20');
    await page.getByTestId('chat-send').click();
    await page.getByText('終わりの日は、始まりの日以後の日にしてください。').waitFor();
    await page.getByTestId('chat-to').fill('2026-11-25');
    await page.getByTestId('chat-body').selectOption('plan-council');
    await shoot(page, 'chat-form');
    await page.getByTestId('chat-send').click();
    await page.waitForURL(`**/#/meetings/${meetingId(9)}/transcript`);
    const asked = desk.service.calls.filter(({ path }) => path.includes('/meetings/from-chat'));
    expect(asked.map(({ body }) => body)).toEqual([
      {
        ...{ chat: '19:8c2f@thread.v2', title: '窓口の混雑対策', from: '2026-11-24', to: '2026-11-25' },
        bodyId: 'plan-council',
      },
    ]);
    await page.getByTestId('chat-left-out').getByText('アプリへの発言は含めていません（2件）。').waitFor();
    const second = page.locator(`[data-line-id="${lineId(2)}"]`);
    await second.getByText('返信先：話者1「えー、それでは、第3回の総合計画審議会を始めます。」').waitFor();
    await page
      .locator(`[data-line-id="${lineId(3)}"]`)
      .getByText('ここにない投稿')
      .waitFor();
    await shoot(page, 'chat-replies');
    await second.getByTestId('line-reply').click();
    await page.locator(`[data-line-id="${lineId(1)}"] textarea:focus`).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says why a chat cannot be read, and leads back to another', async () => {
    const { world } = desk.service;
    const body = world.problem(
      403,
      'minutes.chat_not_member',
      'このチャットに参加している人だけが、会議録にできます。',
    );
    desk.service.answer('GET /api/v1/meetings/chat-offer', () => ({ status: 403, body }));
    const { page } = await desk.open('#/meetings/chat?chat=19%3A8c2f%40thread.v2', {
      viewport: { width: 390, height: 844 },
    });
    await page.getByText('このチャットに参加している人だけが').waitFor();
    await shoot(page, 'chat-refused-phone');
    await page.getByTestId('other-chat').click();
    await page.getByTestId('chat-link').waitFor();
  });
});
