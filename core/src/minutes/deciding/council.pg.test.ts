import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { SigningView } from '../contract.ts';
import { courseIn } from '../round/course.fixture.ts';
import { type DecidingRoom, openDecidingRoom } from './deciding.fixture.ts';

let room: DecidingRoom;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  room = await openDecidingRoom();
  course = courseIn(room);
});
afterAll(() => room.city.close());

const CAME = [
  { staff: 'section-head', role: 'CHAIR' },
  { staff: 'other-section', role: 'SIGNER' },
  { staff: 'personnel', role: 'SIGNER' },
  { staff: 'colleague', role: 'STAFF' },
] as const;

/** A council’s meeting that everybody has confirmed and signed. */
async function signed() {
  const papers = { place: '議場', observers: 3, papers: ['資料1'], isOpen: true };
  const id = await course.minuted(CAME, { bodyId: 'meeting.planning-council', title: '総合計画審議会', ...papers });
  await course.begin(id);
  for (const { staff } of CAME) await course.post(staff, id, 'round/agree');
  await course.close(id);
  expect(await room.refused(room.decide('drafter', await room.read('drafter', id)))).toBe('minutes.not_ready');
  for (const name of ['section-head', 'other-section', 'personnel']) {
    const { version, digest } = await course.signing(name, id);
    await course.post<SigningView>(name, id, 'sign', { version, digest });
  }
  return room.read('drafter', id);
}

it('M-13, M-14, M-17: a council’s minutes go from the round through the signatures to the head of the department', async () => {
  const meeting = await signed();
  expect([meeting.next, meeting.may.decide]).toEqual(['DECISION', true]);
  const put = await room.decide('drafter', meeting);
  const { document, classification, matter } = await room.caseOf(put);
  expect([classification.code, matter.facts]).toEqual(['A-03-03', { meetingKind: 'COUNCIL' }]);
  // 会議録, word for word but tidied.
  const { bytes } = await room.city.suite.records.content(room.city.as('auditor'), document.recordId);
  expect((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value).toContain('机を十台購入したい');
  // Sent back, they stay as they were signed until somebody opens them.
  const back = await room.act('subsection-head', put, { act: 'sendBack', reason: '添付を確かめてください' });
  expect(back).toMatchObject({ state: 'SIGNING', next: 'DECISION', may: { edit: false, decide: true } });
  const final = await room.approved(await room.decide('drafter', back));
  expect(final).toMatchObject({ state: 'FINAL', caseId: put.caseId });
  // The meeting was open: everybody of the staff may see the minutes now.
  const seen = await room.read('general-affairs-head', meeting.id);
  expect(seen.seenBy).toEqual(['確定した公開の会議録なので、すべての職員']);
  expect(await room.findings(meeting.id)).toEqual([]);
});
