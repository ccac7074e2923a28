import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import type { MeetingList, MeetingView } from './contract.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-05-30T15:00:00+09:00');
});
afterAll(() => hall.city.close());

const make = (body: object) => hall.call<MeetingView>('drafter', 'POST /meetings', { body });

it('M-15: a deadline that ends on a day off of the city’s own moves to the next working day, as its rules say', async () => {
  // Monday 1 June is the city's anniversary.
  const council = { title: '第1回審議会', heldOn: '2026-05-30', bodyId: 'meeting.planning-council' };
  const { id, deadlines } = await make(council);
  expect(deadlines).toEqual([
    { kind: 'SUMMARY', on: '2026-06-02', state: 'OPEN', article: 'みなと市会議録等作成要領 第5条第1項第2号' },
    { kind: 'MINUTES', on: '2026-07-14', state: 'OPEN', article: 'みなと市会議録等作成要領 第5条第1項第3号' },
  ]);
  const { items } = await hall.call<MeetingList>('drafter', 'GET /meetings', { query: {} });
  expect(items.find((item) => item.id === id)?.due).toMatchObject({ kind: 'SUMMARY', on: '2026-06-02' });
});

it('M-15: working days leave the city’s own days off out', async () => {
  const { deadlines } = await make({ title: '庁議', heldOn: '2026-05-25', bodyId: 'meeting.executive' });
  expect(deadlines).toMatchObject([{ kind: 'MINUTES', on: '2026-06-09', state: 'OPEN' }]);
});
