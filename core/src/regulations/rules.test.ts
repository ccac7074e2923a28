import { describe, expect, it } from '@jest/globals';
import type { LineUnit, Rank, UnitRef } from '../directory/index.ts';
import type { LocalDate } from '../shared/index.ts';
import { lineOfReview } from './line.ts';
import type { DecisionRow, RegulationPack } from './pack.ts';
import { MINATO } from './packs/minato.ts';
import { STANDARD } from './packs/standard.ts';
import {
  classificationList,
  decideClass,
  inForceOn,
  numberLabel,
  numberSeries,
  retentionEnd,
  retentionStart,
  suggestClassification,
} from './rules.ts';

const [pack] = MINATO;
const day = (text: string) => text as LocalDate;
const general = (): DecisionRow => {
  const row = decideClass(pack, { matter: 'GENERAL', unitKind: 'SUBSECTION' });
  if (!row) throw new Error('the pack decides general matters');
  return row;
};

function unit(unitName: string, title: string | null, rank: Rank = 'STAFF', vacant = false): LineUnit {
  const head = title === null ? null : { postId: `${unitName}-head`, title, rank, vacant };
  return { unitId: unitName, unitName, unitKind: 'SECTION', head };
}
const kakari = unit('政策係', '係長', 'SUBSECTION_HEAD');
const ka = unit('政策課', '課長', 'SECTION_HEAD');
const bu = unit('企画部', '部長', 'DEPARTMENT_HEAD');
const shi = unit('みなと市', '市長', 'MAYOR');
const line = (units: readonly LineUnit[], drafterPostIds: readonly string[] = []) =>
  lineOfReview(pack, { units, drafterPostIds, row: general() });
const posts = (result: ReturnType<typeof line>) =>
  result.ok ? result.slots.map((slot) => `${slot.stage} ${slot.duty} ${slot.postId}`) : result.problem;

describe('the line of review', () => {
  it('goes from the drafter’s 係長 to the 課長, who decides, and no higher', () => {
    const result = line([kakari, ka, bu, shi]);
    expect(posts(result)).toEqual(['1 REVIEW 政策係-head', '2 DECISION 政策課-head']);
    expect(result.ok && result.basis).toEqual({
      ruleId: 'minato.general',
      regulationVersion: 'minato/2026-04-01',
      article: 'みなと市事務決裁規程 別表第1 共通事項の部 第1項',
      decisionClass: 'SECTION_HEAD',
      sentence: '軽易な事務は課長専決です（みなと市事務決裁規程 別表第1 共通事項の部 第1項）。',
      sentenceEn:
        'Minor matters are decided by the section head (みなと市事務決裁規程, table 1, common matters, item 1).',
    });
  });

  it('skips the post that the drafter holds', () => {
    expect(posts(line([kakari, ka, bu], ['政策係-head']))).toEqual(['1 DECISION 政策課-head']);
  });

  it('goes to the next superior, and says why, when the drafter would decide the own case', () => {
    const result = line([ka, bu, shi], ['政策課-head']);
    expect(posts(result)).toEqual(['1 DECISION 企画部-head']);
    expect(result.ok && result.basis.sentence).toContain(
      '起案者自身が専決者に当たるため、上位の企画部長が決裁します。',
    );
    expect(result.ok && result.basis.sentenceEn).toContain('The drafter holds the deciding post');
  });

  it('does not let the mayor decide what the mayor drafted', () => {
    expect(posts(line([shi], ['みなと市-head']))).toBe('regulations.no_superior');
  });

  it('leaves a vacant reviewer out and says so', () => {
    const result = line([unit('政策係', '係長', 'SUBSECTION_HEAD', true), ka, bu]);
    expect(posts(result)).toEqual(['1 DECISION 政策課-head']);
    expect(result.ok && result.basis.sentence).toContain('政策係長は欠員のため回議を省きます。');
  });

  it('stops at a vacant deciding post instead of passing it over', () => {
    const result = line([kakari, unit('政策課', '課長', 'SECTION_HEAD', true), bu]);
    expect(result).toMatchObject({ ok: false, problem: 'regulations.decider_vacant', params: { post: '政策課長' } });
  });

  it('stops at a vacant superior of a drafter who holds the deciding post', () => {
    expect(posts(line([ka, unit('企画部', '部長', 'DEPARTMENT_HEAD', true), shi], ['政策課-head']))).toBe(
      'regulations.decider_vacant',
    );
  });

  it('says that nobody decides when no post of the class stands above', () => {
    expect(posts(line([kakari]))).toBe('regulations.decider_missing');
    expect(posts(line([]))).toBe('regulations.decider_missing');
  });

  it('takes the nearest post above the class where the line has none of it, and says so', () => {
    const result = line([unit('企画部', '部長', 'DEPARTMENT_HEAD'), shi]);
    expect(posts(result)).toEqual(['1 DECISION 企画部-head']);
    expect(result.ok && result.basis.sentence).toContain('直近上位の企画部長');
  });

  it('asks a post that heads two units of the line only once, as the higher of the two', () => {
    const both = { ...kakari, head: ka.head };
    expect(posts(line([both, ka, bu]))).toEqual(['1 DECISION 政策課-head']);
  });

  it('passes units without a head post', () => {
    expect(posts(line([unit('政策係', null), ka]))).toEqual(['1 DECISION 政策課-head']);
  });

  it.each([
    ['みなと市', '市長', 'みなと市長'],
    ['浜支所', '支所長', '浜支所長'],
    ['監査委員事務局', '事務局長', '監査委員事務局長'],
    ['政策課', '主幹', '政策課主幹'],
  ])('names the head of %s, %s, as %s', (unitName, title, name) => {
    const result = line([unit(unitName, title, 'SECTION_HEAD', true)]);
    expect(result).toMatchObject({ params: { post: name } });
  });
});

describe('versions', () => {
  const later: RegulationPack = { ...pack, version: 'minato/2027-04-01', effectiveFrom: day('2027-04-01') };
  it.each([
    ['2020-01-01', 'minato/2026-04-01'],
    ['2027-03-31', 'minato/2026-04-01'],
    ['2027-04-01', 'minato/2027-04-01'],
  ])('on %s %s is in force, in whatever order they are listed', (on, version) => {
    expect(inForceOn([pack, later], day(on)).version).toBe(version);
    expect(inForceOn([later, pack], day(on)).version).toBe(version);
  });
});

describe('retention', () => {
  it.each([
    ['2026-11-21', 5, '2027-04-01', '2032-03-31'],
    ['2027-03-31', 1, '2027-04-01', '2028-03-31'],
    ['2027-04-01', 1, '2028-04-01', '2029-03-31'],
    ['2028-02-29', 30, '2028-04-01', '2058-03-31'],
  ])('a document of %s kept %i years runs from %s to %s', (basis, years, start, end) => {
    expect(retentionStart(day(basis))).toBe(start);
    expect(retentionEnd(day(start), years)).toBe(end);
  });
});

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
    expect(numberSeries(STANDARD[0], path, 'DRAFTED')?.symbol).toBe('政');
    const katakana: UnitRef = { unitId: '9', code: 'x', name: 'デジタル推進課', kind: 'SECTION' };
    expect(numberSeries(STANDARD[0], [katakana], 'DRAFTED')?.symbol).toBe('推');
    expect(numberSeries(STANDARD[0], [], 'DRAFTED')).toBeNull();
  });
});
