import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import type { MeetingKeeping, RecordingView, SigningView } from '../contract.ts';
import { courseIn, DAY } from '../round/course.fixture.ts';

let hall: Hall;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  course = courseIn(hall);
});
afterAll(() => hall.city.close());

const COUNCIL = { bodyId: 'meeting.planning-council', place: '議場', observers: 3, papers: ['資料1'], isOpen: true };
const CAME = [
  { staff: 'section-head', role: 'CHAIR' },
  { staff: 'other-section', role: 'SIGNER' },
  { staff: null, name: '外部 花子', role: 'SIGNER' },
  { staff: 'drafter', role: 'RECORDER' },
] as const;

const sql = (text: string, id: string) => hall.city.test.owner.query(text, [id]);

async function recording(id: string): Promise<void> {
  const bytes = Buffer.alloc(100, 1);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WAVEfmt ', 8, 'latin1');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const begun = { fileName: '会議.wav', bytes: 100, firstSha256: sha256 };
  const at = '/meetings/{id}/recordings';
  const { id: recordingId } = await hall.call<RecordingView>('drafter', `POST ${at}`, { params: { id }, body: begun });
  await hall.call('drafter', `PUT ${at}/{recordingId}/parts/{number}`, {
    ...{ params: { id, recordingId, number: 0 }, body: { sha256 }, file: { fileName: 'part', bytes } },
  });
  await hall.call('drafter', `POST ${at}/{recordingId}/finish`, { params: { id, recordingId } });
}

/** Recorded, confirmed with one suggestion, held, signed by one: everything that can be tampered with. */
async function signed(): Promise<string> {
  const id = await course.minuted(CAME, COUNCIL);
  await recording(id);
  const { round } = await course.begin(id);
  const [line] = (await course.lines('drafter', id)).lines;
  const target = { of: 'LINE', id: line?.id, version: line?.version };
  const suggestionId = newId(hall.clock);
  await course.post('drafter', id, 'round/suggestions', { id: suggestionId, target, text: '別の言葉', reason: '録音' });
  await hall.call('section-head', 'POST /meetings/{id}/round/suggestions/{suggestionId}/settle', {
    ...{ params: { id, suggestionId }, body: { outcome: 'DECLINED' } },
  });
  for (const name of ['section-head', 'other-section', 'drafter']) await course.post(name, id, 'round/agree');
  const entered = { attendeeId: round?.people[2]?.attendeeId, answer: 'AGREED', means: 'PAPER' };
  await course.post('drafter', id, 'round/answers', entered);
  await course.close(id);
  const { version, digest } = await course.signing('section-head', id);
  await course.post<SigningView>('section-head', id, 'sign', { version, digest });
  await course.post<MeetingKeeping>('section-head', id, 'holds', { reason: '争いがある' });
  return id;
}

const TAMPERED = {
  signature: [
    `update kaigi.minutes_signature set is_void = true where meeting_id = $1`,
    `update kaigi.minutes_signature set attendee_id = gen_random_uuid() where meeting_id = $1`,
    `delete from kaigi.minutes_signature where meeting_id = $1`,
  ],
  suggestion: [
    `update kaigi.minutes_suggestion set state = 'ACCEPTED' where meeting_id = $1`,
    `update kaigi.minutes_suggestion set told_on = '2026-11-25' where meeting_id = $1`,
    `update kaigi.minutes_suggestion set after = 'もう一つの言葉' where meeting_id = $1`,
    `update kaigi.minutes_suggestion set suggestion_id = gen_random_uuid() where meeting_id = $1`,
    `delete from kaigi.minutes_suggestion where meeting_id = $1`,
  ],
  answer: [
    `update kaigi.minutes_answer set state = 'AGREED_BY_SILENCE' where meeting_id = $1`,
    `update kaigi.minutes_answer set attendee_id = gen_random_uuid() where meeting_id = $1`,
    `update kaigi.minutes_answer set state = 'SUGGESTED' where meeting_id = $1`,
    `update kaigi.minutes_answer set told_on = told_on - 1 where meeting_id = $1`,
  ],
  round: [
    `update kaigi.minutes_round set due_on = due_on - 1 where meeting_id = $1`,
    `update kaigi.minutes_round set silence = 'STAYS_OPEN' where meeting_id = $1`,
    `delete from kaigi.minutes_round where meeting_id = $1`,
  ],
  hold: [
    `update kaigi.minutes_hold set lifted = '{}' where meeting_id = $1`,
    `update kaigi.minutes_hold set hold_id = gen_random_uuid() where meeting_id = $1`,
    `delete from kaigi.minutes_hold where meeting_id = $1`,
  ],
  recording: [
    `update kaigi.minutes_recording set sha256 = repeat('a', 64) where meeting_id = $1`,
    `delete from kaigi.minutes_recording where meeting_id = $1`,
  ],
};

it('M-14, M-18: what was answered, suggested, signed, recorded or held and is not as the log has it is found', async () => {
  const id = await signed();
  expect(await course.findings(id)).toEqual([]);
  for (const [what, tamperings] of Object.entries(TAMPERED))
    for (const tampering of tamperings) {
      await hall.city.test.owner.query(`create table kaigi.kept_aside as select * from kaigi.minutes_${what}`);
      await sql(tampering, id);
      expect([tampering, new Set(await course.findings(id))]).toEqual([tampering, new Set(['minutes.course_altered'])]);
      await sql(`delete from kaigi.minutes_${what} where meeting_id = $1`, id);
      await sql(`insert into kaigi.minutes_${what} select * from kaigi.kept_aside where meeting_id = $1`, id);
      await hall.city.test.owner.query('drop table kaigi.kept_aside');
    }
  expect(await course.findings(id)).toEqual([]);
});

it('M-13: an answer or a closed round that nobody gave is found', async () => {
  const id = await course.minuted(CAME, COUNCIL);
  await course.begin(id);
  expect(await course.findings(id)).toEqual([]);
  await sql(`update kaigi.minutes_answer set state = 'AGREED' where meeting_id = $1`, id);
  await sql(`update kaigi.minutes_round set state = 'CLOSED' where meeting_id = $1`, id);
  expect(await course.findings(id)).toEqual(Array(5).fill('minutes.course_altered'));
});
