import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import { changedDays, wantedBy } from './rules.ts';

const day = (text: string) => text as LocalDate;
const item = (date: string, kind: string, more: Partial<BookedDay> = {}): BookedDay => ({
  ...{ itemId: date, applicationId: 'a', staffId: 's', date: day(date), kind: 'TELEWORK', state: 'APPROVED' },
  ...{ span: null, detail: { kind }, ...more },
});

describe('T-13: what Outlook is to say', () => {
  it('is remote at home and on the way, the office at a satellite, and nothing of a part of the day', () => {
    const items = [
      item('2026-11-24', 'HOME'),
      item('2026-11-25', 'MOBILE'),
      item('2026-11-26', 'SATELLITE'),
      item('2026-11-27', 'HOME', { span: { from: 510, to: 720 } }),
      item('2026-11-30', 'HOME', { state: 'ASKED' }),
      item('2026-12-01', 'ANNUAL', { kind: 'LEAVE' }),
    ];
    expect([...wantedBy(items)]).toEqual([
      ['2026-11-24', 'remote'],
      ['2026-11-25', 'remote'],
      ['2026-11-26', 'office'],
    ]);
  });

  it('changes on the days only of which something else is wanted', () => {
    const row = { staffId: 's', written: null, problem: null } as const;
    const rows = [
      { ...row, date: day('2026-11-24'), wanted: 'remote' as const },
      { ...row, date: day('2026-11-25'), wanted: 'remote' as const },
      { ...row, date: day('2026-11-26'), wanted: null },
    ];
    const wanted = new Map([
      [day('2026-11-24'), 'remote' as const],
      [day('2026-11-27'), 'office' as const],
    ]);
    expect(changedDays(wanted, rows)).toEqual([
      { date: '2026-11-25', wanted: null },
      { date: '2026-11-27', wanted: 'office' },
    ]);
  });
});
