import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../approvals/contract.ts';
import type { LocalDate } from '../../../shared/index.ts';
import type { Window } from '../windows/rules.ts';
import { windowProblem, windowsOn } from '../windows/rules.ts';
import { fits, mayAsk, offersIn, overBecause, peopleToAsk, standsTentative, toldOf, without } from './rules.ts';

const person = (staffId: string) => ({ staffId, name: staffId, postTitle: '', unitName: '' });
type Route = CaseView['route'];
const route = [
  { status: 'APPROVED', holders: [person('係長')] },
  { status: 'ACTIVE', holders: [person('課長')] },
  { status: 'WAITING', holders: [person('部長'), person('起案者'), person('課長')] },
] as unknown as Route;
const view = (more: Partial<CaseView> = {}) => ({
  ...({ status: 'IN_REVIEW', drafter: person('起案者'), task: null, route } as const),
  ...more,
});
const names = (of: ReturnType<typeof view>, staffId: string) => peopleToAsk(of, staffId).map((one) => one.staffId);

describe('S-07: who may book an explanation, and with whom', () => {
  it.each<[string, CaseView['task'], boolean]>([
    ['起案者', null, true],
    ['課長', 'ACT', true],
    ['財政課', 'CONSULT', true],
    ['読む人', 'READ', false],
    ['後閲', 'POST_REVIEW', false],
    ['ほか', null, false],
  ])('%s with %s', (staffId, task, may) => {
    expect(mayAsk(view({ task }), staffId)).toBe(may);
  });

  it('those who have not acted yet, each once, but not oneself nor the drafter', () => {
    expect(names(view(), '起案者')).toEqual(['課長', '部長']);
    expect(names(view({ task: 'ACT' }), '課長')).toEqual(['部長']);
    expect(names(view(), 'ほか')).toEqual([]);
    expect(names(view({ status: 'DECIDED' }), '起案者')).toEqual([]);
  });

  it.each<[CaseView['status'], string[]]>([
    ['IN_DISPUTE', ['財政課長', '部長']],
    ['IN_REVIEW', ['財政課長', '部長']],
    ['SENT_BACK', ['財政課長', '部長']],
    ['DECIDED', []],
    ['REJECTED', []],
  ])('of a case that is %s whoever objected, but not who agreed', (status, asked) => {
    const consulted = [
      { status: 'OBJECTED', holders: [person('財政課長')] },
      { status: 'CONSENTED_WITH_OPINION', holders: [person('総務課長')] },
      { status: 'WAITING', holders: [person('部長')] },
    ] as unknown as Route;
    expect(names(view({ status, route: consulted }), '起案者')).toEqual(asked);
  });

  it.each<[CaseView['status'], ReturnType<typeof overBecause>]>([
    ['DRAFT', null],
    ['IN_REVIEW', null],
    ['SENT_BACK', null],
    ['DECIDED', 'DECIDED'],
    ['COMPLETED', 'DECIDED'],
    ['WITHDRAWN', 'ENDED'],
    ['REJECTED', 'ENDED'],
  ])('a case that is %s is over because of %s', (status, because) => {
    expect(overBecause(status)).toBe(because);
  });
});

describe('S-10: 仮', () => {
  it.each<[string, Parameters<typeof standsTentative>[0], boolean]>([
    ['free time of a calendar that is kept', { isKept: true, keepsWindows: false, byKeeper: false }, true],
    ['a window of it', { isKept: true, keepsWindows: true, byKeeper: false }, false],
    ['what the keeper does', { isKept: true, keepsWindows: false, byKeeper: true }, false],
    ['a calendar that nobody else keeps', { isKept: false, keepsWindows: false, byKeeper: false }, false],
  ])('%s', (_, asked, tentative) => {
    expect(standsTentative(asked)).toBe(tentative);
  });
});

describe('S-07: who is told', () => {
  const done = {
    ...({ act: 'MOVED', why: null, by: 'asker', bookedBy: 'asker', inOutlook: false } as const),
    ...{ participants: ['asker', 'boss'], keepers: ['secretary', 'other'] },
  };
  it.each<[string, Partial<Parameters<typeof toldOf>[0]>, string[]]>([
    ['asked: who keeps the calendar, the other hears of the booking', { act: 'ASKED' }, ['secretary', 'other']],
    ['asked by one of the keepers', { act: 'ASKED', by: 'other', bookedBy: 'other' }, ['secretary']],
    ['moved: the other of the two, and the keepers', {}, ['boss', 'secretary', 'other']],
    ['moved by a keeper', { by: 'secretary' }, ['asker', 'boss', 'other']],
    ['moved by a keeper, Outlook telling the one invited', { by: 'secretary', inOutlook: true }, ['asker', 'other']],
    ['moved by whoever asked, in Outlook', { inOutlook: true }, ['secretary', 'other']],
    ['confirmed: who waits for it', { act: 'CONFIRMED', by: 'secretary' }, ['asker']],
    ['decided meanwhile', { act: 'CANCELLED', why: 'DECIDED' }, ['asker', 'boss', 'secretary', 'other']],
  ])('%s', (_, more, told) => {
    expect(toldOf({ ...done, ...more })).toEqual(told);
  });
});

const at = (clock: string, day = '2026-12-01') => Date.parse(`${day}T${clock}:00+09:00`);
const stretch = (from: string, to: string) => ({ from: at(from), to: at(to) });
const offered = [
  { minutes: 15, stepMinutes: 15, day: { ...stretch('10:00', '11:00'), breaks: [] } },
  { minutes: 10, stepMinutes: 10, day: { ...stretch('16:00', '16:30'), breaks: [] } },
];
const clocks = (found: readonly { from: number }[]) =>
  found.map(({ from }) => new Date(from + 9 * 3_600_000).toISOString().slice(11, 16));

describe('times that are offered', () => {
  it('are the next free ones, over the end of a window', () => {
    const busy = [stretch('10:20', '10:25')];
    expect(clocks(offersIn(offered, { busy, from: at('09:00'), most: 4 }))).toEqual([
      '10:00',
      '10:30',
      '10:45',
      '16:00',
    ]);
  });

  it.each<[string, string, unknown]>([
    ['in a window', '10:15', stretch('10:15', '10:30')],
    ['beside its parts', '10:05', 'schedules.explanation_time'],
    ['over its end', '10:50', 'schedules.explanation_time'],
    ['at no time of a window', '12:00', 'schedules.explanation_time'],
    ['where something stands', '10:30', 'schedules.explanation_taken'],
    ['in a window with shorter parts', '16:10', stretch('16:10', '16:20')],
  ])('%s, at %s', (_, time, said) => {
    expect(fits(offered, { at: at(time), busy: [stretch('10:40', '10:50')] })).toEqual(said);
  });

  it('what is moved does not stand in its own way', () => {
    const own = stretch('10:00', '10:15');
    const busy = [own, stretch('10:15', '10:30')];
    expect(fits(offered, { at: own.from, busy: without(busy, own) })).toEqual(own);
  });
});

const window = (more: Partial<Window> = {}): Window => ({
  ...{ windowId: 'a', staffId: 's', weekday: 2, from: 600, to: 660, minutes: 15, version: 1, ...more },
});

describe('S-10: windows of a week', () => {
  it('lie on their day of the week, but not on 祝日 and 年末年始', () => {
    const all = [window({ weekday: 1 }), window({ windowId: 'b', weekday: 1, from: 540, to: 570, minutes: 10 })];
    const days = windowsOn(all, { from: '2026-11-23' as LocalDate, to: '2026-12-07' as LocalDate });
    expect(days.map(({ minutes, day }) => [minutes, new Date(day.from).toISOString()])).toEqual([
      [10, '2026-11-30T00:00:00.000Z'],
      [15, '2026-11-30T01:00:00.000Z'],
      [10, '2026-12-07T00:00:00.000Z'],
      [15, '2026-12-07T01:00:00.000Z'],
    ]);
    expect(windowsOn([window()], { from: '2026-12-29' as LocalDate, to: '2026-12-29' as LocalDate })).toEqual([]);
    const sundays = windowsOn([window({ weekday: 0 })], {
      from: '2026-12-26' as LocalDate,
      to: '2027-01-10' as LocalDate,
    });
    expect(sundays.map(({ day }) => new Date(day.from).toISOString().slice(0, 10))).toEqual([
      ...['2026-12-27', '2027-01-10'],
    ]);
  });

  it.each<[string, Partial<Window>, ReturnType<typeof windowProblem>]>([
    ['on another day', { weekday: 3 }, null],
    ['right after another', { from: 660, to: 700 }, null],
    ['over another', { from: 650, to: 700 }, 'schedules.window_overlaps'],
    ['too short for one', { from: 700, to: 710 }, 'schedules.window_short'],
    ['ending before it begins', { from: 700, to: 690 }, 'schedules.window_short'],
    ['itself, changed', { windowId: 'a', from: 610, to: 650 }, null],
  ])('a window %s', (_, more, problem) => {
    expect(windowProblem(window({ windowId: 'new', ...more }), [window()])).toBe(problem);
  });
});
