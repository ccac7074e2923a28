import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { emit } from './index.ts';

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
});
