import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  departmentHead,
  details,
  drafter,
  finance,
  fullPlan,
  granted,
  planOf,
  posts,
  sectionHead,
  slot,
  stranger,
  submitted,
  subsectionHead,
  when,
} from '../case.fixtures.ts';
import { type ApprovalCase, activeSlots } from '../case.ts';

const statuses = (one: ApprovalCase) => one.route.map(({ status }) => status);
const active = (one: ApprovalCase) => activeSlots(one)[0]?.slotId ?? '';
const atDecider = () => when(submitted(), subsectionHead, { act: 'approve' });

describe('代決', () => {
  const byDeputy = (more: object = {}) => {
    const one = atDecider();
    return when(one, subsectionHead, { act: 'deputyDecide', slotId: active(one), ...more }, { standIn: granted() });
  };

  it('A-11: decides for the absent decider and records on whose behalf, by which article, with which evidence', () => {
    const given = byDeputy({ comment: '急ぎのため' });
    expect(given.status).toBe('DECIDED');
    expect(given.route[1]).toMatchObject({
      status: 'DEPUTY_DECIDED',
      mark: {
        actedBy: { staffId: subsectionHead.staffId },
        postId: posts.subsectionHead,
        comment: '急ぎのため',
        basis: {
          kind: 'DEPUTY',
          article: '第9条',
          onBehalfOf: { postId: posts.sectionHead },
          evidence: { source: 'MANUAL' },
        },
      },
    });
  });

  it('A-11: is refused with the regulation’s own reason and article', () => {
    const one = atDecider();
    const standIn = { ok: false as const, code: 'regulations.deputy_limited', article: '第10条' };
    expect(() => when(one, subsectionHead, { act: 'deputyDecide', slotId: active(one) }, { standIn })).toThrow(
      expect.objectContaining({ code: 'regulations.deputy_limited', params: { article: '第10条' } }),
    );
    expect(() => when(one, subsectionHead, { act: 'deputyDecide', slotId: active(one) })).toThrow(
      'approvals.no_stand_in',
    );
  });

  it('A-11: is refused to the drafter, to the holder, and for a slot that is not open', () => {
    const one = atDecider();
    const found = { standIn: granted() };
    expect(() => when(one, drafter, { act: 'deputyDecide', slotId: active(one) }, found)).toThrow('approvals.own_case');
    expect(() => when(one, sectionHead, { act: 'deputyDecide', slotId: active(one) }, found)).toThrow(
      'approvals.holder_needs_no_deputy',
    );
    const first = one.route[0]?.slotId ?? '';
    expect(() => when(one, stranger, { act: 'deputyDecide', slotId: first }, found)).toThrow('approvals.no_such_slot');
  });

  it('A-11: keeps the instruction on which a restricted matter was decided', () => {
    expect(byDeputy({ instruction: '電話で指示を受けた' }).route[1]).toMatchObject({
      mark: { basis: { instruction: '電話で指示を受けた' } },
    });
  });

  it('A-12: opens a 後閲 for the absent decider, which is confirmed without changing the decision', () => {
    const given = byDeputy();
    const obligation = given.obligations[0];
    expect(obligation).toMatchObject({
      kind: 'POST_REVIEW_AFTER_DEPUTY',
      status: 'OPEN',
      post: { postId: posts.sectionHead },
    });
    const obligationId = obligation?.obligationId ?? '';
    for (const actor of [subsectionHead, stranger]) {
      expect(() => when(given, actor, { act: 'confirmPostReview', obligationId })).toThrow('approvals.no_post_review');
    }
    const confirmed = when(given, sectionHead, { act: 'confirmPostReview', obligationId });
    expect(confirmed).toMatchObject({
      status: 'DECIDED',
      obligations: [{ status: 'CONFIRMED', done: { by: { staffId: sectionHead.staffId } } }],
    });
    expect(() => when(confirmed, sectionHead, { act: 'confirmPostReview', obligationId })).toThrow(
      'approvals.no_post_review',
    );
  });

  it('A-12: an objection in 後閲 leaves the decision and asks the drafter for a correcting case', () => {
    const given = byDeputy();
    const obligationId = given.obligations[0]?.obligationId ?? '';
    const objected = when(given, sectionHead, { act: 'objectPostReview', obligationId, reason: '単価が違います' });
    expect(objected).toMatchObject({
      status: 'DECIDED',
      obligations: [{ status: 'OBJECTED', done: { comment: '単価が違います' } }],
    });
  });

  it('A-12: no 後閲 is opened where the regulations want none', () => {
    const one = atDecider();
    const found = { standIn: granted({ postReview: false }) };
    expect(when(one, subsectionHead, { act: 'deputyDecide', slotId: active(one) }, found).obligations).toEqual([]);
  });
});

describe('後閲（途中の者を飛ばす）', () => {
  const skipped = (one = submitted()) =>
    when(one, drafter, { act: 'skipAbsent', slotId: active(one), reason: '休暇のため' }, { skip: granted() });

  it('A-13: passes over an absent reviewer, who reads afterwards and may comment but not approve', () => {
    const given = skipped();
    expect(statuses(given)).toEqual(['SKIPPED_POST_REVIEW', 'ACTIVE']);
    expect(() => when(given, subsectionHead, { act: 'approve' })).toThrow('approvals.not_the_holder');
    const obligationId = given.obligations[0]?.obligationId ?? '';
    const read = when(given, subsectionHead, { act: 'confirmPostReview', obligationId, comment: '了解しました' });
    expect(read.obligations[0]).toMatchObject({ kind: 'POST_REVIEW_SKIPPED', status: 'COMMENTED' });
  });

  it('A-13: never passes over the decider, and a consulted section only where the regulations let', () => {
    const one = atDecider();
    expect(() => skipped(one)).toThrow('approvals.no_such_slot');
    const consulting = when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });
    const refused = { ok: false as const, code: 'regulations.skip_not_allowed', article: '第14条第3項' };
    const act = { act: 'skipAbsent', slotId: active(consulting), reason: '出張' } as const;
    expect(() => when(consulting, drafter, act, { skip: refused })).toThrow('regulations.skip_not_allowed');
    expect(when(consulting, drafter, act, { skip: granted() }).obligations).toHaveLength(1);
  });

  it('A-13: is for the drafter and for those further up; the regulations have the last word', () => {
    const one = submitted();
    expect(() =>
      when(one, stranger, { act: 'skipAbsent', slotId: active(one), reason: 'x' }, { skip: granted() }),
    ).toThrow('approvals.cannot_skip');
    const refused = { ok: false as const, code: 'regulations.skip_not_allowed', article: '第9条' };
    expect(() =>
      when(one, sectionHead, { act: 'skipAbsent', slotId: active(one), reason: 'x' }, { skip: refused }),
    ).toThrow('regulations.skip_not_allowed');
  });

  it('A-13: set at drafting, it is passed over from the start, with its obligation', () => {
    const skip = { ruleId: 's1', article: '第9条', sentence: '後閲', evidence: null, dueOn: null, reason: '長期出張' };
    const given = submitted(
      aDraft(),
      planOf(slot(1, 'REVIEW', posts.subsectionHead, { skip }), slot(2, 'DECISION', posts.sectionHead)),
    );
    expect(statuses(given)).toEqual(['SKIPPED_POST_REVIEW', 'ACTIVE']);
    expect(given.obligations).toHaveLength(1);
  });

  it('A-13: the obligation falls away when the reviewer is asked again after all', () => {
    const given = skipped();
    expect(when(given, drafter, { act: 'pullBack' }).obligations).toHaveLength(1);
    const back = when(given, sectionHead, { act: 'sendBack', reason: 'x', marks: 'VOID' });
    expect(back.obligations).toEqual([]);
  });
});

describe('引上げ', () => {
  const plan = () =>
    planOf(
      slot(1, 'REVIEW', posts.subsectionHead),
      slot(2, 'REVIEW', posts.sectionHead),
      slot(3, 'DECISION', posts.departmentHead),
    );
  const given = () => submitted(aDraft(), plan());

  it('A-14: a later post approves at once; those before it look at it afterwards', () => {
    const pulled = when(given(), sectionHead, { act: 'pullUp', outcome: 'APPROVE', reason: '急ぎます' });
    expect(statuses(pulled)).toEqual(['SKIPPED_POST_REVIEW', 'APPROVED', 'ACTIVE']);
    expect(pulled.obligations).toMatchObject([{ kind: 'POST_REVIEW_SKIPPED', post: { postId: posts.subsectionHead } }]);
    expect(pulled.route[1]).toMatchObject({ mark: { basis: { kind: 'PULL_UP', reason: '急ぎます' } } });
  });

  it('A-14: the decider may decide so, or refuse for good', () => {
    expect(when(given(), departmentHead, { act: 'pullUp', outcome: 'APPROVE', reason: 'x' }).status).toBe('DECIDED');
    const rejected = when(given(), departmentHead, { act: 'pullUp', outcome: 'REJECT', reason: '不要です' });
    expect(rejected).toMatchObject({ status: 'REJECTED', ended: { reason: '不要です' } });
    expect(statuses(rejected)).toEqual(['SKIPPED_POST_REVIEW', 'SKIPPED_POST_REVIEW', 'REJECTED']);
  });

  it('A-14: is only for later posts, and never over a consulted section', () => {
    for (const actor of [subsectionHead, stranger, drafter]) {
      expect(() => when(given(), actor, { act: 'pullUp', outcome: 'APPROVE', reason: 'x' })).toThrow(
        'approvals.cannot_pull_up',
      );
    }
    const consulting = submitted(aDraft(), fullPlan());
    expect(() => when(consulting, sectionHead, { act: 'pullUp', outcome: 'APPROVE', reason: 'x' })).toThrow(
      'approvals.cannot_pull_up',
    );
  });

  it('A-14: taken back, those who were passed over are asked again and owe nothing', () => {
    const pulled = when(given(), sectionHead, { act: 'pullUp', outcome: 'APPROVE', reason: 'x' });
    const back = when(pulled, sectionHead, { act: 'pullBack' });
    expect(statuses(back)).toEqual(['ACTIVE', 'WAITING', 'WAITING']);
    expect(back.obligations).toEqual([]);
  });
});

describe('紙の添付', () => {
  const paper = { title: '図面', pages: 40, location: '政策課書庫', holder: '政策課', reason: 'TOO_LARGE' as const };

  it('A-30: whoever lets the case pass says that they looked at the paper', () => {
    const given = submitted(aDraft({ details: details({ paperAttachments: [paper] }) }));
    expect(() => when(given, subsectionHead, { act: 'approve' })).toThrow('approvals.paper_not_checked');
    const checked = when(given, subsectionHead, { act: 'approve', paperChecked: true });
    expect(checked.route[0]).toMatchObject({ mark: { paperChecked: true } });
    expect(() => when(given, finance, { act: 'approve', paperChecked: true })).toThrow('approvals.not_the_holder');
  });
});
