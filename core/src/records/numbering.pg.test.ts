import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bench, MINATO, recordsBench } from './records.fixture.ts';

// Loaded machines take their time; nothing here waits for a clock.
let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const many = (count: number) => Promise.all(Array.from({ length: count }, () => bench.draft()));
const numbersOf = async (fiscalYear: number) => {
  const { rows } = await bench.test.owner.query<{ number: number }>(
    "select number from kaigi.records_register where symbol = '政' and fiscal_year = $1 order by number",
    [fiscalYear],
  );
  return rows.map((row) => row.number);
};
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('document numbers', () => {
  it('are taken one after the other by 50 decisions at once, without a gap or a number twice', async () => {
    const drafts = await many(50);
    const taken = await Promise.all(drafts.map(({ recordId }) => bench.decide(recordId)));
    expect(taken.map(({ number }) => number).sort((a, b) => a - b)).toEqual(upTo(50));
    expect(await numbersOf(2026)).toEqual(upTo(50));
    expect(taken[0]).toEqual({
      label: `政第${taken[0]?.number}号`,
      symbol: '政',
      fiscalYear: 2026,
      number: taken[0]?.number,
      date: '2026-11-21',
      dateWareki: '令和8年11月21日',
    });
  });

  it('leave no gap when decisions among them are rolled back', async () => {
    const drafts = await many(20);
    const undone = new Error('on purpose');
    const settled = await Promise.allSettled(
      drafts.map(({ recordId }, index) =>
        index % 4 !== 0
          ? bench.decide(recordId)
          : bench.inside(MINATO, async (tx) => {
              const actor = await bench.directory.actorOf(tx, bench.as('section-head@minato.example'));
              const inCharge = { staffId: actor.staffId, name: actor.name, postTitle: '課長', unitName: '政策課' };
              const unitId = actor.posts[0]?.unitId ?? '';
              await bench.records.decide(tx, { recordId, inCharge, unitId, at: new Date('2026-11-21T00:00:00Z') });
              throw undone;
            }),
      ),
    );
    expect(settled.filter((one) => one.status === 'rejected')).toHaveLength(5);
    expect(await numbersOf(2026)).toEqual(upTo(65));
  });

  it('are given once: a decision on a frozen record is refused and takes none', async () => {
    const { recordId } = await bench.draft();
    await bench.decide(recordId);
    const before = await numbersOf(2026);
    await expect(bench.decide(recordId)).rejects.toMatchObject({ kind: 'conflict', code: 'records.frozen' });
    expect(await numbersOf(2026)).toEqual(before);
  });

  it('are given to one of two decisions upon one record at the same moment', async () => {
    const { recordId } = await bench.draft();
    const settled = await Promise.allSettled([bench.decide(recordId), bench.decide(recordId)]);
    expect(settled.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('begin again at 1 at midnight of 1 April in Japan', async () => {
    const [march, april] = [await bench.draft(), await bench.draft()];
    const last = await bench.decide(march.recordId, new Date('2027-03-31T14:59:59.999Z'));
    const first = await bench.decide(april.recordId, new Date('2027-03-31T15:00:00.000Z'));
    expect(last).toMatchObject({ fiscalYear: 2026, number: 68, date: '2027-03-31' });
    expect(first).toMatchObject({ label: '政第1号', fiscalYear: 2027, number: 1, date: '2027-04-01' });
  });
});
