import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { MeetingHistory, MeetingView, RecordingList } from '../contract.ts';
import {
  answering,
  begin,
  findings,
  finish,
  hall,
  lines,
  list,
  make,
  ONE,
  openRecordings,
  part,
  said,
  wav,
} from './recordings.fixture.ts';

beforeAll(openRecordings);
afterAll(() => hall.city.close());

describe('a second recording of the same meeting', () => {
  const send = async (id: string, tone: number, more: object) => {
    const sound = wav(tone, 5_000);
    const { id: recordingId } = await begin('drafter', id, sound, more);
    await part('drafter', { id, recordingId, sound }, 0);
    await finish('drafter', { id, recordingId, sound });
    await hall.run('');
    return { id, recordingId, sound };
  };
  const edit = (id: string, edits: object[]) =>
    hall.call('drafter', 'POST /meetings/{id}/transcript/edits', { params: { id }, body: { edits } });

  it('follows the first: its lines come after, what was edited stays, and each is played where it is', async () => {
    const id = await make('drafter');
    answering(said('前半です。', '休憩します。'), said('再開します。'));
    const first = await send(id, 30, { fileName: '前半.wav' });
    const [line] = (await lines(id)).lines;
    await edit(id, [{ op: 'TEXT', lineId: line?.id, version: line?.version, text: '前半を始めます。' }]);
    const second = await send(id, 31, { fileName: '後半.wav', follows: { offsetMs: 60_000 } });
    expect((await lines(id)).lines.map(({ startMs, label, text }) => [startMs, label, text])).toEqual([
      [0, '話者1', '前半を始めます。'],
      [5_000, '話者2', '休憩します。'],
      [60_000, '話者1（2）', '再開します。'],
    ]);
    const { plays, recordings } = await list('drafter', id);
    expect(plays).toEqual([
      { recordingId: first.recordingId, fromMs: 0 },
      { recordingId: second.recordingId, fromMs: 60_000 },
    ]);
    expect(recordings.map(({ follows }) => follows).toSorted()).toEqual([false, true]);
    const { transcripts } = await hall.call<MeetingView>('drafter', 'GET /meetings/{id}', { params: { id } });
    // Both came at one moment of the clock that stands still.
    const inTime = transcripts.toSorted((a, b) => a.fromMs - b.fromMs);
    expect(inTime.map(({ state, fromMs }) => [state, fromMs])).toEqual([
      ['USED', 0],
      ['USED', 60_000],
    ]);
    expect(await findings(id)).toEqual([]);
    for (const table of ['meeting_transcript', 'minutes_recording']) {
      const moved = (by: string) =>
        hall.city.test.owner.query(`update kaigi.${table} set from_ms = from_ms ${by} where meeting_id = $1`, [id]);
      await moved('+ 1000');
      expect(new Set(await findings(id))).toEqual(new Set(['minutes.source_altered']));
      await moved('- 1000');
    }
    expect(await findings(id)).toEqual([]);
  });

  it('begins where the first ends when nobody says; of its own it gives way to nothing that was edited', async () => {
    const id = await make('drafter');
    answering(said('前半です。'), said('後半です。'), said('別の録音です。'));
    await send(id, 32, { fileName: '前半.wav' });
    await send(id, 33, { fileName: '後半.wav', follows: { offsetMs: null } });
    const before = (await lines(id)).lines;
    expect(before.map(({ startMs }) => startMs)).toEqual([0, 4_000]);
    await edit(id, [{ op: 'TEXT', lineId: before[1]?.id, version: 1, text: '後半を始めます。' }]);
    await send(id, 34, { fileName: '別.wav' });
    expect((await lines(id)).lines.map(({ text }) => text)).toEqual(['前半です。', '後半を始めます。']);
  });

  it('a line is said to be heard at a moment of it: kept as a fact, once, and by whoever keeps the minutes', async () => {
    const id = await make('drafter');
    answering(said('始めます。', '次に移ります。'));
    const recording = await send(id, 35, { fileName: '録音.wav' });
    const [, line] = (await lines(id)).lines;
    const align = (name: string, atMs: number, lineId = line?.id) =>
      hall.call<RecordingList>(name, `POST ${ONE}/align`, {
        ...{ params: { id, recordingId: recording.recordingId }, body: { lineId, atMs } },
      });
    expect((await align('drafter', 8_000)).plays).toEqual([{ recordingId: recording.recordingId, fromMs: -3_000 }]);
    await align('drafter', 8_000);
    expect(await hall.refused(align('auditor', 1_000))).toBe('minutes.meeting_not_yours');
    expect(await hall.refused(align('drafter@yamato', 1_000))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(align('drafter', 1_000, newId(hall.clock)))).toBe('minutes.line_not_found');
    const { items } = await hall.call<MeetingHistory>('drafter', 'GET /meetings/{id}/history', { params: { id } });
    expect(items.filter(({ sentence }) => sentence.includes('時刻を合わせ'))).toMatchObject([
      { changes: [{ what: '録音の始まり（録音.wav）', before: '0:00:00', after: '-0:00:03' }] },
    ]);
    expect(await findings(id)).toEqual([]);
  });
});
