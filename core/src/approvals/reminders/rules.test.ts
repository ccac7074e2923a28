import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  fullPlan,
  granted,
  planOf,
  posts,
  sectionHead,
  slot,
  submitted,
  subsectionHead,
  when,
} from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';
import { dueSteps } from './rules.ts';

const ladder = [
  { afterWorkingDays: 2, to: 'HOLDER' },
  { afterWorkingDays: 4, to: 'SUPERIOR' },
] as const;
const withLadder = (one: ApprovalCase, since = '2026-11-20T03:00:00Z'): ApprovalCase => ({
  ...one,
  reminders: ladder,
  route: one.route.map((at) => (at.status === 'ACTIVE' ? { ...at, activeSince: new Date(since) } : at)),
});
const steps = (one: ApprovalCase, day: string) => dueSteps(one, day as never).map(({ to }) => to);

describe('A-23: the ladder of reminders', () => {
  it('counts working days: a weekend and a holiday bring nobody nearer', () => {
    const one = withLadder(submitted());
    expect(steps(one, '2026-11-20')).toEqual([]);
    // Saturday, Sunday, 勤労感謝の日, Tuesday.
    expect(steps(one, '2026-11-24')).toEqual([]);
    expect(steps(one, '2026-11-25')).toEqual(['HOLDER']);
    expect(steps(one, '2026-11-27')).toEqual(['HOLDER', 'SUPERIOR']);
  });

  it('has a clock for every slot of a parallel 合議, and none for those who have acted or are not on yet', () => {
    const atConsultation = when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });
    const due = dueSteps(withLadder(atConsultation), '2026-11-25' as never);
    expect(due.map(({ post }) => post.postId)).toEqual([posts.finance, posts.legal, posts.personnel]);
  });

  it('leaves out the steps that are for other duties', () => {
    const one = { ...withLadder(submitted()), reminders: [{ ...ladder[0], duties: ['CONSULT'] }, ladder[1]] };
    expect(steps(one, '2026-11-27')).toEqual(['SUPERIOR']);
  });

  it('is over with the decision', () => {
    const plan = planOf(slot(1, 'DECISION', posts.sectionHead));
    const decided = when(submitted(aDraft(), plan), sectionHead, { act: 'approve' });
    expect(steps(withLadder(decided), '2027-11-25')).toEqual([]);
  });
});

describe('A-12, A-13: the ladder for 後閲 past its last day', () => {
  const overdue = [
    { afterWorkingDays: 1, to: 'READER' },
    { afterWorkingDays: 3, to: 'OFFICER' },
  ] as const;
  const dueOn = '2026-11-20' as never;
  const decided = (): ApprovalCase => {
    const one = submitted();
    const act = { act: 'skipAbsent', slotId: one.route[0]?.slotId ?? '', reason: '出張' } as const;
    const passed = when(one, sectionHead, act, { skip: granted({ postReviewDueOn: dueOn }) });
    return { ...when(passed, sectionHead, { act: 'approve' }), overdue };
  };

  it('counts working days from the last day, also of what is long decided', () => {
    const one = decided();
    expect(one.status).toBe('DECIDED');
    expect(steps(one, '2026-11-20')).toEqual([]);
    // Saturday, Sunday, 勤労感謝の日.
    expect(steps(one, '2026-11-23')).toEqual([]);
    expect(steps(one, '2026-11-24')).toEqual(['READER']);
    expect(steps(one, '2026-11-26')).toEqual(['READER', 'OFFICER']);
    expect(dueSteps(one, '2026-11-24' as never)[0]).toMatchObject({ post: { postId: posts.subsectionHead } });
  });

  it('is over once it was reviewed, and none where the pack tells nobody, or the review has no last day', () => {
    const one = decided();
    const obligationId = one.obligations[0]?.obligationId ?? '';
    const reviewed = when(one, subsectionHead, { act: 'confirmPostReview', obligationId });
    expect(steps(reviewed, '2027-11-26')).toEqual([]);
    expect(steps({ ...one, overdue: [] }, '2027-11-26')).toEqual([]);
    const endless = { ...one, obligations: one.obligations.map((owed) => ({ ...owed, dueOn: null })) };
    expect(steps(endless, '2027-11-26')).toEqual([]);
  });
});
