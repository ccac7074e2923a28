import { describe, expect, it } from '@jest/globals';
import { type Rank, snapshotOf } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { builtInPacks } from '../packs/index.ts';
import { route } from './engine.fixture.ts';
import { planRoute } from './plan.ts';

const [pack] = builtInPacks('6d696e61-746f-4000-8000-000000000001');

interface Place {
  readonly unit: string;
  /** Null: a unit without a head post. */
  readonly title: string | null;
  readonly rank: Rank;
  readonly vacant?: boolean;
  /** The post of another unit that heads this one too (事務取扱). */
  readonly post?: string;
}
const kakari: Place = { unit: '政策係', title: '係長', rank: 'SUBSECTION_HEAD' };
const ka: Place = { unit: '政策課', title: '課長', rank: 'SECTION_HEAD' };
const bu: Place = { unit: '企画部', title: '部長', rank: 'DEPARTMENT_HEAD' };
const shi: Place = { unit: 'みなと市', title: '市長', rank: 'MAYOR' };

/** A general matter, drafted in the first of these units. */
function plan(places: readonly Place[], drafterPostIds: readonly string[] = []) {
  const posts = places.flatMap(({ unit, title, rank }) =>
    title === null
      ? []
      : [{ postId: `${unit}-head`, code: `${unit}-head`, unitId: unit, title, rank, headsUnit: true }],
  );
  const held = places
    .filter(({ vacant, title }) => vacant !== true && title !== null)
    .map(({ unit }) => `${unit}-head`);
  const there = snapshotOf({
    day: '2026-11-21' as LocalDate,
    units: places.map(({ unit }, at) => ({
      ...{ unitId: unit, code: unit, name: unit, kind: 'SECTION' },
      parentUnitId: places[at + 1]?.unit ?? null,
    })),
    posts,
    appointments: held.map((postId) => ({ postId, staffId: postId })),
    staff: held.map((staffId) => ({ staffId, name: staffId })),
  });
  const general = { matter: 'GENERAL', facts: {}, escalations: [], urgent: false };
  return planRoute(pack, { there, ...general, unitId: places[0]?.unit ?? '', drafterPostIds });
}
const sentence = (answer: ReturnType<typeof plan>) => (answer.ok ? answer.plan.basis.sentence : answer.problem);

describe('the line of review of a general matter', () => {
  it('goes from the drafter’s 係長 to the 課長, who decides, and no higher', () => {
    const answer = plan([kakari, ka, bu, shi]);
    expect(route(answer)).toEqual(['1 REVIEW 政策係-head', '2 DECISION 政策課-head']);
    expect(answer.ok && answer.plan.basis).toMatchObject({
      regulationVersion: 'minato/2026-04-01',
      article: 'みなと市事務決裁規程 別表第1 共通事項の部 第1項',
      decisionClass: 'SECTION_HEAD',
      sentence: '軽易な事務は課長専決です（みなと市事務決裁規程 別表第1 共通事項の部 第1項）。',
      sentenceEn:
        'Minor matters are decided by the section head (みなと市事務決裁規程, table 1, common matters, item 1).',
    });
  });

  it('skips the post that the drafter holds', () => {
    expect(route(plan([kakari, ka, bu], ['政策係-head']))).toEqual(['1 DECISION 政策課-head']);
  });

  it('goes to the next superior, and says why, when the drafter would decide the own case', () => {
    const answer = plan([ka, bu, shi], ['政策課-head']);
    expect(route(answer)).toEqual(['1 DECISION 企画部-head']);
    expect(sentence(answer)).toContain('起案者自身が専決者に当たるため、上位の企画部長が決裁します。');
    expect(answer.ok && answer.plan.basis.sentenceEn).toContain('The drafter holds the deciding post');
  });

  it('does not let the mayor decide what the mayor drafted', () => {
    expect(route(plan([shi], ['みなと市-head']))).toBe('regulations.no_superior');
  });

  it('leaves a vacant reviewer out and says so', () => {
    const answer = plan([{ ...kakari, vacant: true }, ka, bu]);
    expect(route(answer)).toEqual(['1 DECISION 政策課-head']);
    expect(sentence(answer)).toContain('政策係長は欠員のため回議を省きます。');
  });

  it('stops at a vacant deciding post instead of passing it over, also at a vacant superior of its holder', () => {
    expect(plan([kakari, { ...ka, vacant: true }, bu])).toMatchObject({
      problem: 'regulations.decider_vacant',
      params: { post: '政策課長' },
    });
    expect(route(plan([ka, { ...bu, vacant: true }, shi], ['政策課-head']))).toBe('regulations.decider_vacant');
  });

  it('says that nobody decides when no post of the class stands above', () => {
    expect(route(plan([kakari]))).toBe('regulations.decider_missing');
  });

  it('takes the nearest post above the class where the line has none of it, and says so', () => {
    const answer = plan([bu, shi]);
    expect(route(answer)).toEqual(['1 DECISION 企画部-head']);
    expect(sentence(answer)).toContain('直近上位の企画部長');
  });

  it('passes units without a head post', () => {
    expect(route(plan([{ ...kakari, title: null }, ka]))).toEqual(['1 DECISION 政策課-head']);
  });

  it.each([
    ['みなと市', '市長', 'みなと市長'],
    ['浜支所', '支所長', '浜支所長'],
    ['監査委員事務局', '事務局長', '監査委員事務局長'],
    ['政策課', '主幹', '政策課主幹'],
  ])('names the head of %s, %s, as %s', (unit, title, name) => {
    expect(plan([{ unit, title, rank: 'SECTION_HEAD', vacant: true }])).toMatchObject({ params: { post: name } });
  });
});
