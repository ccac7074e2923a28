import { describe, expect, it } from '@jest/globals';
import { localDateOf } from '../../shared/index.ts';
import {
  aDraft,
  admin,
  after,
  attached,
  departmentHead,
  details,
  drafter,
  factsFor,
  finance,
  fullPlan,
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
import { release } from './oversight.ts';
import { BY_THE_RULES } from './pass-over.ts';

const statuses = (one: ApprovalCase) => one.route.map(({ status }) => status);
const named = (actor: typeof drafter) => ({ staffId: actor.staffId, name: actor.name, postTitle: '', unitName: '' });

describe('兼務', () => {
  const both = { ...subsectionHead, posts: [...subsectionHead.posts, ...sectionHead.posts] };

  it('A-06: one act gives two marks, and each names the other post', () => {
    const given = when(submitted(), both, { act: 'approve' });
    expect(given.status).toBe('DECIDED');
    expect(given.route).toMatchObject([
      { mark: { postId: posts.subsectionHead, actedBy: { postTitle: '係長' }, also: [{ postId: posts.sectionHead }] } },
      { mark: { postId: posts.sectionHead, actedBy: { postTitle: '課長' }, also: [{ postId: posts.subsectionHead }] } },
    ]);
    expect(new Set(given.route.map((one) => ('mark' in one ? one.mark.seq : 0))).size).toBe(1);
  });

  it('A-06: does not jump over somebody who stands between', () => {
    const plan = planOf(
      slot(1, 'REVIEW', posts.subsectionHead),
      slot(2, 'REVIEW', posts.finance),
      slot(3, 'DECISION', posts.sectionHead),
    );
    expect(statuses(when(submitted(aDraft(), plan), both, { act: 'approve' }))).toEqual([
      'APPROVED',
      'ACTIVE',
      'WAITING',
    ]);
  });

  it('A-17: both marks are taken back together', () => {
    const plan = planOf(
      slot(1, 'REVIEW', posts.subsectionHead),
      slot(2, 'REVIEW', posts.sectionHead),
      slot(3, 'DECISION', posts.departmentHead),
    );
    const given = when(submitted(aDraft(), plan), both, { act: 'approve' });
    expect(statuses(given)).toEqual(['APPROVED', 'APPROVED', 'ACTIVE']);
    expect(statuses(when(given, both, { act: 'pullBack' }))).toEqual(['ACTIVE', 'WAITING', 'WAITING']);
  });
});

describe('供覧', () => {
  const readers = [{ person: named(stranger) }, { person: named(finance) }, { person: named(drafter) }];
  const circulated = (one: ApprovalCase = submitted()) =>
    when(one, drafter, { act: 'circulate', staffIds: [], postIds: [], unitIds: [] }, { readers });

  it('A-21: is read by those of the moment it is sent, and nothing waits for them', () => {
    const given = circulated();
    expect(given.obligations.map(({ reader }) => reader?.staffId)).toEqual([stranger.staffId, finance.staffId]);
    const decided = when(when(given, subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    expect(decided.status).toBe('DECIDED');
    const read = when(decided, stranger, { act: 'markRead' });
    expect(read.obligations[0]).toMatchObject({ status: 'CONFIRMED', done: { by: { staffId: stranger.staffId } } });
    expect(() => when(read, stranger, { act: 'markRead' })).toThrow('approvals.nothing_to_read');
  });

  it('A-21: sends it to nobody twice', () => {
    expect(() => circulated(circulated())).toThrow('approvals.no_new_reader');
    expect(() =>
      when(submitted(), stranger, { act: 'circulate', staffIds: [], postIds: [], unitIds: [] }, { readers }),
    ).toThrow('approvals.cannot_circulate');
  });
});

describe('催促', () => {
  it('A-23: reminds whoever has it, not again on the same working day, and approves nothing', () => {
    const given = when(submitted(), drafter, { act: 'remind' });
    expect(given.route[0]).toMatchObject({ status: 'ACTIVE', remindedAt: expect.any(Date) });
    expect(() => when(given, drafter, { act: 'remind' })).toThrow('approvals.reminded_lately');
    const remindedOn = (day: string): ApprovalCase => ({
      ...given,
      route: given.route.map((one) => ({ ...one, remindedAt: new Date(`${day}T03:00:00Z`) })),
    });
    // The fixtures' today is Saturday, 21 November.
    expect(() => when(remindedOn('2026-11-20'), drafter, { act: 'remind' })).toThrow('approvals.reminded_lately');
    expect(() => when(remindedOn('2026-11-19'), drafter, { act: 'remind' })).not.toThrow();
    expect(() => when(submitted(), subsectionHead, { act: 'remind' })).toThrow('approvals.cannot_remind');
  });
});

describe('振替', () => {
  const found = { post: { postId: posts.departmentHead, postTitle: '部長', unitName: '企画部' } };
  const move = (one: ApprovalCase, by = admin, more: object = found) =>
    when(one, by, { act: 'reassign', slotId: activeSlots(one)[0]?.slotId ?? '', reason: '長期休職のため' }, more);

  it('A-34: an administrator moves open work to another post', () => {
    const given = move(submitted());
    expect(given.route[0]).toMatchObject({ postId: posts.departmentHead, status: 'ACTIVE' });
    expect(when(given, departmentHead, { act: 'approve' }).route[0]?.status).toBe('APPROVED');
    expect(() => move(submitted(), sectionHead)).toThrow('approvals.cannot_reassign');
  });

  it('A-34: the decision stays with the post that the regulations name', () => {
    const atDecider = when(submitted(), subsectionHead, { act: 'approve' });
    expect(() => move(atDecider)).toThrow('approvals.decision_stays_with_post');
    const person = { person: named(stranger), unitIds: [], postIds: [posts.sectionHead] };
    expect(move(atDecider, admin, { person }).route[1]).toMatchObject({ assignee: { staffId: stranger.staffId } });
  });

  it('A-33, A-36: falls back to its post when whoever was named has left; what is done or unnamed stays', () => {
    const person = { person: named(stranger), unitIds: [], postIds: [] };
    const given = move(submitted(), admin, { person });
    const slotId = given.route[0]?.slotId ?? '';
    expect(() => when(given, subsectionHead, { act: 'approve' })).toThrow('approvals.not_the_holder');
    const { next, history } = release(given, slotId, factsFor(BY_THE_RULES));
    expect(history).toMatchObject({ act: 'RELEASED', detail: { from: stranger.name, fromStaffId: stranger.staffId } });
    expect(when(after(given, { next, history }), subsectionHead, { act: 'approve' }).route[0]?.status).toBe('APPROVED');
    expect(() => release(next, slotId, factsFor(BY_THE_RULES))).toThrow('approvals.no_such_slot');
    const done = when(given, stranger, { act: 'approve' });
    expect(() => release(done, slotId, factsFor(BY_THE_RULES))).toThrow('approvals.no_such_slot');
  });

  it('A-34: never to whoever moves it', () => {
    const person = { person: named(admin), unitIds: [], postIds: [] };
    expect(() => move(submitted(), admin, { person })).toThrow('approvals.not_to_oneself');
  });

  it('A-37: never to the drafter', () => {
    const person = { person: named(drafter), unitIds: [], postIds: [] };
    expect(() => move(submitted(), admin, { person })).toThrow('approvals.drafter_does_not_decide');
  });
});

describe('添付', () => {
  it('A-28: stays in the drafter’s order, and nobody’s mark loses what it saw', () => {
    const two = attached(attached(aDraft(), '02.pdf'), '01.pdf');
    expect(two.attachments.map(({ name }) => name)).toEqual(['02.pdf', '01.pdf']);
    const ids = two.attachments.map(({ attachmentId }) => attachmentId).toReversed();
    expect(when(two, drafter, { act: 'orderAttachments', attachmentIds: ids }).attachments[0]?.name).toBe('01.pdf');
    expect(() => when(two, drafter, { act: 'orderAttachments', attachmentIds: ids.slice(1) })).toThrow(
      'approvals.no_such_attachment',
    );
  });

  it('A-28: can be taken out before anybody has approved, never after', () => {
    const one = attached(aDraft(), '見積書.pdf');
    const attachmentId = one.attachments[0]?.attachmentId ?? '';
    expect(when(one, drafter, { act: 'removeAttachment', attachmentId }).attachments).toEqual([]);
    const back = when(when(submitted(one), subsectionHead, { act: 'approve' }), sectionHead, {
      act: 'sendBack',
      reason: 'x',
    });
    expect(() => when(back, drafter, { act: 'removeAttachment', attachmentId })).toThrow('approvals.attachment_sealed');
  });

  it('A-28: replaced in review it makes a new revision, and whoever saw the old one acts again', () => {
    const one = attached(aDraft(), '見積書.pdf');
    const given = when(submitted(one), subsectionHead, { act: 'approve' });
    const replaced = attached(given, '見積書.pdf', given.attachments[0]?.attachmentId ?? '');
    expect(replaced).toMatchObject({ revision: 2, attachments: [{ version: 2, earlier: [{ version: 1 }] }] });
    expect(statuses(replaced)).toEqual(['ACTIVE', 'WAITING']);
    const added = attached(given, '追加.pdf');
    expect(statuses(added)).toEqual(['APPROVED', 'ACTIVE']);
  });

  it('A-27: an answer points to attachments of the case', () => {
    const asked = when(attached(submitted(), '資料.pdf'), subsectionHead, { act: 'ask', text: '根拠は' });
    const questionId = asked.questions[0]?.questionId ?? '';
    const attachmentIds = asked.attachments.map(({ attachmentId }) => attachmentId);
    const answered = when(asked, drafter, { act: 'answer', questionId, text: '添付のとおり', attachmentIds });
    expect(answered.questions[0]?.answer).toMatchObject({ attachmentIds });
    expect(() => when(asked, drafter, { act: 'answer', questionId, text: 'x', attachmentIds: ['none'] })).toThrow(
      'approvals.no_such_attachment',
    );
  });
});

describe('施行日', () => {
  it('A-31: a day that is named needs its reason before submission, in the past or not', () => {
    for (const effectiveOn of ['2026-11-21', '2027-04-01']) {
      expect(() => submitted(aDraft({ details: details({ effectiveOn }) }))).toThrow(
        'approvals.effective_reason_missing',
      );
    }
    const past = aDraft({ details: details({ effectiveOn: '2026-10-01' }) });
    expect(() => submitted(past)).toThrow('approvals.effective_reason_missing');
    const reasoned = aDraft({
      details: details({ effectiveOn: '2026-10-01', retroactiveReason: '契約が先行したため' }),
    });
    expect(submitted(reasoned).status).toBe('IN_REVIEW');
  });

  it('A-31: is set after the decision without moving the time of the decision', () => {
    const decided = when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    const decidedOn = localDateOf(decided.updatedAt);
    const set = when(decided, drafter, { act: 'setEffectiveDate', effectiveOn: decidedOn });
    expect(set).toMatchObject({ status: 'DECIDED', effective: { on: decidedOn, reason: null } });
    for (const effectiveOn of ['2026-11-01', '2027-04-01']) {
      expect(() => when(decided, drafter, { act: 'setEffectiveDate', effectiveOn })).toThrow(
        'approvals.effective_reason_missing',
      );
      const reasoned = when(decided, drafter, { act: 'setEffectiveDate', effectiveOn, reason: '契約の日' });
      expect(reasoned).toMatchObject({ effective: { on: effectiveOn, reason: '契約の日' } });
    }
    expect(() =>
      when(submitted(aDraft(), fullPlan()), drafter, { act: 'setEffectiveDate', effectiveOn: '2026-12-01' }),
    ).toThrow('approvals.not_decided');
  });
});
