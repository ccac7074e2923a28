import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { aWritten } from '../../testing/written.ts';
import { changeInput, newWritten, readWritten, type TypedWritten, typedOf } from './written-form.ts';

const WHO = { kind: 'staff' as const, id: 'a', label: '甲' };
const typed = (more: Partial<TypedWritten> = {}): TypedWritten => ({
  ...{ ...newWritten('2026-11-24' as LocalDate), title: '部会', participants: [WHO] },
  ...{ items: [{ title: '時間', proposal: '17時まで' }], ...more },
});

describe('the fields of a meeting in writing', () => {
  it('are read as Japanese times; a matter that nobody filled in is none', () => {
    const items = [...typed().items, { title: ' ', proposal: '' }];
    expect(readWritten(typed({ items }))).toMatchObject({
      ok: true,
      input: {
        ...{ opensAt: '2026-11-25T09:00:00+09:00', closesAt: '2026-11-28T17:00:00+09:00' },
        ...{ participants: ['a'], items: [{ title: '時間', proposal: '17時まで' }] },
      },
    });
  });

  it('of one that is there are read back as they were, with its version', () => {
    const there = aWritten(1, { note: '至急', version: 4 });
    const read = readWritten(typedOf(there));
    expect(read.ok && changeInput(read.input, there)).toEqual({
      ...{ title: there.title, note: '至急', quorum: 2, version: 4 },
      ...{ opensAt: '2026-11-24T09:00:00+09:00', closesAt: '2026-11-27T17:00:00+09:00' },
      participants: there.participants.map(({ person }) => person.staffId),
      items: there.items.map(({ title, proposal }) => ({ title, proposal })),
    });
  });

  it.each([
    ['written.problem.name', { title: ' ' }],
    ['written.problem.times', { closesDay: '2026-11-24' }],
    ['written.problem.times', { opensTime: '' }],
    ['written.problem.nobody', { participants: [] }],
    ['written.problem.quorum', { quorum: '2' }],
    ['written.problem.quorum', { quorum: '' }],
    ['written.problem.items', { items: [{ title: '時間', proposal: ' ' }] }],
    ['written.problem.items', { items: [] }],
  ] as const)('are not sent: %s', (problem, more) => {
    expect(readWritten(typed(more))).toEqual({ ok: false, problem });
  });
});
