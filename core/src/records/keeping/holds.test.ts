import { describe, expect, it } from '@jest/globals';
import { addDays, addYears, type LocalDate } from '../../shared/index.ts';
import { lacksOf } from './handover.ts';
import { disposableFrom, heldBy, heldUntil } from './holds.ts';
import { isLower } from './levels.ts';

const day = (text: string) => text as LocalDate;

describe('R-14: holds', () => {
  it('of 開示請求 and 審査請求 last a year more than the decision, for every day of it', () => {
    for (let at = day('2026-01-01'); at < '2029-12-31'; at = addDays(at, 1)) {
      for (const reason of ['DISCLOSURE', 'APPEAL'] as const) {
        const until = heldUntil(reason, at);
        expect([until >= addYears(at, 1), until <= addDays(addYears(at, 1), 1)]).toEqual([true, true]);
      }
      expect(heldUntil('AUDIT', at)).toBe(at);
      expect(heldUntil('LITIGATION', at)).toBe(at);
    }
    expect(heldUntil('DISCLOSURE', day('2026-11-21'))).toBe('2027-11-21');
    expect(heldUntil('DISCLOSURE', day('2028-02-28'))).toBe('2029-02-28');
    expect(heldUntil('DISCLOSURE', day('2028-02-29'))).toBe('2029-02-28');
  });

  it('the latest day wins, and an open one holds without end', () => {
    const some = [{ until: day('2027-03-31') }, { until: day('2029-01-05') }, { until: day('2028-12-31') }];
    expect(heldBy(some)).toEqual({ isHeld: false, heldUntil: '2029-01-05' });
    expect(heldBy([...some, { until: null }])).toEqual({ isHeld: true, heldUntil: '2029-01-05' });
    expect(heldBy([])).toEqual({ isHeld: false, heldUntil: null });
  });

  it.each([
    [{ endsOn: day('2027-03-31'), isHeld: false, heldUntil: null }, '2027-04-01'],
    [{ endsOn: day('2027-03-31'), isHeld: false, heldUntil: day('2026-12-31') }, '2027-04-01'],
    [{ endsOn: day('2027-03-31'), isHeld: false, heldUntil: day('2028-02-29') }, '2028-03-01'],
    [{ endsOn: day('2027-03-31'), isHeld: true, heldUntil: null }, null],
    [{ endsOn: null, isHeld: false, heldUntil: day('2028-02-29') }, null],
  ])('%j may be disposed of from %s', (kept, from) => {
    expect(disposableFrom(kept)).toBe(from);
  });
});

describe('R-20: the level', () => {
  it('knows which of two opens to more', () => {
    expect([isLower('C2', 'C3C'), isLower('C3C', 'C3C'), isLower('C3A', 'C1')]).toEqual([true, false, false]);
  });
});

describe('R-17: what is in the way of 引継', () => {
  const folder = { fiscalYear: 2026, records: 3, open: 0, endsOn: day('2032-03-31') };
  it.each([
    [folder, '2027-03-31', ['records.lacks_year']],
    [folder, '2027-04-01', []],
    [{ ...folder, open: 1, endsOn: null }, '2027-04-01', ['records.lacks_open']],
    [{ ...folder, records: 0, endsOn: null }, '2027-04-01', ['records.lacks_empty']],
    [{ ...folder, endsOn: null }, '2027-04-01', ['records.lacks_end']],
  ])('%j on %s: %j', (one, today, codes) => {
    expect(lacksOf(one, today).map(({ code }) => code)).toEqual(codes);
  });
});
