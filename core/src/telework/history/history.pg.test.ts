import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, systemClock } from '../../platform/index.ts';
import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import type { TeleworkFact } from './fact.ts';
import { addFact, factsOf } from './store.ts';

let city: TestCity;

beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

const subject = { kind: 'sample', id: newId(systemClock) };
const fact = (seq: number): TeleworkFact => ({
  ...{ subject, seq, at: new Date('2026-11-24T00:00:00Z'), act: 'MADE', staffId: null, via: 'api' },
  actor: { staffId: newId(systemClock), name: '見本', postTitle: '主事', unitName: '政策課' },
  ...{ fact: { date: '2026-11-25', reason: '在宅' }, leafId: newId(systemClock) },
});
const add = (one: TeleworkFact) => city.test.db.inMunicipality(MINATO, (tx) => addFact(tx, one));
const findings = async () => {
  const found = [];
  for await (const one of city.suite.verify(MINATO)) found.push(one.subject);
  return found.filter((one) => one.includes(subject.id));
};

describe('the facts of テレワーク・庶務', () => {
  it('are added one after the other: of two writers of the same line one is told no', async () => {
    expect(await Promise.all([add(fact(1)), add(fact(1))])).toEqual(expect.arrayContaining([true, false]));
    expect(await add(fact(2))).toBe(true);
    const kept = await city.test.db.inMunicipality(MINATO, (tx) => factsOf(tx, subject));
    expect(kept.map(({ seq, fact: said }) => [seq, said.reason])).toEqual([
      [1, '在宅'],
      [2, '在宅'],
    ]);
  });

  it('are never changed by the service, and whoever changes one by hand is found out', async () => {
    const change = `update kaigi.telework_fact set fact = '{"reason":"出勤"}' where subject_id = '${subject.id}' and seq = 2`;
    await expect(city.test.db.inMunicipality(MINATO, (tx) => tx.query(change))).rejects.toThrow();
    expect(await findings()).toEqual([]);
    await city.test.owner.query('alter table kaigi.telework_fact disable trigger all');
    await city.test.owner.query(change);
    expect(await findings()).toEqual([`sample/${subject.id}/2`]);
  });
});
