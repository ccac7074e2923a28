import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { MeetingView, MinutesBacklog } from '../contract.ts';
import { type DecidingRoom, openDecidingRoom } from './deciding.fixture.ts';
import { hoursSaved } from './hours-saved.ts';
import { workOn } from './unwritten-store.ts';

let room: DecidingRoom;
beforeAll(async () => {
  room = await openDecidingRoom();
  for (const name of ['drafter', 'colleague']) await room.chat(name);
});
afterAll(() => room.city.close());

const told = async (name: string) =>
  (await room.call<MinutesBacklog>(name, 'GET /meetings/backlog', { query: {} })).measures.saved;
/** What is reckoned of these sections' year, told or not. */
const saved = () =>
  room.city.test.db.inMunicipality(MINATO, async (tx) => {
    const units = await tx.query<{ id: string }>('select distinct unit_id as id from kaigi.meeting', []);
    const works = await workOn(tx, { since: '2025-12-01' as LocalDate, unitIds: units.map(({ id }) => id) });
    const { hours, meetings } = hoursSaved(works);
    return { hours: hours === null ? null : Math.round(hours * 10) / 10, meetings };
  });

async function takeIn(id: string, fileName: string, said: string): Promise<void> {
  const { version } = await room.read('drafter', id);
  await room.call('drafter', 'POST /meetings/{id}/transcript', {
    ...{ params: { id }, body: { version, despiteDoubts: true }, file: { fileName, bytes: Buffer.from(said) } },
  });
}
const cue = (from: string, to: string, who: string, words: string) => `${from} --> ${to}\n<v ${who}>${words}</v>\n`;
const vtt = (...cues: readonly string[]) => `WEBVTT\n\n${cues.join('\n')}`;

/** Held and written at one o'clock, in one go. */
async function meeting(title: string): Promise<MeetingView> {
  room.clock.set('2026-12-01T13:00:00+09:00');
  return room.ready(title, { bodyId: null });
}
const final = async ({ id }: MeetingView) => room.decide('drafter', await room.read('drafter', id));

/** Somebody changes the first line, and the first sentence. */
async function editAt(name: string, id: string, time: string): Promise<void> {
  room.clock.set(`2026-12-01T${time}:00+09:00`);
  const { lines } = await room.call<{ lines: { id: string; version: number }[] }>(
    name,
    'GET /meetings/{id}/transcript',
    {
      params: { id },
    },
  );
  const edit = (what: 'transcript' | 'minutes', edits: readonly object[]) =>
    room.call(name, `POST /meetings/{id}/${what}/edits`, { params: { id }, body: { edits } });
  const text = `${time}に直した。`;
  await edit('transcript', [{ op: 'TEXT', lineId: lines[0]?.id, version: lines[0]?.version, text }]);
  const [first] = (await room.minutes(id)).sentences;
  await edit('minutes', [{ op: 'SET', id: first?.id, version: first?.version, text }]);
}

it('M-23: hours saved are those of typing less those of every editor, of final minutes that were spoken', async () => {
  const long = await meeting('一時間の会議');
  // An hour, in which two speak at the same time for ten minutes and nobody for a quarter of an hour.
  await takeIn(
    long.id,
    'a.vtt',
    vtt(
      cue('00:00:00.000', '00:30:00.000', '甲', 'はじめます。'),
      cue('00:20:00.000', '00:45:00.000', '乙', '質問します。'),
      cue('01:00:00.000', '01:15:00.000', '甲', '終わります。'),
    ),
  );
  for (const time of ['13:05', '13:09', '13:30']) await editAt('drafter', long.id, time);
  for (const time of ['13:08', '13:12']) await editAt('colleague', long.id, time);
  expect(await saved()).toEqual({ hours: null, meetings: 0 });
  await final(long);
  // Three hours less 13:00 to 13:09 and a minute of the one, and 13:08 to 13:12 of the other.
  expect(await saved()).toEqual({ hours: 2.8, meetings: 1 });
  // One person's work: counted, and not told.
  expect(await told('drafter')).toEqual({ hours: null, meetings: 1, hoursByHand: 3 });

  // Without a transcript, or with one that has no times, nothing is known.
  await final(await meeting('文字起こしのない会議'));
  const untimed = await meeting('時刻のない会議');
  await takeIn(untimed.id, 'b.txt', '甲：はじめます。\n乙：質問します。\n甲：終わります。\n乙：はい。\n');
  await final(untimed);
  expect(await saved()).toMatchObject({ hours: 2.8, meetings: 1 });

  // A minute of speech, on which somebody sat for a quarter of an hour and more.
  const short = await meeting('一分の会議');
  await takeIn(short.id, 'c.vtt', vtt(cue('00:00:00.000', '00:01:00.000', '甲', 'はじめます。')));
  for (const time of ['13:05', '13:10', '13:15', '13:20', '13:25', '13:27']) await editAt('drafter', short.id, time);
  await final(short);
  expect(await saved()).toMatchObject({ hours: 2.4, meetings: 2 });
  await room.sql('update kaigi.meeting set final_on = $2 where meeting_id = $1', [long.id, '2025-11-30']);
  expect(await saved()).toMatchObject({ hours: -0.4, meetings: 1 });

  expect(await told('other-section')).toMatchObject({ hours: null, meetings: 0 });
  expect(await told('drafter@yamato')).toMatchObject({ hours: null, meetings: 0 });
});

it('M-23: where a file does not say when somebody ended, their words tell; a chat was not spoken', async () => {
  await room.sql(`update kaigi.meeting set final_on = '2020-01-01' where state = 'FINAL'`, []);
  const one = await meeting('終わりの時刻のない会議');
  await takeIn(one.id, 'd.vtt', vtt(cue('00:00:00.000', '00:00:01.000', '甲', 'はじめます。')));
  await final(one);
  const words = 'あ'.repeat((30 * 60 * 1000) / 150);
  await room.sql('update kaigi.minutes_line set end_ms = null, words = $2 where meeting_id = $1', [one.id, words]);
  // Half an hour, less the minute in which it was written.
  expect(await saved()).toMatchObject({ hours: 1.5, meetings: 1 });
  await room.sql(`update kaigi.meeting_transcript set source = 'CHAT' where meeting_id = $1`, [one.id]);
  expect(await saved()).toMatchObject({ hours: null, meetings: 0 });
});
