import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRoom, type Room } from './room.fixture.ts';

let now = new Date('2026-11-24T01:00:00Z');
let room: Room;
beforeAll(async () => {
  room = await openRoom({ clock: { now: () => now } });
});
afterAll(() => room.city.close());

const heard = (chat: string, words: string) => (room.told.get(chat) ?? []).filter((one) => one.includes(words));
const morning = async (day: string): Promise<void> => {
  now = new Date(`${day}T00:00:00Z`);
  await room.city.suite.enqueue([{ task: 'approvals/instruction-deadlines-everywhere', payload: {} }]);
  await room.settled();
};
const at = (day: string) => {
  now = new Date(`${day}T01:00:00Z`);
};

describe('A-43: the deadline of a 作成指示', () => {
  it('is told to the addressee before and on the day, and to the giver once it is over, each once', async () => {
    at('2026-11-24');
    await room.give({ purpose: '期限のある件', dueOn: '2026-11-27' });
    await room.settled();
    const told = () => ['の期限は', '今日が作成指示', 'を過ぎても'].map((words) => heard('drafter', words).length);
    await morning('2026-11-25');
    expect(told()).toEqual([0, 0, 0]);
    await morning('2026-11-26');
    await morning('2026-11-26');
    expect(told()).toEqual([1, 0, 0]);
    expect(heard('drafter', 'の期限は')[0]).toContain('令和8年11月27日');
    await morning('2026-11-27');
    expect(told()).toEqual([1, 1, 0]);
    expect(heard('section-head', '期限のある件')).toEqual([]);
    await morning('2026-11-28');
    expect(heard('section-head', 'を過ぎても')).toHaveLength(0);
    await morning('2026-11-30');
    await morning('2026-12-01');
    expect(heard('section-head', 'を過ぎても')).toHaveLength(1);
    expect(told()).toEqual([1, 1, 0]);
  });

  it('is nobody’s business once the case is put before somebody, or the instruction is cancelled', async () => {
    at('2026-12-07');
    const asked = await room.give({ purpose: '間に合う件', dueOn: '2026-12-09' });
    const cancelled = await room.give({ purpose: '不要になる件', dueOn: '2026-12-09' });
    const draft = await room.draft('drafter', { instructionId: asked.id });
    await room.city.suite.approvals.submit(room.city.as('drafter'), draft.id, draft.version);
    await room.cancel('section-head', cancelled);
    await room.settled();
    for (const day of ['2026-12-08', '2026-12-09', '2026-12-10']) await morning(day);
    expect([...room.told.values()].flat().join()).not.toMatch(/(間に合う件|不要になる件)」(の期限|が、期限)/);
  });

  it('above 機密性2 is told without what it is about', async () => {
    at('2026-12-14');
    await room.give({ purpose: '秘密の期限', dueOn: '2026-12-15', confidentiality: 'C3C' });
    await room.settled();
    await morning('2026-12-15');
    expect(heard('drafter', '今日が作成指示「機密性3の作成指示」')).toHaveLength(1);
    expect([...room.told.values()].flat().join()).not.toContain('秘密の期限');
  });
});
