import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { MinutesBacklog } from '../contract.ts';
import { type DecidingRoom, openDecidingRoom } from './deciding.fixture.ts';

let room: DecidingRoom;
beforeAll(async () => {
  room = await openDecidingRoom('2026-11-25T15:00:00+09:00');
  for (const name of ['drafter', 'colleague', 'personnel']) await room.chat(name);
});
afterAll(() => room.city.close());

const backlog = (name: string, query: object = {}) =>
  room.call<MinutesBacklog>(name, 'GET /meetings/backlog', { query });
const remindOn = async (day: string) => {
  room.clock.set(`${day}T09:00:00+09:00`);
  await room.run('minutes/remind-everywhere');
};
const told = (name: string, title: string) => (room.told.get(name) ?? []).filter((card) => card.includes(title)).length;

/** Drafted by rules, one sentence changed twice, one taken out, final; answers how many were drafted. */
async function correctedTwice(title: string): Promise<number> {
  const meeting = await room.ready(title, { bodyId: null });
  const said = [
    'それでは議題1、備品の購入についてお願いします。',
    '机を十台購入することに決定します。',
    '議題2、予算について。',
    '予算は次回までに財政係が調べます。',
  ];
  const vtt = said.map(
    (one, nth) => `00:00:${10 + nth * 10}.000 --> 00:00:${18 + nth * 10}.000\n<v 見本 section-head>${one}</v>\n`,
  );
  const at = { params: { id: meeting.id } };
  await room.call('drafter', 'POST /meetings/{id}/transcript', {
    ...{ ...at, body: { version: meeting.version, despiteDoubts: true } },
    file: { fileName: 'a.vtt', bytes: Buffer.from(`WEBVTT\n\n${vtt.join('\n')}`) },
  });
  const before = await room.minutes(meeting.id);
  await room.call('drafter', 'POST /meetings/{id}/minutes/draft', { ...at, body: { version: before.version } });
  const drafted = (await room.minutes(meeting.id)).sentences.filter(({ origin }) => origin === 'RULES');
  const [first, second] = drafted;
  const edit = (edits: readonly object[]) =>
    room.call('drafter', 'POST /meetings/{id}/minutes/edits', { ...at, body: { edits } });
  await edit([{ op: 'SET', id: first?.id, version: 1, text: '直した。' }]);
  // The same sentence once more is no further correction.
  await edit([{ op: 'SET', id: first?.id, version: 2, text: 'もう一度直した。' }]);
  await edit([{ op: 'REMOVE', id: second?.id, version: 1 }]);
  await room.decide('drafter', await room.read('drafter', meeting.id));
  return drafted.length;
}

describe('M-15: last days of minutes', () => {
  it('whoever called the meeting and 記録者 are told two working days before, on the day and when it is late, once each', async () => {
    const recorder = { id: newId(), staffId: await room.staffId('personnel'), name: 'x', role: 'RECORDER' };
    // 課内会議: five working days, so 2 December.
    await room.ready('催促の会議', { bodyId: 'meeting.section', attendees: [recorder] });
    const days = ['2026-11-27', '2026-11-28', '2026-11-30', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'];
    const counts: number[] = [];
    for (const day of [...days, '2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09']) {
      await remindOn(day);
      counts.push(told('drafter', '催促の会議'));
    }
    expect(counts).toEqual([0, 0, 1, 1, 1, 2, 3, 4, 5, 5, 5]);
    expect(told('personnel', '催促の会議')).toBe(5);
    expect(told('colleague', '催促の会議')).toBe(0);
    expect(room.told.get('drafter')?.some((card) => card.includes('期限を過ぎています：催促の会議'))).toBe(true);
  });

  it('nobody is told of what is done: a summary once its paper was made, the minutes once they are final', async () => {
    room.clock.set('2026-11-25T15:00:00+09:00');
    const council = { bodyId: 'meeting.planning-council', observers: 1 };
    const { id } = await room.ready('概要の会議', council);
    const paper = (name: string) =>
      room.call(name, 'GET /meetings/{id}/paper', { params: { id }, query: { form: 'SUMMARY' } });
    // The department's head looks at it and makes nothing; nor does whoever keeps the minutes by another paper.
    await paper('auditor');
    expect((await room.read('drafter', id)).deadlines[0]).toMatchObject({ kind: 'SUMMARY', state: 'OPEN' });
    await paper('drafter');
    expect((await room.read('drafter', id)).deadlines).toMatchObject([
      { state: 'DONE' },
      { kind: 'MINUTES', state: 'OPEN' },
    ]);
    await remindOn('2026-11-27');
    expect(told('drafter', '概要の会議')).toBe(0);
    expect(await room.findings(id)).toEqual([]);
  });
});

describe('M-15, M-23: what the sections still have to write', () => {
  it('the most pressing first, with the days that are left, of the sections of whoever asks', async () => {
    room.clock.set('2026-12-03T09:00:00+09:00');
    await room.ready('期限なし', { bodyId: null });
    await room.ready('庁議', { bodyId: 'meeting.executive' });
    await room.ready('来年の会議', { heldOn: '2027-01-20' });
    const { items, counts, units, more } = await backlog('department-head');
    const titles = items.map(({ title }) => title);
    expect(titles.indexOf('催促の会議')).toBeLessThan(titles.indexOf('庁議'));
    expect(titles.at(titles.length - 1)).toBe('期限なし');
    expect(titles).not.toContain('来年の会議');
    expect(items.find(({ title }) => title === '催促の会議')).toMatchObject({ daysLeft: -1, due: { state: 'LATE' } });
    expect([counts.open, counts.late, more]).toEqual([items.length, 1, false]);
    expect(units.map(({ name }) => name)).toEqual(['政策課']);
    expect((await backlog('drafter', { unit: units[0]?.id })).items.map(({ title }) => title)).toEqual(titles);
    expect((await backlog('other-section')).items).toEqual([]);
    expect(await room.refused(backlog('other-section', { unit: units[0]?.id }))).toBe('minutes.unit_not_yours');
    expect((await backlog('drafter@yamato')).items).toEqual([]);
  });

  it('how long minutes take and how much of a draft is corrected, from the facts and of nobody in particular', async () => {
    room.clock.set('2026-12-01T09:00:00+09:00');
    expect((await backlog('drafter')).measures).toEqual({
      final: 0,
      told: { averageDays: 'SHOWN', correctionRate: 'SHOWN', hours: 'SHOWN' },
      averageDays: null,
      drafted: 0,
      correctionRate: null,
      saved: { hours: null, meetings: 0, hoursByHand: 3 },
    });
    const drafted = (await correctedTwice('修正率一')) + (await correctedTwice('修正率二'));
    const few = { told: { averageDays: 'FEW', correctionRate: 'FEW', hours: 'FEW' }, final: 2, drafted };
    const nothing = { averageDays: null, correctionRate: null, saved: { hours: null, meetings: 2, hoursByHand: 3 } };
    expect((await backlog('drafter')).measures).toEqual({ ...few, ...nothing });
    await room.decide('drafter', await room.ready('書いただけの会議', { bodyId: null }));
    expect((await backlog('drafter')).measures).toEqual({
      ...{ ...few, ...nothing, told: { ...few.told, averageDays: 'SHOWN' }, final: 3, averageDays: 6 },
    });
    const all = drafted + (await correctedTwice('修正率三'));
    expect((await backlog('drafter')).measures).toEqual({
      told: { averageDays: 'SHOWN', correctionRate: 'SHOWN', hours: 'SHOWN' },
      ...{ final: 4, averageDays: 6, drafted: all, correctionRate: 6 / all },
      // Half a minute of speech, and a minute of editing, three times.
      saved: { hours: 0, meetings: 3, hoursByHand: 3 },
    });
  });

  it('whoever may ask for several sections cannot reckon from all of them what one person did in one', async () => {
    const [department] = await room.sql(`select unit_id from kaigi.directory_unit where name = '企画部'`, []);
    const measures = async (unit?: unknown) => (await backlog('department-head', unit ? { unit } : {})).measures;
    await room.sql(`update kaigi.meeting set unit_id = $1 where content ->> 'title' = '書いただけの会議'`, [
      department?.unit_id,
    ]);
    const section = (await backlog('department-head')).units.find(({ name }) => name === '政策課');
    expect(await measures()).toMatchObject({ final: 4, averageDays: 6 });
    expect(await measures(department?.unit_id)).toMatchObject({ final: 1, averageDays: null });
    const one = await measures(section?.id);
    expect(one).toMatchObject({ final: 3, averageDays: null, saved: { hours: 0 } });
    expect(one.told).toEqual({ averageDays: 'OTHERS', correctionRate: 'SHOWN', hours: 'SHOWN' });
    // Who may ask for no other section takes nothing from anything.
    expect((await backlog('drafter')).measures.told.averageDays).toBe('SHOWN');
  });
});
