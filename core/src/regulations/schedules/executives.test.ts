import { describe, expect, it } from '@jest/globals';
import { changed, told } from '../packs/packs.fixture.ts';
import { allSections } from '../table/all-sections.ts';
import { scheduleRulesOf } from './of-pack.ts';

const ROW = {
  ...{ id: 'executives.zeimu', posts: ['zeimu-head'], secretaries: ['hisho'], article: '秘書事務取扱要綱 第2条' },
  sentence: { ja: '秘書課が予定表を預かります。', en: 'The secretariat keeps the calendar.' },
};
const packWith = (...rows: readonly (typeof ROW)[]) =>
  changed('minato/2026-04-01.yaml', (pack) => {
    if (pack.schedules) pack.schedules.executives = [...rows];
  });

describe('S-10: who keeps whose calendar, by the regulations', () => {
  const loaded = packWith(ROW);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
  const { pack } = loaded;

  it('are the units that a row names for a post, and nobody for another', () => {
    const { keepersOf } = scheduleRulesOf(pack.file);
    expect([keepersOf('zeimu-head'), keepersOf('hisho-head')]).toEqual([['hisho'], []]);
    expect(scheduleRulesOf({ schedules: undefined }).keepersOf('zeimu-head')).toEqual([]);
  });

  it('are shown in the table, in names, with the article', () => {
    const table = allSections({ pack, locale: 'ja' }).find(({ title }) => title === '予定表を預かる所属');
    expect(table?.rows).toEqual([
      ['executives.zeimu', '税務課長', '秘書課', '秘書事務取扱要綱 第2条', '秘書課が予定表を預かります。'],
    ]);
  });

  it('refuses a post and a unit that there is not, and the same row twice', () => {
    expect(told(packWith({ ...ROW, posts: ['nobody'], secretaries: ['nowhere'] }))).toEqual([
      { row: ROW.id, code: 'unknown' },
      { row: ROW.id, code: 'unknown' },
    ]);
    expect(told(packWith(ROW, ROW))).toEqual([{ row: ROW.id, code: 'twice' }]);
  });
});
