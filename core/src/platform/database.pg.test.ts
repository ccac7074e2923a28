import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { emit, emitting, type Tx, together, Untouched } from './index.ts';

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
