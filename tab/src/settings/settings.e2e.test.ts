import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { eventually } from '../testing/eventually.ts';
import { COLLEAGUE, ME } from '../testing/people.ts';
import { pressRetry } from '../testing/press-retry.ts';
import { pressTwice } from '../testing/press-twice.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const sent = (what: string) =>
  desk.service.calls.filter(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`.startsWith(what));

describe('A-35: absences of others', () => {
  it('are typed and ended for whom the city lets one, and stand apart from one’s own', async () => {
    const { page } = await desk.open('#/settings');
    const others = page.getByTestId('absences-others');
    await others.getByTestId('absence-none-other').waitFor();
    await page.getByTestId('away-whose').selectOption(COLLEAGUE.staffId);
    await page.getByTestId('away-note').fill('急な休み');
    await shoot(page, 'settings-for-another');
    await page.getByRole('button', { name: 'この人を不在にする' }).click();
    const row = others.getByTestId('absence-row');
    await row.waitFor();
    expect(await row.innerText()).toContain(COLLEAGUE.name);
    expect(sent('POST /directory/absences')[0]?.body).toMatchObject({ staffId: COLLEAGUE.staffId });
    // The row may have come before the answer to the form.
    await eventually(() => page.getByTestId('away-whose').inputValue(), '');
    await row.getByRole('button', { name: new RegExp(`^取り消す：${COLLEAGUE.name}`) }).click();
    await others.getByTestId('absence-none-other').waitFor();
    expect(sent('DELETE /directory/absences/')).toHaveLength(1);
    await page.getByTestId('absence-row').first().waitFor();
  });
});

describe('A-35: one’s own absences', () => {
  it('are listed with their source: what was typed can be changed, what Microsoft 365 says only looked at', async () => {
    const { page, complaints } = await desk.open('#/inbox');
    await page.getByTestId('nav-more').click();
    await page.getByTestId('nav-settings').click();
    const rows = page.getByTestId('absence-row');
    await rows.first().waitFor();
    await shoot(page, 'settings');
    expect(await rows.nth(0).innerText()).toContain('令和8年11月21日 08:30 から 令和8年11月21日 24:00 まで');
    const second = rows.nth(1);
    expect(await second.getAttribute('data-source')).toBe('GRAPH_CALENDAR');
    expect(await second.innerText()).toContain('Outlook の予定表の「外出中」');
    expect(await second.getByRole('button').count()).toBe(0);
    expect(await second.getByTestId('absence-read-only').innerText()).toContain('Microsoft 365');
    expect(await page.getByTestId('absence-sources').innerText()).toContain('11:05 に確認');
    expect(complaints).toEqual([]);
  });

  it('are typed: a day is enough; a second one the same day is a second call, not the first one again', async () => {
    const { page } = await desk.open('#/settings');
    await page.getByTestId('absence-row').first().waitFor();
    for (const expected of [3, 4]) {
      await page.getByTestId('away-note').fill('出張');
      await page.getByTestId('away-save').click();
      await page
        .getByTestId('absence-row')
        .nth(expected - 1)
        .waitFor();
    }
    const calls = sent('POST /directory/absences');
    expect(calls).toHaveLength(2);
    expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
    expect(calls[0]?.body).toMatchObject({ note: '出張', until: expect.stringContaining('T00:00:00+09:00') });
  });

  it('with times that cannot be are not sent, and the field says why', async () => {
    const { page } = await desk.open('#/settings');
    await page.getByTestId('away-fromDay').fill('2030-05-10');
    expect(await page.getByTestId('away-untilDay').inputValue()).toBe('2030-05-10');
    await page.getByTestId('away-fromTime').fill('15:00');
    await page.getByTestId('away-untilTime').fill('14:00');
    await page.getByTestId('away-save').click();
    await page.getByText('終わりは、始まりと今よりあとにしてください。').waitFor();
    expect(sent('POST')).toEqual([]);
    await page.getByTestId('away-open').check();
    await page.getByTestId('away-save').click();
    await page.getByTestId('absence-row').nth(2).waitFor();
    expect(sent('POST')[0]?.body).toMatchObject({ from: '2030-05-10T15:00:00+09:00', until: null });
  });

  it('end when the person is back, or are cancelled, by keyboard too', async () => {
    const { page } = await desk.open('#/settings');
    await page.getByTestId('absence-end').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('toast').getByText('不在を終えました').waitFor();
    await page.getByTestId('absence-end').waitFor({ state: 'detached' });
    expect(sent('POST /directory/absences/')[0]?.path).toMatch(/\/end$/);
    await page.locator(':focus', { hasText: /^今とこれからの不在$/ }).waitFor();
    await page.getByTestId('away-save').click();
    await page.getByTestId('absence-cancel').click();
    await page.getByTestId('toast').getByText('不在を取り消しました').waitFor();
    expect(sent('DELETE /directory/absences/')).toHaveLength(1);
  });

  it('that are refused keep what was typed, with the sentence of the service', async () => {
    const problem = desk.service.world.problem(
      400,
      'directory.absence_far',
      '始まりは、31 日前から 1 年先までの間に。',
    );
    desk.service.answer('POST /api/v1/directory/absences', () => ({ status: 400, body: problem }));
    const { page } = await desk.open('#/settings');
    await page.getByTestId('away-note').fill('海外研修');
    await page.getByTestId('away-save').click();
    expect(await page.getByTestId('away-refused').innerText()).toContain('31 日前から 1 年先まで');
    expect(await page.getByTestId('away-note').inputValue()).toBe('海外研修');
  });

  it('that nobody knows of are said to be none, and what cannot be read is asked for again', async () => {
    desk.service.world.settings.absences = [];
    const problem = desk.service.world.problem(403, 'test.refused', '今は見られません。');
    desk.service.answer('GET /api/v1/directory/absences', () => ({ status: 403, body: problem }));
    const { page } = await desk.open('#/settings');
    await page.getByText('今は見られません。').waitFor();
    // The other half of the page stands.
    await page.getByTestId('wishes-save').waitFor();
    await pressRetry(desk.service, page);
    await page.getByTestId('absence-none').waitFor();
  });
});

describe('A-41: when a person wants to be told', () => {
  it('is chosen and saved at one press; the sentence of the service says what holds', async () => {
    const { page } = await desk.open('#/settings');
    expect(await page.getByTestId('wishes-now').innerText()).toContain('団体の初期設定');
    await page.getByTestId('wish-DIGEST').check();
    await page.getByTestId('wish-quiet').check();
    await page.getByTestId('wishes-save').click();
    await page.getByTestId('toast').waitFor();
    expect(sent('PUT /notifications/settings').map(({ body }) => body)).toEqual([
      { normal: 'DIGEST', quietHours: true },
    ]);
    await page.locator('[data-testid="wishes-save"][aria-disabled="true"]').waitFor();
    await page.getByTestId('wishes-now').filter({ hasNotText: '団体の初期設定' }).waitFor();
  });
});

describe('O-17: what is kept of oneself', () => {
  it('is told with purpose, period, article and from when on it is there', async () => {
    const { page } = await desk.open('#/settings');
    const rows = page.getByTestId('data-row');
    await rows.nth(1).waitFor();
    await shoot(page, 'settings-data');
    const text = await rows.nth(0).innerText();
    expect(text).toContain('在席・行先 · 1年未満（30日）');
    expect(text).toContain('目的：当日の連絡のため（みなと市文書取扱規程 別表第3 第4項）');
    expect(text).toContain('今残っているのは 令和8年10月22日');
    expect(await rows.nth(1).innerText()).toContain('誰が開いたかを毎晩消します');
  });
});

describe('whom the bot does not reach', () => {
  it('is not asked for by others; they are told who may see it', async () => {
    const { page } = await desk.open('#/settings');
    expect(await page.getByTestId('reach-others').innerText()).toContain('文書主任だけ');
    expect(sent('GET /notifications/reach')).toEqual([]);
  });

  it('is listed for administrators with reason, advice and what waits, and sifted by reason', async () => {
    desk.service.world.me = { ...ME, roles: ['ADMIN'] };
    const { page } = await desk.open('#/settings');
    const rows = page.getByTestId('reach-row');
    await rows.first().waitFor();
    await shoot(page, 'settings-reach');
    expect(await page.getByTestId('reach-counts').innerText()).toContain('職員 60 人のうち 58 人に届きます');
    expect(await rows.nth(1).innerText()).toMatch(/係長 花子[\s\S]*ブロック[\s\S]*5 件[\s\S]*アクティビティ/);
    await page.getByTestId('reach-filter').selectOption('BLOCKED');
    await rows.nth(1).waitFor({ state: 'detached' });
    expect(await rows.innerText()).toContain('係長 花子');
    await page.getByTestId('reach-filter').selectOption('GONE');
    await page.getByText('この理由の職員はいません。').waitFor();
  });

  it('R-19: copies in SharePoint are told to administrators: how many are missing, why, and when they are tried again', async () => {
    desk.service.world.me = { ...ME, roles: ['ADMIN'] };
    const { page } = await desk.open('#/settings');
    const rows = page.getByTestId('mirror-row');
    await rows.first().waitFor();
    await rows.first().scrollIntoViewIfNeeded();
    await shoot(page, 'settings-mirror');
    expect(await page.getByTestId('mirror-counts').innerText()).toBe('写した文書 120 件、まだ写していない文書 3 件');
    expect(await rows.nth(0).innerText()).toMatch(/庁舎の改修[\s\S]*写せない[\s\S]*空きがありません[\s\S]*11月22日/);
    expect(await rows.nth(1).innerText()).toMatch(
      /政第13号[\s\S]*見られる人にだけ[\s\S]*ラベルなし[\s\S]*自動では試みません/,
    );
    // They may not open what is of another section; whoever may is led there.
    expect(await rows.getByRole('link').count()).toBe(0);
    desk.service.world.me = { ...ME, roles: ['AUDITOR'] };
    const { page: auditor } = await desk.open('#/settings');
    await auditor.getByTestId('mirror-row').first().getByRole('link', { name: '庁舎の改修' }).waitFor();
  });

  it('R-15: a copy in a library that is not configured any more is registered as deleted by hand, once and after being asked', async () => {
    const { world } = desk.service;
    world.me = { ...ME, roles: ['CHIEF_RECORDS_MANAGER'] };
    const [copy] = world.settings.mirror.troubled;
    if (!copy) throw new RangeError('no copy');
    const left: typeof copy = {
      ...{ ...copy, state: 'BLOCKED', problem: 'records.mirror_left_elsewhere', mayTellDeleted: true },
      said: '写しは、いまは設定されていない SharePoint のライブラリ（b!old）に残っています。',
    };
    world.settings.mirror = { ...world.settings.mirror, isOn: false, troubled: [left] };
    const asked: unknown[] = [];
    desk.service.answer(`POST /api/v1/records/${left.recordId}/mirror/deletion`, ({ body }) => {
      asked.push(body);
      if (asked.length === 1) {
        const sentence = 'このライブラリは、また設定されています。';
        // It may be said no more: what was typed and why it was refused stay all the same.
        world.settings.mirror = { ...world.settings.mirror, troubled: [{ ...left, mayTellDeleted: false }] };
        return { status: 409, body: world.problem(409, 'records.mirror_library_back', sentence) };
      }
      const gone: typeof copy = {
        ...left,
        state: 'REMOVED',
        mayTellDeleted: false,
        againAt: null,
        said: '手で削除したと登録しました。',
      };
      world.settings.mirror = { ...world.settings.mirror, troubled: [gone] };
      return { body: world.settings.mirror };
    });
    const { page } = await desk.open('#/settings');
    const row = page.getByTestId('mirror-row');
    await page.getByText('文書の写しを SharePoint に置く設定になっていません。').waitFor();
    await row.getByText('消せない').waitFor();
    await row.scrollIntoViewIfNeeded();
    await shoot(page, 'settings-mirror-left');
    await page.getByRole('button', { name: '「庁舎の改修について」の写しを手で削除した' }).click();
    await page.getByTestId('act-submit').click();
    await page.getByTestId('mirror-deleted-dialog').getByText('入力してください').waitFor();
    expect(asked).toEqual([]);
    await page.getByTestId('deleted-on').fill('2026-11-20');
    await page.getByTestId('deleted-note').fill('サイトの管理者が削除し、ごみ箱も空にした');
    await shoot(page, 'settings-mirror-deleted');
    await page.getByTestId('act-submit').click();
    await page.getByTestId('act-error').getByText('また設定されています').waitFor();
    await row.getByTestId('mirror-deleted').waitFor({ state: 'detached' });
    expect(await page.getByTestId('deleted-note').inputValue()).toContain('サイトの管理者');
    await pressTwice(page.getByTestId('act-submit'));
    await page.getByTestId('mirror-deleted-dialog').waitFor({ state: 'detached' });
    await row.getByText('手で削除したと登録しました。').waitFor();
    expect(await page.getByTestId('mirror-deleted').count()).toBe(0);
    const wish = { deletedOn: '2026-11-20', note: 'サイトの管理者が削除し、ごみ箱も空にした' };
    expect(asked).toEqual([wish, wish]);
  });

  it.each(['dark', 'light'] as const)('fits a phone of 400 pixels, %s', async (colorScheme) => {
    desk.service.world.me = { ...ME, roles: ['RECORDS_OFFICER', 'ADMIN'] };
    const { page } = await desk.open('#/settings', { colorScheme, viewport: { width: 400, height: 800 } });
    await page.getByTestId('reach-row').first().waitFor();
    await page.getByTestId('absence-row').first().waitFor();
    await page.getByTestId('mirror-row').first().waitFor();
    await shoot(page, `settings-400-${colorScheme}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  });
});
