import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  departmentHead,
  drafter,
  finance,
  fullPlan,
  legal,
  person,
  personnel,
  planOf,
  posts,
  sectionHead,
  slot,
  stranger,
  submitted,
  subsectionHead,
  units,
  when,
} from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';

const statuses = (one: ApprovalCase) => one.route.map(({ status }) => status);
const inConsultation = () => when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });

describe('合議', () => {
  it('A-07: asks all sections of a stage side by side, and goes on when all have answered', () => {
    const given = inConsultation();
    expect(statuses(given)).toEqual(['APPROVED', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'WAITING', 'WAITING']);
    const two = when(when(given, legal, { act: 'consent' }), finance, { act: 'consent' });
    expect(statuses(two)).toEqual(['APPROVED', 'CONSENTED', 'CONSENTED', 'ACTIVE', 'WAITING', 'WAITING']);
    expect(statuses(when(two, personnel, { act: 'consent' })).at(4)).toBe('ACTIVE');
  });

  it.each([
    ['ANY' as const, 1],
    [{ atLeast: 2 }, 2],
  ])('A-07: goes on when as many as %j have answered; the others are no longer required', (stageRule, needed) => {
    const consult = (postId: string) => slot(1, 'CONSULT', postId, { stageRule });
    const plan = planOf(
      ...[posts.finance, posts.legal, posts.personnel].map(consult),
      slot(2, 'DECISION', posts.sectionHead),
    );
    const answered = [finance, legal]
      .slice(0, needed)
      .reduce((one, actor) => when(one, actor, { act: 'consent' }), submitted(aDraft(), plan));
    expect(statuses(answered).filter((status) => status === 'NOT_REQUIRED')).toHaveLength(3 - needed);
    expect(statuses(answered).at(-1)).toBe('ACTIVE');
    expect(answered.route[2]).toMatchObject({ mark: { basis: { kind: 'STAGE_RULE' }, seq: answered.version } });
  });

  it('A-08: is answered with consent, consent with an opinion, or an objection, each with who said it', () => {
    const given = when(inConsultation(), finance, { act: 'consentWithOpinion', opinion: '来年度は見直すこと' });
    expect(given.route[1]).toMatchObject({
      status: 'CONSENTED_WITH_OPINION',
      mark: { comment: '来年度は見直すこと', actedBy: { staffId: finance.staffId } },
    });
    expect(given.status).toBe('IN_REVIEW');
  });

  it('A-08: is no approval: whoever is consulted neither approves nor rejects', () => {
    expect(() => when(inConsultation(), finance, { act: 'approve' })).toThrow('approvals.not_the_holder');
    expect(() => when(inConsultation(), finance, { act: 'reject', reason: 'x' })).toThrow('approvals.cannot_reject');
    expect(() => when(submitted(), subsectionHead, { act: 'consent' })).toThrow('approvals.not_consulted');
  });

  const disputed = () => when(inConsultation(), finance, { act: 'object', reason: '財源がありません' });

  it('A-08: an objection begins 協議; the other sections answer, nothing later opens', () => {
    const given = when(when(disputed(), legal, { act: 'consent' }), personnel, { act: 'consent' });
    expect(given.status).toBe('IN_DISPUTE');
    expect(statuses(given)).toEqual(['APPROVED', 'OBJECTED', 'CONSENTED', 'CONSENTED', 'WAITING', 'WAITING']);
  });

  it('A-08: 協議 ends when whoever objected agrees after all', () => {
    const given = when(disputed(), finance, { act: 'consent', comment: '財源を確認しました' });
    expect(given.status).toBe('IN_REVIEW');
    expect(given.route[1]?.status).toBe('CONSENTED');
    expect(() => when(disputed(), legal, { act: 'object', reason: 'x' })).not.toThrow();
  });

  it('A-08: 合議不調 carries both opinions up to the decider', () => {
    const settled = when(disputed(), drafter, {
      act: 'settleDispute',
      outcome: 'PROCEED',
      reason: '補正予算で対応します',
    });
    expect(settled).toMatchObject({ status: 'IN_REVIEW', deadlock: { reason: '補正予算で対応します' } });
    const through = when(when(settled, legal, { act: 'consent' }), personnel, { act: 'consent' });
    const decided = when(when(through, sectionHead, { act: 'approve' }), departmentHead, { act: 'approve' });
    expect(decided).toMatchObject({ status: 'DECIDED', deadlock: { reason: '補正予算で対応します' } });
    expect(decided.route[1]).toMatchObject({ status: 'OBJECTED', mark: { comment: '財源がありません' } });
  });

  it('A-08: a second objection after 合議不調 is settled by itself', () => {
    const settled = when(disputed(), drafter, { act: 'settleDispute', outcome: 'PROCEED', reason: 'x' });
    const again = when(settled, legal, { act: 'object', reason: '条例に反します' });
    expect(again.status).toBe('IN_DISPUTE');
  });

  it('A-08: the drafter may revise; the section that objected is asked again even when nothing changed', () => {
    const back = when(disputed(), drafter, { act: 'settleDispute', outcome: 'REVISE', reason: '見直します' });
    expect(back.status).toBe('SENT_BACK');
    expect(statuses(submitted(back, fullPlan()))).toEqual([
      'APPROVED',
      'ACTIVE',
      'ACTIVE',
      'ACTIVE',
      'WAITING',
      'WAITING',
    ]);
  });

  it('A-08: only the drafter settles it', () => {
    for (const actor of [finance, sectionHead, stranger]) {
      expect(() => when(disputed(), actor, { act: 'settleDispute', outcome: 'PROCEED', reason: 'x' })).toThrow(
        'approvals.no_dispute_to_settle',
      );
    }
  });
});

describe('合議受付', () => {
  const clerk = person(51, '見本 財補', '00000000-0000-7000-8000-000000000151', '財政課主任');
  const chief = person(52, '見本 財係', '00000000-0000-7000-8000-000000000152', '財政係長');
  const plan = () =>
    planOf(slot(1, 'CONSULT', posts.finance, { section: units.finance }), slot(2, 'DECISION', posts.sectionHead));
  const given = () => submitted(aDraft(), plan());
  const slotId = (one: ApprovalCase) => one.route[0]?.slotId ?? '';
  const found = {
    person: {
      person: { staffId: clerk.staffId, name: clerk.name, postTitle: '主任', unitName: '財政課' },
      unitIds: [units.finance],
      postIds: [],
    },
  };

  it('A-09: the section takes it in, and the drafter sees who has it since when', () => {
    const one = given();
    const received = when(one, chief, { act: 'receive', slotId: slotId(one) });
    expect(received.route[0]).toMatchObject({ received: { by: { staffId: chief.staffId } }, status: 'ACTIVE' });
    expect(() => when(received, chief, { act: 'receive', slotId: slotId(received) })).toThrow(
      'approvals.received_already',
    );
  });

  it('A-09: the receiver names who answers; then only that person does', () => {
    const one = given();
    const assigned = when(one, chief, { act: 'assign', slotId: slotId(one), staffId: clerk.staffId }, found);
    expect(() => when(assigned, finance, { act: 'consent' })).toThrow('approvals.not_consulted');
    const answered = when(assigned, clerk, { act: 'consent' });
    expect(answered.route[0]).toMatchObject({
      status: 'CONSENTED',
      mark: { actedBy: { staffId: clerk.staffId }, postId: clerk.posts[0]?.postId },
    });
  });

  it('A-09: the head answers without naming anybody', () => {
    expect(when(given(), finance, { act: 'consent' }).route[0]?.status).toBe('CONSENTED');
  });

  it('A-09: is refused to a clerk, to other sections, and for somebody of another section', () => {
    const one = given();
    for (const actor of [clerk, sectionHead, stranger]) {
      expect(() => when(one, actor, { act: 'receive', slotId: slotId(one) })).toThrow('approvals.not_the_receiver');
    }
    const elsewhere = { person: { ...found.person, unitIds: [units.policy] } };
    expect(() => when(one, chief, { act: 'assign', slotId: slotId(one), staffId: clerk.staffId }, elsewhere)).toThrow(
      'approvals.not_in_section',
    );
  });
});
