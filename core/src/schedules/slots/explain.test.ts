import { describe, expect, it } from '@jest/globals';
import { reasonsFor, whyAfter } from './explain.ts';
import { person, room, span, taken, wish } from './search.fixture.ts';
import { searchSlots } from './search.ts';
import type { SlotWish } from './wanted.ts';

function found(more: Partial<SlotWish>) {
  const asked = wish({ ...span(510, 720), ...more });
  const { slots } = searchSlots(asked);
  const [first, second] = slots;
  if (!first) throw new Error('nothing fits');
  return { reasons: reasonsFor(asked, first), next: second ? whyAfter(asked, first, second) : null };
}

describe('S-03: why a time is proposed', () => {
  it('all that are required are free, one of two optional, and there is a way', () => {
    const optional = { required: false };
    const attendees = [
      ...[person('a'), person('b', { office: 'HAMA' })],
      ...[person('c', { ...optional, taken: [taken(510, 720)] }), person('d', optional)],
    ];
    expect(found({ attendees, venues: [[room('r')]], most: 1 }).reasons).toEqual([
      { code: 'schedules.why_required_all', params: { all: 2, free: 2 } },
      { code: 'schedules.why_optional_some', params: { all: 2, free: 1 } },
      { code: 'schedules.why_travel', params: { minutes: 25 }, people: ['b'] },
    ]);
  });

  it('who cannot, who is tentatively taken and who is online are named', () => {
    const attendees = [
      person('a'),
      person('b', { taken: [taken(510, 720)] }),
      person('c', { taken: [taken(510, 720, { as: 'TENTATIVE' })] }),
      person('d', { taken: [taken(0, 1440, { as: 'ONLINE_ONLY' })] }),
    ];
    expect(found({ attendees, venues: [[room('r')]], online: true, percent: 50, most: 1 }).reasons).toEqual([
      { code: 'schedules.why_required_some', params: { all: 4, free: 3 }, people: ['b'] },
      { code: 'schedules.why_tentative', people: ['c'] },
      { code: 'schedules.why_online', people: ['d'] },
    ]);
    const held = [person('a'), person('b', { taken: [taken(510, 720, { as: 'TENTATIVE' })] })];
    expect(found({ attendees: held, percent: 50 }).reasons[0]).toEqual({
      ...{ code: 'schedules.why_required_free', params: { all: 2, free: 1 } },
    });
  });
});

describe('S-03: what stands against the next best', () => {
  const attendees = [person('a'), person('b'), person('c', { required: false })];
  const busyFirst = (staffId: string, required: boolean) => [
    person('a'),
    person(staffId, { required, taken: [taken(510, 615)] }),
  ];
  const next = (more: Partial<SlotWish>) => found({ most: 2, minutes: 90, ...more }).next;

  it('somebody required cannot, or somebody optional', () => {
    expect(next({ attendees: busyFirst('b', true), percent: 50 })).toEqual({
      ...{ code: 'schedules.next_required', people: ['b'] },
    });
    expect(next({ attendees: busyFirst('c', false) })).toEqual({ code: 'schedules.next_optional', people: ['c'] });
  });

  it('one more is online, the ways are longer, or it is just later', () => {
    const home = [person('a'), person('b', { taken: [taken(510, 615, { as: 'ONLINE_ONLY' })] })];
    expect(next({ attendees: home, venues: [[room('r')]], online: true })).toEqual({
      ...{ code: 'schedules.next_online', params: { count: 1 } },
    });
    const far = [[room('near', { taken: [span(510, 630)] }), room('far', { office: 'HAMA' })]];
    expect(next({ attendees: [person('a')], venues: far, stepMinutes: 5 })).toEqual({
      ...{ code: 'schedules.next_travel', params: { minutes: 50 } },
    });
    expect(next({ attendees })).toEqual({ code: 'schedules.next_later' });
  });
});
