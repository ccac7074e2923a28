import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keepingOf } from '../keeping/store.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { recordsWitnesses } from '../witnesses.ts';
import { type DisclosureAct, type DisclosureView, DisclosureViewSchema } from './contract.ts';
import { refusal, requestDesk, type Wish } from './disclosure.fixture.ts';
import { disclosureRoutes } from './index.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
beforeEach(() => bench.setNow('2026-11-21T00:00:00.000Z'));
afterAll(() => bench.close());

const { drafter, head, requests, act, judged: request, decisionNumber } = requestDesk(() => bench);

const decided = async (id: string) => act(id, { act: 'decide', registerId: await decisionNumber() }, head());
const kept = (id: string) => bench.inside(MINATO, (tx) => keepingOf(tx, id));
const labelOf = async (registerId: string) =>
  (await bench.records.register(drafter(), {})).items.find(({ id }) => id === registerId)?.number.label ?? '';
const standing = async (id: string) => (await requests().read(drafter(), id)).hold;

const WITHDRAW = { act: 'withdraw', on: '2026-11-24', note: '別の方法で分かったため' } as const;
const DISMISS = { act: 'dismiss', article: 'みなと市行政手続条例 第7条', reason: '補正がない' } as const;
/** By a case that is decided now. */
const dismissal = async () => ({ ...DISMISS, registerId: await decisionNumber() });

/** All that is refused once a request is over. */
async function refusedOf({ id, recordId, itemId }: Awaited<ReturnType<typeof request>>) {
  const all: readonly Wish[] = [
    { act: 'collect', recordIds: [recordId] },
    { act: 'describe', described: '写真' },
    { act: 'drop', itemId, reason: '対象でない' },
    { act: 'judge', itemId, decision: 'DISCLOSE', grounds: [], note: '' },
    { act: 'extend', reason: '多いため' },
    { act: 'askCorrection', on: '2026-11-24', wanted: '名称' },
    { act: 'corrected', on: '2026-11-24' },
    ...[WITHDRAW, await dismissal()],
  ];
  const codes = new Set<string | null>();
  for (const wish of all) codes.add(await refusal(act(id, wish, head())));
  const of = { requestId: id, itemId };
  codes.add(await refusal(requests().redactions.text(head(), of)));
  const passages = [{ from: 0, to: 1, ground: 'disclosure.person' }];
  codes.add(await refusal(requests().redactions.make(head(), of, { textSha256: '0'.repeat(64), passages })));
  codes.add(await refusal(decided(id)));
  return [...codes];
}

describe('R-26: a request that is withdrawn', () => {
  it('ends: no term, nothing done any more, its holds over with the day, for nothing was decided', async () => {
    const one = await request();
    const { id, recordId } = one;
    bench.setNow('2026-11-25T01:00:00.000Z');
    const view = await act(id, WITHDRAW);
    expect(view).toMatchObject({
      ...{ state: 'WITHDRAWN', withdrawnOn: '2026-11-24', withdrawalNote: '別の方法で分かったため', dueOn: null },
      ...{ overdue: false, outcome: null, decidedOn: null },
      hold: { state: 'HELD_UNTIL', until: '2026-11-25', by: 'DISCLOSURE' },
    });
    expect(view.items.map(({ mayJudge }) => mayJudge)).toEqual([false]);
    expect(view.may.collect).toBe(false);
    expect(view.history[0]).toMatchObject({
      act: '請求が取り下げられた',
      about: '令和8年11月24日、別の方法で分かったため',
    });
    expect(await kept(recordId)).toMatchObject({ isHeld: false, heldUntil: '2026-11-25' });
    expect(await refusedOf(one)).toEqual(['records.disclosure_withdrawn']);
    expect(await refusal(act(id, { act: 'appeal', on: '2026-11-25' }))).toBe('records.disclosure_not_decided');
    bench.setNow('2027-01-10T01:00:00.000Z');
    const listed = (await requests().list(drafter())).items.find((row) => row.id === id);
    expect(listed).toMatchObject({ state: 'WITHDRAWN', overdue: false, dueOn: null, withdrawnOn: '2026-11-24' });
    expect((await standing(id)).state).toBe('ENDED');
  });

  it('is refused for a day before the request or to come, after the decision, and to who only looks', async () => {
    const { id } = await request();
    bench.setNow('2026-11-25T01:00:00.000Z');
    expect(await refusal(act(id, { ...WITHDRAW, on: '2026-11-20' }))).toBe('records.disclosure_day_before');
    expect(await refusal(act(id, { ...WITHDRAW, on: '2026-11-26' }))).toBe('records.day_to_come');
    expect(await refusal(act(id, WITHDRAW, bench.as('auditor@minato.example')))).toBe('records.disclosure_not_yours');
    await decided(id);
    expect(await refusal(act(id, WITHDRAW))).toBe('records.disclosure_not_open');
    expect(await refusal(act(id, await dismissal(), head()))).toBe('records.disclosure_not_open');
  });

  it('is withdrawn once, pressed twice at the same moment; somebody else who was slower is told', async () => {
    const { id } = await request();
    bench.setNow('2026-11-25T01:00:00.000Z');
    const { version } = await requests().read(drafter(), id);
    const press = (key: string) =>
      requests().act(bench.as('drafter@minato.example', key), id, { ...WITHDRAW, version } as DisclosureAct);
    const key = randomUUID();
    const both = await Promise.all([press(key), press(key)]);
    expect(both.map((view) => view.state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(await refusal(press(randomUUID()))).toBe('records.changed_meanwhile');
    const { history } = await requests().read(drafter(), id);
    expect(history.filter((line) => line.act === '請求が取り下げられた').length).toBe(1);
    const witness = recordsWitnesses(bench.blobs).find(({ kind }) => kind === 'records/fact');
    const leaves = await bench.inside(MINATO, async (tx) => witness?.entries(tx, null, 1000) ?? []);
    const told = leaves.filter(({ subject }) => subject.includes(id));
    expect(JSON.stringify(told)).toContain('WITHDRAWN');
  });
});

it('R-26: what was left out after the case was decided is no longer what was decided', async () => {
  const { id, recordId } = await request();
  const { items } = await act(id, { act: 'describe', described: '写真' });
  const [first, second] = items.map((item) => item.id);
  const judge = (itemId: string | undefined, decision: 'ABSENT' | 'DISCLOSE') =>
    act(id, { act: 'judge', itemId: itemId ?? '', decision, grounds: [], note: '' });
  await judge(second, 'ABSENT');
  const before = await decisionNumber();
  bench.setNow('2026-11-25T01:00:00.000Z');
  await judge(first, 'DISCLOSE');
  await act(id, { act: 'drop', itemId: first ?? '', reason: '対象でない' });
  expect((await kept(recordId))?.isHeld).toBe(false);
  const decide = { act: 'decide', registerId: before } as const;
  expect(await refusal(act(id, decide, head()))).toBe('records.disclosure_dropped_after');
  expect(await act(id, { ...decide, registerId: await decisionNumber() }, head())).toMatchObject({ state: 'DECIDED' });
});

it('R-26: the way in by HTTP reads each act, and answers with what its description says', async () => {
  const { id } = await request();
  bench.setNow('2026-11-25T01:00:00.000Z');
  const route = disclosureRoutes(requests()).find(({ path, method }) => method === 'POST' && path.endsWith('/acts'));
  const send = async (wish: object, to = id) => {
    const { version } = await requests().read(head(), id);
    const body = route?.body?.parse({ version, ...wish });
    return route?.handle(head(), { params: { id: to }, query: {}, body, file: null } as never);
  };
  const acts: readonly (readonly [object, Partial<DisclosureView>])[] = [
    [
      { act: 'askCorrection', on: '2026-11-24', wanted: '名称', until: '2026-11-30' },
      { correctionUntil: '2026-11-30', correctionAskedOn: '2026-11-24' },
    ],
    [
      { act: 'corrected', on: '2026-11-25' },
      { correctionUntil: null, correctionDays: 1 },
    ],
    [await dismissal(), { state: 'DISMISSED', dismissedOn: '2026-11-25' }],
    [{ act: 'appeal', on: '2026-11-25' }, { state: 'APPEALED' }],
    [
      { act: 'refer', on: '2026-11-25', number: '諮問第12号' },
      { referredOn: '2026-11-25', referralNumber: '諮問第12号' },
    ],
    [
      { act: 'advised', on: '2026-11-25' },
      { advisedOn: '2026-11-25', adviceNumber: '' },
    ],
    [
      { act: 'rule', on: '2026-11-25', ruling: 'REJECTED' },
      { state: 'DISMISSED', ruling: 'REJECTED', rulingNote: '' },
    ],
  ];
  for (const [wish, told] of acts) expect(DisclosureViewSchema.strict().parse(await send(wish))).toMatchObject(told);
  expect(await refusal(send({ ...WITHDRAW, version: 1 }))).toBe('records.changed_meanwhile');
  expect(await refusal(send(WITHDRAW, randomUUID()))).toBe('records.disclosure_not_found');
});

it.each([
  ['WITHDRAWN', async () => WITHDRAW],
  ['DISMISSED', dismissal],
] as const)(
  'R-20: a copy made before its request was %s stays with those who may read the document',
  async (_, end) => {
    const { id, recordId, itemId } = await request();
    const of = { requestId: id, itemId };
    const { textSha256 } = await requests().redactions.text(drafter(), of);
    const passages = [{ from: 0, to: 2, ground: 'disclosure.person' }];
    await requests().redactions.make(drafter(), of, { textSha256, passages });
    bench.setNow('2026-11-25T01:00:00.000Z');
    await act(id, await end(), head());
    const { owner } = bench.test;
    await owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [recordId]);
    expect(await refusal(requests().redactions.copy(drafter(), of))).toBe('records.redaction_none');
    expect(await refusal(requests().redactions.copy(head(), of))).toBeNull();
  },
);

describe('R-26: a request that is dismissed', () => {
  it('ends as a refusal does: it is held a year more, and an appeal holds it again', async () => {
    const one = await request();
    const { id, recordId } = one;
    bench.setNow('2026-11-25T01:00:00.000Z');
    const byCase = await dismissal();
    expect(await refusal(act(id, byCase, drafter()))).toBe('records.disclosure_not_yours');
    const view = await act(id, byCase, head());
    const label = await labelOf(byCase.registerId);
    expect(view).toMatchObject({
      ...{
        state: 'DISMISSED',
        dismissedOn: '2026-11-25',
        dismissalNumber: label,
        dismissalArticle: DISMISS.article,
        dismissalReason: '補正がない',
      },
      ...{ dueOn: null, outcome: null, hold: { state: 'HELD_UNTIL', until: '2027-11-25', by: 'DISCLOSURE' } },
    });
    expect(view.history[0]).toMatchObject({
      act: '請求を却下した',
      about: `令和8年11月25日、${label}、みなと市行政手続条例 第7条、補正がない`,
    });
    expect(await kept(recordId)).toMatchObject({ isHeld: false, heldUntil: '2027-11-25' });
    expect(await refusedOf(one)).toEqual(['records.disclosure_dismissed']);
    expect(await act(id, { act: 'appeal', on: '2026-11-25' })).toMatchObject({ state: 'APPEALED', outcome: null });
    expect((await kept(recordId))?.isHeld).toBe(true);
    const ruled = await act(id, { act: 'rule', on: '2026-11-25', ruling: 'INADMISSIBLE', note: '' }, head());
    expect(ruled).toMatchObject({ state: 'DISMISSED', ruling: 'INADMISSIBLE' });
    expect(ruled.hold).toEqual({ state: 'HELD_UNTIL', until: '2027-11-25', by: 'APPEAL' });
  });
});

it('R-26: a request is dismissed by the number of a case that was decided after it came', async () => {
  const before = await dismissal();
  const { items } = await bench.records.register(drafter(), {});
  const reserved = await bench.records.book.numbers.takeOnly(drafter(), {
    ...{ series: 'DRAFTED', title: '却下（伺い）', reserve: true },
  });
  bench.setNow('2026-11-25T01:00:00.000Z');
  const { id, recordId } = await request();
  const by = (registerId: string) => refusal(act(id, { ...DISMISS, registerId }, head()));
  const received = items.find(({ direction }) => direction === 'RECEIVED')?.id ?? '';
  expect(await by(received)).toBe('records.disclosure_no_decision');
  expect(await by(reserved.id)).toBe('records.disclosure_no_decision');
  expect(await by(randomUUID())).toBe('records.number_not_found');
  expect(await by(before.registerId)).toBe('records.disclosure_decided_before');
  expect((await kept(recordId))?.isHeld).toBe(true);
  // Two who dismiss it at the same moment, each by their own case: one of them is told.
  const { version } = await requests().read(head(), id);
  const wishes = [await dismissal(), await dismissal()];
  const both = wishes.map((wish) => requests().act(head(), id, { ...wish, version } as DisclosureAct));
  const codes = await Promise.all(both.map(refusal));
  expect(codes.toSorted()).toEqual([null, 'records.changed_meanwhile']);
  const { dismissalNumber, history } = await requests().read(head(), id);
  expect(dismissalNumber).toBe(await labelOf(wishes[codes.indexOf(null)]?.registerId ?? ''));
  expect(history.filter((line) => line.act === '請求を却下した').length).toBe(1);
});

it('R-26: what was dismissed before its case was asked for says its day', async () => {
  const { id } = await request();
  await bench.test.owner.query(
    `update kaigi.records_disclosure set state = 'DISMISSED', dismissed_on = '2026-11-21', dismissal_article = '第7条',
       dismissal_reason = 'x' where id = $1`,
    [id],
  );
  expect(await requests().read(head(), id)).toMatchObject({ dismissedOn: '2026-11-21', dismissalNumber: null });
});

it('R-26: an appeal holds nothing that was disposed of since', async () => {
  const { id, recordId } = await request();
  bench.setNow('2026-11-25T01:00:00.000Z');
  await act(id, await dismissal(), head());
  bench.setNow('2028-02-01T01:00:00.000Z');
  const { owner } = bench.test;
  await owner.query(`update kaigi.records_keeping set state = 'DISPOSED' where record_id = $1`, [recordId]);
  const view = await act(id, { act: 'appeal', on: '2028-01-31' });
  expect(view.hold).toEqual({ state: 'ENDED', until: '2027-11-25', by: 'DISCLOSURE' });
});
