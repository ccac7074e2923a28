import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkdaysView } from './contract.ts';
import { moment, openPunchRoom, type PunchRoom } from './room.fixture.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom();
});
afterAll(() => room.city.close());

const said = (text: string) => moment(text).toISOString();

describe('punching', () => {
  it('T-06: a day from its start to its end, with what was worked so far and what comes next', async () => {
    room.at('2026-11-24 8:30');
    const started = await room.tap('drafter', 'START');
    expect(started.sentence).toBe('08:30に開始を記録しました。');
    expect(started.day).toMatchObject({ date: '2026-11-24', state: 'WORKING', since: said('2026-11-24 8:30') });
    expect(started.day.next).toEqual(['PAUSE', 'END']);
    room.at('2026-11-24 14:00');
    expect(await room.day('drafter')).toMatchObject({ worked: 270, breaks: 60, state: 'WORKING' });
    await room.tap('drafter', 'PAUSE');
    room.at('2026-11-24 14:10');
    expect((await room.tap('drafter', 'RESUME')).day).toMatchObject({ state: 'WORKING', breaks: 70 });
    room.at('2026-11-24 17:15');
    const ended = await room.tap('drafter', 'END');
    expect(ended.day).toMatchObject({ state: 'ENDED', worked: 455, next: ['START'], odd: [] });
    expect(ended.day.flags).toEqual([]);
  });

  it('T-06: the heads above and personnel see the day, others do not, and another city nothing', async () => {
    const staffId = await room.staffId('drafter');
    const see = (name: string) =>
      room.call(name, 'GET /telework/workdays', {
        query: { from: '2026-11-23', to: '2026-11-24', staffId },
      });
    const view = (await see('section-head')) as WorkdaysView;
    expect(view.items.map(({ date, state, is }) => [date, state, is])).toEqual([
      ['2026-11-23', 'NOT_STARTED', '勤労感謝の日'],
      ['2026-11-24', 'ENDED', '勤務日'],
    ]);
    expect(await room.refused(see('colleague'))).toBe('telework.person_unknown');
    expect(await room.refused(see('general-affairs-head'))).toBe('telework.person_unknown');
  });

  it('T-06: a double tap counts once, by its key and by its moment, also from two at the same time', async () => {
    room.at('2026-11-25 8:30');
    const taps = await Promise.all([1, 2, 3].map(() => room.tap('drafter', 'START', { key: 'same' })));
    expect(taps.map(({ sentence }) => sentence).sort()).toEqual([
      '08:30に開始を記録しました。',
      ...Array(2).fill('08:30の開始は記録済みです。二度押しても1回と数えます。'),
    ]);
    expect((await room.day('drafter')).punches).toHaveLength(1);
    room.at('2026-11-25 8:31');
    const again = await room.tap('drafter', 'START');
    expect(again.sentence).toBe('08:30の開始は記録済みです。二度押しても1回と数えます。');
    expect(again.day).toMatchObject({ odd: [], state: 'WORKING' });
  });

  it('T-06: taps of two devices and out of order are kept, give no time, and are answered by what is odd', async () => {
    room.at('2026-11-25 8:40');
    const second = await room.tap('drafter', 'START');
    expect(second.sentence).toBe(
      '08:40の開始を記録しました。08:40の開始は、勤務中の二度目の開始です。時間には数えていません。違うときは打刻修正を申請してください。',
    );
    expect(second.day.odd.map(({ code }) => code)).toEqual(['DOUBLE_START']);
    expect(second.day.since).toBe(said('2026-11-25 8:30'));
    room.at('2026-11-25 9:00');
    const resumed = await room.tap('drafter', 'RESUME');
    expect(resumed.day.odd.map(({ code }) => code)).toEqual(['DOUBLE_START', 'RESUME_WITHOUT_PAUSE']);
    expect((await room.tap('colleague', 'END')).day).toMatchObject({
      ...{ state: 'NOT_STARTED', worked: 0, next: ['START'] },
      odd: [{ code: 'END_WITHOUT_START' }],
    });
  });

  it('T-06: of a phone whose clock is a day wrong the server’s time counts, and it is said', async () => {
    room.at('2026-11-26 8:30');
    const wrong = { clientAt: said('2026-11-25 8:29'), clientSentAt: said('2026-11-25 8:29') };
    const { day, sentence } = await room.tap('drafter', 'START', wrong);
    expect(sentence).toContain('端末の時計が合っていないため、サーバーの時刻 08:30 で開始を記録しました。');
    expect(day).toMatchObject({ date: '2026-11-26', punches: [{ at: said('2026-11-26 8:30'), clockDoubted: true }] });
  });

  it('T-06: a tap made offline and sent an hour later counts when it was made, whatever the device’s clock says', async () => {
    room.at('2026-11-26 9:35');
    const late = { clientAt: said('2026-11-26 8:35'), clientSentAt: said('2026-11-26 9:35') };
    const { day, sentence } = await room.tap('colleague', 'START', late);
    expect(sentence).toBe('通信できない間の打刻として、08:35の開始を記録しました。');
    expect(day.punches).toMatchObject([{ at: said('2026-11-26 8:35'), reportedLate: true, clockDoubted: false }]);
    // Later in coming, earlier in counting: its place is that of its time.
    room.at('2026-11-26 17:15');
    await room.tap('colleague', 'END');
    const wrongToo = { clientAt: said('2026-11-01 12:00'), clientSentAt: said('2026-11-01 17:00') };
    const paused = await room.tap('colleague', 'PAUSE', wrongToo);
    expect(paused.day.punches.map(({ punch, at }) => [punch, at])).toEqual([
      ['START', said('2026-11-26 8:35')],
      ['PAUSE', said('2026-11-26 12:15')],
      ['END', said('2026-11-26 17:15')],
    ]);
  });

  it('T-06: a start of yesterday that ends today is yesterday’s work, until the day turns', async () => {
    room.at('2026-11-26 17:15');
    await room.tap('section-head', 'START');
    room.at('2026-11-27 0:40');
    expect((await room.day('section-head')).date).toBe('2026-11-26');
    const { day, sentence } = await room.tap('section-head', 'END');
    expect(day).toMatchObject({ date: '2026-11-26', state: 'ENDED', worked: 445 });
    expect(sentence).toBe('00:40に終了を記録しました。令和8年11月26日の勤務日の打刻です。');
    room.at('2026-11-27 8:30');
    expect((await room.day('section-head')).date).toBe('2026-11-27');
  });

  it('T-10: a 中抜け longer than some minutes is asked about; the last answer counts', async () => {
    room.at('2026-11-27 9:00');
    await room.tap('drafter', 'START');
    room.at('2026-11-27 10:00');
    await room.tap('drafter', 'PAUSE');
    room.at('2026-11-27 10:40');
    const { day } = await room.tap('drafter', 'RESUME');
    const [pause] = day.pauses;
    expect(day).toMatchObject({ midShift: 40, breaks: 0, pauses: [{ asked: true, as: null }] });
    expect(day.flags.map(({ flag }) => flag)).toContain('MID_SHIFT_UNANSWERED');
    const answer = (as: string, punchId = pause?.punchId) =>
      room.call('drafter', 'POST /telework/workdays/{date}/mid-shifts', {
        ...{ params: { date: '2026-11-27' }, body: { punchId, as } },
      });
    expect(await answer('HOURLY_LEAVE')).toMatchObject({
      midShift: 40,
      pauses: [{ asked: false, as: 'HOURLY_LEAVE' }],
    });
    room.at('2026-11-27 10:41');
    expect(await answer('BREAK')).toMatchObject({ midShift: 0, breaks: 40, pauses: [{ as: 'BREAK' }] });
    expect(await room.refused(answer('BREAK', 'nobody'))).toBe('telework.pause_unknown');
  });

  it('T-08: an end that nobody punched is never made up: the day is open, and what is known of it stands', async () => {
    room.at('2026-11-27 17:44');
    expect(await room.day('drafter')).toMatchObject({ state: 'WORKING' });
    room.at('2026-11-27 17:45');
    expect(await room.day('drafter')).toMatchObject({ state: 'UNCONFIRMED_END', next: ['END'], worked: 60 });
    room.at('2026-11-30 8:30');
    const day = await room.day('drafter', '2026-11-27');
    expect(day).toMatchObject({ state: 'UNCONFIRMED_END', next: [] });
    expect(day.flags).toEqual(expect.arrayContaining([expect.objectContaining({ flag: 'MISSING_END', blocks: true })]));
    const started = await room.tap('drafter', 'START');
    expect(started.day).toMatchObject({ date: '2026-11-30', state: 'WORKING', odd: [] });
  });

  it('is witnessed by the log: a punch that is changed by hand, or taken away, is found', async () => {
    expect(await room.verified()).toEqual([]);
    const { owner } = room.city.test;
    await owner.query('alter table kaigi.telework_punch disable trigger all');
    await owner.query(`update kaigi.telework_punch set at = at - interval '1 hour' where key = 'tap:same'`);
    expect((await room.verified()).length).toBeGreaterThan(0);
    await owner.query(`update kaigi.telework_punch set at = at + interval '1 hour' where key = 'tap:same'`);
    await owner.query('alter table kaigi.telework_punch enable trigger all');
    expect(await room.verified()).toEqual([]);
  });
});
