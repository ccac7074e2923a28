import { describe, expect, it } from '@jest/globals';
import type { SlotProposal } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import { aRoom, roomIdOf } from '../../testing/rooms.ts';
import { bookingOf, newSearch, readSearch, type TypedSearch } from './slots-form.ts';

const person = (id: string) => ({ kind: 'staff' as const, id, label: id });
const ROOMS = [
  aRoom(1, '第1会議室'),
  aRoom(2, '第2会議室'),
  aRoom(3, '支所会議室', { office: { code: 'SHISHO', name: '支所' } }),
  aRoom(4, '移動式スクリーン', { kind: 'EQUIPMENT' }),
];
const typed = (change: Partial<TypedSearch> = {}): TypedSearch => ({
  ...newSearch('2026-11-24' as LocalDate),
  required: [person('a')],
  ...change,
});

describe('a search', () => {
  it('asks from tomorrow on for two weeks, for everybody chosen', () => {
    const read = readSearch(typed({ optional: [person('b')] }), []);
    expect(read).toMatchObject({
      input: { required: ['a'], optional: ['b'], from: '2026-11-25', to: '2026-12-08', minutes: 60, online: null },
    });
  });

  it('does not take a building of nobody’s office for 本庁: only whoever chooses it is offered its rooms', () => {
    const oka = aRoom(9, '丘出張所会議室', {
      office: { code: 'building:丘出張所', name: '丘出張所' },
      officeKnown: false,
    });
    const wanted = (office: string) => {
      const read = readSearch(typed({ required: [], offices: [office] }), [...ROOMS, oka]);
      return read.ok ? read.input.rooms.flat() : [];
    };
    expect(wanted('main')).not.toContain(oka.roomId);
    expect(wanted('building:丘出張所')).toEqual([oka.roomId]);
  });

  it('takes any room of each chosen office, and no equipment for one', () => {
    const read = readSearch(typed({ required: [], offices: ['main', 'SHISHO'], online: 'no', minutes: 15 }), ROOMS);
    const rooms = [[roomIdOf(1), roomIdOf(2)], [roomIdOf(3)]];
    expect(read).toMatchObject({ input: { rooms, online: false, stepMinutes: 15 } });
  });

  it('keeps people free around it, and may be content with some of them', () => {
    const read = readSearch(typed({ bufferBefore: 15, bufferAfter: 30, percent: 80 }), []);
    expect(read).toMatchObject({ input: { bufferBefore: 15, bufferAfter: 30, percent: 80 } });
    expect(readSearch(typed(), [])).toMatchObject({ input: { bufferBefore: 0, bufferAfter: 0, percent: 100 } });
  });

  it.each([
    [{ required: [] }, 'slots.problem.nobody'],
    [{ required: [], offices: ['nowhere'] }, 'slots.problem.nobody'],
    [{ from: '' }, 'slots.problem.period'],
    [{ from: '2026-12-09', to: '2026-12-08' }, 'slots.problem.period'],
  ] as const)('says what is missing: %j', (change, problem) => {
    expect(readSearch(typed(change), ROOMS)).toEqual({ ok: false, problem });
  });
});

describe('a proposal that is booked', () => {
  it('invites everybody who was asked for, with its rooms, and says who takes part online', () => {
    const read = readSearch(typed({ optional: [person('b')] }), []);
    const one = (staffId: string, online: boolean) => ({
      ...{ person: { staffId, name: staffId, postTitle: '', unitName: '' }, required: true, state: 'FREE' as const },
      ...{ online, travelMinutes: 0 },
    });
    const proposal: SlotProposal = {
      ...{ from: '2026-11-25T01:00:00Z', to: '2026-11-25T02:00:00Z', online: true, percent: 100, next: null },
      reasons: [],
      ...{ rooms: [{ roomId: roomIdOf(1), name: '第1会議室' }], people: [one('a', false), one('b', true)] },
    };
    if (!read.ok) throw new Error(read.problem);
    expect(bookingOf(proposal, read.input, { subject: '会議', note: '', visibility: 'SECTION' })).toMatchObject({
      visibility: 'SECTION',
      ...{ required: ['a'], optional: ['b'], onlinePeople: ['b'], rooms: [roomIdOf(1)], online: true },
    });
  });
});
