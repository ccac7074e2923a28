import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { newPoll, readPoll, type TypedPoll, withFound } from './poll-form.ts';

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

  it('take free times beside those typed, each once and in order', () => {
    const found = [{ from: '2026-12-01T01:00:00Z' }, { from: '2026-11-30T05:00:00Z' }];
    expect(withFound(typed({ starts: [start('2026-12-01'), start('')] }), found)).toEqual([
      ...[start('2026-11-30', '14:00'), start('2026-12-01')],
    ]);
  });
});
