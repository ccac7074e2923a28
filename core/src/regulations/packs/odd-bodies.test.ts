import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../language/load.ts';
import { packSections } from '../table/page.ts';
import { allRowsOf, fileOf, textOf, told } from './packs.fixture.ts';

// Three bodies whose regulations differ in everything that regulations differ in. No line of code knows of them.
const HOSPITAL = fileOf('odd-bodies/hospital.yaml');
const WATERWORKS = fileOf('odd-bodies/waterworks.yaml');
const UNION = fileOf('odd-bodies/clean-union.yaml');

it.each(['hospital', 'waterworks', 'clean-union', 'bulk-water'])(
  'the regulations of the %s are read, and all examples hold',
  (body) => {
    expect(told(loadPack(textOf(`odd-bodies/${body}.yaml`)))).toEqual([]);
  },
);

it('each of the four has a readable table that names every row', () => {
  for (const body of ['hospital', 'waterworks', 'clean-union', 'bulk-water']) {
    const loaded = loadPack(textOf(`odd-bodies/${body}.yaml`));
    const page = loaded.ok ? JSON.stringify(packSections(loaded.pack, 'ja')) : '';
    for (const { sentence } of allRowsOf(fileOf(`odd-bodies/${body}.yaml`))) expect(page).toContain(sentence.ja);
  }
});

it('A-11, A-12: the bulk water body says who stands in while a post is vacant, and what spares the review', () => {
  const loaded = loadPack(textOf('odd-bodies/bulk-water.yaml'));
  const page = loaded.ok ? JSON.stringify(packSections(loaded.pack, 'ja')) : '';
  expect(page).toContain('管理者（決裁、欠員のとき）： 1 あけぼの広域水道企業団副管理者');
  expect(page).toContain('あらかじめ指示を受けたもの');
  expect(page).toContain('課長（経由・回議、合議、決裁）');
  expect(page).toContain('課長（経由・回議、合議、決裁、不在が10日以上）： 1 主管の事務局長');
  expect(page).toContain('すべての職（決裁）：あらかじめ指示を受けたものを除き代決できない');
  expect(page).toContain('証拠：不在の登録・出張・休暇／欠員を含む');
});

describe('what the three say differently in the same language', () => {
  it('who decides: ladders of their own, told apart by title or post', () => {
    const ladders = [HOSPITAL, WATERWORKS, UNION].map(({ ladder }) => ladder.map(({ name }) => name.ja));
    expect(ladders).toEqual([
      ['係長', '課長・科長・看護師長', '部長・事務局長', '院長', '管理者'],
      ['班長', '場長', '課長', '次長', '企業長'],
      ['係長', '工場長', '事務局長', '副管理者', '管理者'],
    ]);
  });

  it('who may be stood in for: the decider only, or reviewers too', () => {
    const duties = [HOSPITAL, WATERWORKS, UNION].map(({ deputies }) => deputies.some((row) => row.duties));
    expect(duties).toEqual([true, false, true]);
  });

  it('by what the deputy is chosen: the unit in charge, the group of matters, the amount', () => {
    expect(HOSPITAL.deputies[0]?.units).toEqual(['chiiki']);
    expect(WATERWORKS.deputies[1]?.order.map(({ only }) => only?.groups)).toEqual([
      ['技術'],
      ['その他', '服務'],
      ['その他', '服務'],
    ]);
    expect(UNION.deputies[0]?.order[1]?.only?.when).toEqual({ amountYen: { below: 3_000_000 } });
  });

  it('what counts as absence: anything, days, hours; and a vacancy or not', () => {
    const meant = [HOSPITAL, WATERWORKS, UNION].map(({ absence }) =>
      absence.map((row) => [row.awayMoreThanDays ?? row.awayAtLeastHours ?? 0, row.vacancy]),
    );
    expect(meant).toEqual([
      [
        [8, 'NOT_ABSENT'],
        [0, 'ABSENT'],
      ],
      [
        [3, 'ABSENT'],
        [1, 'NOT_ABSENT'],
      ],
      [
        [0, 'NOT_ABSENT'],
        [8, 'ABSENT'],
      ],
    ]);
  });

  it('when it is reviewed afterwards: for the top only, always, from an amount', () => {
    const required = [HOSPITAL, WATERWORKS, UNION].map(({ postReview }) =>
      postReview.map(({ classes, minor, when, required: is }) => ({ classes, minor, when, is })),
    );
    expect(required).toMatchObject([
      [{ classes: ['ADMINISTRATOR'], is: true }],
      [{ minor: true, is: true }, { is: true }],
      [{ when: { amountYen: { from: 1_000_000 } }, is: true }, { is: false }],
    ]);
  });

  it('what limits a decision: amounts, persons, days of leave, overnight stays, the drafter’s own post', () => {
    const tested = [HOSPITAL, WATERWORKS, UNION].map(({ decisions }) => [
      ...new Set(
        decisions.flatMap(({ when, drafterClasses }) => [
          ...[when ?? {}].flat().flatMap((one) => Object.keys(one)),
          ...(drafterClasses ? ['drafterClasses'] : []),
        ]),
      ),
    ]);
    expect(tested).toEqual([
      ['amountYen', 'newDrug', 'people', 'days'],
      ['amountYen', 'place', 'nights'],
      ['amountYen', 'drafterClasses', 'nights'],
    ]);
  });

  it('whom a case passes besides: either of two, two of three, a provisional decision, a hand-over', () => {
    const rules = [...HOSPITAL.steps, ...WATERWORKS.steps, ...UNION.steps];
    expect(new Set(rules.map(({ duty }) => duty))).toEqual(new Set(['CONSULT', 'EXAMINE', 'PROVISIONAL', 'READING']));
    expect(rules.flatMap(({ rule }) => (rule === undefined ? [] : [rule]))).toEqual(['ANY', { atLeast: 2 }]);
  });

  it('which reasons take a case further up, and how far', () => {
    expect([HOSPITAL, WATERWORKS, UNION].map(({ escalations }) => escalations.map(({ raises }) => raises))).toEqual([
      [{ to: 'ADMINISTRATOR' }],
      [{ to: 'HEAD' }],
      [{ steps: 2 }, { to: 'ADMINISTRATOR' }],
    ]);
  });
});
