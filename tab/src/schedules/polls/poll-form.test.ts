import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { aPoll } from '../../testing/polls.ts';
import { newPoll, pollOfSlots, readPoll, searchFor, type TypedPoll, typedOf, withFound } from './poll-form.ts';

const TODAY = '2026-11-24' as LocalDate;
const start = (day: string, time = '10:00') => ({ day, time });
const WHO = { kind: 'staff' as const, id: 'a', label: '甲' };
const typed = (more: Partial<TypedPoll> = {}): TypedPoll => ({
  ...{ ...newPoll(TODAY), title: ' 打合せ ', required: [WHO], starts: [start('2026-12-01'), start('2026-12-02')] },
  ...more,
});

describe('the fields of a poll', () => {
  it('are read as Japanese times; rows that nobody filled in are none', () => {
    const read = readPoll(typed({ starts: [start('2026-12-01'), start(''), start('2026-12-02', '13:30')] }), true);
    expect(read).toMatchObject({
      ok: true,
      fields: {
        ...{ title: '打合せ', answerBy: '2026-11-27', required: ['a'] },
        starts: ['2026-12-01T10:00:00+09:00', '2026-12-02T13:30:00+09:00'],
      },
    });
  });

  it.each([
    ['poll.problem.name', { title: ' ' }],
    ['poll.problem.starts', { starts: [start('2026-12-01', ''), start('2026-12-02')] }],
    ['poll.problem.few', { starts: [start('2026-12-01'), start('')] }],
    ['poll.problem.nobody', { required: [] }],
    ['poll.problem.answerBy', { answerBy: '' }],
  ] as const)('are not sent: %s', (problem, more) => {
    expect(readPoll(typed(more), true)).toEqual({ ok: false, problem });
  });

  it('are kept as a draft though people, times and the last day are missing', () => {
    expect(readPoll(typed({ required: [], starts: [], answerBy: '' }), false)).toMatchObject({
      ok: true,
      fields: { starts: [], required: [], answerBy: null },
    });
  });

  it('are the section’s to read unless said otherwise, and are read back as they were kept', () => {
    const read = readPoll(typed(), true);
    expect(read).toMatchObject({ fields: { visibility: 'SECTION', online: null } });
    const kept = aPoll(1, { visibility: 'PRIVATE', online: false });
    const again = readPoll(typedOf(kept), true);
    expect(again).toMatchObject({ fields: { visibility: 'PRIVATE', online: false, title: kept.title } });
  });

  it('search for times of whose meeting it is, too', () => {
    const mayor = { kind: 'staff' as const, id: 'm', label: '市長' };
    expect(searchFor(typed({ owner: [mayor], online: 'no' }), TODAY)).toMatchObject({
      ...{ required: ['m', 'a'], online: false, from: '2026-11-25' },
    });
  });

  it('begin with the times ticked in a search, in order, and with the rooms that all of them have', () => {
    const search = { required: [WHO], optional: [], minutes: 90, online: 'yes' } as const;
    const room = (roomId: string) => ({ roomId, name: roomId });
    const found = [
      { from: '2026-12-01T05:00:00Z', rooms: [room('r1'), room('r2')] },
      { from: '2026-11-30T05:00:00Z', rooms: [room('r2')] },
    ];
    const begun = pollOfSlots(TODAY, search, found);
    expect(begun).toMatchObject({ ...search, rooms: ['r2'], answerBy: '2026-11-27', visibility: 'SECTION' });
    expect(begun.starts).toEqual([start('2026-11-30', '14:00'), start('2026-12-01', '14:00')]);
    const soon = pollOfSlots(TODAY, search, [{ from: '2026-11-25T05:00:00Z', rooms: [] }]);
    expect([soon.answerBy, soon.rooms]).toEqual(['2026-11-25', []]);
  });

  it('take free times beside those typed, each once and in order', () => {
    const found = [{ from: '2026-12-01T01:00:00Z' }, { from: '2026-11-30T05:00:00Z' }];
    expect(withFound(typed({ starts: [start('2026-12-01'), start('')] }), found)).toEqual([
      ...[start('2026-11-30', '14:00'), start('2026-12-01')],
    ]);
  });
});
