import { newId } from '../../platform/index.ts';
import type { Hall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type {
  AttendeeRole,
  LineEdit,
  MeetingLines,
  MeetingView,
  MinutesView,
  RoundView,
  SigningView,
} from '../contract.ts';

export const DAY = '2026-11-25';

const SAID = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v 見本 section-head>それでは議題1、備品の購入についてお願いします。</v>

00:00:07.000 --> 00:00:15.000
<v 話者2>机を十台購入したいと考えております。</v>

00:00:16.000 --> 00:00:22.000
<v 見本 section-head>ご異議ありませんか。</v>

00:00:25.000 --> 00:00:33.000
<v 見本 section-head>異議なしと認め、案のとおり決定します。</v>
`;

export interface Coming {
  /** A sign-in name; null: not of the city's staff. */
  readonly staff: string | null;
  readonly name?: string;
  readonly role?: AttendeeRole;
  readonly attended?: boolean;
}

const at = (id: string) => ({ params: { id } });

/** Calls on one meeting on its way from the draft to the last signature. */
export function courseIn(hall: Hall) {
  const read = (name: string, id: string) => hall.call<MeetingView>(name, 'GET /meetings/{id}', at(id));
  const round = (name: string, id: string) => hall.call<RoundView>(name, 'GET /meetings/{id}/round', at(id));
  const minutes = (name: string, id: string) => hall.call<MinutesView>(name, 'GET /meetings/{id}/minutes', at(id));
  const lines = (name: string, id: string) => hall.call<MeetingLines>(name, 'GET /meetings/{id}/transcript', at(id));
  const post = <T = RoundView>(name: string, id: string, path: string, body: object = {}) =>
    hall.call<T>(name, `POST /meetings/{id}/${path}`, { ...at(id), body });
  const versionOf = async (id: string) => (await read('drafter', id)).version;
  const edit = (id: string, edits: readonly LineEdit[]) =>
    hall.call('drafter', 'POST /meetings/{id}/transcript/edits', { ...at(id), body: { edits } });

  async function made(coming: readonly Coming[], more: object = {}): Promise<string> {
    const attendees = await Promise.all(
      coming.map(async ({ staff, name = `見本 ${staff}`, role = 'MEMBER', attended = true }) => {
        const staffId = staff === null ? null : await hall.staffId(staff);
        return { id: newId(hall.clock), staffId, name, role, attended };
      }),
    );
    const body = {
      ...{ title: '備品の打合せ', heldOn: DAY, bodyId: 'meeting.section', attendees },
      ...{ agenda: [{ id: newId(hall.clock), title: '備品の購入' }], ...more },
    };
    return (await hall.call<MeetingView>('drafter', 'POST /meetings', { body })).id;
  }

  /** Drafted; 話者2, on whose words a sentence rests, is whoever comes second. */
  async function minuted(coming: readonly Coming[], more: object = {}): Promise<string> {
    const id = await made(coming, more);
    await hall.call('drafter', 'POST /meetings/{id}/transcript', {
      ...at(id),
      body: { version: 1, despiteDoubts: true },
      file: { fileName: 'a.vtt', bytes: Buffer.from(SAID) },
    });
    const [, attendee] = (await read('drafter', id)).attendees;
    const second = (await lines('drafter', id)).lines.find(({ label }) => label === '話者2');
    await edit(id, [
      {
        ...{ op: 'SPEAKER', lineId: second?.id ?? '', version: second?.version ?? 0 },
        ...{ attendeeId: attendee?.id ?? null, scope: 'EVERYWHERE' },
      },
    ]);
    await hall.call('drafter', 'POST /meetings/{id}/minutes/draft', { ...at(id), body: { version: 0 } });
    const said = { op: 'ADD', id: newId(hall.clock), part: 'KEY_POINT', itemId: null, after: null };
    await post('drafter', id, 'minutes/edits', {
      edits: [{ ...said, text: '机を十台購入したい。', sources: [second?.id] }],
    });
    return id;
  }

  return {
    ...{ read, round, minutes, lines, post, made, minuted, edit, versionOf },
    signing: (name: string, id: string) => hall.call<SigningView>(name, 'GET /meetings/{id}/signing', at(id)),
    begin: async (id: string, more: object = {}, name = 'drafter') =>
      post(name, id, 'round', { version: await versionOf(id), ...more }),
    close: async (id: string, name = 'drafter') => post(name, id, 'round/close', { version: await versionOf(id) }),
    reopen: async (id: string, name = 'drafter') =>
      post(name, id, 'reopen', { version: await versionOf(id), reason: '議題が抜けていました' }),
    /** The codes of what `kaigi verify` finds about it. */
    findings: async (id: string): Promise<string[]> => {
      const found: string[] = [];
      for await (const one of hall.city.suite.verify(MINATO)) if (one.subject.includes(id)) found.push(one.code);
      return found;
    },
  };
}
