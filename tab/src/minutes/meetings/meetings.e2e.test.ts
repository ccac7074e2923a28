import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { aMeeting, meetingId } from '../../testing/meetings.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const PHONE = { viewport: { width: 390, height: 844 } };
const ONE = `#/meetings/${meetingId(1)}`;
const bodies = (method: string, ending: string) =>
  desk.service.calls.flatMap((call) => (call.method === method && call.path.endsWith(ending) ? [call.body] : []));
const FILE = { name: '審議会.vtt', mimeType: 'text/vtt', buffer: Buffer.from('WEBVTT\n') };
const UPLOAD = `POST /api/v1/meetings/${meetingId(1)}/transcript`;

describe('M-01, M-15: the list of meetings', () => {
  it('tells state, day, body and what is due, and marks what is late in words', async () => {
    const { page, complaints } = await desk.open('#/meetings', PHONE);
    const row = page.locator(`[data-meeting-id="${meetingId(1)}"]`);
    await row.waitFor();
    for (const words of [
      '作成中',
      '令和8年11月24日',
      '総合計画審議会',
      '会議概要 令和8年11月26日まで',
      '期限を過ぎています',
    ])
      expect(await row.innerText()).toContain(words);
    await shoot(page, 'meetings-phone');
    expect(complaints).toEqual([]);
  });

  it('is asked for by whose they are, state and days', async () => {
    const { page } = await desk.open('#/meetings');
    await page.getByTestId('meeting-row').first().waitFor();
    await page.getByTestId('box-UNIT').click();
    await page.waitForURL('**/#/meetings?box=unit');
    await page.getByTestId('filter-state').selectOption('PLANNED');
    await page.getByTestId('filter-from').fill('2026-11-01');
    await page.locator(`[data-meeting-id="${meetingId(1)}"]`).waitFor({ state: 'detached' });
    await page.locator(`[data-meeting-id="${meetingId(2)}"]`).waitFor();
    await page.getByTestId('filter-to').fill('2026-11-02');
    await page.getByText('条件に合う会議はありません。').waitFor();
    const asked = desk.service.calls.map(({ path }) => path);
    expect(asked).toContain('/api/v1/meetings?box=UNIT&state=PLANNED&from=2026-11-01&to=2026-11-02');
  });
});

describe('M-01: a new meeting', () => {
  it('is written down with body, ground for closing, agenda, attendees of the city and from outside', async () => {
    const post = { postId: 'p', title: '主査', unitId: 'u', unitName: '政策課', concurrent: false };
    const staffId = '0193c0de-0000-7000-9200-000000000001';
    desk.service.answer('GET /api/v1/directory/staff', () => ({
      body: { items: [{ staffId, name: '主査 三郎', signInName: 'a@b.example', posts: [post] }], nextCursor: null },
    }));
    const { page, complaints } = await desk.open('#/meetings');
    await page.getByTestId('new-meeting').click();
    await page.getByTestId('meeting-form').waitFor();
    await page.getByTestId('meeting-send').click();
    await page.getByText('会議の名称を入力してください。').waitFor();
    await page.getByTestId('meeting-name').fill('第4回 総合計画審議会');
    await page.getByTestId('meeting-day').fill('2026-12-10');
    await page.getByTestId('meeting-startsAt').fill('14:00');
    await page.getByTestId('meeting-body').selectOption('plan-council');
    await page.getByText('事務局（政策課）の職員が登録します').waitFor();
    await page.getByRole('radio', { name: '非公開' }).check();
    await page.getByTestId('meeting-ground').selectOption('personal');
    await page.getByTestId('agenda-add').click();
    await page.getByTestId('agenda-item').fill('答申案について');
    await page.getByTestId('directory-picker').click();
    await page.getByTestId('directory-picker').pressSequentially('三郎');
    await page.getByRole('option', { name: /主査 三郎/ }).click();
    await page.getByTestId('attendee').getByText('政策課 主査 主査 三郎').waitFor();
    await page.getByTestId('attendee-outside').click();
    await page.getByTestId('attendee-name').fill('大学 教授');
    await page.getByTestId('attendee-role').last().selectOption('CHAIR');
    await shoot(page, 'meeting-form');
    await page.getByTestId('meeting-send').click();
    await page.waitForURL(`**/#/meetings/${meetingId(9)}`);
    await page.getByTestId('toast').getByText('会議を登録しました').waitFor();
    expect(bodies('POST', '/meetings')).toMatchObject([
      {
        ...{ title: '第4回 総合計画審議会', heldOn: '2026-12-10', startsAt: '2026-12-10T05:00:00.000Z', endsAt: null },
        ...{ bodyId: 'plan-council', isOpen: false, closedGround: 'personal', agenda: [{ title: '答申案について' }] },
        attendees: [
          { staffId, name: '主査 三郎', unitName: '政策課', role: 'MEMBER', attended: true },
          { staffId: null, name: '大学 教授', role: 'CHAIR' },
        ],
      },
    ]);
    expect(complaints).toEqual([]);
  });

  it('that is refused keeps what was typed and says why', async () => {
    const refusal = desk.service.world.problem(400, 'minutes.unknown_body', 'この会議体は定めにありません。');
    desk.service.answer('POST /api/v1/meetings', () => ({ status: 400, body: refusal }));
    const { page } = await desk.open('#/meetings/new');
    await page.getByTestId('meeting-name').fill('会議');
    await page.getByTestId('meeting-send').click();
    await page.getByTestId('meeting-refused').getByText('この会議体は定めにありません。').waitFor();
    expect(await page.getByTestId('meeting-name').inputValue()).toBe('会議');
  });
});

describe('M-01, M-15, M-21: one meeting', () => {
  it.each([
    ['phone', PHONE],
    ['wide', { viewport: { width: 1280, height: 900 } }],
  ] as const)(
    'shows what it is, what is missing by which article, what is due, and who sees it (%s)',
    async (name, options) => {
      const { page, complaints } = await desk.open(ONE, options);
      await page.getByTestId('meeting-facts').waitFor();
      const facts = await page.getByTestId('meeting-facts').innerText();
      for (const words of [
        '14:00から16:00まで',
        '市役所 第1会議室',
        '1 基本構想の素案について',
        '会長 議長 太郎（議長・座長）',
        '4人',
      ])
        expect(facts).toContain(words);
      expect(facts).toMatch(/欠席者\s+委員 高橋 次郎/);
      const missing = await page.getByTestId('missing').innerText();
      expect(missing).toContain('出席した職員の職氏名が書かれていません。');
      expect(missing).toContain('根拠：会議公開要綱 第9条');
      expect(await page.getByTestId('deadlines').innerText()).toContain('期限を過ぎています');
      expect(await page.getByTestId('seen-by').innerText()).toContain('政策課の職員が見られます');
      await shoot(page, `meeting-${name}`);
      expect(complaints).toEqual([]);
    },
  );

  it('is put right by whoever may: what is sent names the version that was seen', async () => {
    const { page } = await desk.open(ONE);
    await page.getByTestId('recording-notice').getByText('この審議会は会議録を作るために録音します。').waitFor();
    await page.getByTestId('change-meeting').click();
    await page.getByTestId('meeting-place').fill('市民会館');
    await page.getByTestId('meeting-send').click();
    await page.getByTestId('meeting-facts').getByText('市民会館').waitFor();
    expect(bodies('PATCH', meetingId(1))).toMatchObject([{ version: 3, place: '市民会館', observers: 4 }]);
  });

  it('is cancelled with a reason', async () => {
    const { page } = await desk.open(ONE);
    await page.getByTestId('cancel-meeting').click();
    await page.getByTestId('cancel-reason').fill('定足数に満たないため');
    await page.getByTestId('cancel-confirm').click();
    await page.getByTestId('cancel-dialog').waitFor({ state: 'detached' });
    await page.getByTestId('meeting-facts').getByText('定足数に満たないため').waitFor();
    expect(await page.getByTestId('meeting-state').getAttribute('data-state')).toBe('CANCELLED');
    expect(await page.getByTestId('take-button').count()).toBe(0);
  });
});

describe('M-02, M-03: a transcript is taken in', () => {
  it('by choosing its file: `metadata` comes before the bytes, and what was odd in it is shown', async () => {
    const { page } = await desk.open(ONE);
    const taken = page.getByTestId('taken-transcript');
    await taken.first().waitFor();
    await taken.getByText('読み込みの注意（1件）').click();
    await taken.getByText('終わりが始まりより前の区切りが1個ありました（12行目）。').waitFor();
    await page.getByTestId('take-button-input').setInputFiles(FILE);
    await page.getByTestId('toast').getByText('文字起こしを取り込みました').waitFor();
    await taken.getByText('取り込み.vtt').waitFor();
    const [body = ''] = bodies('POST', '/transcript') as string[];
    expect(body.indexOf('{"version":3,"despiteDoubts":false}')).toBeGreaterThan(-1);
    expect(body.indexOf('WEBVTT')).toBeGreaterThan(body.indexOf('"version"'));
  });

  it('that may be of another meeting is asked about first', async () => {
    const words = 'ファイル名の日付（2026年11月10日）が、会議の日と違います。';
    const doubt = desk.service.world.problem(409, 'minutes.transcript_doubted', words);
    desk.service.answer(UPLOAD, ({ body }) =>
      String(body).includes('"despiteDoubts":true') ? { body: aMeeting({ version: 4 }) } : { status: 409, body: doubt },
    );
    const { page } = await desk.open(ONE);
    await page.getByTestId('taken-transcript').waitFor();
    await page.getByTestId('take-button-input').setInputFiles(FILE);
    await page.getByTestId('take-doubt').getByText(words).waitFor();
    await shoot(page, 'meeting-doubt');
    await page.getByTestId('take-despite').click();
    await page.getByTestId('toast').getByText('文字起こしを取り込みました').waitFor();
    await page.getByTestId('take-doubt').waitFor({ state: 'detached' });
    expect(bodies('POST', '/transcript')).toHaveLength(2);
  });

  it('that cannot be read is refused with the reason of the service', async () => {
    const refusal = desk.service.world.problem(
      400,
      'minutes.transcript_no_speech',
      '「審議会.vtt」に発言が見つかりません。',
    );
    desk.service.answer(UPLOAD, () => ({ status: 400, body: refusal }));
    const { page } = await desk.open(ONE);
    await page.getByTestId('taken-transcript').waitFor();
    await page.getByTestId('take-button-input').setInputFiles(FILE);
    await page.getByTestId('take-refused').getByText('「審議会.vtt」に発言が見つかりません。').waitFor();
  });
});
