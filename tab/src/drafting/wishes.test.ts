import { describe, expect, it } from '@jest/globals';
import type { Classification, RouteWish } from '@kaigi/core/contract';
import { SECTION_HEAD, SUBSECTION_HEAD } from '../testing/people.ts';
import { aSlot } from '../testing/slots.ts';
import { suggestedCode } from './classification.ts';
import { documentProblem, MOST_BYTES, titleFrom } from './files.ts';
import { markOutlook } from './marks.ts';
import { moved } from './ordering.ts';
import { addKey, type RouteAdd, restored, withAdd, withoutSlot, withSkip } from './wish.ts';

const NONE: RouteWish = { adds: [], removes: [], skips: [] };
const ADD: RouteAdd = { duty: 'CONSULT', postId: null, unitId: 'zaisei', reason: '予算に関わるため' };

describe("A-05: the drafter's wishes about the route", () => {
  it('name an addition as the simulated route names its slot', () => {
    expect(addKey(ADD)).toBe('CONSULT/zaisei');
    expect(addKey({ ...ADD, unitId: null, postId: 'p1', duty: 'REVIEW' })).toBe('REVIEW/p1');
  });

  it('add nobody twice; the last reason counts', () => {
    const wish = withAdd(withAdd(NONE, ADD), { ...ADD, reason: '別の理由' });
    expect(wish.adds).toEqual([{ ...ADD, reason: '別の理由' }]);
  });

  it('drop an addition without a trace, and remember what the regulations had put there', () => {
    const wish = withAdd(NONE, ADD);
    expect(withoutSlot(wish, 'CONSULT/zaisei')).toEqual(NONE);
    expect(withoutSlot(wish, 'CONSULT/soumu')).toEqual({ ...wish, removes: ['CONSULT/soumu'] });
  });

  it('are taken back', () => {
    const wish = withSkip(withoutSlot(NONE, 'CONSULT/soumu'), 'REVIEW/p1');
    expect(wish).toEqual({ adds: [], removes: ['CONSULT/soumu'], skips: ['REVIEW/p1'] });
    expect(restored(restored(wish, 'CONSULT/soumu'), 'REVIEW/p1')).toEqual(NONE);
  });
});

describe('A-15: the marks of a case that came back', () => {
  const acted = { status: 'APPROVED', actedBy: SUBSECTION_HEAD, actedAt: '2026-11-20T00:00:00Z' } as const;
  const route = [
    aSlot({ key: 'a', unitName: '政策係', postTitle: '係長', ...acted }),
    aSlot({ key: 'b', duty: 'EXAMINE', unitName: '総務課', postTitle: '法規係', ...acted, actedBy: SECTION_HEAD }),
    aSlot({ key: 'c', duty: 'DECISION', unitName: '政策課', postTitle: '課長' }),
  ];

  it('stay while nothing of what they saw is changed', () => {
    expect(markOutlook(route, ['urgency'])).toEqual({
      kept: ['政策係 係長 係長 花子', '総務課 法規係 課長 次郎'],
      voided: [],
      again: ['政策課 課長'],
    });
  });

  it('all fall with a change of the gist', () => {
    expect(markOutlook(route, ['title']).voided).toHaveLength(2);
    expect(markOutlook(route, ['title']).kept).toEqual([]);
  });

  it('fall only for the examiner with a change of the handling', () => {
    expect(markOutlook(route, ['disclosure']).voided).toEqual(['総務課 法規係 課長 次郎']);
  });
});

describe('A-28: the order of attachments', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 1, ['a', 'b', 'c']],
    [0, 9, ['a', 'b', 'c']],
    [0, -1, ['a', 'b', 'c']],
    [7, 0, ['a', 'b', 'c']],
  ])('moves number %i to place %i', (from, to, order) => {
    expect(moved(['a', 'b', 'c'], from, to)).toEqual(order);
  });
});

describe('a file for the document', () => {
  it('is a Word document of at most 50 MB', () => {
    expect(documentProblem({ name: '起案.docx', size: 10 })).toBeNull();
    expect(documentProblem({ name: '起案.DOCX', size: MOST_BYTES })).toBeNull();
    expect(documentProblem({ name: '起案.doc', size: 10 })).toBe('document.wrong');
    expect(documentProblem({ name: '起案.docx', size: MOST_BYTES + 1 })).toBe('document.large');
  });

  it('gives the first title', () => {
    expect(titleFrom('補助金の交付決定について.docx')).toBe('補助金の交付決定について');
  });
});

describe('the class to begin with', () => {
  const item = (code: string, suggested: boolean): Classification => ({
    code,
    path: code,
    name: code,
    retentionYears: 5,
    period: { ja: '5年', en: '5 years' },
    article: '',
    suggested,
  });

  it('is that of the matter, else the one that fits the title, else none', () => {
    const items = [item('A', false), item('B', true)];
    expect(suggestedCode(items, 'A')).toBe('A');
    expect(suggestedCode(items, 'ABOLISHED')).toBe('B');
    expect(suggestedCode(items, null)).toBe('B');
    expect(suggestedCode([item('A', false)], null)).toBe('');
  });
});
