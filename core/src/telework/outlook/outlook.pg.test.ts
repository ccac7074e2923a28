import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { KaigiError, type LocalDate } from '../../shared/index.ts';
import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import type { DayItem } from '../days/day.ts';
import { saveDays } from '../days/store.ts';
import { addFact } from '../history/store.ts';
import { WorkLocationRefused, type WorkLocations } from './port.ts';

// As far ahead as the clock of the jobs' queue needs it: that one is the database's own.
const NOW = new Date('2026-11-24T10:00:00+09:00');
const clock = { now: () => NOW };
const day = (text: string) => text as LocalDate;

/** An Outlook of one's own: what stands in it, and what it is asked. */
class Outlook implements WorkLocations {
  readonly plan = new Map<string, string>();
  readonly asked: string[] = [];
  failing: Error | null = null;

  async read({ date }: { date: string }) {
    this.#fail();
    return [{ date, was: this.plan.get(date) ?? 'office' }];
  }

  async put({ date }: { date: string }, location: string) {
    this.asked.push(`${date} ${location}`);
    this.#fail();
    this.plan.set(date, location);
  }

  async remove({ date }: { date: string }, before: unknown) {
    this.asked.push(`${date} back`);
    const [{ was } = { was: '' }] = before as { was: string }[];
    this.plan.set(date, was);
  }

  #fail(): void {
    if (this.failing) throw this.failing;
  }
}

let city: TestCity;
let staffId = '';
const outlook = new Outlook();

beforeAll(async () => {
  city = await testCity({ clock });
  ({ staffId } = await city.suite.directory.me(city.as('drafter')));
  city.suite.useWorkLocations(outlook);
  await city.suite.startJobs();
});
afterAll(() => city.close());

const item = (date: string, more: Partial<DayItem> = {}): DayItem => ({
  ...{ itemId: newId(clock), applicationId: newId(clock), staffId, date: day(date), kind: 'TELEWORK' },
  ...{ state: 'APPROVED', span: null, detail: { kind: 'HOME' }, ...more },
});
const save = (items: readonly DayItem[]) =>
  city.test.db.inMunicipality(MINATO, async (tx) => {
    await saveDays(tx, items);
    const subject = { kind: 'application', id: newId(clock) };
    const actor = { staffId, name: '', postTitle: '', unitName: '' };
    const fact = { subject, seq: 1, at: NOW, act: 'APPROVED', staffId, actor, fact: {}, via: 'rules' as const };
    await addFact(tx, { ...fact, leafId: newId(clock) });
  });
const rows = async () => {
  const { rows: found } = await city.test.owner.query(
    'select date::text, wanted, written, problem from kaigi.telework_work_location order by date',
  );
  return found.map(({ date, wanted, written, problem }) => [date, wanted, written, problem].join(' '));
};
/** What waits in the queue is tried now. */
const tryAgain = () =>
  city.test.owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');

describe('T-13: Outlook follows what was approved', () => {
  const ids = { itemId: newId(clock), applicationId: newId(clock) };
  const tuesday = (more: Partial<DayItem> = {}) => item('2026-12-01', { ...ids, ...more });

  it('is told of each day after the approval, once, and not of parts of a day', async () => {
    await save([tuesday(), item('2026-12-04'), item('2026-12-02', { span: { from: 510, to: 720 } })]);
    await until(() => outlook.plan.size === 2);
    await quiet(city.test);
    expect([...outlook.plan]).toEqual([
      ['2026-12-01', 'remote'],
      ['2026-12-04', 'remote'],
    ]);
    const asked = outlook.asked.length;
    await save([tuesday()]);
    await quiet(city.test);
    expect(outlook.asked).toHaveLength(asked);
  });

  it('has the day put back that was cancelled, and only that one', async () => {
    await save([tuesday({ state: 'CANCELLED' })]);
    await until(() => outlook.plan.get('2026-12-01') === 'office');
    await quiet(city.test);
    expect(await rows()).toEqual(['2026-12-01   ', '2026-12-04 remote remote ']);
  });

  it('waits while Graph is down, and is told when it is there again', async () => {
    outlook.failing = new KaigiError('unavailable', 'graph.busy');
    await save([item('2026-12-08')]);
    await until(async () => (await rows()).includes('2026-12-08 remote  '));
    outlook.failing = null;
    await until(async () => {
      await tryAgain();
      return outlook.plan.get('2026-12-08') === 'remote';
    });
    await quiet(city.test);
    expect(await rows()).toContain('2026-12-08 remote remote ');
  });

  it('is not asked again and again for whoever has no mailbox, but once a night', async () => {
    outlook.failing = new WorkLocationRefused('NO_MAILBOX');
    await save([item('2026-12-09')]);
    await until(async () => (await rows()).includes('2026-12-09 remote  NO_MAILBOX'));
    await quiet(city.test);
    outlook.failing = null;
    await city.suite.enqueue([{ task: 'telework/work-locations-everywhere', payload: {} }]);
    await until(() => outlook.plan.get('2026-12-09') === 'remote');
    await quiet(city.test);
    expect(await rows()).toContain('2026-12-09 remote remote ');
  });
});
