import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keepingOf } from '../keeping/store.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { recordsWitnesses } from '../witnesses.ts';
import { type DisclosureAct, DisclosureViewSchema } from './contract.ts';
import { refusal, requestDesk } from './disclosure.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
beforeEach(() => bench.setNow('2026-11-21T00:00:00.000Z'));
afterAll(() => bench.close());

const { drafter, head, requests, act, judged, decisionNumber } = requestDesk(() => bench);
const kept = (id: string) => bench.inside(MINATO, (tx) => keepingOf(tx, id));
const standing = async (id: string) => (await requests().read(drafter(), id)).hold;

/** A request that was decided and appealed against. */
async function appealed() {
  const one = await judged();
  bench.setNow('2026-11-25T01:00:00.000Z');
  await act(one.id, { act: 'decide', registerId: await decisionNumber() }, head());
  bench.setNow('2027-01-20T01:00:00.000Z');
  await act(one.id, { act: 'appeal', on: '2027-01-08' });
  return one;
}

describe('R-26: an appeal', () => {
  it('goes to the review board on a day, and is rejected by its article; a year more from then', async () => {
    const { id, recordId } = await appealed();
    const reject = { act: 'rule', on: '2027-01-20', ruling: 'REJECTED', note: '' } as const;
    expect(await refusal(act(id, reject, head()))).toBe('records.disclosure_not_referred');
    expect(await refusal(act(id, { act: 'refer', on: '2027-01-07', number: '' }))).toBe(
      'records.disclosure_day_before',
    );
    expect(await refusal(act(id, { act: 'refer', on: '2027-01-21', number: '' }))).toBe('records.day_to_come');
    expect(await refusal(act(id, { act: 'advised', on: '2027-01-20', number: '' }))).toBe(
      'records.disclosure_board_not_asked',
    );
    const refer = { act: 'refer', on: '2027-01-15', number: '諮問第12号' } as const;
    const referred = await act(id, refer);
    expect(referred).toMatchObject({ state: 'APPEALED', referredOn: '2027-01-15', referralNumber: '諮問第12号' });
    expect(referred.scheme.referral).toBe('みなと市情報公開条例 第19条第1項');
    expect(referred.history[0]).toMatchObject({ act: '審査会に諮問した', about: '令和9年1月15日、諮問第12号' });
    expect(await refusal(act(id, refer))).toBe('records.disclosure_referred');
    expect(await refusal(act(id, reject, head()))).toBe('records.disclosure_not_advised');
    const answer = { act: 'advised', on: '2027-01-18', number: '答申第3号' } as const;
    expect(await refusal(act(id, { ...answer, on: '2027-01-14' }))).toBe('records.disclosure_day_before');
    expect(await refusal(act(id, { ...answer, on: '2027-01-21' }))).toBe('records.day_to_come');
    const advised = await act(id, answer);
    expect(advised).toMatchObject({ state: 'APPEALED', advisedOn: '2027-01-18', adviceNumber: '答申第3号' });
    expect(advised.history[0]).toMatchObject({ act: '審査会の答申があった', about: '令和9年1月18日、答申第3号' });
    expect(await refusal(act(id, answer))).toBe('records.disclosure_advised');
    expect((await standing(id)).state).toBe('HELD');
    expect(await refusal(act(id, { ...reject, on: '2027-01-17' }, head()))).toBe('records.disclosure_day_before');
    expect(await refusal(act(id, reject, drafter()))).toBe('records.disclosure_not_yours');
    const view = await act(id, reject, head());
    expect(view).toMatchObject({ state: 'DECIDED', ruling: 'REJECTED', ruledOn: '2027-01-20', outcome: 'DISCLOSE' });
    expect(view.scheme.rulings?.REJECTED).toBe('行政不服審査法 第45条第2項');
    expect(view.hold).toEqual({ state: 'HELD_UNTIL', until: '2028-01-20', by: 'APPEAL' });
    expect(view.history[0]).toMatchObject({ act: '審査請求の結果を登録した', about: '令和9年1月20日、棄却' });
    expect(await kept(recordId)).toMatchObject({ isHeld: false, heldUntil: '2028-01-20' });
    expect(await refusal(act(id, reject, head()))).toBe('records.disclosure_not_appealed');
  });

  it('is granted in part only after the board advised, and holds a year more from the ruling', async () => {
    const { id, recordId } = await appealed();
    const grant = {
      act: 'rule',
      on: '2027-01-20',
      ruling: 'PARTLY_UPHELD',
      note: '第2号による不開示を取り消す',
    } as const;
    expect(await refusal(act(id, grant, head()))).toBe('records.disclosure_not_referred');
    await act(id, { act: 'refer', on: '2027-01-15', number: '' });
    expect(await refusal(act(id, grant, head()))).toBe('records.disclosure_not_advised');
    await act(id, { act: 'advised', on: '2027-01-18', number: '' });
    expect(await refusal(act(id, { ...grant, note: '' }, head()))).toBe('records.disclosure_ruling_note');
    const view = await act(id, grant, head());
    expect(view).toMatchObject({
      state: 'DECIDED',
      ruling: 'PARTLY_UPHELD',
      rulingNote: '第2号による不開示を取り消す',
    });
    expect(view.scheme.rulings?.PARTLY_UPHELD).toBe('行政不服審査法 第45条第2項・第46条第1項');
    expect(view.history[0]?.about).toBe('令和9年1月20日、一部認容、第2号による不開示を取り消す');
    expect(await kept(recordId)).toMatchObject({ isHeld: false, heldUntil: '2028-01-20' });
    const listed = (await requests().list(drafter())).items.find((row) => row.id === id);
    expect(listed?.ruling).toBe('PARTLY_UPHELD');
  });

  it('is advised on once, pressed twice at the same moment; somebody else who was slower is told', async () => {
    const { id } = await appealed();
    await act(id, { act: 'refer', on: '2027-01-15', number: '' });
    const { version } = await requests().read(head(), id);
    const press = (key: string, number: string) =>
      requests().act(bench.as('drafter@minato.example', key), id, {
        ...({ act: 'advised', on: '2027-01-18', number, version } satisfies DisclosureAct),
      });
    const key = randomUUID();
    const both = await Promise.all([press(key, '答申第3号'), press(key, '答申第3号')]);
    expect(both.map(({ adviceNumber }) => adviceNumber)).toEqual(['答申第3号', '答申第3号']);
    expect(await refusal(press(randomUUID(), '答申第4号'))).toBe('records.changed_meanwhile');
    const { history, adviceNumber } = await requests().read(drafter(), id);
    expect(adviceNumber).toBe('答申第3号');
    expect(history.filter((line) => line.act === '審査会の答申があった').length).toBe(1);
    const witness = recordsWitnesses(bench.blobs).find(({ kind }) => kind === 'records/fact');
    const leaves = await bench.inside(MINATO, async (tx) => witness?.entries(tx, null, 1000) ?? []);
    expect(JSON.stringify(leaves.filter(({ subject }) => subject.includes(id)))).toContain('答申第3号');
  });

  it('against a request begun when an end was not told apart is told without its article', async () => {
    const { id } = await appealed();
    await bench.test.owner.query(
      `update kaigi.records_disclosure set scheme = (scheme::jsonb #- '{rulings,PARTLY_UPHELD}')::json where id = $1`,
      [id],
    );
    const view = DisclosureViewSchema.strict().parse(await requests().read(head(), id));
    expect(view.scheme.rulings?.PARTLY_UPHELD).toBeUndefined();
    expect(view.scheme.rulings?.UPHELD).toBe('行政不服審査法 第46条第1項');
  });

  it('is granted with what it says; a second one begins anew', async () => {
    const { id } = await appealed();
    await act(id, { act: 'refer', on: '2027-01-15', number: '諮問第12号' });
    await act(id, { act: 'advised', on: '2027-01-18', number: '答申第3号' });
    const grant = { act: 'rule', on: '2027-01-20', ruling: 'UPHELD' } as const;
    expect(await refusal(act(id, { ...grant, note: '' }, head()))).toBe('records.disclosure_ruling_note');
    const view = await act(id, { ...grant, note: '不開示部分を取り消す' }, head());
    expect(view).toMatchObject({ ruling: 'UPHELD', rulingNote: '不開示部分を取り消す' });
    expect(view.history[0]?.about).toBe('令和9年1月20日、認容、不開示部分を取り消す');
    expect(await act(id, { act: 'appeal', on: '2027-01-20' })).toMatchObject({
      ...{ state: 'APPEALED', ruling: null, ruledOn: null, rulingNote: '', referredOn: null },
      ...{ referralNumber: '', advisedOn: null, adviceNumber: '' },
    });
  });

  it('that is withdrawn has no ruling: what the decision itself holds goes on as without it', async () => {
    const { id, recordId } = await appealed();
    expect((await standing(id)).state).toBe('HELD');
    const withdrawn = { act: 'rule', on: '2027-01-19', ruling: 'WITHDRAWN', note: '' } as const;
    const view = await act(id, withdrawn, head());
    expect(view).toMatchObject({ state: 'DECIDED', ruling: 'WITHDRAWN', ruledOn: '2027-01-19' });
    expect(view.hold).toEqual({ state: 'HELD_UNTIL', until: '2027-11-25', by: 'DISCLOSURE' });
    expect(await kept(recordId)).toMatchObject({ isHeld: false, heldUntil: '2027-11-25' });
    // Long after the decision it is the appeal alone that held, until the day on which its end is registered.
    await act(id, { act: 'appeal', on: '2027-01-20' });
    bench.setNow('2028-02-01T01:00:00.000Z');
    expect((await act(id, { ...withdrawn, on: '2028-01-31' }, head())).hold).toEqual({
      ...{ state: 'HELD_UNTIL', until: '2028-02-01', by: 'APPEAL' },
    });
  });
});
