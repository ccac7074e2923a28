import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../language/load.ts';
import { findingSentence } from '../language/text.ts';
import { changed, type File, fileOf, textOf, told } from './packs.fixture.ts';

const MINATO = 'minato/2026-04-01.yaml';
const DAITO = 'daito/2026-04-01.yaml';
const PACKS = [MINATO, 'yamato/2026-04-01.yaml', DAITO];

interface Row {
  readonly id: string;
}
type Part = readonly [string, (pack: File) => Row[]];
const PARTS: readonly Part[] = [
  ['rules of time', (pack) => pack.workingTime?.rules ?? []],
  ['shifts', (pack) => pack.workingTime?.shifts ?? []],
  ['patterns', (pack) => pack.workingTime?.patterns ?? []],
  ['days off', (pack) => pack.workingTime?.daysOff ?? []],
  ['rules of leave', (pack) => pack.leave?.rules ?? []],
  ['special leave', (pack) => pack.leave?.special?.rows ?? []],
];
const rowOf = (pack: File, id: string): object =>
  PARTS.flatMap(([, rows]) => rows(pack)).find((row) => row.id === id) ?? {};
/** What a pack says with a row changed. */
const refused = (id: string, change: object, name = MINATO) =>
  told(changed(name, (pack) => void Object.assign(rowOf(pack, id), change)));

it.each(PACKS)('the working time and leave of %s are read, and all examples hold', (name) => {
  expect(told(loadPack(textOf(name)))).toEqual([]);
});

// Rosters give these; that they are there is seen by hours worked, not by an example of the pack.
const FREE = ['time.early', 'time.late', 'time.five-and-three-quarters', 'time.child-care'];

describe.each(PACKS)('no row of working time and leave of %s can go unnoticed', (name) => {
  const rows = PARTS.flatMap(([part, of]) => of(fileOf(name)).map(({ id }) => [part, id] as const));

  it.each(rows.filter(([, id]) => !FREE.includes(id)))('%s without %s is refused', (part, id) => {
    const without = changed(name, (pack) => {
      const list = PARTS.find(([named]) => named === part)?.[1](pack) ?? [];
      list.splice(
        list.findIndex((row) => row.id === id),
        1,
      );
    });
    expect(told(without)).not.toEqual([]);
  });
});

describe('T-20: hours that the law does not allow are refused, with the row and the article', () => {
  it('a shift over eight hours without variable hours, by weekday or by roster', () => {
    expect(refused('time.day', { to: '18:15' })).toContainEqual({ row: 'time.full', code: 'over_eight_hours' });
    expect(refused('time.shifts', { variableHours: false }, DAITO)).toEqual([
      { row: 'time.shifts', code: 'over_eight_hours' },
    ]);
    const findings = changed(DAITO, (pack) => void Object.assign(rowOf(pack, 'time.fire'), { variableHours: false }));
    const sentences = findings.ok ? [] : findings.findings.map((one) => findingSentence(one, 'ja'));
    expect(sentences.join()).toContain('労働基準法第32条第2項');
  });

  it('a week over forty hours, a week without a day off, work on the statutory day off', () => {
    const week = { MONDAY: 'DAY', TUESDAY: 'DAY', WEDNESDAY: 'DAY', THURSDAY: 'DAY', FRIDAY: 'DAY' };
    expect(refused('time.full', { week: { ...week, SATURDAY: 'DAY' } })).toEqual([
      { row: 'time.full', code: 'over_forty_hours' },
    ]);
    const every = { SATURDAY: 'FIVE_HOURS', SUNDAY: 'FIVE_HOURS', WEDNESDAY: 'FIVE_HOURS' };
    const all = { MONDAY: 'FIVE_HOURS', TUESDAY: 'FIVE_HOURS', THURSDAY: 'FIVE_HOURS', FRIDAY: 'FIVE_HOURS' };
    const seven = refused('time.appointee', { week: { ...every, ...all } }, 'yamato/2026-04-01.yaml');
    expect(seven).toEqual([
      { row: 'time.appointee', code: 'no_day_off' },
      { row: 'time.appointee', code: 'day_off_worked' },
    ]);
  });

  it('breaks that are too short by article 34, at the edge, or over each other', () => {
    expect(refused('time.day', { to: '16:45', breaks: [{ from: '12:00', to: '12:30' }] })).toEqual([
      { row: 'time.day', code: 'breaks_too_short' },
    ]);
    expect(refused('time.day', { breaks: [{ from: '16:15', to: '17:15' }] })).toEqual([
      { row: 'time.day', code: 'breaks_outside' },
    ]);
    const over = [
      { from: '12:00', to: '13:00' },
      { from: '12:30', to: '13:30' },
    ];
    expect(refused('time.day', { breaks: over })).toEqual([{ row: 'time.day', code: 'breaks_outside' }]);
    expect(refused('time.day', { to: '08:00', breaks: [] })).toContainEqual({ row: 'time.day', code: 'empty_time' });
    expect(refused('time.day', { to: '17時' })).toEqual([{ row: 'time.day', code: 'shape' }]);
  });

  it('limits above those of the law, and leave below it', () => {
    expect(refused('time.month', { hours: 60 })).toEqual([{ row: 'time.month', code: 'above_law' }]);
    expect(refused('time.year', { hours: 720 })).toEqual([{ row: 'time.year', code: 'above_law' }]);
    expect(refused('time.months-above', { months: 7 })).toEqual([{ row: 'time.months-above', code: 'above_law' }]);
    expect(refused('leave.days', { days: 10 })).toEqual([{ row: 'leave.days', code: 'below_law' }]);
    expect(refused('leave.summer', { kind: 'AFTER_BIRTH', days: 30 })).toEqual([
      { row: 'leave.summer', code: 'below_law' },
    ]);
    const special = told(
      changed(MINATO, (pack) => void Object.assign(pack.leave?.special ?? {}, { without: ['AFTER_BIRTH'] })),
    );
    expect(special).toEqual([{ row: 'leave', code: 'leave_of_law' }]);
    expect(refused('leave.first-year', { days: [2, 3, 5, 7, 8, 10, 9, 13, 15, 17, 18, 20] })).toEqual([
      { row: 'leave.first-year', code: 'leave_falls' },
    ]);
  });

  it('shifts, patterns, employments and kinds of leave that nobody defined, or that are there twice', () => {
    expect(refused('time.full', { week: { MONDAY: 'NIGHT' } })).toEqual([{ row: 'time.full', code: 'unknown' }]);
    expect(refused('time.full', { employments: ['MAYOR'] })).toEqual([{ row: 'time.full', code: 'unknown' }]);
    expect(refused('time.re-employed', { employments: ['REGULAR'] })).toEqual([{ row: 'REGULAR', code: 'twice' }]);
    expect(refused('time.late', { code: 'EARLY' })).toContainEqual({ row: 'EARLY', code: 'twice' });
    expect(refused('time.month', { rule: 'OVERTIME_YEAR', hours: 40 })).toEqual([
      { row: 'OVERTIME_YEAR', code: 'twice' },
    ]);
    expect(refused('leave.refresh', { per: undefined })).toEqual([{ row: 'leave.refresh', code: 'leave_incomplete' }]);
    const usual = told(changed(MINATO, (pack) => void Object.assign(pack.workingTime ?? {}, { usual: 'HALF_TIME' })));
    expect(usual).toEqual([{ row: 'workingTime', code: 'unknown' }]);
    expect(refused('time.full', { article: undefined })).toEqual([{ row: 'time.full', code: 'no_article' }]);
    expect(refused('time.full', { id: 'leave.days' })).toEqual([{ row: 'leave.days', code: 'twice' }]);
  });
});
