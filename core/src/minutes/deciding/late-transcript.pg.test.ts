import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BY_THE_RULES } from '../../directory/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { MeetingLines, MeetingView } from '../contract.ts';
import { readMeeting } from '../meetings/store.ts';
import { readTranscript } from '../transcript/read.ts';
import { takeInto } from '../transcripts/take-in.ts';
import { type DecidingRoom, openDecidingRoom, partsOf } from './deciding.fixture.ts';

let room: DecidingRoom;
beforeAll(async () => {
  room = await openDecidingRoom();
  await room.chat('drafter');
});
afterAll(() => room.city.close());

/** Teams brings a transcript of the meeting. */
async function brought({ id }: Pick<MeetingView, 'id'>, said: string): Promise<MeetingView> {
  const bytes = Buffer.from(`WEBVTT\n\n00:00:01.000 --> 00:00:06.000\n<v 見本 section-head>${said}</v>\n`);
  const reading = readTranscript({ name: '会議.vtt', bytes });
  if (reading.refusal) throw new Error(reading.refusal.code);
  const taking = { source: 'TEAMS' as const, fileName: '会議.vtt', bytes, transcript: reading.transcript };
  const parts = partsOf(room, {});
  await parts.blobs.put(bytes);
  await room.city.test.db.inMunicipality(MINATO, async (tx) => {
    const meeting = await readMeeting(tx, id, { locked: true });
    if (meeting) await takeInto(parts, tx, { meeting, by: BY_THE_RULES, via: 'rules', taking });
  });
  await room.run('');
  return room.read('drafter', id);
}
const submitAgain = async (meeting: MeetingView) => {
  const { id, version } = await room.caseOf(meeting);
  await room.city.suite.approvals.submit(room.city.as('drafter'), id, version);
  await room.run('');
};
const linesOf = async ({ id }: Pick<MeetingView, 'id'>) =>
  (await room.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params: { id } })).lines;

describe('M-02, M-17: a transcript that Teams brings late', () => {
  it('is kept beside minutes that came back, and their case goes on as it was', async () => {
    const put = await room.decide('drafter', await room.ready('遅い文字起こし'));
    await brought(put, '回議の途中に届きました。');
    const back = await room.act('subsection-head', put, { act: 'sendBack', reason: '確認' });
    const brought2 = await brought(back, '差戻しの後に届きました。');
    expect([brought2.state, brought2.transcripts.map(({ state }) => state)]).toEqual(['WRITING', ['KEPT', 'KEPT']]);
    expect(await linesOf(put)).toEqual([]);
    expect(JSON.stringify(room.told.get('drafter'))).toContain('遅い文字起こし');
    await submitAgain(brought2);
    await brought(back, '再提出の後に届きました。');
    expect((await room.read('drafter', put.id)).state).toBe('DECIDING');
    expect((await room.approved(put)).state).toBe('FINAL');
    expect(await room.findings(put.id)).toEqual([]);
  });

  it('becomes the transcript of minutes that nobody put forward yet', async () => {
    const { transcripts } = await brought(await room.ready('まだ作成中'), '届きました。');
    expect(transcripts.map(({ state }) => state)).toEqual(['USED']);
  });
});
