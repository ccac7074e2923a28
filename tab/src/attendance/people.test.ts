import { describe, expect, it } from '@jest/globals';
import type { Confirmations, ToConfirm } from '@kaigi/core/contract';
import { aCorrection, anOvertime, MONTH, toConfirm, twentyPeople } from '../testing/attendance.ts';
import { elsewhere, peopleOf } from './people.ts';

const list = (items: ToConfirm[]): Confirmations => ({
  ...{ month: MONTH, items, waiting: 0, confirmed: 0, blocked: 0, more: false },
});
const NONE = { corrections: [], overtime: [] };
const names = (people: readonly ToConfirm[]) => people.map(({ person }) => person.name);
const BLOCK = { code: 'MISSING_END', words: '終了未確認', blocks: true, dates: ['2026-10-16'] };
const blocked = (n: number, change: Partial<ToConfirm> = {}) =>
  toConfirm(n, { needs: [BLOCK], may: { confirm: false }, ...change });

describe('the people of a boss', () => {
  it('are those who need an eye, those who do not, and those who are done', () => {
    const people = peopleOf(list(twentyPeople()), NONE);
    expect([people.eye.length, people.clean.length, people.idle.length, people.done.length]).toEqual([5, 14, 0, 1]);
    expect(people.left).toBe(19);
  });

  it('may be confirmed together only where nothing at all is to be told', () => {
    const near = { code: 'x', level: 'NEAR', value: 1, limit: 2, words: '' } as const;
    const told = { code: 'LATE', words: '遅刻', blocks: false, dates: [] };
    const items = [
      toConfirm(1),
      toConfirm(2, { limits: [near] }),
      toConfirm(3, { needs: [told] }),
      toConfirm(4, { state: 'CHANGED' }),
      blocked(5),
    ];
    const people = peopleOf(list(items), NONE);
    expect(names(people.clean)).toEqual(['職員 1号']);
    expect(people.eye.map(({ ready }) => ready)).toEqual([true, true, true, false]);
  });

  it('need an eye for what waits in this month, not in another one, whatever the state', () => {
    const confirmed = toConfirm(3, { state: 'CONFIRMED', may: { confirm: false } });
    const open = { corrections: [aCorrection(1), aCorrection(2, { date: '2026-09-30' })], overtime: [anOvertime(3)] };
    const people = peopleOf(list([toConfirm(1), toConfirm(2), confirmed]), open);
    expect(names(people.eye.map(({ person }) => person))).toEqual(['職員 1号', '職員 3号']);
    expect(names(people.clean)).toEqual(['職員 2号']);
    expect(elsewhere(open, MONTH)).toEqual([['2026-09', 1]]);
  });

  it('are left alone while the month goes on, but for what needs an eye', () => {
    const going = { isOver: false, may: { confirm: false } };
    const people = peopleOf(list([toConfirm(1, going), blocked(2, { isOver: false })]), NONE);
    expect(names(people.idle)).toEqual(['職員 1号']);
    expect(people.eye.map(({ ready }) => ready)).toEqual([false]);
    expect(people.left).toBe(1);
  });
});
