import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, person, plainSearch, room, span, starts, taken, wish } from './search.fixture.ts';
import { searchSlots } from './search.ts';
import type { Attendee, SlotWish, Taken, Venue } from './wanted.ts';

const found = (more: Partial<SlotWish>) => starts(searchSlots(wish(more)).slots);
const morning = span(510, 720);

describe('S-03: a common time', () => {
  it('lies within the hours of duty and not over lunch', () => {
    expect(found({ ...span(0, 1440), minutes: 180, most: 9 })).toEqual(['0/8:30', '0/13:00']);
    expect(found({ ...span(0, 1440), minutes: 270 })).toEqual([]);
  });

  it('lies outside everything that somebody required has', () => {
    const attendees = [person('a', { taken: [taken(510, 600)] }), person('b', { taken: [taken(660, 720)] })];
    expect(found({ ...morning, attendees })).toEqual(['0/10:00']);
  });

  it('keeps the time that is wanted free before and after', () => {
    const attendees = [person('a', { taken: [taken(510, 540), taken(660, 720)] })];
    expect(found({ ...morning, attendees, bufferBefore: 30 })).toEqual(['0/9:30']);
    expect(found({ ...morning, attendees, bufferAfter: 30 })).toEqual(['0/9:00']);
    expect(found({ ...morning, attendees, bufferBefore: 30, bufferAfter: 31 })).toEqual([]);
  });

  it('is one at which optional people are free too, if there is any', () => {
    const attendees = [person('a'), person('b', { required: false, taken: [taken(510, 660)] })];
    expect(found({ ...morning, attendees, most: 2 })).toEqual(['0/11:00', '0/8:30']);
  });

  it('counts who is tentatively taken as half', () => {
    const attendees = [person('a'), person('b', { taken: [taken(510, 720, { as: 'TENTATIVE' })] })];
    expect(found({ ...morning, attendees })).toEqual([]);
    expect(found({ ...morning, attendees, percent: 75, most: 1 })).toEqual(['0/8:30']);
    expect(found({ ...morning, attendees, percent: 76 })).toEqual([]);
  });

  it('may do without some of those required, but never without who calls it', () => {
    const away = { taken: [taken(510, 720)] };
    const attendees = [person('a', { essential: true }), person('b', away), person('c')];
    expect(found({ ...morning, attendees, percent: 66, most: 1 })).toEqual(['0/8:30']);
    const others = [person('a', { ...away, essential: true }), person('b'), person('c')];
    expect(found({ ...morning, attendees: others, percent: 66 })).toEqual([]);
  });

  it('has a free room, the first of those wished for', () => {
    const busy = room('r1', { taken: [span(510, 600)] });
    const { slots } = searchSlots(wish({ ...morning, venues: [[busy, room('r2')]], most: 3 }));
    expect(slots.map(({ venues }) => venues[0]?.roomId)).toEqual(['r2', 'r2', 'r1']);
    expect(starts(slots)).toEqual(['0/8:30', '0/9:30', '0/10:30']);
  });

  it('S-15: has a room in every office, and none of them twice', () => {
    const [here, there] = [room('r1', { taken: [span(510, 600)] }), room('r2', { office: 'HAMA' })];
    const attendees = [person('a'), person('b', { office: 'HAMA' })];
    const { slots } = searchSlots(wish({ ...morning, attendees, venues: [[here], [there]], online: true, most: 1 }));
    expect(slots.map(({ from, figures }) => [from, figures.travelMinutes, figures.online])).toEqual([[at(600), 0, 0]]);
    expect(found({ ...morning, venues: [[room('r1')], [room('r1')]] })).toEqual([]);
  });
});

describe('S-04: the way to another office', () => {
  const venues = [[room('r', { office: 'HAMA' })]];

  it('must lie within the hours of duty, there and back', () => {
    expect(found({ ...span(0, 1440), venues, stepMinutes: 5, most: 1 })).toEqual(['0/8:55']);
    expect(found({ ...span(960, 1440), venues, stepMinutes: 5 })).toEqual([]);
  });

  it('is reckoned from where somebody is before and goes after', () => {
    const own = person('a', { taken: [taken(540, 600)] });
    const there = person('a', { taken: [taken(540, 600, { office: 'HAMA' })] });
    const elsewhere = person('a', { taken: [taken(540, 600, { office: 'YAMA' })] });
    const first = (some: Attendee) => found({ ...span(545, 770), venues, stepMinutes: 5, attendees: [some], most: 1 });
    expect([own, there, elsewhere].map(first)).toEqual([['0/10:25'], ['0/10:00'], ['0/11:00']]);
  });

  it('is spared who may take part online, and they say so', () => {
    const attendees = [person('a', { taken: [taken(540, 600), taken(675, 720)] })];
    expect(found({ ...span(600, 690), venues, attendees, stepMinutes: 15 })).toEqual([]);
    const { slots } = searchSlots(wish({ ...span(600, 690), venues, attendees, stepMinutes: 15, online: true }));
    expect(slots.map(({ standings }) => standings[0])).toEqual([
      { kind: 'FREE', online: true, office: null, travelMinutes: 0 },
    ]);
  });

  it('is not asked of who teleworks: online, or not at all', () => {
    const attendees = [person('a', { taken: [taken(0, 1440, { as: 'ONLINE_ONLY' })] })];
    const here = [[room('r')]];
    expect(found({ ...morning, attendees, venues: here })).toEqual([]);
    expect(found({ ...morning, attendees, venues: here, online: true, most: 1 })).toEqual(['0/8:30']);
    expect(found({ ...morning, attendees })).toEqual([]);
    expect(found({ ...morning, attendees, online: true, most: 1 })).toEqual(['0/8:30']);
  });

  it('to something of which whoever asks may not know is no reason: that would tell where somebody is', () => {
    const there = (hidden: boolean) => person('a', { taken: [taken(540, 600, { office: 'YAMA', hidden })] });
    const why = (some: Attendee) =>
      searchSlots(wish({ ...span(605, 655), minutes: 30, stepMinutes: 5, venues, attendees: [some] })).blockers;
    expect(why(there(false)).map((one) => one.why)).toEqual(['TRAVEL']);
    expect(why(there(true)).map((one) => one.why)).toEqual(['BUSY']);
    const at600 = { ...span(545, 770), venues, stepMinutes: 5 as const, most: 1 };
    expect([true, false].map((hidden) => found({ ...at600, attendees: [there(hidden)] }))).toEqual([
      ...[['0/11:00'], ['0/11:00']],
    ]);
  });

  it('is the shorter one: with less of it a time goes before an earlier one', () => {
    const near = room('near', { taken: [span(510, 600)] });
    const attendees = [person('a')];
    const rooms = [[near, room('far', { office: 'HAMA' })]];
    expect(found({ ...morning, attendees, venues: rooms, most: 1 })).toEqual(['0/10:00']);
  });
});

describe('S-03: where nothing fits', () => {
  it('it is said who stands in the way, and who alone', () => {
    const attendees = [
      person('a'),
      person('b', { taken: [taken(510, 690)] }),
      person('c', { taken: [taken(600, 720)] }),
    ];
    const { slots, blockers, tried } = searchSlots(wish({ ...morning, attendees }));
    expect([slots, tried]).toEqual([[], 6]);
    expect(blockers).toEqual([
      { who: { staffId: 'b' }, times: 6, alone: 2, why: 'BUSY', longest: null },
      { who: { staffId: 'c' }, times: 4, alone: 0, why: 'BUSY', longest: null },
    ]);
  });

  it('rooms are named as well', () => {
    const { blockers } = searchSlots(wish({ ...morning, venues: [[room('r', { taken: [morning] })]] }));
    expect(blockers).toEqual([{ who: { venue: 0 }, times: 6, alone: 6, why: 'BUSY', longest: null }]);
  });

  it('times at which nobody required is on duty are not even tried, and whose hours they are is said', () => {
    const off = { who: { staffId: 'a' }, times: 0, alone: 0, why: 'HOURS', longest: 0 };
    expect(searchSlots(wish(span(1035, 1440)))).toEqual({ slots: [], next: null, tried: 0, blockers: [off] });
  });

  it('of what is longer than anybody’s hours it is said how long they are, whether of one person or of all', () => {
    const short = person('b', { days: [{ ...span(510, 720), breaks: [] }] });
    const told = (more: Partial<SlotWish>) => {
      const { tried, blockers } = searchSlots(wish({ ...span(0, 1440), ...more }));
      return [tried, blockers.map(({ who, why, longest }) => [who, why, longest])];
    };
    const [a, b] = [{ staffId: 'a' }, { staffId: 'b' }];
    expect(told({ minutes: 600, attendees: [person('a'), short] })).toEqual([
      ...[
        0,
        [
          [a, 'HOURS', 255],
          [b, 'HOURS', 210],
        ],
      ],
    ]);
    expect(told({ minutes: 240, attendees: [person('a'), short] })).toEqual([1, [[b, 'HOURS', 210]]]);
    const part = person('b', { days: [{ ...span(600, 720), breaks: [] }] });
    expect(told({ ...span(510, 720), minutes: 120, stepMinutes: 60, attendees: [part] })).toEqual([1, []]);
    expect(told({ ...span(640, 760), minutes: 80, stepMinutes: 60, attendees: [part] })).toEqual([
      ...[0, [[b, 'HOURS', 80]]],
    ]);
  });
});

const office = fc.constantFrom('HQ', 'HAMA', 'YAMA');
const stretch = fc
  .tuple(fc.integer({ min: 90, max: 270 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => span(from * 5, (from + length) * 5));
const something: fc.Arbitrary<Taken> = fc
  .tuple(stretch, fc.constantFrom<Taken['as']>('BUSY', 'TENTATIVE', 'ONLINE_ONLY'), fc.option(office))
  .map(([where, as, there]) => ({ ...where, as, office: there, hidden: false }));
const somebody: fc.Arbitrary<Attendee> = fc
  .record({ required: fc.boolean(), essential: fc.boolean(), office, taken: fc.array(something, { maxLength: 5 }) })
  .map((some) => person('x', { ...some, essential: some.essential && some.required }));
const someRoom: fc.Arbitrary<Venue> = fc.record({
  ...{ roomId: fc.constantFrom('r1', 'r2', 'r3', null), office: fc.option(office) },
  taken: fc.array(stretch, { maxLength: 3 }),
});
const someWish: fc.Arbitrary<SlotWish> = fc
  .record({
    attendees: fc.array(somebody, { minLength: 1, maxLength: 4 }),
    venues: fc.array(fc.array(someRoom, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    minutes: fc.constantFrom(15, 30, 60, 90),
    stepMinutes: fc.constantFrom(15, 30, 60),
    bufferBefore: fc.constantFrom(0, 0, 15),
    bufferAfter: fc.constantFrom(0, 0, 10),
    percent: fc.constantFrom(1, 50, 75, 100),
    online: fc.boolean(),
    most: fc.integer({ min: 1, max: 8 }),
  })
  .map((some) => wish({ ...span(480, 1100), ...some }) as SlotWish);

describe('S-03: whatever the calendars', () => {
  it('finds exactly the times that looking at every minute finds, in the same order', () => {
    fc.assert(
      fc.property(someWish, (one) => {
        const needed = one.attendees.some(({ required }) => required);
        const { slots, blockers } = searchSlots(one);
        expect(slots.map(({ from }) => from)).toEqual(needed ? plainSearch(one) : []);
        if (slots.length > 0) expect(blockers).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('S-03: speed', () => {
  it('twelve people, three rooms and four weeks are searched far below the time a person notices', () => {
    const days = Array.from({ length: 28 }, (_, day) => day * 1440);
    const busy = (seed: number) => days.flatMap((day) => [taken(day + 540 + seed * 10, day + 600 + seed * 10)]);
    const duty = days.map((day) => ({ ...span(day + 510, day + 1035), breaks: [span(day + 720, day + 780)] }));
    const attendees = Array.from({ length: 12 }, (_, seed) => person(`p${seed}`, { days: duty, taken: busy(seed) }));
    const venues = [['r1', 'r2', 'r3'].map((id, seed) => room(id, { taken: busy(seed) }))];
    const asked = wish({ ...span(0, 28 * 1440), minutes: 30, stepMinutes: 15, attendees, venues, most: 10 });
    searchSlots(asked);
    const before = performance.now();
    const { slots } = searchSlots(asked);
    const took = performance.now() - before;
    expect(slots).toHaveLength(10);
    // Ten times what it takes on a slow machine: this is about an order of magnitude, not about luck.
    expect(took).toBeLessThan(250);
  });
});
