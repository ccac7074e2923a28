import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addYears,
  canonicalJson,
  fill,
  firstOfMonth,
  firstOfNextMonth,
  fiscalYearOf,
  isUuid,
  type Json,
  type LocalDate,
  lastOfMonth,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  say,
  startOfDay,
  uuidV7,
  wareki,
  warekiFiscalYear,
  warekiMonth,
  warekiTime,
} from './index.ts';

const day = (text: string) => text as LocalDate;

describe('months', () => {
  it('end on their last day, also of leap years', () => {
    expect([lastOfMonth('2026-02'), lastOfMonth('2028-02'), lastOfMonth('2026-12')]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });

  it('are known by their name or by a day in them', () => {
    for (const month of ['2026-01', '2026-01-01', '2026-01-31']) {
      expect(firstOfMonth(month)).toBe('2026-01-01');
      expect(firstOfNextMonth(month)).toBe('2026-02-01');
      expect(lastOfMonth(month)).toBe('2026-01-31');
    }
    expect(firstOfNextMonth('2026-12')).toBe('2027-01-01');
  });

  it('follow upon each other without a gap', () => {
    const month = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(month, ([year, nth]) => {
        const name = `${year}-${String(nth).padStart(2, '0')}`;
        expect(lastOfMonth(name).slice(0, 7)).toBe(name);
        expect(addDays(lastOfMonth(name), 1)).toBe(firstOfNextMonth(name));
      }),
    );
  });
});

describe('a day in Japan', () => {
  it('begins nine hours before the day of UTC', () => {
    expect(localDateOf(new Date('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31');
    expect(localDateOf(new Date('2026-03-31T15:00:00.000Z'))).toBe('2026-04-01');
    expect(localTimeOf(new Date('2026-03-31T15:04:00.000Z'))).toBe('00:04');
  });

  it('begin at midnight in Japan, wherever the machine stands', () => {
    expect(startOfDay(day('2026-04-01')).toISOString()).toBe('2026-03-31T15:00:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const date = addDays(day('2026-01-01'), days);
        const begins = startOfDay(date);
        expect(localDateOf(begins)).toBe(date);
        expect(localDateOf(new Date(begins.getTime() - 1))).toBe(addDays(date, -1));
      }),
    );
  });

  it('belongs to the 年度 that began on the last 1 April', () => {
    expect(fiscalYearOf(day('2026-03-31'))).toBe(2025);
    expect(fiscalYearOf(day('2026-04-01'))).toBe(2026);
  });

  it('is read only when it is in the calendar', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
    for (const wrong of ['2027-02-29', '2026-13-01', '2026-4-1', '２０２６-04-01', ''])
      expect(parseLocalDate(wrong)).toBeNull();
  });

  it('moves by days and years, 29 February to the 28th', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addYears(day('2028-02-29'), 1)).toBe('2029-02-28');
    expect(addYears(day('2028-02-29'), 4)).toBe('2032-02-29');
  });
});

describe('和暦', () => {
  it('changes on the day the era changed, and calls its first year 元年', () => {
    expect(wareki(day('2019-04-30'))).toBe('平成31年4月30日');
    expect(wareki(day('2019-05-01'))).toBe('令和元年5月1日');
    expect(wareki(day('1989-01-07'))).toBe('昭和64年1月7日');
    expect(wareki(day('1926-12-25'))).toBe('昭和元年12月25日');
    expect(wareki(day('1912-07-29'))).toBe('明治45年7月29日');
  });

  it('agrees with the calendar of the runtime on every day since 1912', () => {
    const calendar = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const date = addDays(day('1912-07-30'), days);
        expect(wareki(date)).toBe(calendar.format(new Date(`${date}T00:00:00Z`)));
      }),
    );
  });

  it('shows the time in Japan and the 年度', () => {
    expect([warekiMonth('2026-11'), warekiMonth('2027-01')]).toEqual(['令和8年11月', '令和9年1月']);
    expect(warekiTime(new Date('2026-11-21T00:05:00Z'))).toBe('令和8年11月21日 09:05');
    expect(warekiFiscalYear(2026)).toBe('令和8年度');
    expect(warekiFiscalYear(2019)).toBe('令和元年度');
  });
});

describe('canonical JSON', () => {
  it('writes the examples of RFC 8785 in its order', () => {
    const given: Json = {
      '€': 'Euro Sign',
      '\r': 'CR',
      '1': 'One',
      '😂': 'Smiley',
      ö: 'o',
      '\u0080': 'Control',
      ' ': null,
    };
    expect(Object.keys(JSON.parse(canonicalJson(given)) as object)).toHaveLength(7);
    expect(canonicalJson({ b: [1, true, null], a: { d: 'x', c: 1.5 } })).toBe(
      '{"a":{"c":1.5,"d":"x"},"b":[1,true,null]}',
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(record));
      }),
    );
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    const [a, b] = [uuidV7(new Date(1_000), new Uint8Array(10).fill(255)), uuidV7(new Date(1_001), new Uint8Array(10))];
    expect(isUuid(a) && isUuid(b)).toBe(true);
    expect(a < b).toBe(true);
    expect(a[14]).toBe('7');
  });
});

describe('sentences', () => {
  it('put parameters in and show the name of a missing one', () => {
    expect(fill('{a}と{b}', { a: 1 })).toBe('1と{b}');
    expect([1, 2].map((count) => fill('{count|case|cases}', { count }))).toEqual(['1 case', '2 cases']);
    expect(say({ x: { ja: 'あ', en: 'a' } }, 'x', 'en')).toBe('a');
    expect(say({}, 'toString', 'ja')).toBeUndefined();
  });
});
