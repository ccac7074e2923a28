import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import type { MeetingLines, MeetingList, MeetingView } from '../contract.ts';
import type { Asked, MeetingPerson, OnlineMeeting, TeamsMeetings } from '../sources/index.ts';
import { FakeTeams } from '../sources/teams.fixture.ts';

const DAY = '2026-11-25';
const ok = <T>(value: T): Asked<T> => ({ kind: 'OK', value });
const SAID = (said: string) => `WEBVTT

00:00:01.000 --> 00:00:06.000
<v 見本 drafter>${said}</v>

00:00:07.000 --> 00:00:09.000
<v 第1会議室>分かりました。</v>
`;

let hall: Hall;
let text = SAID('始めます。');
let online: Partial<OnlineMeeting> = {};
let came: string[] | null = null;
let nth = 0;

const oid = (name: string) => hall.city.as(name).entraObjectId;
const person = (name: string): MeetingPerson => ({
  ...{ entraObjectId: oid(name), name: `Teamsでの名前 ${name}`, signInName: null, role: 'ATTENDEE' },
});

beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  const fake = new FakeTeams(hall.clock);
  const teams: TeamsMeetings = {
    ...fake,
    source: {
      ...fake.source,
      facts: async (key) => ok({ key, createdAt: hall.clock.now(), endedAt: null }),
      content: async () => ok({ text, form: 'NAMED', fileName: 'teams.vtt' }),
      meeting: async ({ organizerOid }) =>
        ok({
          ...{ subject: '政策会議', start: hall.clock.now(), end: null, organizerOid, joinWebUrl: null, chatKey: null },
          ...{ participants: [person('drafter'), person('colleague')], ...online },
        }),
      attendance: async () =>
        came === null
          ? { kind: 'REFUSED', code: 'minutes.graph_no_access_policy' }
          : ok(came.map((name) => ({ entraObjectId: oid(name), name, address: null, stays: [] }))),
    },
  };
  hall.city.suite.useTeamsMeetings(teams);
});
afterAll(() => hall.city.close());

/** Microsoft tells of a transcript; everything that follows is done. */
async function arrives(meetingKey: string, organizerOid = oid('drafter')): Promise<void> {
  nth += 1;
  const key = { organizerOid, meetingKey, transcriptKey: `t${nth}` };
  await hall.city.test.db.inMunicipality(MINATO, async (tx) => {
    const { hear } = await import('../sources/arrival-store.ts');
    await hear(tx, [key], hall.clock.now());
  });
  await hall.city.suite.enqueue([{ task: 'minutes/teams-take-in', payload: { municipalityId: MINATO, ...key } }]);
  await hall.run('platform/tidy');
  await quiet(hall.city.test);
}

const meetings = async (title: string) => {
  const { items } = await hall.call<MeetingList>('drafter', 'GET /meetings', { query: {} });
  const ids = items.filter((item) => item.title === title).map(({ id }) => id);
  return Promise.all(ids.map((id) => hall.call<MeetingView>('drafter', 'GET /meetings/{id}', { params: { id } })));
};
const linesOf = (id = '') => hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params: { id } });

describe('the chat', () => {
  it('tells whoever called the meeting that the transcript is there, and leads to it; nobody else', async () => {
    for (const name of ['drafter', 'colleague']) await hall.chat(name);
    came = ['drafter'];
    online = { subject: '知らせる会議' };
    text = SAID('始めます。');
    await arrives('m0');
    const told = (name: string) => (hall.told.get(name) ?? []).filter((card) => card.includes('知らせる会議'));
    expect(told('drafter')).toHaveLength(1);
    expect(told('drafter')[0]).toContain('文字起こしが届きました');
    expect(told('drafter')[0]).toContain('1件の発言は、誰のものかまだ決まっていません');
    expect(told('colleague')).toEqual([]);
  });

  it('「議事録」 shows one’s own meetings, or those of a name', async () => {
    expect(await hall.type('drafter', '議事録')).toContain('知らせる会議');
    expect(await hall.type('drafter', '会議録 知らせる')).toContain('知らせる会議');
    expect(await hall.type('drafter', '会議録 ない会議')).toContain('見つかりません');
    expect(await hall.type('other-section', '議事録')).not.toContain('知らせる会議');
  });
});

describe('M-02: what Teams wrote of a meeting', () => {
  it('becomes a meeting of its organizer with its transcript, and its people by their names here', async () => {
    came = ['drafter'];
    online = { subject: '自動でできる会議' };
    await arrives('m1');
    const [meeting, other] = await meetings('自動でできる会議');
    expect(other).toBeUndefined();
    expect(meeting).toMatchObject({ heldOn: DAY, organiser: { name: '見本 drafter' }, isOpen: false });
    expect(meeting?.attendees.map(({ name, attended }) => [name, attended])).toEqual([
      ['見本 drafter', true],
      ['見本 colleague', false],
    ]);
    expect(meeting?.transcripts.map(({ source, state }) => [source, state])).toEqual([['TEAMS', 'USED']]);
  });

  it('M-07: names who spoke by an account of their own, and leaves a room to people', async () => {
    const [meeting] = await meetings('自動でできる会議');
    const { lines, speakers } = await linesOf(meeting?.id);
    const drafter = meeting?.attendees[0]?.id;
    expect(lines.map(({ attendeeId, labelKind }) => [attendeeId, labelKind])).toEqual([
      [drafter, 'NAME'],
      [null, 'ROOM'],
    ]);
    expect(speakers[1]).toMatchObject({ kind: 'ROOM', open: 1, candidates: [] });
  });

  it('while others have the minutes before them it is kept beside, and what they see stays as it is', async () => {
    online = { subject: '決裁の途中で届く会議' };
    text = SAID('始めます。');
    await arrives('m-deciding');
    const [before] = await meetings('決裁の途中で届く会議');
    await hall.city.test.owner.query(`update kaigi.meeting set state = 'DECIDING' where meeting_id = $1`, [before?.id]);
    text = SAID('あとから届きました。');
    await arrives('m-deciding');
    const [after] = await meetings('決裁の途中で届く会議');
    expect(after?.transcripts.map(({ state }) => state).sort()).toEqual(['KEPT', 'USED']);
    const { lines } = await linesOf(before?.id);
    expect(lines.map((line) => line.text).join()).not.toContain('あとから');
    text = SAID('始めます。');
  });

  it('told twice is there once; transcription started again goes on where it ended, edited or not', async () => {
    online = { subject: '二度' };
    await arrives('m2');
    await arrives('m2');
    text = SAID('続けます。');
    await arrives('m2');
    const found = await meetings('二度');
    expect(found.map(({ transcripts }) => transcripts.map(({ state }) => state))).toEqual([['USED', 'USED']]);
    const { lines } = await linesOf(found[0]?.id);
    expect(lines.map(({ text: said, startMs }) => [said, startMs])).toEqual([
      ['始めます。', 1000],
      ['分かりました。', 7000],
      ['続けます。', 10_000],
      ['分かりました。', 16_000],
    ]);
  });

  it('of a series every day is a meeting of its own, and after midnight the night goes on', async () => {
    online = { subject: '毎日の朝会', start: new Date(`${DAY}T08:30:00+09:00`) };
    for (const at of ['T08:31:00', 'T09:00:00']) {
      hall.clock.set(`${DAY}${at}+09:00`);
      await arrives('m-series');
    }
    for (const at of ['2026-11-26T08:31:00', '2026-11-26T23:50:00', '2026-11-27T00:20:00']) {
      hall.clock.set(`${at}+09:00`);
      text = SAID(`${at}に始めます。`);
      await arrives('m-series');
    }
    const found = await meetings('毎日の朝会');
    expect(found.map(({ heldOn, startsAt, transcripts }) => [heldOn, startsAt, transcripts.length]).sort()).toEqual([
      [DAY, '2026-11-24T23:30:00.000Z', 1],
      ['2026-11-26', null, 3],
    ]);
    hall.clock.set(`${DAY}T15:00:00+09:00`);
  });

  it('belongs to the meeting that was planned here for that day under that name', async () => {
    const planned = await hall.call<MeetingView>('drafter', 'POST /meetings', {
      body: { title: '計画した会議', heldOn: DAY, place: '第1会議室' },
    });
    online = { subject: '計画した会議' };
    await arrives('m3');
    const [meeting, other] = await meetings('計画した会議');
    expect([meeting?.id, meeting?.place, meeting?.transcripts.length]).toEqual([planned.id, '第1会議室', 1]);
    expect(other).toBeUndefined();
  });

  it('M-19: somebody who hides who they are is no attendee and no candidate', async () => {
    online = { subject: '匿名の会議', participants: [{ ...person('colleague'), name: null }, person('drafter')] };
    came = null;
    text = SAID('はい。').replace('第1会議室', '不明なユーザー');
    await arrives('m4');
    const [meeting] = await meetings('匿名の会議');
    expect(meeting?.attendees.map(({ name }) => name)).toEqual(['見本 drafter']);
    const { speakers } = await linesOf(meeting?.id);
    expect(speakers.map(({ kind, candidates }) => [kind, candidates.length])).toEqual([
      ['NAME', 1],
      ['HIDDEN', 0],
    ]);
  });

  it('of an organizer who is none of ours, or of a call that nobody spoke in, nothing is kept', async () => {
    online = { subject: '残らない会議' };
    await arrives('m5', '00000000-0000-4000-8000-00000000ffff');
    text = 'WEBVTT\n';
    await arrives('m6');
    expect(await meetings('残らない会議')).toEqual([]);
  });
});

describe('the side panel', () => {
  const CHAT = '19:meeting_panel@thread.v2';
  const makeInPanel = (name: string, title: string) =>
    hall.call<MeetingView>(name, 'POST /meetings', { body: { title, heldOn: DAY, onlineChat: CHAT } });
  const inPanel = async (name: string) => {
    const query = { box: 'ALL', onlineChat: CHAT };
    const { items } = await hall.call<MeetingList>(name, 'GET /meetings', { query });
    return items.map(({ title }) => title).sort();
  };

  it('finds the meeting of its chat, for whoever may see it and nobody else', async () => {
    await makeInPanel('drafter', 'パネルの会議');
    expect(await inPanel('drafter')).toEqual(['パネルの会議']);
    expect(await inPanel('other-section')).toEqual([]);
  });

  it('gives the transcript to what was made in it, never to whoever was not in the meeting', async () => {
    await makeInPanel('other-section', '会議にいなかった人の会議');
    came = ['drafter', 'colleague'];
    online = { subject: '違う名前の会議', chatKey: CHAT };
    text = SAID('始めます。');
    await arrives('m-panel');
    const [meeting, other] = await meetings('パネルの会議');
    expect(other).toBeUndefined();
    expect(meeting?.transcripts).toHaveLength(1);
    expect(meeting?.attendees).toHaveLength(2);
    expect(await meetings('違う名前の会議')).toEqual([]);
    const query = { box: 'MINE' };
    const { items } = await hall.call<MeetingList>('other-section', 'GET /meetings', { query });
    expect(items).toMatchObject([{ title: '会議にいなかった人の会議', hasTranscript: false }]);
  });

  it('M-21: what somebody who was only invited made, and of whom they liked, is the organizer’s to see as well', async () => {
    const chat = '19:meeting_invited@thread.v2';
    const attendees = [{ id: newId(), staffId: await hall.staffId('other-section'), name: '見本 other-section' }];
    const body = { title: '招かれた人の会議', heldOn: DAY, onlineChat: chat, attendees };
    await hall.call('other-section', 'POST /meetings', { body });
    expect(await meetings('招かれた人の会議')).toEqual([]);
    came = ['drafter'];
    online = { subject: '政策会議', chatKey: chat, participants: [person('drafter'), person('other-section')] };
    text = SAID('招かれた人は来ません。');
    await arrives('m-invited');
    const [meeting] = await meetings('招かれた人の会議');
    expect(meeting?.transcripts).toHaveLength(1);
    expect(meeting?.attendees.map(({ name }) => name)).toEqual(['見本 other-section', '見本 drafter']);
  });
});
