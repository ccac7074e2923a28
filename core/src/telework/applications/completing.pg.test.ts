import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../approvals/contract.ts';
import { until } from '../../testing/until.ts';
import type { ApplicationView, TakeOutList } from './contract.ts';
import { type ApplyRoom, openApplyRoom } from './room.fixture.ts';

let room: ApplyRoom;
const START = '2026-11-20 10:00';

beforeAll(async () => {
  room = await openApplyRoom(START);
  await room.registered('drafter');
});
beforeEach(() => room.at(START));
afterAll(() => room.city.close());

const on = (...dates: string[]) => ({ when: { dates } });
const caseAs = (name: string, caseId: string): Promise<CaseView> =>
  room.city.suite.approvals.read(room.city.as(name), caseId);
const takeOuts = (name: string) => room.call<TakeOutList>(name, 'GET /telework/take-outs');
const returned = (view: ApplicationView, dueOn: string) =>
  room.call<ApplicationView>('drafter', 'POST /telework/requests/{id}/return', {
    params: { id: view.id },
    body: { version: view.version, dueOn, note: '' },
  });

describe('完結', () => {
  it('a registration is done with its approval: nobody has to close its case', async () => {
    const { items } = await room.call<{ items: ApplicationView[] }>('drafter', 'GET /telework/registrations');
    const approval = await caseAs('section-head', room.caseOf(items[0] as ApplicationView, 'APPROVAL'));
    expect([approval.status, approval.completed?.on]).toEqual(['COMPLETED', '2026-11-20']);
    const history = await room.city.suite.approvals.history(room.city.as('drafter'), approval.id);
    expect(history.at(-1)).toMatchObject({ act: 'COMPLETED', via: 'rules' });
  });

  it('T-04: a request is done with its approval, and its permit once everything is back', async () => {
    const view = await room.approved(await room.apply('drafter', on('2026-11-25', '2026-11-30')));
    expect(view.cases.map(({ procedure, status }) => [procedure, status])).toEqual([
      ['TAKE_OUT_PERMIT', 'DECIDED'],
      ['APPROVAL', 'COMPLETED'],
    ]);
    const of = (dueOn: string, due: boolean) => ({
      ...{ applicationId: view.id, items: ['貸与端末 1台'], dueOn, due },
      caseId: room.caseOf(view, 'TAKE_OUT_PERMIT'),
    });
    expect((await takeOuts('other-section')).permitted).toMatchObject([
      of('2026-11-26', false),
      of('2026-12-01', false),
    ]);
    for (const name of ['drafter', 'section-head', 'auditor']) expect((await takeOuts(name)).permitted).toEqual([]);

    expect((await takeOuts('drafter')).own.map(({ dueOn, due }) => [dueOn, due])).toEqual([
      ['2026-11-26', false],
      ['2026-12-01', false],
    ]);

    room.at('2026-11-26 9:00');
    expect((await takeOuts('other-section')).permitted[0]?.due).toBe(true);
    const half = await returned(view, '2026-11-26');
    expect(half.cases[0]?.status).toBe('DECIDED');
    expect((await takeOuts('other-section')).permitted).toMatchObject([of('2026-12-01', false)]);
    room.at('2026-12-01 9:00');
    await returned(half, '2026-12-01');
    await room.settled();
    expect((await takeOuts('other-section')).permitted).toEqual([]);
    const after = await room.read('drafter', view.id);
    expect(after.cases.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED']);
    expect(after.state).toBe('APPROVED');
  });

  it('T-04: the boss’s approval takes no number, the permit does: みなと市文書取扱規程 第12条', async () => {
    const { items } = await room.call<{ items: ApplicationView[] }>('drafter', 'GET /telework/requests');
    const [view] = items as [ApplicationView];
    const numbers = [];
    for (const name of ['TAKE_OUT_PERMIT', 'APPROVAL'])
      numbers.push((await caseAs('drafter', room.caseOf(view, name))).documentNumber?.label ?? null);
    expect(numbers).toEqual([expect.any(String), null]);
  });

  it('broken off between approval and 完結 it goes on by itself, once', async () => {
    const { approvals } = room.city.suite;
    const { owner } = room.city.test;
    const made = await room.apply('drafter', { ...on('2026-12-02'), devices: [], items: [] });
    const approval = room.caseOf(made, 'APPROVAL');
    await owner.query(`create function kaigi.cut_off() returns trigger language plpgsql as
      $$ begin raise exception 'the connection is lost'; end $$`);
    await owner.query(`create trigger cut_off before insert on kaigi.approvals_history for each row
      when (new.act = 'COMPLETED') execute function kaigi.cut_off()`);
    for (const name of ['subsection-head', 'section-head']) {
      const { version } = await caseAs(name, approval);
      await approvals.act(room.city.as(name), approval, { act: 'approve', version });
    }
    const failed = `select from graphile_worker.jobs where last_error like '%the connection is lost%'`;
    await until(async () => (await owner.query(failed)).rowCount !== 0);
    expect((await caseAs('drafter', approval)).status).toBe('DECIDED');
    expect((await room.read('drafter', made.id)).state).toBe('APPROVED');
    await owner.query('drop trigger cut_off on kaigi.approvals_history');
    await room.settled();
    expect((await caseAs('drafter', approval)).status).toBe('COMPLETED');
    const history = await approvals.history(room.city.as('drafter'), approval);
    expect(history.filter((line) => line.act === 'COMPLETED')).toHaveLength(1);
  });
});
