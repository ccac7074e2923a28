import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Bench, recordsBench } from '../records.fixture.ts';
import { refusal, requestDesk } from './disclosure.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
beforeEach(() => bench.setNow('2026-11-21T00:00:00.000Z'));
afterAll(() => bench.close());

const { drafter, head, requests, act, request, decisionNumber } = requestDesk(() => bench);

it('R-26: a request waits for a correction, whose days do not count, and is extended by whoever decides', async () => {
  const { id } = await request();
  const asked = await act(id, { act: 'askCorrection', on: '2026-11-21', wanted: '文書の名称' });
  expect(asked).toMatchObject({ dueOn: null, overdue: false, correctionUntil: '2026-12-05' });
  bench.setNow('2026-11-25T00:00:00.000Z');
  const corrected = await act(id, { act: 'corrected', on: '2026-11-24' });
  expect(corrected).toMatchObject({ dueOn: '2026-12-09', correctionDays: 3 });
  expect(corrected.scheme.correction).toBe('みなと市情報公開条例 第12条第1項ただし書');
  // Days that are left out already are not left out once more.
  expect(await refusal(act(id, { act: 'askCorrection', on: '2026-11-23', wanted: '年度' }))).toBe(
    'records.disclosure_day_before',
  );
  const extend = { act: 'extend', reason: '対象の文書が多いため' } as const;
  expect(await refusal(act(id, extend))).toBe('records.disclosure_not_yours');
  const view = await act(id, extend, head());
  expect(view).toMatchObject({ dueOn: '2027-01-08', extended: true, extensionReason: '対象の文書が多いため' });
  expect(view.history.map(({ act: done }) => done)).toEqual([
    '期間を延長した',
    '補正された',
    '補正を求めた',
    '処理を始めた',
  ]);
  expect(view.history.map(({ about }) => about)).toEqual([
    ...[null, '令和8年11月24日', '令和8年11月21日、期限令和8年12月5日、文書の名称', null],
  ]);
});

it('R-26: a correction asked for after the term does not take back that it is over', async () => {
  const { id } = await request();
  bench.setNow('2026-12-09T00:00:00.000Z');
  expect(await requests().read(drafter(), id)).toMatchObject({ dueOn: '2026-12-06', overdue: true });
  const asking = { act: 'askCorrection', on: '2026-12-08', wanted: '文書の名称' } as const;
  expect(await refusal(act(id, asking))).toBe('records.disclosure_corrected_late');
  expect(await requests().read(drafter(), id)).toMatchObject({ dueOn: '2026-12-06', overdue: true });
  // What was asked for in time and noted late counts.
  await act(id, { ...asking, on: '2026-12-06' });
  const view = await act(id, { act: 'corrected', on: '2026-12-08' });
  expect(view).toMatchObject({ dueOn: '2026-12-08', overdue: true });
});

it('R-26: a correction says what and by when, which is told to whoever looks; late it is still taken, or dismissed', async () => {
  const { id } = await request();
  const asking = { act: 'askCorrection', on: '2026-11-21', wanted: '文書を特定できる名称' } as const;
  const over = act(id, { ...asking, until: '2026-11-20' });
  expect(await refusal(over)).toBe('records.disclosure_correction_over');
  const asked = await act(id, { ...asking, until: '2026-11-28' });
  expect(asked).toMatchObject({ correctionWanted: '文書を特定できる名称', correctionUntil: '2026-11-28' });
  expect(asked.correctionLate).toBe(false);
  expect(asked.history[0]).toMatchObject({
    act: '補正を求めた',
    about: '令和8年11月21日、期限令和8年11月28日、文書を特定できる名称',
  });
  const article = asked.scheme.dismissal ?? '';
  const early = await decisionNumber();
  const dismiss = (registerId: string) =>
    act(id, { act: 'dismiss', registerId, article, reason: '補正がない' }, head());
  expect(await refusal(dismiss(early))).toBe('records.disclosure_correction_runs');
  bench.setNow('2026-11-29T00:00:00.000Z');
  const listed = (await requests().list(drafter())).items.find((one) => one.id === id);
  expect(listed).toMatchObject({ correctionLate: true, dueOn: null, overdue: false });
  expect(await refusal(dismiss(early))).toBe('records.disclosure_correction_runs');
  const { id: other } = await request();
  await act(other, { ...asking, on: '2026-11-29', until: '2026-11-29' });
  bench.setNow('2026-11-30T00:00:00.000Z');
  expect(await act(other, { act: 'corrected', on: '2026-11-30' })).toMatchObject({
    ...{ correctionLate: false, correctionUntil: null, correctionWanted: '文書を特定できる名称', correctionDays: 1 },
  });
  const dismissed = await dismiss(await decisionNumber());
  expect(dismissed).toMatchObject({ state: 'DISMISSED', correctionLate: false, dueOn: null });
  expect(await refusal(act(id, { act: 'corrected', on: '2026-11-30' }))).toBe('records.disclosure_dismissed');
});
