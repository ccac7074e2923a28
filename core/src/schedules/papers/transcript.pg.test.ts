import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingView } from '../../minutes/contract.ts';
import type { Asked, TeamsMeetings } from '../../minutes/sources/index.ts';
import { FakeTeams } from '../../minutes/sources/teams.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { at, type PapersRoom, papersRoom } from './papers.fixture.ts';

const now = () => new Date(at('13:30'));
const CHAT = (n: number) => `19:meeting_${n}@thread.v2`;
const LINK = (n: number) => `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(CHAT(n))}/0?context=x`;
const SHORT = 'https://teams.microsoft.com/meet/2345?p=abc';
const VTT = (said: string) => `WEBVTT

00:00:01.000 --> 00:00:06.000
<v 見本 section-head>${said}</v>
`;
const ok = <T>(value: T): Asked<T> => ({ kind: 'OK', value });

let room: PapersRoom;
let nth = 0;
let subject = '予算会議';

const online = (organizerOid: string) => ({
  ...{ subject, start: new Date(at('13:00')), end: new Date(at('14:00')), organizerOid, participants: [] },
  ...{ joinWebUrl: LINK(nth), chatKey: CHAT(nth) },
});

beforeAll(async () => {
  room = await papersRoom(now);
  const fake = new FakeTeams({ now });
  const teams: TeamsMeetings = {
    ...fake,
    source: {
      ...fake.source,
      facts: async (key) => ok({ key, createdAt: now(), endedAt: null }),
      content: async () => ok({ text: VTT(`始めます。${nth}`), form: 'NAMED', fileName: 'teams.vtt' }),
      meeting: async ({ organizerOid }) => ok(online(organizerOid)),
      meetingOfLink: async ({ organizerOid }) => ok(online(organizerOid)),
      attendance: async () => ({ kind: 'REFUSED', code: 'minutes.graph_no_access_policy' }),
    },
  };
  room.city.suite.useTeamsMeetings(teams);
});
afterAll(() => room.city.close());
afterEach(() => quiet(room.city.test));

/** A meeting of 課長 that Outlook has with this address. */
async function booked(link: (n: number) => string = LINK): Promise<void> {
  nth += 1;
  await room.meet();
  const [set, where] = ['update kaigi.schedules_booking set join_url = $1', 'where booking_id = $2'];
  await room.city.test.owner.query(`${set} ${where}`, [link(nth), room.bookingId()]);
}

async function transcriptArrives(): Promise<void> {
  const key = {
    ...{ organizerOid: room.city.as('section-head').entraObjectId, meetingKey: `m${nth}`, transcriptKey: `t${nth}` },
  };
  await room.city.test.db.inMunicipality(MINATO, async (tx) => {
    const { hear } = await import('../../minutes/sources/arrival-store.ts');
    await hear(tx, [key], now());
  });
  await room.city.suite.enqueue([{ task: 'minutes/teams-take-in', payload: { municipalityId: MINATO, ...key } }]);
  await quiet(room.city.test);
}

const count = async () => (await room.city.test.owner.query('select count(*)::int as n from kaigi.meeting')).rows[0].n;
const meeting = (id: string | null) =>
  room.call('GET /meetings/{id}', 'section-head', { params: { id: id ?? '' } }) as Promise<MeetingView>;

describe('S-16: the transcript of a booked meeting', () => {
  it('comes to the minutes that were made of it, though the meeting is called something else in Teams', async () => {
    await booked();
    await room.agenda('section-head');
    // Whoever presses: it is the meeting of whoever called it.
    const { meetingId } = (await room.minutes('subsection-head')).minutes;
    expect((await meeting(meetingId)).organiser.name).toBe('見本 section-head');
    const before = await count();
    subject = '[外部] 予算';
    await transcriptArrives();
    expect(await count()).toBe(before);
    expect((await meeting(meetingId)).transcripts).toMatchObject([{ source: 'TEAMS', state: 'USED' }]);
    await transcriptArrives();
    expect((await meeting(meetingId)).transcripts).toHaveLength(1);
  });

  it('that came first is what the minutes are made of: with agenda, papers and who keeps them, once', async () => {
    subject = '予算会議';
    await booked();
    await room.agenda('section-head');
    await room.lay('section-head', '案');
    const before = await count();
    await transcriptArrives();
    expect(await count()).toBe(before + 1);
    const [one, other] = await Promise.all([room.minutes('subsection-head'), room.minutes('section-head')]);
    expect(other.minutes.meetingId).toBe(one.minutes.meetingId);
    expect(await count()).toBe(before + 1);
    const view = await meeting(one.minutes.meetingId);
    expect(view).toMatchObject({ papers: ['予算案'], agenda: [{ title: '予算' }, { title: '人事' }] });
    expect(view.transcripts).toHaveLength(1);
    expect(view.attendees.find(({ role }) => role === 'RECORDER')?.name).toBe('見本 subsection-head');
  });

  it('that comes in the moment in which somebody presses is of the same meeting', async () => {
    await booked();
    const before = await count();
    const [{ minutes }] = await Promise.all([room.minutes('section-head'), transcriptArrives()]);
    expect(await count()).toBe(before + 1);
    expect((await meeting(minutes.meetingId)).transcripts).toHaveLength(1);
  });

  it('of a short address is found by asking Graph for its chat', async () => {
    await booked(() => SHORT);
    const { meetingId } = (await room.minutes('section-head')).minutes;
    subject = '別の名';
    const before = await count();
    await transcriptArrives();
    expect(await count()).toBe(before);
    expect((await meeting(meetingId)).transcripts).toHaveLength(1);
  });
});
