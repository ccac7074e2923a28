import type { Tx } from '../../platform/index.ts';
import { newId } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { MINATO, type TestCity } from '../../testing/test-city.ts';
import type { DayItem } from '../days/day.ts';
import { saveDays } from '../days/store.ts';
import { savePunch } from '../punches/store.ts';
import type { PunchKind } from '../working-time/punches.ts';

/** What others have written about somebody's day, as their rooms leave it. */
export interface Days {
  staffId(name: string): Promise<string>;
  punch(name: string, punch: PunchKind, at: Date): Promise<void>;
  approve(name: string, item: Pick<DayItem, 'kind' | 'detail' | 'date'> & Partial<DayItem>): Promise<string>;
}

export function daysIn(city: TestCity): Days {
  const clock = { now: () => new Date() };
  const staffId = async (name: string) => (await city.suite.directory.me(city.as(name))).staffId;
  const inside = <T>(work: (tx: Tx) => Promise<T>) => city.test.db.inMunicipality(MINATO, work);
  return {
    staffId,
    async punch(name, punch, at) {
      const id = await staffId(name);
      const factId = newId(clock);
      const fact = {
        ...({ kind: 'TAPPED', factId, key: factId, punch, at, serverAt: at, clientAt: null, source: 'CHAT' } as const),
        ...{ reportedLate: false, clockDoubted: false },
      };
      const actor = { staffId: id, name, postTitle: '', unitName: '' };
      await inside((tx) =>
        savePunch(tx, { staffId: id, at, fact, actor, comment: '', via: 'teams', leafId: newId(clock) }),
      );
    },
    async approve(name, item) {
      const itemId = item.itemId ?? newId(clock);
      const whole = { itemId, applicationId: newId(clock), staffId: await staffId(name), span: null };
      await inside((tx) => saveDays(tx, [{ ...whole, state: 'APPROVED', ...item }]));
      return itemId;
    },
  };
}

export const DAY = '2026-11-24' as LocalDate;
export const at = (time: string): Date => new Date(`${DAY}T${time}:00+09:00`);
