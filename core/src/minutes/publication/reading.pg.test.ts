import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { Download } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import type { MeetingKeeping, MeetingLines, MeetingView, MinutesSearch } from '../contract.ts';

const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v 青空一郎>えー、議題1、開館時間について説明をお願いします。</v>

00:00:05.000 --> 00:00:08.000
<v 港川次郎>議題2、霧島花子さんの申立てに移ります。</v>
`;

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-20T15:00:00+09:00');
});
afterAll(() => hall.city.close());

/** Final minutes of an open meeting; whether its second 議題 was closed. */
async function openMeeting(isClosed: boolean) {
  const [first, second] = [randomUUID(), randomUUID()];
  const body = {
    ...{ title: '公開の審議会', heldOn: '2026-11-20', bodyId: 'meeting.planning-council', isOpen: true },
    agenda: ['開館時間について', '霧島花子氏の申立て'].map((title) => ({ id: randomUUID(), title })),
  };
  const { id, version } = await hall.call<MeetingView>('drafter', 'POST /meetings', { body });
  const params = { id };
  await hall.call('drafter', 'POST /meetings/{id}/transcript', {
    ...{ params, body: { version, despiteDoubts: true } },
    file: { fileName: '霧島花子の申立て.vtt', bytes: new TextEncoder().encode(VTT) },
  });
  const { lines } = await hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params });
  const clean = { op: 'TEXT', lineId: lines[0]?.id, version: 1, text: '議題1、開館時間について説明をお願いします。' };
  await hall.call('drafter', 'POST /meetings/{id}/transcript/edits', { params, body: { edits: [clean] } });
  const add = (part: string, text: string, more: object) => {
    return { op: 'ADD', id: randomUUID(), part, itemId: null, after: null, text, ...more };
  };
  const edits = [
    add('ITEM', '開館時間について', { id: first, sources: [lines[0]?.id] }),
    add('ITEM', '霧島花子氏の申立て', { id: second, sources: [lines[1]?.id] }),
    add('KEY_POINT', '開館を延ばす。', { itemId: first, sources: [lines[0]?.id] }),
    add('KEY_POINT', '霧島花子氏から申立てがあった。', { itemId: second, sources: [lines[1]?.id] }),
  ];
  await hall.call('drafter', 'POST /meetings/{id}/minutes/edits', { params, body: { edits } });
  const closing = { op: 'ITEM', id: randomUUID(), itemId: second, ground: 'PERSONAL' };
  if (isClosed)
    await hall.call('drafter', 'POST /meetings/{id}/publication/edits', {
      ...{ params, body: { version: 0, edits: [closing] } },
    });
  await hall.call('drafter', 'POST /meetings/{id}/holds', { params, body: { reason: '霧島花子氏が争っている。' } });
  await hall.city.test.owner.query(`update kaigi.meeting set state = 'FINAL' where meeting_id = $1`, [id]);
  return id;
}

const READS = ['', '/transcript', '/transcript/suggestions', '/minutes', '/keeping', '/history'];

/** Everything of a meeting that somebody is given to read. */
async function everything(name: string, id: string): Promise<string> {
  const read = await Promise.all(READS.map((what) => hall.call(name, `GET /meetings/{id}${what}`, { params: { id } })));
  const papers = ['REPORT', 'VERBATIM', 'CLEAN', 'KEY_POINTS', 'SUMMARY', 'DECISIONS'].map((form) =>
    hall.call<Download>(name, 'GET /meetings/{id}/paper', { params: { id }, query: { form } }),
  );
  const words = (await Promise.all(papers)).map(({ bytes }) => mammoth.extractRawText({ buffer: Buffer.from(bytes) }));
  const found = await hall.call<MinutesSearch>(name, 'GET /meetings/search', { query: { q: '申立て' } });
  return JSON.stringify([read, await Promise.all(words), found]);
}

it('M-21: who sees a meeting only because it was open reads what is published of it, and no word more', async () => {
  const id = await openMeeting(true);
  expect(await everything('drafter', id)).toContain('霧島花子');
  const read = await everything('other-section', id);
  expect(read).toContain('開館を延ばす。');
  expect(read).toContain('（非公開：');
  expect(read).not.toMatch(/霧島|申立て/u);
  const held = await hall.call<MeetingKeeping>('other-section', 'GET /meetings/{id}/keeping', { params: { id } });
  expect([held.items, held.holds]).toEqual([[], []]);
  expect(held.sentence).not.toBe('');
  const view = (name: string) => hall.call<MeetingView>(name, 'GET /meetings/{id}', { params: { id } });
  expect([(await view('drafter')).may.words, (await view('other-section')).may.words]).toEqual([true, false]);
});

it('M-21: where nothing is kept from the public, it is read whole', async () => {
  const read = await everything('other-section', await openMeeting(false));
  expect(read).toContain('霧島花子氏から申立てがあった。');
  expect(read).not.toMatch(/争っている|えー/u);
});
