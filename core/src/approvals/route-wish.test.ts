import { describe, expect, it } from '@jest/globals';
import { fullPlan, posts, slot } from './case.fixtures.ts';
import { slotKey } from './case.ts';
import type { RouteWish } from './contract.ts';
import { applyWish, type ResolvedAdd } from './route-wish.ts';

const wished = (wish: Partial<RouteWish>, adds: readonly ResolvedAdd[] = []) =>
  applyWish(fullPlan().slots, { wish: { adds: [], removes: [], skips: [], ...wish }, adds, newId: () => 'new' });
const add = (duty: ResolvedAdd['duty'], postId: string): ResolvedAdd => ({
  duty,
  post: { postId, postTitle: '課長', unitName: '契約課' },
  section: null,
  reason: '契約事務のため',
});
const shape = (slots: ReturnType<typeof wished>) =>
  slots.map(({ stage, duty, added }) => [stage, duty, added ?? false]);

describe('the drafter’s own wishes about the route', () => {
  it('A-05: another section is consulted together with those that are consulted already', () => {
    expect(shape(wished({}, [add('CONSULT', 'contracts')]))).toEqual([
      [1, 'REVIEW', false],
      [2, 'CONSULT', false],
      [2, 'CONSULT', false],
      [2, 'CONSULT', false],
      [2, 'CONSULT', true],
      [3, 'REVIEW', false],
      [4, 'DECISION', false],
    ]);
  });

  it('A-05: an added reviewer comes before the sections, and the decision stays last', () => {
    const slots = wished({}, [add('REVIEW', 'adviser')]);
    expect(shape(slots).slice(0, 3)).toEqual([
      [1, 'REVIEW', false],
      [2, 'REVIEW', true],
      [3, 'CONSULT', false],
    ]);
    expect(slots.at(-1)?.duty).toBe('DECISION');
  });

  it('A-05: what the regulations want cannot be taken out, with the article that wants it', () => {
    const finance = slotKey({ duty: 'CONSULT', postId: posts.finance });
    expect(() => wished({ removes: [finance] })).toThrow(
      expect.objectContaining({
        code: 'approvals.slot_is_mandatory',
        params: { post: '政策課係長', article: '第5条' },
      }),
    );
    const decision = slotKey({ duty: 'DECISION', postId: posts.departmentHead });
    expect(() => wished({ removes: [decision] })).toThrow('approvals.slot_is_mandatory');
  });

  it('A-05: what is not mandatory can, and nobody is added twice or beside the decision', () => {
    const optional = [
      slot(1, 'REVIEW', posts.subsectionHead, { mandatory: false }),
      slot(2, 'DECISION', posts.sectionHead),
    ];
    const key = slotKey({ duty: 'REVIEW', postId: posts.subsectionHead });
    const wish = { adds: [], removes: [key], skips: [] };
    const left = applyWish(optional, { wish, adds: [add('REVIEW', posts.sectionHead)], newId: () => 'new' });
    expect(shape(left)).toEqual([[1, 'DECISION', false]]);
    expect(wished({}, [add('CONSULT', posts.finance)])).toHaveLength(6);
  });
});
