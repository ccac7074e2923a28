import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import type { MeetingHistory, MeetingHistoryEntry, MeetingLines, MeetingView } from '../contract.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-25T15:00:00+09:00');
});
afterAll(() => hall.city.close());

const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v 青空一郎>えー、それでは始めます。</v>

00:00:05.000 --> 00:00:08.000
<v 港川次郎>異議ありません。</v>
`;

const history = (name: string, id: string, query: object = {}) =>
  hall.call<MeetingHistory>(name, 'GET /meetings/{id}/history', { params: { id }, query });
const entry = ({ items }: MeetingHistory, id: string): MeetingHistoryEntry | undefined =>
  items.find((one) => one.id === id);

/** Made, changed, transcribed, edited, redacted: each at a minute of its own. */
async function meeting() {
  hall.clock.set('2026-11-25T15:00:00+09:00');
  const chair = { id: randomUUID(), staffId: null, name: '青空一郎', role: 'CHAIR' };
  const made = { title: '審議会', heldOn: '2026-11-25', bodyId: 'meeting.planning-council', attendees: [chair] };
  const { id } = await hall.call<MeetingView>('drafter', 'POST /meetings', { body: made });
  const at = { params: { id } };
  hall.clock.set('2026-11-25T15:01:00+09:00');
  await hall.call('drafter', 'PATCH /meetings/{id}', {
    ...at,
    body: { version: 1, title: '審議会', attendees: [chair], place: '第1会議室', observers: 2 },
  });
  hall.clock.set('2026-11-25T15:02:00+09:00');
  const file = { fileName: '会議.vtt', bytes: Buffer.from(VTT) };
  await hall.call('drafter', 'POST /meetings/{id}/transcript', {
    ...at,
    body: { version: 2, despiteDoubts: true },
    file,
  });
  const { lines } = await hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', at);
  const lineId = lines[0]?.id ?? '';
  hall.clock.set('2026-11-25T15:03:00+09:00');
  const edits = [{ op: 'TEXT', lineId, version: 1, text: 'それでは始めます。' }];
  await hall.call('colleague', 'POST /meetings/{id}/transcript/edits', { ...at, body: { edits } });
  hall.clock.set('2026-11-25T15:04:00+09:00');
  const redaction = { op: 'PERSON', id: randomUUID(), attendeeId: chair.id, ground: 'PERSONAL' };
  await hall.call('drafter', 'POST /meetings/{id}/publication/edits', {
    ...{ ...at, body: { version: 0, edits: [redaction] } },
  });
  return id;
}

describe('the history of a meeting', () => {
  it('M-18: says who did what and when over all its histories, the newest first, with words before and after', async () => {
    const id = await meeting();
    const read = await history('section-head', id);
    expect(read.items.map((one) => [one.id, one.by.name])).toEqual([
      ['publication/1', '見本 drafter'],
      ['transcript/2', '見本 colleague'],
      ['transcript/1', '見本 drafter'],
      ['meeting/2', '見本 drafter'],
      ['meeting/1', '見本 drafter'],
    ]);
    expect(entry(read, 'transcript/2')).toMatchObject({
      ...{ sentence: '文字起こしの発言1件を直しました。', words: 'SHOWN', at: '2026-11-25T06:03:00.000Z' },
      changes: [{ what: '発言', before: '青空一郎：えー、それでは始めます。', after: '青空一郎：それでは始めます。' }],
    });
    expect(entry(read, 'meeting/2')).toMatchObject({
      sentence: '会議の内容を変更しました（場所、傍聴者数）。',
      changes: [
        { what: '場所', before: null, after: '第1会議室' },
        { what: '傍聴者数', before: null, after: '2' },
      ],
    });
    expect(entry(read, 'publication/1')?.changes).toEqual([{ what: '名を伏せた人', before: null, after: '青空一郎' }]);
  });

  it('M-18: says that a form was saved in which nothing was changed', async () => {
    const { id } = await hall.call<MeetingView>('drafter', 'POST /meetings', {
      body: { title: '審議会', heldOn: '2026-11-25', attendees: [] },
    });
    await hall.call('drafter', 'PATCH /meetings/{id}', { params: { id }, body: { version: 1, title: '審議会' } });
    expect(entry(await history('drafter', id), 'meeting/2')).toMatchObject({
      ...{ sentence: '会議の内容を保存しました（変わった項目はありません）。', changes: [] },
    });
  });

  it('M-21: words are shown to who may see them; others are not told of the meeting', async () => {
    const id = await meeting();
    const audited = await history('auditor', id);
    expect(entry(audited, 'publication/1')).toMatchObject({ words: 'WITHHELD', changes: [] });
    expect(entry(audited, 'transcript/2')?.words).toBe('SHOWN');
    expect(await hall.refused(history('other-section', id))).toBe('minutes.meeting_not_found');
    await hall.city.test.owner.query(`update kaigi.meeting set state = 'FINAL', is_open = true where meeting_id = $1`, [
      id,
    ]);
    const open = await history('other-section', id);
    expect(open.items.map(({ words }) => words)).toEqual(Array(5).fill('WITHHELD'));
    expect(JSON.stringify(open)).not.toMatch(/えー|青空/u);
  });

  it('M-18: words that were disposed of are gone, what was done stays', async () => {
    const id = await meeting();
    await hall.city.test.owner.query(`delete from kaigi.minutes_change where subject_id = $1 and seq = 1`, [id]);
    const read = await history('drafter', id);
    expect(read.items.map((one) => [one.id, one.words])).toEqual([
      ['publication/1', 'DISPOSED'],
      ['transcript/2', 'SHOWN'],
      ['transcript/1', 'DISPOSED'],
      ['meeting/2', 'DISPOSED'],
      ['meeting/1', 'DISPOSED'],
    ]);
    expect(entry(read, 'transcript/1')?.sentence).toBe('文字起こしを取り込みました（2発言）。');
  });

  it('acts that it has no sentence for are told in general words, without what they changed', async () => {
    const id = await meeting();
    await hall.city.test.owner.query(
      `insert into kaigi.minutes_fact (municipality_id, subject_kind, subject_id, seq, at, act, actor, fact, via, leaf_id)
       select municipality_id, 'sealing', subject_id, 1, '2026-11-25T16:00:00+09:00', 'SEALED', actor,
         '{"digest":"0"}', via, gen_random_uuid()
       from kaigi.minutes_fact where subject_id = $1 and subject_kind = 'meeting' and seq = 1`,
      [id],
    );
    expect(entry(await history('drafter', id), 'sealing/1')).toMatchObject({
      ...{ sentence: '会議録に関する操作を記録しました（sealing／SEALED）。', changes: [] },
    });
  });

  it('goes on from page to page without one twice, whatever has come meanwhile', async () => {
    const id = await meeting();
    for (let version = 2; version < 35; version += 1)
      await hall.call('drafter', 'PATCH /meetings/{id}', { params: { id }, body: { version, observers: version } });
    const first = await history('drafter', id);
    await hall.call('drafter', 'PATCH /meetings/{id}', { params: { id }, body: { version: 35, observers: 0 } });
    const second = await history('drafter', id, { cursor: first.nextCursor });
    expect([first.items.length, second.nextCursor]).toEqual([30, null]);
    const ids = [...first.items, ...second.items].map((one) => one.id);
    expect(new Set(ids).size).toBe(38);
    expect(ids).toHaveLength(38);
    expect(await hall.refused(history('drafter', id, { cursor: 'bm90aGluZw' }))).toBe('minutes.bad_cursor');
  });
});
