import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { aRoom, roomIdOf } from '../../testing/rooms.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROOMS = '/api/v1/schedules/rooms';

/** On Tuesday, 24 November 2026, at half past ten. */
async function open(isAdmin = true, options?: BrowserContextOptions): Promise<Page> {
  desk.service.world.rooms.isAdmin = isAdmin;
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/#/schedules/settings`);
  return page;
}

const sent = (method: string, path: string) =>
  desk.service.calls.filter((call) => call.method === method && call.path.startsWith(path)).map(({ body }) => body);
const lineOf = (page: Page, name: string) => page.getByTestId('managed-room').filter({ hasText: name });

describe('an administrator', () => {
  it('enters a room without a mailbox, changes what is beside one of Outlook, and retires', async () => {
    const own = desk.service.world.rooms.rooms[2];
    if (own) own.source = 'OWN';
    const page = await open();
    await page.getByTestId('room-add').click();
    await page.getByTestId('room-save').click();
    await page.getByText('名前を入力してください').waitFor();
    await page.getByTestId('room-name').fill('和室');
    await page.getByTestId('room-capacity').fill('20');
    await page.getByTestId('room-equipment').fill('座卓、座布団');
    await page.getByTestId('room-notes').fill('鍵は守衛室');
    await page.getByTestId('room-save').click();
    await lineOf(page, '和室').waitFor();
    const room = { name: '和室', kind: 'ROOM', capacity: 20, equipment: ['座卓', '座布団'], notes: '鍵は守衛室' };
    expect(sent('POST', ROOMS)).toEqual([expect.objectContaining(room)]);
    await lineOf(page, '第1会議室').getByTestId('room-change').click();
    expect(await page.getByTestId('room-name').count()).toBe(0);
    await page.getByTestId('room-publicText').fill('会議中');
    await page.getByTestId('room-save').click();
    await page.getByTestId('toast').getByText('第1会議室 を保存しました').waitFor();
    await lineOf(page, '支所会議室').getByTestId('room-change').click();
    await page.getByTestId('room-retire').click();
    await page.getByTestId('room-retire').click();
    await lineOf(page, '支所会議室').waitFor({ state: 'detached' });
    expect(sent('PATCH', ROOMS)).toEqual([
      { publicText: '会議中', version: 1 },
      { removed: true, version: 1 },
    ]);
  });

  it('is told that a room was changed meanwhile, and keeps what was typed', async () => {
    const page = await open();
    await lineOf(page, '第2会議室').getByTestId('room-change').click();
    await page.getByTestId('room-notes').fill('鍵は守衛室');
    const problem = desk.service.world.problem(409, 'schedules.room_stale', '会議室の登録が変わっています。');
    const path = `${ROOMS}/${roomIdOf(2)}`;
    desk.service.answer(`PATCH ${path}`, () => ({ status: 409, body: problem }));
    await page.getByTestId('room-save').click();
    await page.getByTestId('booking-refused').getByText('会議室の登録が変わっています').waitFor();
    expect(await page.getByTestId('room-notes').inputValue()).toBe('鍵は守衛室');
  });

  it('is told of rooms whose office is not known, and says whose they are', async () => {
    const { world } = desk.service;
    const office = { code: 'building:丘出張所', name: '丘出張所' };
    world.rooms.rooms = [...world.rooms.rooms, aRoom(5, '丘出張所会議室', { office, officeKnown: false })];
    const page = await open(true, COLOURS.contrast);
    const { troubles, lookOver } = lookingOver(page, 'room-settings-unknown', seriousTroubles);
    const card = page.getByTestId('unknown-rooms');
    await card.getByText('庁舎が分からない部屋').waitFor();
    expect(await card.getByTestId('unknown-room').allInnerTexts()).toEqual(['庁舎を決める 丘出張所会議室 丘出張所']);
    // A display is made for an office only.
    expect(await page.getByTestId('display-office').locator('option').allInnerTexts()).toEqual(['本庁', '支所']);
    await lookOver('page');
    await card.getByTestId('room-set-office').click();
    const choice = page.getByTestId('room-office');
    expect(await choice.locator('option').allInnerTexts()).toEqual(['分からない（丘出張所）', '本庁', '支所']);
    await lookOver('room');
    await choice.selectOption('SHISHO');
    await page.getByTestId('room-save').click();
    await card.waitFor({ state: 'detached' });
    await lineOf(page, '丘出張所会議室').getByText('支所').waitFor();
    expect(sent('PATCH', ROOMS)).toEqual([{ office: 'SHISHO', version: 1 }]);
    expect(troubles).toEqual({});
  });

  it('makes a display, is told its key once with what to do, and revokes it', async () => {
    const page = await open();
    await page.getByTestId('display').getByText('本庁1階の受付').waitFor();
    await page.getByTestId('display-make').click();
    await page.getByText('置き場所の名前を入力してください').waitFor();
    await page.getByTestId('display-name').fill('支所の受付');
    await page.getByTestId('display-make').click();
    await page.getByTestId('key-dialog').getByText('見られるのは今だけ').waitFor();
    expect(await page.getByTestId('display-key').inputValue()).toMatch(/^0{32}\.k{43}$/);
    await page.getByTestId('key-dialog').getByText(`${desk.service.origin}/lobby`).waitFor();
    await shoot(page, 'display-key');
    await page.getByTestId('key-close').click();
    const line = page.getByTestId('display').filter({ hasText: '支所の受付' });
    await line.getByText('まだ表示されていません').waitFor();
    const made = desk.service.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/displays'));
    expect(made.map(({ headers }) => headers['idempotency-key'])).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/u)]);
    expect(await page.getByText('kkkk').count()).toBe(0);
    await line.getByTestId('display-revoke').click();
    await line.getByTestId('display-revoke').click();
    await line.getByText('失効済み').waitFor();
    expect(await line.getByTestId('display-revoke').count()).toBe(0);
  });

  it('reads in words how calendars are followed; others are told that nothing is theirs', async () => {
    const page = await open();
    const health = page.getByTestId('health-card');
    await health.getByText('120件の予定表を追い、うち118件は変更がすぐに届きます。').waitFor();
    await health.getByText('メールボックスがない: 1件').waitFor();
    expect(await page.getByTestId('health-mailbox').count()).toBe(2);
    desk.service.world.rooms.health.on = false;
    desk.service.tell('all', 0, 'schedules');
    await health.getByText('Outlookの予定表を読みません').waitFor();
    const other = await open(false);
    await other.getByText('管理できるものがありません').waitFor();
    expect(await other.getByTestId('displays-card').count()).toBe(0);
  });

  it('has a page without serious barriers that fits, in every colour, with its dialogs', async () => {
    const page = await open(true, COLOURS.contrast);
    const { troubles, lookOver } = lookingOver(page, 'room-settings', seriousTroubles);
    await page.getByTestId('health-mailbox').first().waitFor();
    await lookOver('page');
    await page.getByTestId('room-add').click();
    await page.getByTestId('room-form').waitFor();
    await lookOver('room');
    await page.keyboard.press('Escape');
    await page.getByTestId('room-form').waitFor({ state: 'detached' });
    await page.getByTestId('display-name').fill('支所の受付');
    await page.getByTestId('display-make').click();
    await page.getByTestId('key-dialog').waitFor();
    await lookOver('key');
    expect(troubles).toEqual({});
  });
});
