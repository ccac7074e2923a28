import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { emit, emitting, gathered, type Tx, together, Untouched } from './index.ts';

const MINATO = '6d696e61-746f-4000-8000-000000000001';

describe('a transaction of a municipality', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  it('keeps nothing when the work fails', async () => {
    const failing = test.db.inMunicipality(MINATO, async (tx) => {
      await emit(tx, [{ topic: 'test/happened', payload: { n: 1 } }]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const { rows } = await test.owner.query('select 1 from kaigi.outbox');
    expect(rows).toEqual([]);
  });

  const facts = async () => (await test.owner.query('select 1 from kaigi.outbox')).rowCount;
  const happened = (tx: Tx, holds: boolean) =>
    together(tx, [emitting(tx, { topic: 'test/happened', payload: { n: 1 } })], {
      text: '$1::boolean',
      values: [holds],
    });

  it('writes nothing where what it was provided for is not so, waited for or not', async () => {
    const waited = test.db.inMunicipality(MINATO, (tx) => happened(tx, false));
    await expect(waited).rejects.toBeInstanceOf(Untouched);
    const withTheCommit = test.db.inMunicipality(MINATO, async (tx) => void happened(tx, false));
    await expect(withTheCommit).rejects.toBeInstanceOf(Untouched);
    const byItself = test.db.singly(MINATO, async (tx) => void happened(tx, false));
    await expect(byItself).rejects.toBeInstanceOf(Untouched);
    expect(await facts()).toBe(0);
  });

  it('writes all where it is so', async () => {
    await test.db.inMunicipality(MINATO, async (tx) => void happened(tx, true));
    await test.db.singly(MINATO, async (tx) => void happened(tx, true));
    expect(await facts()).toBe(2);
  });
});

describe('what a statement is given and gives', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  it('many ids go as they are, and what only looks like ids as what it is', async () => {
    const id = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
    const ids = Array.from({ length: 2_000 }, (_, nth) => id(nth));
    const sent = (values: readonly string[], type: string) =>
      test.db.singly(MINATO, async (tx) => {
        const [row] = await tx.query<{ back: string[] }>(`select $1::${type}[] as back`, [values]);
        return row?.back;
      });
    expect(await sent(ids, 'uuid')).toEqual(ids);
    const texts = [...ids.slice(0, 10), `${id(1)},${id(2)}`, 'a"b', '', '{}'];
    expect(await sent(texts, 'text')).toEqual(texts);
    const pair = [...ids.slice(0, 10), id(1).slice(0, 35), `${id(2)}0`];
    expect(await sent(pair, 'text')).toEqual(pair);
  });

  it.each(['UTC', 'Asia/Tokyo', 'Asia/Kolkata'])('an instant is the same in a session of %s', async (zone) => {
    const client = await test.owner.connect();
    await client.query(`set time zone '${zone}'`);
    const { rows } = await client.query(
      `select timestamptz '2026-04-01 08:30:00.123456+09' as fine, timestamptz '2026-03-31 23:30:00Z' as whole,
         timestamptz '1868-01-25 00:00:00Z' as old, null::timestamptz as never`,
    );
    await client.query('reset time zone');
    client.release();
    expect(rows).toEqual([
      {
        fine: new Date('2026-03-31T23:30:00.123Z'),
        whole: new Date('2026-03-31T23:30:00.000Z'),
        old: new Date('1868-01-25T00:00:00.000Z'),
        never: null,
      },
    ]);
  });

  it('a thousand ids are one list, and so are words that only begin like ids', async () => {
    const ids = Array.from({ length: 1_000 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const words = [...ids.slice(0, 8), 'a,b', '{"c"}'];
    const [row] = await test.db.singly(MINATO, (tx) =>
      tx.query('select $1::uuid[]::text[] as ids, $2::text[] as words', [ids, words]),
    );
    expect(row).toEqual({ ids, words });
  });

  it('several questions are one statement, each with its own parameters and in its own order', async () => {
    const counting = (from: number, to: number) => ({
      text: 'select n, $3::text as word from generate_series($1::int, $2::int) n order by n desc',
      values: [from, to, `to ${to}`],
    });
    type Counted = { n: number; word: string }[];
    const found = await test.db.singly(MINATO, (tx) =>
      gathered<[Counted, Counted, Counted]>(tx, [counting(1, 2), counting(5, 4), counting(9, 9)]),
    );
    expect(found).toEqual([
      [
        { n: 2, word: 'to 2' },
        { n: 1, word: 'to 2' },
      ],
      [],
      [{ n: 9, word: 'to 9' }],
    ]);
  });
});
