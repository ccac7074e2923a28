import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPosts, MINATO, POSTS } from '../../testing/test-city.ts';
import { type ApplyRoom, MORE_POSTS, openApplyRoom } from '../applications/room.fixture.ts';
import type { SwitchOrderView } from './contract.ts';

// Who is the 情報セキュリティ責任者 here is the mayor as well.
const MAYOR = 'shicho,市長室,OFFICE,,minato-head,市長,MAYOR,1,other-section,1,,2026-04-01,';
const [FRIDAY, MONDAY] = ['2026-11-27', '2026-11-30'];

let room: ApplyRoom;
let order: SwitchOrderView;
beforeAll(async () => {
  room = await openApplyRoom('2026-11-26 10:00');
  await importPosts(room.city.suite, MINATO, [...POSTS, ...MORE_POSTS, MAYOR]);
  const days = { from: '2026-11-26', until: '2026-12-04' };
  const body = { switch: 'DISASTER', orderNumber: '災対第3号', ...days, reason: '台風', atOnce: true };
  order = await room.call<SwitchOrderView>('other-section', 'POST /telework/disaster/orders', { body });
});
afterAll(() => room.city.close());

const OWN = { devices: ['OWN_PC'], networks: ['HOME_LINE'], items: [] };
const on = (...dates: string[]) => ({ when: { dates } });

describe('O-12: own devices and lines under an order', () => {
  it('are allowed by the security officer, and the judge names the order and the articles', async () => {
    const view = await room.check('drafter', { ...OWN, ...on(FRIDAY) });
    expect(view.answer).toBe('NEEDS_SPECIAL_APPROVAL');
    expect(view.relaxed).toContainEqual({
      ...{ name: '災害時の特例', orderNumber: '災対第3号' },
      article: 'みなと市テレワーク実施要領 第8条第3項',
    });
    const made = await room.apply('drafter', { ...OWN, ...on(FRIDAY) });
    const { route } = await room.city.suite.approvals.read(room.city.as('drafter'), room.caseOf(made, 'APPROVAL'));
    expect(route.map(({ unitName }) => unitName)).toContain('情報政策課');
    expect((await room.approved(made)).state).toBe('APPROVED');
  });

  it('never reach personal data, nor a day on which no order is in force', async () => {
    const refused = async (more: object) => (await room.check('drafter', { ...OWN, ...more })).answer;
    expect(await refused({ ...on(FRIDAY), information: ['PERSONAL'] })).toBe('REFUSED');
    expect(await refused({ ...on('2026-12-07') })).toBe('REFUSED');
  });
});

describe('O-12: an order that ends while an application is being decided', () => {
  it('is told to whoever reads the approval; nothing is dropped, and nothing new is taken for those days', async () => {
    const made = await room.apply('colleague', { ...OWN, ...on(MONDAY) });
    const body = { version: order.version, lastDay: FRIDAY, reason: '警報の解除' };
    await room.call('other-section', 'POST /telework/disaster/orders/{id}/end', { params: { id: order.id }, body });
    const view = await room.approved(made);
    expect(view.state).toBe('APPROVED');
    const said = view.days.flatMap((day) => day.notes ?? []).join();
    expect(said).toContain('申請の後に、規程又は予定が変わりました');
    expect((await room.check('drafter', { ...OWN, ...on(MONDAY) })).answer).toBe('REFUSED');
    expect((await room.check('colleague', { ...OWN, ...on(FRIDAY) })).answer).toBe('NEEDS_SPECIAL_APPROVAL');
  });
});
