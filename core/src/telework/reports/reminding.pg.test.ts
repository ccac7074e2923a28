import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { DayItem } from '../days/day.ts';
import { saveDays } from '../days/store.ts';
import { type Hall, openHall } from '../disaster/room.fixture.ts';

const DAY = '2026-11-25';
let hall: Hall;
beforeAll(async () => {
  hall = await openHall(`${DAY}T08:00:00+09:00`);
  for (const name of ['drafter', 'colleague', 'subsection-head']) await hall.chat(name);
  for (const name of ['drafter', 'colleague']) await telework(name, 'APPROVED');
  await telework('subsection-head', 'CANCELLED');
});
afterAll(() => hall.city.close());

async function telework(name: string, state: DayItem['state']): Promise<void> {
  const staffId = await hall.staffId(name);
  const ids = { itemId: newId(hall.clock), applicationId: newId(hall.clock) };
  const item = { ...ids, staffId, date: DAY as LocalDate, kind: 'TELEWORK' as const, state };
  const day = { ...item, span: null, detail: { kind: 'HOME', span: 'DAY' } };
  await hall.city.test.db.inMunicipality(MINATO, (tx) => saveDays(tx, [day]));
}

const report = (name: string, kind: 'PLAN' | 'RESULT', version = 0) =>
  hall.call(name, 'POST /telework/workdays/{date}/reports', {
    params: { date: DAY },
    body: { kind, version, text: '計画案の作成' },
  });
const reminders = async (at: string, name: string, words: string) => {
  hall.clock.set(`${at}:00+09:00`);
  await hall.run('telework/report-reminders-everywhere');
  return (hall.told.get(name) ?? []).filter((card) => card.includes(words)).length;
};
const PLAN = '今日の予定の報告がまだです';
const RESULT = '実績の報告がまだで、今日が期限です';

describe('T-07: whoever forgot a report', () => {
  it('is reminded of the plan once, at the time of the rules, and not where it is there or the day was cancelled', async () => {
    await report('colleague', 'PLAN');
    expect(await reminders(`${DAY}T08:45`, 'drafter', PLAN)).toBe(0);
    expect(await reminders(`${DAY}T09:05`, 'drafter', PLAN)).toBe(1);
    expect(await reminders(`${DAY}T09:20`, 'drafter', PLAN)).toBe(1);
    expect(await reminders(`${DAY}T09:20`, 'colleague', PLAN)).toBe(0);
    expect(await reminders(`${DAY}T09:20`, 'subsection-head', PLAN)).toBe(0);
  });

  it('is reminded of the result on its last day, once, though nothing was planned; whoever reported it is not', async () => {
    await report('colleague', 'RESULT', 1);
    expect(await reminders(`${DAY}T18:00`, 'drafter', RESULT)).toBe(0);
    expect(await reminders('2026-11-26T15:05', 'drafter', RESULT)).toBe(1);
    expect(await reminders('2026-11-26T16:05', 'drafter', RESULT)).toBe(1);
    expect(await reminders('2026-11-26T16:05', 'colleague', RESULT)).toBe(0);
    expect(await reminders('2026-11-26T16:05', 'subsection-head', RESULT)).toBe(0);
  });

  it('finds the form of the result in 「報告」, also where no plan was made', async () => {
    hall.clock.set(`${DAY}T17:00:00+09:00`);
    const said = await hall.type('drafter', '報告');
    expect(said).toContain('textPLAN');
    expect(said).toContain('textRESULT');
    expect(said).toContain('"kind":"RESULT"');
  });
});
