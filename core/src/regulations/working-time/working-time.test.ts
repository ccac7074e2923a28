import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { loadPack } from '../language/load.ts';
import { textOf } from '../packs/packs.fixture.ts';
import { NATIONAL_LEAVE, NATIONAL_TIME } from './national.ts';
import { NATIONAL_SPECIAL_LEAVE } from './national-leave.ts';
import { workingTimeOf } from './of-pack.ts';
import { presentWorkingTime } from './present.ts';

const DAY = '2026-11-24' as LocalDate;
function fileOf(city: string) {
  const loaded = loadPack(textOf(`${city}/2026-04-01.yaml`));
  if (!loaded.ok) throw new Error(city);
  return loaded.pack.file;
}
const of = (city: string, day = DAY) => workingTimeOf(fileOf(city), day);

describe('working time and leave of a body', () => {
  it('a body that says nothing goes by the national rules, and their articles are named', () => {
    const rules = of('standard');
    expect([rules.rules, rules.leave, rules.specialLeave]).toEqual([
      NATIONAL_TIME,
      NATIONAL_LEAVE,
      NATIONAL_SPECIAL_LEAVE,
    ]);
    expect(rules.patterns.get(rules.patternIdOf('REGULAR'))?.week[1]).toMatchObject({ from: 510, to: 1035 });
    expect(rules.articleOf('limits.month')).toBe('人事院規則15―14第16条の2の2第1項');
    expect([rules.articleOf('askAfter'), rules.articleOf({ code: 'NOBODY' })]).toEqual([null, null]);
  });

  it('a body that changes single values keeps the national ones besides', () => {
    const { rules, leave, specialLeave } = of('yamato');
    expect(rules).toEqual({ ...NATIONAL_TIME, askAfter: 60, payRounding: { unit: 30, how: 'UP' } });
    const appointees = { employments: ['APPOINTEE'], by: 'LAW', first: 'HALF_YEAR', begins: null, table: {} };
    expect(leave).toEqual({ ...NATIONAL_LEAVE, yearBegins: 4, halfDays: null, partTime: [appointees] });
    expect(specialLeave).toEqual(NATIONAL_SPECIAL_LEAVE);
  });

  it('T-20: rows for those who work less stand beside one another, each with its article', () => {
    const { leave, articleOf } = of('minato');
    expect(leave.partTime.map(({ employments, by }) => [...employments, by])).toEqual([
      ['APPOINTEE', 'LAW'],
      ['REAPPOINTED', 'SHARE'],
    ]);
    expect(articleOf({ code: 'PART_TIME APPOINTEE' })).toBe('みなと市会計年度任用職員の勤務時間等に関する規則 第9条');
    expect(articleOf({ code: 'PART_TIME REGULAR' })).toBeNull();
  });

  it('T-12, T-15: from when on the record is kept, the gap and the day of confirming are values of the body', () => {
    const day = '附則';
    const row = (rule: string, more: string) =>
      `    - { id: time.${rule}, rule: ${rule}, ${more}, article: ${day}, sentence: { ja: 定め。, en: A rule. } }\n`;
    const yaml = textOf('minato/2026-04-01.yaml')
      .replace('      rule: GAP\n      minutes: 30', '      rule: GAP\n      minutes: 45')
      .replace('      value: askAboutGap\n      expect: { is: 30', '      value: askAboutGap\n      expect: { is: 45')
      .replace('    - id: time.gap\n', `${row('KEPT_SINCE', 'on: "2026-10-01"')}    - id: time.gap\n`);
    const loaded = loadPack(yaml);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    const { rules, articleOf } = workingTimeOf(loaded.pack.file, DAY);
    expect([rules.keptSince, rules.askAboutGap, rules.confirmWithin]).toEqual(['2026-10-01', 45, 3]);
    expect(articleOf('keptSince')).toBe(day);
    expect(of('yamato').rules.keptSince).toBeNull();
  });

  it('single kinds of special leave are changed and added, the rest rests on the body’s article', () => {
    const { specialLeave, articleOf } = of('minato');
    expect(specialLeave.map(({ id }) => id)).toEqual([...NATIONAL_SPECIAL_LEAVE.map(({ id }) => id), 'REFRESH']);
    expect(specialLeave.find(({ id }) => id === 'SUMMER')).toEqual({
      ...NATIONAL_SPECIAL_LEAVE.find(({ id }) => id === 'SUMMER'),
      days: 5,
      article: 'みなと市職員の休暇に関する規則 別表第2第15項',
    });
    expect(articleOf({ code: 'DONOR' })).toContain('みなと市職員の休暇に関する規則 別表第2');
  });

  it('T-20: an employment has its pattern, and a roster its shifts, over midnight as well', () => {
    const daito = of('daito');
    expect(daito.patternIdOf('APPOINTEE')).toBe('APPOINTEE');
    expect(daito.patternIdOf('SOMEBODY')).toBe('FULL_TIME');
    expect(daito.patterns.get('FIRE_SERVICE')).toMatchObject({ variableHours: true, week: Array(7).fill(null) });
    expect(daito.rosterOf('THREE_SHIFTS').map(({ shiftId, to }) => [shiftId, to])).toEqual([
      ['DAY', 1050],
      ['EVENING', 1515],
      ['NIGHT', 2010],
    ]);
  });

  it('days off that come every year are those of the years around the day', () => {
    expect(of('minato').closed).toContain('2026-06-01');
    expect(of('minato', '2031-05-01' as LocalDate).closed).toContain('2031-06-01');
    expect([...of('daito').closed]).toEqual(['2026-10-16']);
  });

  it('everything is told in words, in both languages, the body’s own rules first', () => {
    for (const city of ['minato', 'yamato', 'daito', 'standard'])
      for (const locale of ['ja', 'en'] as const) {
        const view = presentWorkingTime({ file: fileOf(city) }, { locale, day: DAY });
        const said = [...view.items, ...view.patterns, ...view.specialLeave].map(({ sentence }) => sentence);
        expect(said.filter((one) => one === '' || /[{}]|undefined|null|NaN/u.test(one))).toEqual([]);
        expect(view.items.map(({ source }) => source)).toEqual(view.items.map(({ source }) => source).toSorted());
      }
    const { items, patterns } = presentWorkingTime({ file: fileOf('minato') }, { locale: 'ja', day: DAY });
    expect(items.find(({ topic }) => topic === 'limits.month')).toEqual({
      ...{ topic: 'limits.month', sentence: '時間外勤務は1か月45時間までです。', source: 'BODY' },
      article: 'みなと市職員の勤務時間等に関する規則 第8条の2第1項第1号',
    });
    expect(patterns[0]?.hours).toEqual(['月・火・水・木・金 8:30から17:15（休憩 12:00から13:00）']);
  });
});
