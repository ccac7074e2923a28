import { describe, expect, it } from '@jest/globals';
import type { ExplainView } from '@kaigi/core/contract';
import { aSlot } from '../testing/slots.ts';
import { explainedStages, plannedStages } from './route-rows.ts';

describe('A-04: the simulated route of a draft', () => {
  it('lists each post with its person, the absence and who would stand in', () => {
    const away = { statement: '出張（11/22まで）', until: '2026-11-22', source: 'TRIP' };
    const deputy = { postId: 'p9', postTitle: '係長', unitName: '政策課', names: ['代理 三郎'], article: '第9条' };
    const [stage] = plannedStages([aSlot({ absence: away, expectedDeputy: deputy, article: '第5条' })]);
    expect(stage?.rows[0]).toMatchObject({
      absence: '出張（11/22まで）',
      deputies: ['政策課 係長 代理 三郎'],
      article: '第5条',
    });
  });

  it('A-13: says that somebody away is passed over, with the article', () => {
    const away = { statement: '休暇', until: null, source: 'LEAVE' };
    const expectedPassOver = { article: '第14条第4項', sentence: '後閲とする', automatic: true };
    const [stage] = plannedStages([aSlot({ absence: away, expectedPassOver })]);
    expect(stage?.rows[0]).toMatchObject({ deputies: [], passOver: { article: '第14条第4項', automatic: true } });
  });

  it('puts slots of one stage side by side, stages in their order', () => {
    const slots = [
      aSlot({ id: 'c', key: 'c', stage: 2 }),
      aSlot({ id: 'a', key: 'a', stage: 1 }),
      aSlot({ id: 'b', key: 'b', stage: 2 }),
    ];
    expect(plannedStages(slots).map(({ stage, rows }) => [stage, rows.map(({ key }) => key)])).toEqual([
      [1, ['a']],
      [2, ['c', 'b']],
    ]);
  });

  it('tells a mark that stays from a reviewer who is passed over', () => {
    const by = { staffId: 's', name: '係長 花子', postTitle: '係長', unitName: '政策課' };
    const acted = { actedBy: by, actedAt: '2026-11-20T02:00:00Z' };
    const [kept] = plannedStages([aSlot({ status: 'APPROVED', ...acted })]);
    const [skipped] = plannedStages([aSlot({ status: 'SKIPPED_POST_REVIEW', ...acted })]);
    expect(kept?.rows[0]).toMatchObject({ kept: { by: '係長 花子' }, skipped: false });
    expect(skipped?.rows[0]).toMatchObject({ kept: null, skipped: true });
  });
});

describe('the route that the regulations explain', () => {
  const who = {
    kind: 'POST',
    id: 'p1',
    name: '政策課長',
    holders: [{ staffId: 's', name: '課長 次郎' }],
    absent: true,
  } as const;
  const view = {
    route: [
      {
        stage: 1,
        stageRule: 'ALL',
        duty: 'DECISION',
        who,
        mandatory: true,
        article: '別表第1',
        sentence: '課長が専決する',
        passOver: null,
      },
    ],
    standIns: [{ for: who, duty: 'DECISION', article: '第9条', sentence: '', order: [], mayActToday: ['政策係長'] }],
  } as unknown as ExplainView;

  it('says who is away and who may act today', () => {
    expect(explainedStages(view, '今日は不在です')[0]?.rows[0]).toMatchObject({
      name: '政策課長',
      people: ['課長 次郎'],
      absence: '今日は不在です',
      deputies: ['政策係長'],
      article: '別表第1',
    });
  });
});
