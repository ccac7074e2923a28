import { describe, expect, it } from '@jest/globals';
import type { UnitRef } from '../directory/index.ts';
import { builtInPacks } from './packs/index.ts';
import { classificationList, numberLabel, numberSeries, suggestClassification } from './rules.ts';

const [pack] = builtInPacks('6d696e61-746f-4000-8000-000000000001');
const [standard] = builtInPacks('');

describe('the suggested classification', () => {
  it.each([
    ['令和９年度当初予算要求について', 'C-01-01'],
    ['地域イベントの後援（名義使用）について', 'A-04-03'],
    ['ﾃﾞｼﾞﾀﾙ推進会議の開催について', 'B-02-01'],
    ['ＤＸ推進本部 設置要綱の一部改正', 'A-01-02'],
    ['会議 結果 報告書', 'A-03-02'],
    ['文書収発簿の整備について', 'A-01-01'],
    ['観光施設の修繕工事 完成図書', 'C-02-02'],
  ])('for 「%s」 is %s', (title, code) => {
    expect(suggestClassification(pack.classifications, title)?.code).toBe(code);
  });

  it('is none where no word of the plan is found, and marks at most one row', () => {
    expect(suggestClassification(pack.classifications, '')).toBeNull();
    expect(classificationList(pack, 'あいうえお').some((row) => row.suggested)).toBe(false);
    expect(classificationList(pack, '補助金交付要綱の制定').filter((row) => row.suggested)).toHaveLength(1);
  });
});

describe('document numbers', () => {
  const path: UnitRef[] = [
    { unitId: '1', code: 'seisaku-kakari', name: '政策係', kind: 'SUBSECTION' },
    { unitId: '2', code: 'seisaku', name: '政策課', kind: 'SECTION' },
    { unitId: '3', code: 'kikaku-bu', name: '企画部', kind: 'DEPARTMENT' },
  ];

  it('are those of the 課, also for its 係', () => {
    expect(numberSeries(pack, path, 'DRAFTED')).toMatchObject({ symbol: '政', unit: { unitId: '2' } });
    expect(numberSeries(pack, path, 'RECEIVED')?.symbol).toBe('政収');
    expect(numberLabel('政', 12)).toBe('政第12号');
  });

  it('take the first kanji of the name where the pack names no symbol', () => {
    expect(numberSeries(standard, path, 'DRAFTED')?.symbol).toBe('政');
    const katakana: UnitRef = { unitId: '9', code: 'x', name: 'デジタル推進課', kind: 'SECTION' };
    expect(numberSeries(standard, [katakana], 'DRAFTED')?.symbol).toBe('推');
    expect(numberSeries(standard, [], 'DRAFTED')).toBeNull();
  });
});
