import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { newWritten, readWritten, type TypedWritten } from './written-form.ts';

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
