import { describe, expect, it } from '@jest/globals';
import { DATA_SETS } from '../file-plan.ts';
import { checkPack } from '../language/load.ts';
import { dataOf } from '../retention/of-pack.ts';
import { countedText, periodText, periodWords, ruleText } from '../retention/words.ts';
import { builtInPacks } from './index.ts';

const [minato] = builtInPacks('6d696e61-746f-4000-8000-000000000001');
const [standard] = builtInPacks('');

const findings = (filePlan: object) => {
  const loaded = checkPack({
    ...structuredClone(minato.file),
    filePlan: { ...structuredClone(minato.file.filePlan), ...filePlan },
  });
  return loaded.ok ? [] : loaded.findings.map(({ row, code }) => [row, code]);
};
const article = '文書規程 第1条';

describe('R-13: the retention schedule of a pack', () => {
  it('says for every class how long, from when, what then, and by which article', () => {
    for (const pack of [minato, standard]) {
      for (const row of pack.classifications) {
        expect(row.article).toMatch(/別表|第\d+条/u);
        expect(ruleText(row, 'ja')).toMatch(/^保存期間は.+です。.+から数えます。/u);
        expect(ruleText(row, 'en')).toMatch(/^Kept .+\.$/u);
      }
    }
  });

  it('lets a city differ class by class from the standard plan', () => {
    const row = minato.classifications.find(({ code }) => code === 'A-01-02');
    expect(row).toMatchObject({ permanent: true, retentionYears: 30, endAction: 'TRANSFER' });
    expect(row && periodText(row, 'ja')).toBe('永年（30年ごとに見直し）');
    expect(standard.classifications.find(({ code }) => code === 'A-01-02')?.permanent).toBeUndefined();
  });

  it('R-11: 1年未満 is never told as 0年, and one year in English is one', () => {
    expect(periodWords({ retentionYears: 0 })).toEqual({ ja: '1年未満', en: 'less than one year' });
    expect(periodWords({ retentionYears: 0, keepDays: 30 }).ja).toBe('1年未満（30日）');
    expect(periodWords({ retentionYears: 1 })).toEqual({ ja: '1年', en: '1 year' });
  });

  it.each([
    [
      'an example that the rows do not answer',
      {
        examples: [
          {
            name: '違う例',
            class: 'A-04-03',
            created: '2026-05-01',
            completed: '2026-05-01',
            expect: { ends: '2031-03-31' },
          },
        ],
        changes: [],
      },
      ['違う例', 'regulations.pack_example_failed'],
    ],
    [
      'an example of no class',
      { examples: [{ name: 'ない', class: 'Z-99', created: '2026-05-01', expect: {} }], changes: [] },
      ['ない', 'regulations.pack_unknown'],
    ],
    [
      'an exception that nothing tries',
      { changes: [{ code: 'A-04-01', article, retentionYears: 3 }] },
      ['A-04-01', 'regulations.pack_retention_untried'],
    ],
    [
      'an event without a name',
      { changes: [{ code: 'A-04-03', article, retentionBasis: 'EVENT' }] },
      ['A-04-03', 'regulations.pack_event_unnamed'],
    ],
    [
      '永年 that ends in destruction',
      { changes: [{ code: 'A-04-03', article, permanent: true }] },
      ['A-04-03', 'regulations.pack_permanent_unfit'],
    ],
    [
      'days of a period in years',
      { changes: [{ code: 'A-04-03', article, keepDays: 30 }] },
      ['A-04-03', 'regulations.pack_days_of_years'],
    ],
    [
      'one class changed twice',
      {
        changes: [
          { code: 'A-04-03', article },
          { code: 'A-04-03', article },
        ],
      },
      ['A-04-03', 'regulations.pack_twice'],
    ],
    [
      'O-17: a kind of data that no row speaks of',
      { data: dataOf(standard.file).slice(1) },
      ['data.CASE', 'regulations.pack_data_set_missing'],
    ],
  ])('is refused with %s', (_, filePlan, expected) => {
    expect(findings(filePlan)).toContainEqual(expected);
  });

  it('O-17: names the purpose, period and article of all data that are no documents', () => {
    const rows = dataOf(minato.file);
    expect(rows.map(({ set }) => set).sort()).toEqual([...DATA_SETS].sort());
    expect(
      rows.every(({ purpose, article: from }) => purpose.ja !== '' && from.startsWith('みなと市文書取扱規程')),
    ).toBe(true);
  });

  it('M-18: recordings are kept so many days after the minutes became final', () => {
    const row = dataOf(minato.file).find(({ set }) => set === 'RECORDING');
    expect(row && ruleText(row, 'ja')).toBe(
      '保存期間は1年未満（30日）です。会議録の確定の日から数えます。満了したら、廃棄することになります。',
    );
  });

  it('tells the days of one document in a sentence', () => {
    const row = minato.classifications.find(({ code }) => code === 'A-04-03');
    const days = { basisOn: '2027-03-31', startsOn: '2027-04-01', endsOn: '2032-03-31' } as never;
    expect(row && countedText(row, days, 'ja')).toContain('起算日は令和9年4月1日、満了日は令和14年3月31日です。');
    // As every page writes a day.
    expect(row && countedText(row, days, 'en')).toContain('From 1 Apr 2027 until 31 Mar 2032.');
  });
});
