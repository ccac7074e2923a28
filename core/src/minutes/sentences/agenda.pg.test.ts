import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import type { MeetingView } from '../contract.ts';
import { courseIn, DAY } from '../round/course.fixture.ts';

let hall: Hall;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  course = courseIn(hall);
});
afterAll(() => hall.city.close());

const CAME = [{ staff: 'section-head', role: 'CHAIR' }, { staff: 'other-section' }] as const;

it('M-12: 議題 entered after the draft ask for another one along them, which leaves what people wrote', async () => {
  const id = await course.minuted(CAME, { agenda: [] });
  expect((await course.minutes('drafter', id)).agendaIsNewer).toBe(false);
  const change = async (more: object) =>
    hall.call<MeetingView>('drafter', 'PATCH /meetings/{id}', {
      ...{ params: { id }, body: { version: await course.versionOf(id), ...more } },
    });
  await change({ place: '第2会議室' });
  expect((await course.minutes('drafter', id)).agendaIsNewer).toBe(false);
  await change({ agenda: [{ id: newId(hall.clock), title: '備品の購入について' }] });
  const before = await course.minutes('drafter', id);
  expect(before.agendaIsNewer).toBe(true);
  // Nobody is asked who may not edit.
  expect((await course.minutes('other-section', id)).agendaIsNewer).toBe(false);
  const again = await course.post<typeof before>('drafter', id, 'minutes/draft', { version: before.version });
  expect(again.agendaIsNewer).toBe(false);
  expect(again.sentences.map(({ text }) => text)).toContain('机を十台購入したい。');
  expect(again.sentences.some(({ part, text }) => part === 'ITEM' && text.includes('備品の購入'))).toBe(true);
});
