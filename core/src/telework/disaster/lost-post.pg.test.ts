import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPosts, MINATO, POSTS, YAMATO } from '../../testing/test-city.ts';
import type { SwitchOrderView } from './contract.ts';
import type { RollBoard, RollView } from './roll-contract.ts';
import { type Hall, openHall } from './room.fixture.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-24T09:00:00+09:00');
  await hall.chat('drafter@yamato');
});
afterAll(() => hall.city.close());

describe('O-12: an order that is decided when its days are over', () => {
  it('never was in force: nobody is told that it is, and its number is free again', async () => {
    const body = {
      ...{ switch: 'DISASTER', orderNumber: '災対第9号', reason: '台風の接近' },
      ...{ from: '2026-11-24', until: '2026-11-25' },
    };
    const make = (more = {}) =>
      hall.call<SwitchOrderView>('personnel@yamato', 'POST /telework/disaster/orders', { body: { ...body, ...more } });
    const asked = await make();
    hall.clock.set('2026-11-27T09:00:00+09:00');
    const { approvals } = hall.city.suite;
    const head = hall.city.as('general-affairs-head', { municipalityId: YAMATO });
    const caseId = asked.caseId ?? '';
    await approvals.act(head, caseId, { act: 'approve', version: (await approvals.read(head, caseId)).version });
    await hall.run('telework/follow-orders');
    const params = { id: asked.id };
    const after = await hall.call<SwitchOrderView>('personnel@yamato', 'GET /telework/disaster/orders/{id}', {
      params,
    });
    expect([after.state, after.history.at(-1)?.act]).toEqual(['REFUSED', 'EXPIRED']);
    expect((hall.told.get('drafter') ?? []).join()).not.toContain('災対第9号');
    expect((await make({ from: '2026-11-27', until: '2026-11-28' })).id).not.toBe(asked.id);
  });
});

describe('O-12: whoever called a roll and has lost the post since', () => {
  it('sees nobody’s answers any more, closes nothing and answers for nobody', async () => {
    const path = '/telework/disaster/safety-checks';
    const body = { title: '震度6弱の地震' };
    const { id, version } = await hall.call<RollView>('personnel', `POST ${path}`, { body });
    const drafter = await hall.staffId('drafter');
    await hall.call('drafter', `POST ${path}/{id}/answers`, {
      ...{ params: { id }, body: { answer: 'NEEDS_HELP', words: '足をけがした', place: '自宅' } },
    });
    const board = () => hall.call<RollBoard>('personnel', `GET ${path}/{id}`, { params: { id } });
    expect((await board()).people.map(({ answer }) => answer?.words)).toContain('足をけがした');
    await importPosts(hall.city.suite, MINATO, [
      ...POSTS,
      'somu,総務課,SECTION,,somu-jinji,主査,STAFF,0,personnel,0,,2026-04-01,',
    ]);
    expect(await hall.refused(board())).toBe('telework.roll_not_found');
    const close = hall.call('personnel', `POST ${path}/{id}/close`, { params: { id }, body: { version } });
    expect(await hall.refused(close)).toBe('telework.roll_not_yours');
    const answer = hall.call('personnel', `POST ${path}/{id}/answers`, {
      ...{ params: { id }, body: { answer: 'SAFE_CAN_COME', staffId: drafter } },
    });
    expect(await hall.refused(answer)).toBe('telework.roll_not_for_them');
  });
});
