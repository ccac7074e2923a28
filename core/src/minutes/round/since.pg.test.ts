import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { courseIn, DAY } from './course.fixture.ts';

let hall: Hall;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  course = courseIn(hall);
});
afterAll(() => hall.city.close());

const CAME = [{ staff: 'section-head', role: 'CHAIR' }, { staff: 'other-section' }] as const;

it('M-13: what changed since people confirmed minutes that came back is shown, until they are asked once more', async () => {
  const id = await course.minuted(CAME);
  await course.begin(id);
  for (const { staff } of CAME) await course.post(staff, id, 'round/agree');
  await course.close(id);
  expect((await course.round('drafter', id)).changed).toEqual([]);
  // As those who decide send it back: the confirmation stays closed.
  await hall.city.test.owner.query(`update kaigi.meeting set state = 'WRITING' where meeting_id = $1`, [id]);
  hall.clock.set(`${DAY}T16:00:00+09:00`);
  const { sentences } = await course.minutes('drafter', id);
  const said = sentences.find(({ text }) => text === '机を十台購入したい。');
  const [gone] = sentences.filter(({ part, id: one }) => part !== 'ITEM' && one !== said?.id);
  const set = (text: string, version: number) => ({ op: 'SET', id: said?.id, version, text });
  await course.post('drafter', id, 'minutes/edits', {
    edits: [set('机を買いたい。', said?.version ?? 0), { op: 'REMOVE', id: gone?.id, version: gone?.version }],
  });
  await course.post('drafter', id, 'minutes/edits', {
    edits: [set('机を十二台購入したい。', (said?.version ?? 0) + 1)],
  });
  const expected = expect.arrayContaining([
    { of: 'SENTENCE', id: said?.id, before: '机を十台購入したい。', after: '机を十二台購入したい。' },
    { of: 'SENTENCE', id: gone?.id, before: gone?.text, after: null },
  ]);
  const seen = await course.round('drafter', id);
  expect([seen.round?.state, seen.may.begin, seen.changed.length]).toEqual(['CLOSED', true, 2]);
  expect(seen.changed).toEqual(expected);
  const again = await course.begin(id);
  expect([again.round?.nth, again.round?.state]).toEqual([2, 'OPEN']);
  // Whoever is asked once more sees what is different.
  expect((await course.round('other-section', id)).changed).toEqual(expected);
  for (const { staff } of CAME) await course.post(staff, id, 'round/agree');
  hall.clock.set(`${DAY}T17:00:00+09:00`);
  expect((await course.close(id)).changed).toEqual([]);
});

it('M-13: whoever is asked again after the minutes went back to writing sees what changed since they confirmed', async () => {
  const id = await course.minuted(CAME);
  await course.begin(id);
  for (const { staff } of CAME) await course.post(staff, id, 'round/agree');
  await course.close(id);
  await course.reopen(id);
  hall.clock.set(`${DAY}T18:00:00+09:00`);
  const said = (await course.minutes('drafter', id)).sentences.find(({ text }) => text === '机を十台購入したい。');
  const edit = { op: 'SET', id: said?.id, version: said?.version, text: '机を十一台購入したい。' };
  await course.post('drafter', id, 'minutes/edits', { edits: [edit] });
  await course.begin(id);
  expect((await course.round('other-section', id)).changed).toEqual([
    { of: 'SENTENCE', id: said?.id, before: said?.text, after: '机を十一台購入したい。' },
  ]);
});
