import { appendFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, sha256Hex } from '../../platform/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import type { MeetingHistory, MeetingView, PlayTicket, RecordingList } from '../contract.ts';
import { refusedTo } from '../recognising/index.ts';
import {
  act,
  answering,
  begin,
  DAY,
  findings,
  finish,
  hall,
  lines,
  list,
  MOST,
  make,
  ONE,
  openRecordings,
  part,
  type Sent,
  said,
  sent,
  states,
  wav,
} from './recordings.fixture.ts';

beforeAll(openRecordings);
afterAll(() => hall.city.close());

describe('M-04: sending a recording', () => {
  it('goes on where it was broken off, and is the same whatever is sent twice', async () => {
    const [id, sound] = [await make('drafter'), wav(1)];
    const { id: recordingId } = await begin('drafter', id, sound);
    const sending = { id, recordingId, sound };
    await part('drafter', sending, 0);
    expect(await hall.refused(finish('drafter', sending))).toBe('minutes.recording_incomplete');
    const again = await begin('drafter', id, sound);
    expect(again).toMatchObject({ id: recordingId, received: 1, parts: 3, kind: 'WAV', state: 'UPLOADING' });
    expect(await hall.refused(part('drafter', sending, 2))).toBe('minutes.recording_part_early');
    expect(await hall.refused(part('drafter', sending, 3))).toBe('minutes.recording_part_unknown');
    expect(await hall.refused(part('drafter', sending, 1, sha256Hex(sound)))).toBe('minutes.recording_part_damaged');
    await Promise.all([part('drafter', sending, 1), part('drafter', sending, 1)]);
    await part('drafter', sending, 0);
    await part('drafter', sending, 2);
    answering(said('始めます。'), said('始めます。'));
    const [one, two] = await Promise.all([finish('drafter', sending), finish('drafter', sending)]);
    expect([one?.id, two?.id]).toEqual([recordingId, recordingId]);
    expect((await finish('drafter', sending)).id).toBe(recordingId);
    await hall.run('');
    expect(await states(id)).toEqual(['RECOGNISED']);
    expect(await findings(id)).toEqual([]);
    const kept = path.join(hall.city.home, 'blobs', sha256Hex(sound).slice(0, 2), sha256Hex(sound));
    await appendFile(kept, 'x');
    expect(await findings(id)).toEqual(['minutes.file_altered']);
    expect(await readdir(path.join(hall.city.home, 'blobs', 'incoming'))).toEqual([]);
  });

  it('the same bytes under another name are the recording that is there already', async () => {
    const [id, sound] = [await make('drafter'), wav(2, 5_000)];
    answering(said('始めます。'));
    const first = await sent('drafter', id, sound);
    await finish('drafter', first);
    const second = await begin('drafter', id, sound, { fileName: '別の名前.wav' });
    const other = { ...first, recordingId: second.id };
    await part('drafter', other, 0);
    expect((await finish('drafter', other)).id).toBe(first.recordingId);
    await hall.run('');
    expect(await states(id)).toEqual(['RECOGNISED']);
    const history = await hall.call<MeetingHistory>('drafter', 'GET /meetings/{id}/history', { params: { id } });
    expect(history.items.filter(({ of }) => of === 'recording')).toMatchObject([
      { sentence: '録音を保管しました。', changes: [{ what: 'ファイル名', before: null, after: '打合せ.wav' }] },
    ]);
  });

  it('is refused what is no recording, whatever it is called, and keeps nothing of it', async () => {
    const id = await make('drafter');
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const { id: recordingId } = await begin('drafter', id, page);
    expect(await hall.refused(part('drafter', { id, recordingId, sound: page }, 0))).toBe('minutes.recording_kind');
    expect(await states(id)).toEqual([]);
    const refused = (bytes: number) => hall.refused(begin('drafter', id, page, { bytes }));
    expect(await refused(0)).toBe('minutes.recording_empty');
    expect(await refused(MOST + 1)).toBe('minutes.recording_over_limit');
  });

  it('is given up before all of it is there, and not after', async () => {
    const [id, sound] = [await make('drafter'), wav(3, 5_000)];
    const giveUp = (given: Sent) => act<RecordingList>('drafter', `DELETE ${ONE}`, given);
    const first = await sent('drafter', id, sound);
    expect((await giveUp(first)).recordings).toEqual([]);
    expect((await giveUp(first)).recordings).toEqual([]);
    answering(said('始めます。'));
    const second = await sent('drafter', id, sound);
    await finish('drafter', second);
    expect(await hall.refused(giveUp(second))).toBe('minutes.recording_complete');
    await hall.run('');
  });

  it('that was never finished is forgotten after two weeks, and nothing else', async () => {
    const [id, sound] = [await make('drafter'), wav(5)];
    answering(said('始めます。'));
    await finish('drafter', await sent('drafter', id, wav(6, 5_000)));
    const { id: recordingId } = await begin('drafter', id, sound);
    await part('drafter', { id, recordingId, sound }, 0);
    await hall.run('minutes/forget-unfinished-recordings');
    // Both began at the same moment of the clock that stands still.
    expect((await states(id)).toSorted()).toEqual(['RECOGNISED', 'UPLOADING']);
    hall.clock.set('2026-12-10T15:00:00+09:00');
    await hall.run('minutes/forget-unfinished-recordings');
    hall.clock.set(`${DAY}T15:00:00+09:00`);
    expect(await states(id)).toEqual(['RECOGNISED']);
    expect(await readdir(path.join(hall.city.home, 'blobs', 'incoming'))).not.toContain(`${recordingId}.part`);
  });

  it('is for whoever keeps the minutes; of another city nobody is told that there is one', async () => {
    const [id, sound] = [await make('drafter'), wav(4, 5_000)];
    expect(await hall.refused(begin('other-section', id, sound))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(begin('auditor', id, sound))).toBe('minutes.meeting_not_yours');
    expect(await hall.refused(list('drafter@yamato', id))).toBe('minutes.meeting_not_found');
    const { recordingId } = await sent('drafter', id, sound);
    const other = await make('drafter@yamato');
    const there = { id: other, recordingId, sound };
    expect(await hall.refused(part('drafter@yamato', there, 0))).toBe('minutes.recording_not_found');
    const elsewhere = { id: await make('drafter'), recordingId, sound };
    expect(await hall.refused(finish('drafter', elsewhere))).toBe('minutes.recording_not_found');
  });
});

describe('M-04: a recording becomes the transcript', () => {
  it('by the same door as a file, with times of the recording, and the names told beforehand', async () => {
    const id = await make('drafter');
    const heard = answering(said('始めます。', '異議なし。'));
    await finish('drafter', await sent('drafter', id, wav(10, 5_000)));
    await hall.run('');
    const view = await hall.call<MeetingView>('drafter', 'GET /meetings/{id}', { params: { id } });
    expect(view).toMatchObject({ state: 'WRITING', transcripts: [{ source: 'RECORDING', state: 'USED', lines: 2 }] });
    const { recordings, playsId } = await list('drafter', id);
    expect(recordings[0]).toMatchObject({ state: 'RECOGNISED', transcriptId: view.transcripts[0]?.id, problem: null });
    expect(playsId).toBe(recordings[0]?.id);
    expect((await lines(id)).lines.map(({ startMs, text }) => [startMs, text])).toEqual([
      [0, '始めます。'],
      [5_000, '異議なし。'],
    ]);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.hints.hotwords).toContain('政策課');
  });

  it('M-06: keeps with each line how sure the voice is and who speaks over whom; no voice becomes a person', async () => {
    const id = await make('drafter');
    const segment = { from: 0, to: 4_000, text: '始めます。', label: '話者1' };
    const segments = [
      { ...segment, confidence: 0.62 },
      { ...segment, from: 8_000, to: 9_000, label: '話者2', confidence: 3, overlaps: true },
      { ...segment, from: 20_000, to: 24_000, label: '話者3' },
    ];
    answering({ heard: { language: 'ja', segments } });
    await finish('drafter', await sent('drafter', id, wav(15, 5_000)));
    await hall.run('');
    const { lines: found, sureFrom } = await lines(id);
    expect(found.map(({ confidence, overlaps, attendeeId }) => [confidence, overlaps, attendeeId])).toEqual([
      [0.62, false, null],
      [1, true, null],
      [null, false, null],
    ]);
    expect(sureFrom).toBe(0.7);
  });

  it('waits where nobody configured a recogniser, and says what has to be done', async () => {
    const id = await make('drafter');
    hall.city.suite.useRecogniser(null);
    const recording = await sent('drafter', id, wav(11, 5_000));
    await finish('drafter', recording);
    await hall.run('');
    const [waiting] = (await list('drafter', id)).recordings;
    expect(waiting).toMatchObject({ state: 'STORED', may: { recognise: true, play: true } });
    expect(waiting?.problem?.sentence).toContain('管理者に設定を依頼');
    answering(said('始めます。'));
    const again = () => act('drafter', `POST ${ONE}/recognise`, recording);
    await Promise.all([again(), again()]);
    await hall.run('');
    expect(await states(id)).toEqual(['RECOGNISED']);
    expect(await hall.refused(again())).toBe('minutes.recording_not_ready');
    expect((await lines(id)).lines).toHaveLength(1);
  });

  it('is tried again by itself where the refusal passes, and by a person where it does not', async () => {
    const id = await make('drafter');
    answering(
      refusedTo('minutes.recogniser_busy', { host: 's.example' }),
      refusedTo('minutes.recording_not_wav', { name: '打合せ.wav' }),
      said('始めます。'),
    );
    // A job waits by the clock of the database: ours must not be behind it.
    hall.clock.set(new Date(Math.max(Date.now(), hall.clock.now().getTime())).toISOString());
    const recording = await sent('drafter', id, wav(12, 5_000));
    await finish('drafter', recording);
    const problem = async () => (await list('drafter', id)).recordings[0]?.problem;
    await until(async () => (await problem())?.code === 'minutes.recogniser_busy');
    expect(await problem()).toMatchObject({ passing: true });
    const later = () =>
      hall.city.test.owner.query('select from graphile_worker.jobs where key = $1 and run_at > now()', [
        `minutes/recognise:${recording.recordingId}`,
      ]);
    await until(async () => (await later()).rowCount === 1);
    // As if its time had come.
    const job = { municipalityId: MINATO, recordingId: recording.recordingId };
    const soon = async () => {
      const key = `minutes/recognise:${recording.recordingId}`;
      await hall.city.suite.enqueue([{ task: 'minutes/recognise', payload: job, queue: 'minutes/recognise', key }]);
      await hall.run('');
    };
    await soon();
    expect(await problem()).toMatchObject({ code: 'minutes.recording_not_wav', passing: false });
    await soon();
    expect(await states(id)).toEqual(['FAILED']);
    await act('drafter', `POST ${ONE}/recognise`, recording);
    await hall.run('');
    expect(await states(id)).toEqual(['RECOGNISED']);
    hall.clock.set(`${DAY}T15:00:00+09:00`);
  });

  it('is one transcript, whoever was killed in the middle; what kills each time is given up', async () => {
    const id = await make('drafter');
    const recording = await sent('drafter', id, wav(13, 5_000));
    const job = { municipalityId: MINATO, recordingId: recording.recordingId };
    const run = async () => {
      await hall.city.suite.enqueue([{ task: 'minutes/recognise', payload: job, queue: 'minutes/recognise' }]);
      await hall.run('');
    };
    const killed = () =>
      hall.city.test.owner.query(
        `update kaigi.minutes_recording set state = 'RECOGNISING', transcript_id = null where recording_id = $1`,
        [recording.recordingId],
      );
    // Whoever began it is gone; another does all of it again, and finds the words taken in already.
    answering(said('始めます。'), said('始めます。'));
    await finish('drafter', recording);
    await hall.run('');
    await killed();
    await run();
    const view = await hall.call<MeetingView>('drafter', 'GET /meetings/{id}', { params: { id } });
    expect(view.transcripts).toHaveLength(1);
    expect((await list('drafter', id)).recordings[0]).toMatchObject({ transcriptId: view.transcripts[0]?.id });
    await hall.city.test.owner.query(
      `update kaigi.minutes_recording set state = 'RECOGNISING', problem = $2 where recording_id = $1`,
      [recording.recordingId, JSON.stringify({ code: 'x', params: { killed: 4 }, passing: false })],
    );
    await run();
    expect(await states(id)).toEqual(['FAILED']);
  });

  it('does not come into minutes that were closed meanwhile', async () => {
    const id = await make('drafter');
    answering(async () => {
      await hall.city.test.owner.query(`update kaigi.meeting set state = 'FINAL' where meeting_id = $1`, [id]);
      return said('遅すぎました。');
    });
    await finish('drafter', await sent('drafter', id, wav(14, 5_000)));
    await hall.run('');
    expect((await list('drafter', id)).recordings[0]).toMatchObject({ problem: { code: 'minutes.meeting_closed' } });
    expect((await lines(id)).lines).toEqual([]);
  });
});

describe('M-08, M-21: playing a recording', () => {
  const ticket = (name: string, given: Sent) => act<PlayTicket>(name, `POST ${ONE}/ticket`, given);
  const secretOf = ({ path: address }: PlayTicket) => new URL(address, 'https://k.example').searchParams.get('ticket');
  const content = async (given: Sent, secret: string) =>
    hall.city.suite.playback.content({
      ...{ meetingId: given.id, recordingId: given.recordingId, ticket: secret, locale: 'ja' },
    });

  it('takes a ticket of whoever may hear it, asked for anew after some minutes', async () => {
    const id = await make('drafter');
    answering(said('始めます。'));
    const recording = await sent('drafter', id, wav(20, 5_000));
    expect(await hall.refused(ticket('drafter', recording))).toBe('minutes.recording_not_found');
    await finish('drafter', recording);
    await hall.run('');
    const secret = secretOf(await ticket('colleague', recording)) ?? '';
    expect(await content(recording, secret)).toMatchObject({ bytes: 5_000, mediaType: 'audio/wav' });
    const other = { ...recording, recordingId: newId(hall.clock) };
    const altered = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const [given, wrong] of [
      [other, secret],
      [recording, altered],
      [recording, ''],
      [recording, `x${secret}`],
    ] as const)
      expect(await hall.refused(content(given, wrong))).toBe('minutes.play_ticket_over');
    expect(await hall.refused(ticket('other-section', recording))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(ticket('drafter@yamato', recording))).toBe('minutes.meeting_not_found');
    hall.clock.set(`${DAY}T15:11:00+09:00`);
    expect(await hall.refused(content(recording, secret))).toBe('minutes.play_ticket_over');
    hall.clock.set(`${DAY}T15:00:00+09:00`);
    const { rows } = await hall.city.test.owner.query('select ticket_sha256 from kaigi.minutes_play_ticket');
    expect(JSON.stringify(rows)).not.toContain(secret.split('.')[1]);
  });

  it('asks the policy again when the ticket is used: minutes that are public do not open the recording', async () => {
    const id = await make('drafter');
    answering(said('始めます。'));
    const recording = await sent('drafter', id, wav(21, 5_000));
    await finish('drafter', recording);
    await hall.run('');
    const attends = [{ id: newId(hall.clock), staffId: await hall.staffId('other-section'), name: 'x' }];
    const change = (attendees: unknown[], version: number) =>
      hall.call('drafter', 'PATCH /meetings/{id}', { params: { id }, body: { version, attendees } });
    await change(attends, 1);
    const secret = secretOf(await ticket('other-section', recording)) ?? '';
    expect((await content(recording, secret)).bytes).toBe(5_000);
    await change([], 2);
    expect(await hall.refused(content(recording, secret))).toBe('minutes.meeting_not_found');
    await hall.city.test.owner.query(`update kaigi.meeting set state = 'FINAL', is_open = true where meeting_id = $1`, [
      id,
    ]);
    expect(await hall.refused(content(recording, secret))).toBe('minutes.recording_not_found');
    expect((await list('other-section', id)).recordings).toEqual([]);
  });
});
