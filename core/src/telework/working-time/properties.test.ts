import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../shared/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { PunchFact, PunchKind } from './punches.ts';
import { monthSheet } from './sheet.ts';
import type { SheetRow } from './sheet-rows.ts';
import { clock, common, merged, minutesIn, type Span, without } from './span.ts';
import { WORK_CLASSES } from './work-classes.ts';
import {
  correction,
  day,
  fullTime,
  hoursOf,
  night,
  partTime,
  plan,
  plans,
  recordOf,
  settled,
  shifts,
  tapped,
} from './working-time.fixture.ts';

const first = day('2026-07-01');
const kinds = fc.constantFrom<PunchKind>('START', 'PAUSE', 'RESUME', 'END');

/** What somebody does on one of a few days: punches anywhere, and now and then a correction of any of them. */
const step = fc.record({
  on: fc.integer({ min: 0, max: 6 }),
  minute: fc.integer({ min: 0, max: 1439 }),
  kind: kinds,
  corrects: fc.option(fc.nat({ max: 20 }), { freq: 5, nil: null }),
  answer: fc.constantFrom('CONFIRMED' as const, 'DECLINED' as const, null),
  repeated: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A day as most are: a start, perhaps some 中抜け, an end. */
const usualDay = fc
  .record({
    on: fc.integer({ min: 0, max: 6 }),
    minutes: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 6 }),
  })
  .map(({ on, minutes }): Step[] =>
    minutes
      .toSorted((a, b) => a - b)
      .map((minute, at, all) => {
        const within = at % 2 === 1 ? 'PAUSE' : 'RESUME';
        const kind = at === 0 ? 'START' : at === all.length - 1 ? 'END' : within;
        return { on, minute, kind, corrects: null, answer: null, repeated: false };
      }),
  );

/** Usual days and what does not fit, in any mixture: chance alone makes hardly any whole day. */
const sequence = (maxLength: number) =>
  fc
    .tuple(fc.array(usualDay, { maxLength: 4, size: 'max' }), fc.array(step, { maxLength, size: 'max' }))
    .map(([days, others]) => [...days.flat(), ...others]);

function factsOf(steps: readonly Step[]): PunchFact[] {
  const facts: PunchFact[] = [];
  for (const { on, minute, kind, corrects, answer, repeated } of steps) {
    const date = addDays(first, on);
    const tap = tapped(date, kind, clock(minute));
    const target = corrects === null ? undefined : facts[corrects % Math.max(1, facts.length)];
    if (target) {
      const ask = correction(date, [
        { replaces: target.factId, by: answer === 'CONFIRMED' ? { punch: kind, at: tap.at } : null },
      ]);
      facts.push(ask, ...(answer ? [settled(ask, answer)] : []));
    } else facts.push(tap, ...(repeated ? [{ ...tap, factId: `${tap.factId} again` }] : []));
  }
  return facts;
}

const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 0, max: 200 })), { maxLength: 5 })
  .map((pairs) => pairs.map(([from, length]): Span => ({ from, to: from + length })));
const span = fc.tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 400 }));

const planned = fc.record({
  on: fc.integer({ min: 0, max: 6 }),
  leave: fc.option(fc.option(span, { nil: null }), { nil: undefined }),
  trip: fc.option(fc.option(span, { nil: null }), { nil: undefined }),
  overtime: fc.option(span, { nil: undefined }),
  breaks: fc.option(spans, { nil: null }),
});
type Planned = typeof planned extends fc.Arbitrary<infer T> ? T : never;

const spanFrom = (pair: readonly [number, number] | null): Span | null =>
  pair && { from: pair[0], to: pair[0] + pair[1] };

function planFrom({ on, leave, trip, overtime, breaks }: Planned) {
  const order = overtime && spanFrom(overtime);
  return plan(addDays(first, on), {
    leave: leave === undefined ? [] : [{ leaveId: 'l', kind: 'ANNUAL', span: spanFrom(leave) }],
    trips: trip === undefined ? [] : [{ tripId: 't', span: spanFrom(trip) }],
    overtime: order ? [{ orderId: 'o', ...order, confirmed: true }] : [],
    breaks,
  });
}

const nights = new Map([0, 2, 4].map((on) => [addDays(first, on), { date: addDays(first, on), is: night }] as const));
const hours = fc.constantFrom(hoursOf(fullTime), hoursOf(partTime), hoursOf(shifts, { named: nights }));

function addsUp(row: SheetRow): void {
  const { elapsed, worked, breaks, midShift, leaveWithin, deemed, byClass } = row;
  expect(worked + breaks + midShift + leaveWithin).toBe(elapsed);
  expect(WORK_CLASSES.reduce((sum, name) => sum + byClass[name].minutes, 0)).toBe(worked + deemed);
  expect(WORK_CLASSES.filter((name) => byClass[name].night > byClass[name].minutes)).toEqual([]);
  expect(row.ordered + row.withoutOrder).toBe(worked + deemed - byClass.REGULAR.minutes);
  const { from: _, to: __, ...figures } = row;
  expect(Object.values(figures).filter((value) => typeof value === 'number' && value < 0)).toEqual([]);
  expect(row.scheduled).toBeGreaterThanOrEqual(
    row.byClass.REGULAR.minutes + row.late + row.leftEarly + row.away + row.absent,
  );
}

describe('T-06, T-15: any sequence of punches', () => {
  it('gives totals that add up to the time elapsed, whatever was planned', () => {
    fc.assert(
      fc.property(
        sequence(15),
        fc.uniqueArray(planned, { maxLength: 5, selector: ({ on }) => on }),
        hours,
        (steps, days, whose) => {
          const record = recordOf(factsOf(steps), { hours: whose, plans: plans(...days.map(planFrom)) });
          const { rows, totals } = monthSheet('2026-07', record);
          for (const row of rows.slice(0, 9)) addsUp(row);
          expect(totals.worked).toBe(rows.reduce((sum, row) => sum + row.worked, 0));
          expect(totals.beyondForty).toBeGreaterThanOrEqual(0);
          expect(totals.beyondForty).toBeLessThanOrEqual(totals.worked + totals.deemed);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same sheet in whatever order they came, once or twice', () => {
    const shuffled = sequence(12).chain((steps) => {
      const facts = factsOf(steps);
      return fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts, ...facts], { minLength: 2 * facts.length, maxLength: 2 * facts.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([facts, others]) => {
        const print = (some: readonly PunchFact[]) => fingerprintOf(monthSheet('2026-07', recordOf(some)));
        expect(print(others)).toBe(print(facts));
      }),
      { numRuns: 200 },
    );
  });

  it('never makes up a punch: every beginning and end of a day is one that somebody made', () => {
    fc.assert(
      fc.property(sequence(12), (steps) => {
        const facts = factsOf(steps);
        const minutes = new Set(steps.flatMap(({ minute }) => [minute, minute + 1440]));
        for (const { from, to } of monthSheet('2026-07', recordOf(facts)).rows) {
          if (from !== null) expect(minutes).toContain(from);
          if (to !== null) expect(minutes).toContain(to);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('spans', () => {
  it('taken apart and put together are what they were', () => {
    fc.assert(
      fc.property(spans, spans, (some, others) => {
        expect(minutesIn(without(some, others)) + minutesIn(common(some, others))).toBe(minutesIn(merged(some)));
        expect(merged([...without(some, others), ...common(some, others)])).toEqual(merged(some));
        expect(common(without(some, others), others)).toEqual([]);
      }),
    );
  });
});
