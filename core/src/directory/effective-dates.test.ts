import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../shared/index.ts';
import { type Recorded, reconcile, timelines, type Version } from './effective-dates.ts';

const TODAY = '2026-11-21' as LocalDate;
const v = (from: string, to: string | null = null, name = 'A'): Version => ({
  key: 'k',
  from: from as LocalDate,
  to: to as LocalDate | null,
  is: { name },
});
const row = (rowId: string, ...rest: Parameters<typeof v>): Recorded => ({ ...v(...rest), rowId });
const told = (versions: readonly Version[]) => versions.map(({ from, to, is }) => [from, to, is.name]);
const ended = (recorded: Recorded[], wanted: Version[], outlivesItsLines = false) => {
  const { cancelled, added } = reconcile<Version>({ recorded, wanted, today: TODAY, outlivesItsLines });
  return { cancelled, added: told(added) };
};
const NOTHING = { cancelled: [], added: [] };

describe('lines of a list', () => {
  it('of one thing that say the same are one version from the earliest start', () => {
    expect(told(timelines([v('2026-10-01'), v('2026-04-01'), v('2026-12-01')]))).toEqual([['2026-04-01', null, 'A']]);
  });

  it('that say something else from a day on end what was before on that day', () => {
    expect(told(timelines([v('2026-04-01'), v('2026-11-01', null, 'B'), v('2026-10-01')]))).toEqual([
      ['2026-04-01', '2026-11-01', 'A'],
      ['2026-11-01', null, 'B'],
    ]);
  });

  it('with a gap between them stay two', () => {
    const two = [v('2024-04-01', '2025-04-01'), v('2026-04-01')];
    expect(timelines(two)).toEqual(two);
  });
});

describe('an appointment', () => {
  it('that is listed as it is recorded is left alone', () => {
    expect(ended([row('1', '2026-04-01')], [v('2026-04-01')])).toEqual(NOTHING);
  });

  it('with a corrected start is cancelled, and the right one stands', () => {
    expect(ended([row('1', '2026-04-01')], [v('2026-10-01')])).toEqual({
      cancelled: ['1'],
      added: [['2026-10-01', null, 'A']],
    });
  });

  it('that the list no longer has was true until today', () => {
    expect(ended([row('1', '2026-04-01', '2027-04-01')], [])).toEqual({
      cancelled: ['1'],
      added: [['2026-04-01', TODAY, 'A']],
    });
  });

  it.each([TODAY, '2027-04-01'])('that would have begun on %s and is no longer listed never was', (from) => {
    expect(ended([row('1', from)], [])).toEqual({ cancelled: ['1'], added: [] });
  });

  it('that was over before today stays as it was, listed or not', () => {
    expect(ended([row('1', '2025-04-01', '2026-04-01')], [])).toEqual(NOTHING);
    expect(ended([row('1', '2025-04-01', TODAY)], [])).toEqual(NOTHING);
    expect(ended([row('1', '2025-04-01', '2026-04-01')], [v('2026-04-01', null, 'B')])).toEqual({
      cancelled: [],
      added: [['2026-04-01', null, 'B']],
    });
  });

  it('that is listed again after it had ended stands as listed', () => {
    expect(ended([row('1', '2026-04-01', TODAY)], [v('2026-04-01')])).toEqual({
      cancelled: ['1'],
      added: [['2026-04-01', null, 'A']],
    });
  });
});

describe('a unit', () => {
  it('is as old as it was recorded, also when its people of today began later', () => {
    expect(ended([row('1', '2020-04-01')], [v('2026-10-01')], true)).toEqual(NOTHING);
  });

  it('that is renamed from a day on keeps its old name for the days before', () => {
    expect(ended([row('1', '2020-04-01')], [v('2026-11-01', null, 'B')], true)).toEqual({
      cancelled: ['1'],
      added: [
        ['2020-04-01', '2026-11-01', 'A'],
        ['2026-11-01', null, 'B'],
      ],
    });
  });

  it('whose announced new name is taken back keeps the old one', () => {
    const recorded = [row('1', '2020-04-01', '2027-04-01'), row('2', '2027-04-01', null, 'B')];
    expect(ended(recorded, [v('2020-04-01')], true)).toEqual({
      cancelled: ['1', '2'],
      added: [['2020-04-01', null, 'A']],
    });
  });

  it('that vanishes ends today', () => {
    expect(ended([row('1', '2020-04-01')], [], true)).toEqual({
      cancelled: ['1'],
      added: [['2020-04-01', TODAY, 'A']],
    });
  });
});

describe('any sequence of lists', () => {
  /** A small generator of numbers, so that a failure can be repeated. */
  function* numbers(seed: number): Generator<number, number, unknown> {
    for (let x = seed; ; ) {
      x = (x * 1103515245 + 12345) % 2147483648;
      yield x;
    }
  }
  const day = (n: number) => `2026-${String(1 + (n % 12)).padStart(2, '0')}-01`;

  it.each([true, false])(
    'leaves at most one version a day, and the same list again changes nothing (%s)',
    (outlives) => {
      for (let seed = 1; seed <= 300; seed += 1) {
        const next = numbers(seed);
        let rows: Recorded[] = [];
        for (let list = 0; list < 4; list += 1) {
          const wanted = timelines(
            Array.from({ length: next.next().value % 4 }, () => {
              const [a, b, name] = [next.next().value >> 8, next.next().value >> 8, next.next().value >> 8];
              const to = !outlives && b % 2 === 0 && day(b) > day(a) ? day(b) : null;
              return v(day(a), to, name % 2 === 0 ? 'A' : 'B');
            }),
          );
          const change = () => reconcile<Version>({ recorded: rows, wanted, today: TODAY, outlivesItsLines: outlives });
          const { cancelled, added } = change();
          rows = [
            ...rows.filter((one) => !cancelled.includes(one.rowId)),
            ...added.map((one, index) => ({ ...one, rowId: `${list}.${index}` })),
          ];
          expect(change()).toEqual(NOTHING);
          const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1));
          for (const [index, one] of sorted.slice(1).entries()) {
            const before = sorted[index];
            expect([seed, before?.to !== null && (before?.to ?? '') <= one.from]).toEqual([seed, true]);
          }
        }
      }
    },
  );
});
