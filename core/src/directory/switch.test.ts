import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../shared/index.ts';
import { onDay, type Recorded, reconcile, type Span, timelines, type Version } from './effective-dates.ts';

const TODAY = '2026-11-21' as LocalDate;
const DAY = '2027-04-01' as LocalDate;
const day = fc.integer({ min: -300, max: 500 }).map((days) => addDays(TODAY, days));

/** Lines of a list about three things, as anybody may write them. */
const list = fc.array(
  fc
    .record({
      key: fc.constantFrom('a', 'b', 'c'),
      from: day,
      length: fc.option(fc.integer({ min: 1, max: 400 })),
      name: fc.constantFrom('x', 'y'),
    })
    .map(
      ({ key, from, length, name }): Version => ({
        key,
        from,
        to: length === null ? null : addDays(from, length),
        is: { name },
      }),
    ),
  { maxLength: 8 },
);

let rows = 0;
/** The rows after the correction, as the database would have them. */
function take(
  recorded: readonly Recorded[],
  plan: { wanted: readonly Version[]; today: LocalDate; span?: Span; outlivesItsLines: boolean },
): Recorded[] {
  const { cancelled, added } = reconcile<Version>({ recorded, ...plan });
  const kept = recorded.filter(({ rowId }) => !cancelled.includes(rowId));
  rows += 1;
  return [...kept, ...added.map(({ key, from, to, is }, at) => ({ key, from, to, is, rowId: `${rows}/${at}` }))];
}

const seenOn = (versions: readonly Version[], on: LocalDate) =>
  onDay(versions, on)
    .map(({ key, is }) => `${key}=${is.name}`)
    .toSorted();
const DAYS = Array.from({ length: 60 }, (_, at) => addDays(TODAY, at * 14 - 300));
const before = DAYS.filter((one) => one < DAY);
const after = DAYS.filter((one) => one >= DAY);
const AHEAD: Span = { from: DAY, to: null };

describe('a switch on a day, whatever the lists say', () => {
  it('leaves every day before it as it was, and from it on there is what its list says', () => {
    fc.assert(
      fc.property(list, list, fc.boolean(), (now, next, outlivesItsLines) => {
        const was = take([], { wanted: now, today: TODAY, outlivesItsLines });
        const is = take(was, { wanted: next, today: DAY, span: AHEAD, outlivesItsLines });
        for (const one of before) expect(seenOn(is, one)).toEqual(seenOn(was, one));
        // A unit or post that the list names from a later day on is there until then as it was.
        if (outlivesItsLines) return;
        for (const one of after) expect(seenOn(is, one)).toEqual(seenOn(timelines(next), one));
      }),
    );
  });

  it('is not touched by the list of today, which says what it says of the days before', () => {
    fc.assert(
      fc.property(list, list, list, (now, next, other) => {
        const was = take([], { wanted: now, today: TODAY, outlivesItsLines: false });
        const ahead = take(was, { wanted: next, today: DAY, span: AHEAD, outlivesItsLines: false });
        const plan = { wanted: other, today: TODAY, outlivesItsLines: false };
        const is = take(ahead, { ...plan, span: { from: null, to: DAY } });
        const without = take(was, plan);
        for (const one of after) expect(seenOn(is, one)).toEqual(seenOn(ahead, one));
        for (const one of before.filter((each) => each >= TODAY)) expect(seenOn(is, one)).toEqual(seenOn(without, one));
        expect(take(is, { ...plan, span: { from: null, to: DAY } })).toEqual(is);
      }),
    );
  });

  it('keeps what was before the days a list names, however often the list is given', () => {
    const until = '2026-08-06' as LocalDate;
    const one = (from: string, to: LocalDate | null, name: string): Version[] => [
      { key: 'c', from: from as LocalDate, to, is: { name } },
    ];
    const was = take([], { wanted: one('2026-03-17', until, 'y'), today: TODAY, outlivesItsLines: false });
    const next = { wanted: one(TODAY, null, 'x'), today: DAY, span: AHEAD, outlivesItsLines: false };
    const again = {
      wanted: one(until, null, 'y'),
      today: TODAY,
      span: { from: null, to: DAY },
      outlivesItsLines: false,
    };
    const is = take(take(take(was, next), again), again);
    expect(seenOn(is, '2026-05-01' as LocalDate)).toEqual(['c=y']);
  });

  it('has settled the days before it for every list that comes later', () => {
    fc.assert(
      fc.property(list, list, fc.boolean(), (now, later, outlivesItsLines) => {
        const was = take([], { wanted: now, today: TODAY, outlivesItsLines });
        const is = take(was, { wanted: later, today: addDays(DAY, 40), span: AHEAD, outlivesItsLines });
        for (const one of before) expect(seenOn(is, one)).toEqual(seenOn(was, one));
      }),
    );
  });

  it('never leaves two versions of one thing on a day', () => {
    fc.assert(
      fc.property(list, list, list, fc.boolean(), (now, next, other, outlivesItsLines) => {
        const was = take([], { wanted: now, today: TODAY, outlivesItsLines });
        const ahead = take(was, { wanted: next, today: DAY, span: AHEAD, outlivesItsLines });
        const is = take(ahead, { wanted: other, today: TODAY, span: { from: null, to: DAY }, outlivesItsLines });
        for (const one of DAYS) {
          const keys = onDay(is, one).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });
});
