import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../directory/index.ts';
import {
  aDraft,
  after,
  departmentHead,
  drafter,
  factsFor,
  finance,
  fullPlan,
  granted,
  plan,
  planOf,
  posts,
  sectionHead,
  slot,
  stranger,
  submitted,
  subsectionHead,
  when,
} from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';
import type { StandInAnswer } from '../facts.ts';
import { BY_THE_RULES, passOver } from './pass-over.ts';

const slotOf = (one: ApprovalCase, postId: string) => one.route.find((each) => each.postId === postId);
const idOf = (one: ApprovalCase, postId: string) => slotOf(one, postId)?.slotId ?? '';
const byRule = granted({ automatic: true, article: '第14条第4項', postReviewDueOn: '2026-11-30' as never });
const passing = (one: ApprovalCase, postId: string, skip: StandInAnswer = byRule) =>
  passOver(one, idOf(one, postId), factsFor(BY_THE_RULES, { skip }));

describe('A-13: an absent reviewer passed over by the regulations themselves', () => {
  it('owes a review by its last day, and the history names article and evidence and nobody who chose it', () => {
    const before = submitted();
    const { next, history } = passing(before, posts.subsectionHead);
    expect(history).toMatchObject({
      act: 'PASSED_OVER',
      actor: { staffId: BY_THE_RULES.staffId, name: '規程による自動処理' },
      detail: { article: '第14条第4項', ruleId: 'd1', evidence: '出張のため不在' },
    });
    expect(slotOf(next, posts.subsectionHead)).toMatchObject({
      status: 'SKIPPED_POST_REVIEW',
      mark: { basis: { kind: 'SKIPPED', automatic: true, article: '第14条第4項', evidence: { source: 'MANUAL' } } },
    });
    expect(slotOf(next, posts.sectionHead)?.status).toBe('ACTIVE');
    expect(next.obligations).toMatchObject([
      {
        kind: 'POST_REVIEW_SKIPPED',
        post: { postId: posts.subsectionHead },
        article: '第14条第4項',
        dueOn: '2026-11-30',
      },
    ]);
    const decided = when(after(before, { next, history }), sectionHead, { act: 'approve' });
    const obligationId = decided.obligations[0]?.obligationId ?? '';
    const reviewed = when(decided, subsectionHead, { act: 'confirmPostReview', obligationId });
    expect([decided.status, reviewed.obligations[0]?.status]).toEqual(['DECIDED', 'CONFIRMED']);
  });

  it('is never the decider, nor whoever decides provisionally', () => {
    const atDecider = when(submitted(), subsectionHead, { act: 'approve' });
    expect(() => passing(atDecider, posts.sectionHead)).toThrow('approvals.no_such_slot');
    const provisional = planOf(slot(1, 'PROVISIONAL', posts.sectionHead), slot(2, 'DECISION', posts.departmentHead));
    expect(() => passing(submitted(aDraft(), provisional), posts.sectionHead)).toThrow('approvals.no_such_slot');
  });

  it('is nobody where the regulations leave it to a person, or refuse it: also no consulted section', () => {
    expect(() => passing(submitted(), posts.subsectionHead, granted())).toThrow('approvals.cannot_skip');
    const consulting = when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });
    const refused = { ok: false, code: 'regulations.skip_not_allowed', article: '第14条第3項' } as const;
    expect(() => passing(consulting, posts.finance, refused)).toThrow('regulations.skip_not_allowed');
    expect(passing(consulting, posts.finance).next.route.map(({ status }) => status)).toContain('SKIPPED_POST_REVIEW');
  });

  it('waits while a withdrawal is asked for, and where a superior sent the case back to this very step', () => {
    const further = when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });
    const asked = when(further, drafter, { act: 'requestWithdrawal', reason: '誤り' });
    expect(() => passing(asked, posts.finance)).toThrow('approvals.withdrawal_waits');
    const back = when(further, finance, {
      act: 'sendBack',
      reason: '金額',
      toSlotId: idOf(further, posts.subsectionHead),
    });
    expect(() => passing(back, posts.subsectionHead)).toThrow('approvals.no_such_slot');
  });

  it('is asked again after the proposal changed, and owes one review for each time', () => {
    const before = submitted();
    const passed = after(before, passing(before, posts.subsectionHead));
    const back = when(passed, sectionHead, { act: 'sendBack', reason: '直す' });
    const unchanged = submitted(back);
    expect(slotOf(unchanged, posts.subsectionHead)?.status).toBe('SKIPPED_POST_REVIEW');
    expect(unchanged.obligations).toHaveLength(1);
    const changed = submitted({ ...back, title: '別の件名', manifestHash: 'manifest-other', earlier: [] });
    expect([slotOf(changed, posts.subsectionHead)?.status, changed.obligations]).toEqual(['ACTIVE', []]);
  });
});

describe('A-13: passing over somebody who is absent, chosen by a person', () => {
  const three = () =>
    planOf(
      slot(1, 'REVIEW', posts.subsectionHead),
      slot(2, 'REVIEW', posts.sectionHead),
      slot(3, 'DECISION', posts.departmentHead),
    );
  const skip = (one: ApprovalCase, who: Actor, postId: string) =>
    when(one, who, { act: 'skipAbsent', slotId: idOf(one, postId), reason: '出張' }, { skip: granted() });

  it('A-05: also before the case has come to them: by the drafter, by a later post, and by whoever has it now', () => {
    for (const who of [drafter, departmentHead, subsectionHead]) {
      const one = skip(submitted(aDraft(), three()), who, posts.sectionHead);
      expect(one.route.map(({ status }) => status)).toEqual(['ACTIVE', 'SKIPPED_POST_REVIEW', 'WAITING']);
      const on = when(one, subsectionHead, { act: 'approve' });
      expect(on.route.map(({ status }) => status)).toEqual(['APPROVED', 'SKIPPED_POST_REVIEW', 'ACTIVE']);
    }
  });

  it('A-05: only upwards: never by somebody outside, by the one who is passed over, nor one who has acted', () => {
    const one = submitted(aDraft(), three());
    expect(() => skip(one, stranger, posts.sectionHead)).toThrow('approvals.cannot_skip');
    expect(() => skip(one, sectionHead, posts.sectionHead)).toThrow('approvals.cannot_skip');
    expect(() => skip(one, drafter, posts.departmentHead)).toThrow('approvals.no_such_slot');
    const further = when(one, subsectionHead, { act: 'approve' });
    expect(() => skip(further, drafter, posts.subsectionHead)).toThrow('approvals.no_such_slot');
    expect(() => skip(further, subsectionHead, posts.sectionHead)).toThrow('approvals.cannot_skip');
  });

  it('A-13: by the decider, over the one whom they wait for', () => {
    const one = skip(submitted(aDraft(), plan()), sectionHead, posts.subsectionHead);
    expect(slotOf(one, posts.sectionHead)?.status).toBe('ACTIVE');
  });
});
