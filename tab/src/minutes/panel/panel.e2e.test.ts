import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangeMeetingInput, MakeMeetingInput, SentenceEdit } from '@kaigi/core/contract';
import type { FrameLocator, Page } from 'playwright-core';
import { type OpenPage, openPage, shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { aMeeting, attendeeId, lineId, meetingId } from '../../testing/meetings.ts';
import { theMinutes } from '../../testing/stand-in-sentences.ts';
import { openTeamsWindow, type TeamsWindow } from '../../testing/teams-window.ts';

let desk: Desk;
let teams: TeamsWindow;

beforeAll(async () => {
  teams = await openTeamsWindow();
  desk = await setUpDesk({ hostOrigins: [teams.origin] });
});
afterEach(() => desk.tidy());
afterAll(async () => {
  await desk.close();
  await teams.close();
});

const CHAT = '19:meeting_abc@thread.v2';
const WIDTH = { viewport: { width: 300, height: 900 } };
const MINUTES = `GET /api/v1/meetings/${meetingId(1)}/minutes`;
const AGENDA = aMeeting().agenda;

interface Panel extends OpenPage {
  readonly panel: FrameLocator;
}

/** The side panel of the meeting in a window of Teams. */
async function openPanel(more: Readonly<Record<string, string>> = {}): Promise<Panel> {
  const opened = await openPage(desk.browser, WIDTH);
  const context = { frameContext: 'sidePanel', meetingId: 'TU1FRVQ', chatId: CHAT, locale: 'ja-jp', theme: 'default' };
  await opened.page.goto(teams.address(`${desk.service.origin}/tab/`, { ...context, ...more }));
  return { ...opened, panel: opened.page.frameLocator('iframe') };
}

const calls = <T>(method: string, ending: string) =>
  desk.service.calls.flatMap((call) => (call.method === method && call.path.endsWith(ending) ? [call.body as T] : []));
const edits = () => calls<{ edits: SentenceEdit[] }>('POST', '/minutes/edits').flatMap((body) => body.edits);
const saved = (panel: FrameLocator) => panel.locator('[data-testid="save-state"][data-state="all"]').waitFor();
// Teams' own list of hosts, which its library asks for, is out of reach here.
const own = (complaints: readonly string[]) => complaints.filter((one) => !one.includes('load resource: net::'));
const isTooWide = (page: Page) =>
  page
    .frames()
    .at(1)
    ?.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The links that Teams was asked to open. */
const linksOf = (page: Page) =>
  page.evaluate(() => {
    const { heard: all } = window as unknown as { heard: { func: string; args: readonly string[] }[] };
    return all.filter(({ func }) => func === 'executeDeepLink').map(({ args }) => decodeURIComponent(args[0] ?? ''));
  });

/** The first meeting is of this chat, with nothing written down yet. */
function duringTheMeeting(): void {
  const { minutes } = desk.service.world;
  minutes.chats.set(meetingId(1), CHAT);
  minutes.minutes = theMinutes([]);
  minutes.meetings = [aMeeting({ state: 'PLANNED', transcripts: [] })];
}

describe('the side panel of a meeting', () => {
  it('M-01: offers to begin the minutes where there are none, with what Teams tells of the meeting', async () => {
    const details = {
      ...{ title: '第4回 総合計画審議会', scheduledStartTime: '2099-12-10T05:00:00Z' },
      scheduledEndTime: '2099-12-10T07:00:00Z',
    };
    const { panel, page, complaints } = await openPanel({ meetingDetails: JSON.stringify({ details }) });
    await panel.getByTestId('meeting-form').waitFor();
    expect(await panel.getByTestId('meeting-name').inputValue()).toBe('第4回 総合計画審議会');
    expect(await panel.getByTestId('meeting-startsAt').inputValue()).toBe('14:00');
    expect(await panel.getByTestId('meeting-day').inputValue()).toBe('2099-12-10');
    await shoot(page, 'panel-make');
    // M-20: what was written in the chat of the meeting, in the tab, which then knows the chat.
    await panel.getByTestId('panel-from-chat').click();
    const chat = new URLSearchParams({ chat: CHAT });
    await eventually<unknown>(() => linksOf(page), [expect.stringContaining(`meetings/chat?${chat}`)]);
    await panel.getByTestId('meeting-send').click();
    await panel.getByTestId('panel-title').getByText('第4回 総合計画審議会').waitFor();
    expect(calls<MakeMeetingInput>('POST', '/meetings')).toMatchObject([{ onlineChat: CHAT, place: 'Teams' }]);
    expect(own(complaints)).toEqual([]);
  });

  it('takes decisions and actions under the marked 議題, and shows at once what a colleague adds', async () => {
    duringTheMeeting();
    const { panel, page, complaints } = await openPanel();
    const item = (n: number) => panel.locator(`[data-item-id="${AGENDA[n]?.id ?? ''}"]`);
    await item(0).getByTestId('panel-here').waitFor();
    await item(1).getByTestId('panel-go').click();
    await item(1).getByTestId('panel-here').waitFor();
    await item(1).getByTestId('panel-add-ACTION').click();
    await panel.getByTestId('sentence-text').fill('日程表を配る。');
    await panel.getByTestId('sentence-owner').fill('佐藤 花子');
    await panel.getByTestId('sentence-due-on').fill('2026-12-01');
    await panel.getByTestId('sentence-save').click();
    await item(1).getByText('日程表を配る。').waitFor();
    await saved(panel);
    await item(1).getByTestId('panel-add-DECISION').click();
    await panel.getByTestId('sentence-text').fill('案のとおりとする。');
    await panel.getByTestId('sentence-outcome').selectOption('APPROVED_AS_PROPOSED');
    await panel.getByTestId('sentence-save').click();
    await item(1).getByText('案のとおりとする。').waitFor();
    await saved(panel);
    const [made, action, decision] = edits();
    expect(made).toMatchObject({ op: 'ADD', id: AGENDA[1]?.id, part: 'ITEM', text: '今後の日程について' });
    expect(action).toMatchObject({
      ...{ part: 'ACTION', itemId: AGENDA[1]?.id, due: { on: '2026-12-01' } },
      owner: { attendeeId: attendeeId(2) },
    });
    expect(decision).toMatchObject({ part: 'DECISION', outcome: 'APPROVED_AS_PROPOSED' });
    const { minutes } = desk.service.world;
    const theirs = { ...theMinutes().sentences[1], id: attendeeId(9), text: '相手のメモ。', itemId: AGENDA[1]?.id };
    desk.service.after(MINUTES, () => {
      const mine = minutes.minutes.sentences.filter(({ id }) => id !== theirs.id);
      minutes.minutes = theMinutes([...mine, theirs as (typeof mine)[number]]);
    });
    desk.service.tell(meetingId(1), 9, 'meeting');
    await item(1).getByText('相手のメモ。').waitFor();
    await shoot(page, 'panel-during');
    expect(await isTooWide(page)).toBe(false);
    expect(own(complaints)).toEqual([]);
  });

  it('ticks who is there, on top of what somebody else has ticked meanwhile', async () => {
    duringTheMeeting();
    const { world } = desk.service;
    const path = `/api/v1/meetings/${meetingId(1)}`;
    desk.service.answer(`PATCH ${path}`, () => {
      desk.service.restore();
      const view = world.minutes.meetings[0] ?? aMeeting();
      const attendees = view.attendees.map((one) => (one.id === attendeeId(3) ? { ...one, attended: false } : one));
      world.minutes.meetings = [{ ...view, version: view.version + 1, attendees }];
      return { status: 409, body: world.problem(409, 'minutes.meeting_stale', 'ほかの人が先に変更しました。', view) };
    });
    const { panel } = await openPanel();
    const tick = (name: string) => panel.getByTestId('panel-attendance').getByRole('checkbox', { name });
    await tick('高橋 次郎').check();
    await eventually<unknown>(async () => tick('鈴木 一郎').isChecked(), false);
    await eventually<unknown>(async () => tick('高橋 次郎').isChecked(), true);
    const sent = calls<ChangeMeetingInput>('PATCH', meetingId(1));
    expect(sent.map(({ version }) => version)).toEqual([3, 4]);
    const attended = sent[1]?.attendees?.map((one) => one.attended);
    expect(attended).toEqual([true, true, false, true]);
  });

  it('says why nothing more is taken down once the minutes are being confirmed', async () => {
    const { minutes } = desk.service.world;
    minutes.chats.set(meetingId(1), CHAT);
    const { may } = aMeeting();
    minutes.meetings = [aMeeting({ state: 'CONFIRMING', next: 'ROUND', may: { ...may, edit: false } })];
    const { panel } = await openPanel();
    await panel.getByText('会議録が確認に回った後は、ここには書けません。').waitFor();
  });

  it('afterwards tells how far the minutes are, what is missing and due, and leads to the tab', async () => {
    desk.service.world.minutes.chats.set(meetingId(1), CHAT);
    const { panel, page, complaints } = await openPanel({ theme: 'dark' });
    const progress = await panel.getByTestId('panel-progress').innerText();
    expect(progress).toContain('文字起こしがあります（6発言）');
    expect(progress).toContain('出席した職員の職氏名が書かれていません。');
    await panel.getByText('会議概要 令和8年11月26日まで').waitFor();
    const notice = panel.getByTestId('recording-notice');
    await notice.getByText('この審議会は会議録を作るために録音します。（会議公開要綱 第9条）').waitFor();
    await shoot(page, 'panel-after-dark');
    await panel.getByTestId('panel-open-tab').click();
    await panel.getByTestId('source').first().click();
    await eventually<unknown>(
      () => linksOf(page),
      [
        expect.stringContaining(`/inbox?context={"subEntityId":"meetings/${meetingId(1)}"}`),
        expect.stringContaining(`meetings/${meetingId(1)}/transcript?line=${lineId(3)}`),
      ],
    );
    expect(own(complaints)).toEqual([]);
  });
});
