import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, systemClock } from '../../platform/index.ts';
import type { ApplicationPage } from '../applications/contract.ts';
import type { OvertimeDaysView, OvertimeDayView } from '../overtime/contract.ts';
import { openPunchRoom, type PunchRoom } from '../punches/room.fixture.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom('2026-11-20 9:00');
});
afterAll(() => room.city.close());
beforeEach(() => room.at('2026-11-20 9:00'));

const list = (name: string, of: string) => room.call<ApplicationPage>(name, `GET ${of}`, { query: {} });
const form = () => newId(systemClock);

describe('T-11: leave, overtime and trips in the chat', () => {
  it('「休暇」 shows what is left and a form filled in as far as was said', async () => {
    const shown = await room.type('drafter', '休暇 12/1 午後');
    for (const part of [
      '申請できる年休：20日',
      '"value":"2026-12-01"',
      '"value":"AFTERNOON"',
      '年次有給休暇',
      'telework/leave-apply',
    ])
      expect(shown).toContain(part);
    // Below what Teams takes.
    expect(Buffer.byteLength(shown)).toBeLessThan(28_000);
    expect(await room.type('drafter', 'leave')).toContain('2026-11-24');
  });

  it('applies once however often the form is pressed, and brings back what was wrong with a sentence', async () => {
    const typed = {
      formId: form(),
      kind: 'ANNUAL',
      date: '2026-12-01',
      until: '',
      span: 'AFTERNOON',
      from: '',
      to: '',
      reason: '',
    };
    const said = await Promise.all([1, 2].map(() => room.press('drafter', 'telework/leave-apply', typed)));
    for (const one of said) expect(one).toContain('年次有給休暇承認申請（令和8年12月1日）');
    expect((await list('drafter', '/leave')).items).toHaveLength(1);
    const again = await room.press('drafter', 'telework/leave-apply', { ...typed, formId: form() });
    expect(again).toContain('ほかの申請');
    expect(again).toContain('"value":"2026-12-01"');
    expect(await room.press('drafter', 'telework/leave-apply', { formId: form(), kind: 'ANNUAL', date: '' })).toContain(
      '入力に足りないか正しくない',
    );
  });

  it('「残業 19時」 says how much there is, and asks for the order', async () => {
    const shown = await room.type('drafter', '残業 19時 議会の資料');
    for (const part of ['今月 0時間', '"value":"19:00"', '"value":"議会の資料"', '"value":"2026-11-20"'])
      expect(shown).toContain(part);
    const typed = { formId: form(), date: '2026-11-20', to: '19:00', from: '', reason: '議会の資料' };
    expect(await room.press('drafter', 'telework/overtime-apply', typed)).toContain(
      '時間外勤務命令の申請（令和8年11月20日）',
    );
    expect(await room.type('drafter', '残業')).toContain('今月 1.8時間');
  });

  it('shows a boss what waits to be confirmed, and confirms it as worked with one card', async () => {
    const body = { staffId: await room.staffId('colleague'), date: '2026-11-20', to: '19:00', reason: '窓口の片付け' };
    const ordered = await room.call<OvertimeDayView>('section-head', 'POST /overtime/orders', { body });
    expect(await room.type('section-head', '残業')).not.toContain('telework/overtime-confirm');
    room.at('2026-11-24 9:00');
    const waiting = await room.type('section-head', '残業');
    for (const part of ['事後確認を待つ時間外勤務：1件', 'https://kaigi.example/confirmations'])
      expect(waiting).toContain(part);
    const data = {
      at: '0',
      date: '2026-11-20',
      staffId: body.staffId,
      itemId: ordered.itemId,
      version: ordered.version,
    };
    const pressed = await room.press('section-head', 'telework/overtime-confirm', {
      ...data,
      from0: '17:15',
      to0: '18:45',
    });
    expect(pressed).toContain('確認しました。');
    const { items } = await room.call<OvertimeDaysView>('colleague', 'GET /overtime/days', { query: {} });
    expect(items).toMatchObject([{ state: 'CONFIRMED', minutes: 90 }]);
    expect(
      await room.press('section-head', 'telework/overtime-confirm', { ...data, from0: '17:15', to0: '18:45' }),
    ).toContain('状態が変わっています');
    expect(await room.press('drafter', 'telework/overtime-confirm', { ...data, from0: 'x', to0: '' })).toContain(
      '時間が正しくありません',
    );
  });

  it('「出張 県庁 11/24 13時 16時 直帰」 fills in the form, and the form applies', async () => {
    const shown = await room.type('drafter', '出張 県庁 11/24 13時 16時 直帰');
    for (const part of [
      '"value":"県庁"',
      '"value":"2026-11-24"',
      '"value":"13:00"',
      '"value":"16:00"',
      '"value":"HOME"',
    ])
      expect(shown).toContain(part);
    const typed = {
      formId: form(),
      destination: '県庁',
      purpose: '協議',
      date: '2026-11-24',
      from: '13:00',
      to: '16:00',
      until: '',
      returnsTo: 'HOME',
    };
    expect(await room.press('drafter', 'telework/trip-apply', typed)).toContain('旅行命令の申請（県庁');
    expect((await list('drafter', '/trips')).items).toMatchObject([
      { state: 'REVIEW', days: [{ from: '13:00', to: '24:00' }] },
    ]);
  });
});
