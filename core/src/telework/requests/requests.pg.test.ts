import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplyRoom, openApplyRoom, WEDNESDAY } from '../applications/room.fixture.ts';

let room: ApplyRoom;

beforeAll(async () => {
  room = await openApplyRoom();
  await room.registered('drafter');
}, 120_000);
afterAll(() => room.city.close());

const states = (view: { days: readonly { state: string }[] }) => view.days.map(({ state }) => state);

describe('the chain of a telework day', () => {
  it('T-02, T-04, T-05: a request becomes the approval of the boss and the permit of the security officer', async () => {
    const made = await room.apply('drafter');
    expect([made.state, states(made), made.problem]).toEqual(['REVIEW', ['ASKED'], null]);
    expect(made.cases.map(({ procedure, status }) => [procedure, status])).toEqual([
      ['TAKE_OUT_PERMIT', 'IN_REVIEW'],
      ['APPROVAL', 'IN_REVIEW'],
    ]);
    const permit = await room.decide(room.caseOf(made, 'TAKE_OUT_PERMIT'));
    expect(permit.route.at(-1)?.unitName).toBe('情報政策課');
    expect((await room.read('drafter', made.id)).state).toBe('REVIEW');
    const view = await room.approved(made);
    expect([view.state, states(view)]).toEqual(['APPROVED', ['APPROVED']]);
    expect(view.takeOut).toEqual({ items: ['貸与端末 1台'], dues: [{ dueOn: '2026-11-26', returnedAt: null }] });
  });

  it('T-19: what the rules refuse is not made, and says the article and whom to ask', async () => {
    const refused = { information: ['MY_NUMBER'], when: { dates: ['2026-11-27'] } };
    const judged = await room.check('drafter', refused);
    expect(judged.answer).toBe('REFUSED');
    const refusal = await room
      .apply('drafter', refused)
      .catch((error: { params: { reasons: string } }) => error.params.reasons);
    expect(refusal).toContain('みなと市テレワーク実施要領 第8条第1項第1号');
    expect(refusal).toContain('情報政策課（情報セキュリティ責任者）');
    expect(WEDNESDAY).toBe('2026-11-25');
  });
});
