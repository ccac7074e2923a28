import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  fullPlan,
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
    expect(due.map(({ slot: at }) => at.postId)).toEqual([posts.finance, posts.legal, posts.personnel]);
  });

  it('is over with the decision', () => {
    const plan = planOf(slot(1, 'DECISION', posts.sectionHead));
    const decided = when(submitted(aDraft(), plan), sectionHead, { act: 'approve' });
    expect(steps(withLadder(decided), '2027-11-25')).toEqual([]);
  });
});
