import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { GlossaryView, MeetingBodies, MeetingView } from '../contract.ts';
import { DAY, type DecidingRoom, openDecidingRoom } from '../deciding/deciding.fixture.ts';

// 総合計画審議会 has 政策課 for its secretariat (みなと市会議録等作成要領).
const COUNCIL = 'meeting.planning-council';
const EXECUTIVE = 'meeting.executive';

let room: DecidingRoom;
beforeAll(async () => {
  room = await openDecidingRoom();
});
afterAll(() => room.city.close());

const make = (name: string, bodyId: string | null, more: object = {}) =>
  room.call<MeetingView>(name, 'POST /meetings', { body: { title: '会議', heldOn: DAY, bodyId, ...more } });
const change = (name: string, { id, version }: MeetingView, more: object) =>
  room.call<MeetingView>(name, 'PATCH /meetings/{id}', { params: { id }, body: { version, ...more } });
const keeps = async (name: string) =>
  (await room.call<GlossaryView>(name, 'GET /minutes/glossary')).may.bodies.map(({ id }) => id);
const recorder = async (name: string) => [
  { id: newId(), staffId: await room.staffId(name), name: 'x', role: 'RECORDER' },
  { id: newId(), staffId: await room.staffId('section-head'), name: 'x', role: 'CHAIR' },
];

describe('M-01: the meetings of a body whose secretariat the rules name', () => {
  it('are made by the secretariat and whoever heads it, and are of its section', async () => {
    expect((await make('drafter', COUNCIL)).unit.name).toBe('政策課');
    expect((await make('department-head', COUNCIL)).unit.name).toBe('政策課');
    const refused = await make('other-section', COUNCIL).catch((error: object) => error);
    expect(refused).toMatchObject({ code: 'minutes.body_of_secretariat', params: { unit: '政策課' } });
    // Of no body, and of one without a secretariat, anybody makes meetings.
    expect((await make('other-section', null)).unit.name).toBe('総務課');
    expect((await make('other-section', 'meeting.section-heads')).unit.name).toBe('総務課');
  });

  it('are not become by changing the body of another; held in Teams they are said so by whoever held them', async () => {
    const own = await make('other-section', null);
    expect(await room.refused(change('other-section', own, { bodyId: COUNCIL }))).toBe('minutes.body_of_secretariat');
    await room.sql(`update kaigi.meeting set online_key = 'teams/1' where meeting_id = $1`, [own.id]);
    const named = await change('other-section', own, { bodyId: COUNCIL });
    expect([named.body?.id, named.unit.name, named.may.change]).toEqual([COUNCIL, '政策課', true]);
    // Now the secretariat keeps them.
    expect((await room.read('drafter', own.id)).may.change).toBe(true);
    expect((await change('other-section', named, { place: '第2会議室' })).place).toBe('第2会議室');
  });

  it('are offered to nobody else: neither in a new meeting nor in one that is theirs', async () => {
    const offered = async (name: string, query: object = {}) =>
      (await room.call<MeetingBodies>(name, 'GET /meetings/bodies', { query })).items.map(({ id }) => id);
    expect(await offered('drafter')).toEqual(expect.arrayContaining([COUNCIL, 'meeting.section-heads']));
    expect(await offered('other-section')).toContain('meeting.section-heads');
    expect(await offered('other-section')).not.toContain(COUNCIL);
    const own = await make('other-section', null);
    expect(await offered('other-section', { meeting: own.id })).not.toContain(COUNCIL);
    await room.sql(`update kaigi.meeting set online_key = 'teams/2' where meeting_id = $1`, [own.id]);
    expect(await offered('other-section', { meeting: own.id })).toContain(COUNCIL);
    const hidden = room.call('drafter@yamato', 'GET /meetings/bodies', { query: { meeting: own.id } });
    expect(await room.refused(hidden)).toBe('minutes.meeting_not_found');
  });

  it('have their words kept by the secretariat and by who was asked to record them, by nobody through a meeting', async () => {
    expect(await keeps('other-section')).not.toContain(COUNCIL);
    expect(await keeps('colleague')).toEqual(expect.arrayContaining([COUNCIL, EXECUTIVE]));
    expect(await keeps('personnel')).not.toContain(COUNCIL);
    await make('drafter', COUNCIL, { attendees: await recorder('personnel') });
    expect(await keeps('personnel')).toContain(COUNCIL);
  });
});

describe('M-17: minutes of such a body', () => {
  it('are put forward by the secretariat only, so that case and record are its own', async () => {
    const papers = { bodyId: EXECUTIVE, attendees: await recorder('other-section') };
    const meeting = await room.ready('庁議', papers);
    const seen = await room.read('other-section', meeting.id);
    expect([seen.may.edit, seen.may.decide, seen.putForwardBy]).toEqual([true, false, '政策課']);
    expect(await room.refused(room.decide('other-section', meeting))).toBe('minutes.secretariat_puts_forward');
    expect(meeting.putForwardBy).toBeNull();
    const put = await room.decide('drafter', meeting);
    expect((await room.caseOf(put)).unitName).toBe('政策係');
    expect(put.case?.holders).toMatchObject([
      { unitName: '政策係', postTitle: '係長', names: ['見本 subsection-head'], since: expect.any(String) },
    ]);
    const further = await room.act('subsection-head', put, { act: 'approve' });
    expect(further.case?.holders.map(({ names }) => names)).toEqual([['見本 section-head']]);
    // Who may not see the case is not told at whose desk it lies.
    expect((await room.read('other-section', meeting.id)).case).toBeNull();
    expect((await room.approved(put)).case?.holders).toEqual([]);
  });
});
