import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  attached,
  departmentHead,
  drafter,
  edited,
  finance,
  fullPlan,
  legal,
  personnel,
  planOf,
  posts,
  sectionHead,
  slot,
  submitted,
  subsectionHead,
  when,
} from '../case.fixtures.ts';
import { type ApprovalCase, slotKey } from '../case.ts';
import { contentSeen, differences } from '../content.ts';

const statuses = (one: ApprovalCase) => one.route.map(({ status }) => status);
const consents = (one: ApprovalCase) =>
  [finance, legal, personnel].reduce((at, actor) => when(at, actor, { act: 'consent' }), one);
const atSectionHead = (one = submitted(aDraft(), fullPlan())) =>
  consents(when(one, subsectionHead, { act: 'approve' }));
const sentBack = (one = atSectionHead()) => when(one, sectionHead, { act: 'sendBack', reason: '根拠を足してください' });

describe('差戻し', () => {
  it('A-15: keeps every mark when nothing is changed', () => {
    const again = submitted(sentBack(), fullPlan());
    expect(statuses(again)).toEqual(['APPROVED', 'CONSENTED', 'CONSENTED', 'CONSENTED', 'ACTIVE', 'WAITING']);
    expect(again).toMatchObject({ revision: 2, returns: 1 });
  });

  it('A-15: a changed 要旨 voids the marks of the line and of 合議', () => {
    const again = submitted(edited(sentBack(), { proposalText: '別の提案' }), fullPlan());
    expect(statuses(again)).toEqual(['ACTIVE', 'WAITING', 'WAITING', 'WAITING', 'WAITING', 'WAITING']);
  });

  it('A-15: a new attachment leaves marks; a replaced one asks those again who had seen it', () => {
    const withFile = attached(aDraft(), '見積書.pdf');
    const given = sentBack(atSectionHead(submitted(withFile, fullPlan())));
    const added = submitted(attached(given, '仕様書.pdf'), fullPlan());
    expect(statuses(added).slice(0, 5)).toEqual(['APPROVED', 'CONSENTED', 'CONSENTED', 'CONSENTED', 'ACTIVE']);
    const attachmentId = given.attachments[0]?.attachmentId ?? '';
    const replaced = submitted(attached(given, '見積書.pdf', attachmentId), fullPlan());
    expect(statuses(replaced)[0]).toBe('ACTIVE');
    expect(statuses(replaced).filter((status) => status === 'WAITING')).toHaveLength(5);
  });

  it('A-15: a change of handling asks only the examiners again', () => {
    const plan = () =>
      planOf(
        slot(1, 'EXAMINE', posts.legal),
        slot(2, 'REVIEW', posts.subsectionHead),
        slot(3, 'DECISION', posts.sectionHead),
      );
    const through = when(when(submitted(aDraft(), plan()), legal, { act: 'approve' }), subsectionHead, {
      act: 'approve',
    });
    const back = when(through, sectionHead, { act: 'sendBack', reason: '分類を直してください' });
    const again = submitted(edited(back, { classification: { code: 'B-02', name: '契約' } }), plan());
    expect(statuses(again)).toEqual(['ACTIVE', 'APPROVED', 'WAITING']);
    expect(statuses(when(again, legal, { act: 'approve' }))).toEqual(['APPROVED', 'APPROVED', 'ACTIVE']);
  });

  it('A-26: what is opened to more people asks everybody again; what is closed to some asks nobody', () => {
    const closed = (confidentiality: 'C3B' | 'C1') =>
      edited(sentBack(), { details: { ...sentBack().details, confidentiality } });
    expect(statuses(submitted(closed('C1'), fullPlan()))[0]).toBe('ACTIVE');
    expect(statuses(submitted(closed('C3B'), fullPlan()))[0]).toBe('APPROVED');
  });

  it('A-15: shows what changed since the one who looks had seen it', () => {
    const again = submitted(edited(sentBack(), { title: '物品の購入について（修正）' }), fullPlan());
    const seen = again.route.find(({ postId }) => postId === posts.sectionHead)?.seen;
    const before = contentSeen(again, seen?.manifestHash ?? '');
    expect(before && differences(before, again)).toEqual([
      { part: 'TITLE', name: null, before: '物品の購入について', after: '物品の購入について（修正）' },
    ]);
  });

  it('A-15: to an earlier step, only that step acts again', () => {
    const given = atSectionHead();
    const target = given.route[1]?.slotId ?? '';
    const back = when(given, sectionHead, { act: 'sendBack', reason: '財源を確かめてください', toSlotId: target });
    expect(statuses(back)).toEqual(['APPROVED', 'ACTIVE', 'CONSENTED', 'CONSENTED', 'WAITING', 'WAITING']);
    expect(statuses(when(back, finance, { act: 'consent' }))[4]).toBe('ACTIVE');
  });

  it('A-15: voids what was said when asked to', () => {
    const given = atSectionHead();
    const back = when(given, sectionHead, { act: 'sendBack', reason: '最初から', marks: 'VOID' });
    expect(statuses(submitted(back, fullPlan()))[0]).toBe('ACTIVE');
    const target = given.route[0]?.slotId ?? '';
    const step = when(given, sectionHead, { act: 'sendBack', reason: 'x', toSlotId: target, marks: 'VOID' });
    expect(statuses(step)).toEqual(['ACTIVE', 'WAITING', 'WAITING', 'WAITING', 'WAITING', 'WAITING']);
  });
});

describe('却下・廃案', () => {
  it('A-16: 却下 ends the case for good, with its reason', () => {
    const given = when(atSectionHead(), sectionHead, { act: 'reject', reason: '必要性がありません' });
    expect(given).toMatchObject({
      status: 'REJECTED',
      ended: { reason: '必要性がありません', by: { staffId: sectionHead.staffId } },
    });
    expect(() => submitted(given)).toThrow('approvals.not_being_drafted');
    expect(() => when(given, departmentHead, { act: 'approve' })).toThrow('approvals.not_in_review');
  });

  it('A-19: 廃案 after 合議 keeps who had been consulted', () => {
    for (const given of [atSectionHead(), sentBack()]) {
      const dropped = when(given, drafter, { act: 'abandon', reason: '事業を中止します' });
      expect(dropped).toMatchObject({ status: 'ABANDONED', ended: { reason: '事業を中止します' } });
      expect(statuses(dropped).filter((status) => status === 'CONSENTED')).toHaveLength(3);
    }
    expect(() => when(aDraft(), drafter, { act: 'abandon', reason: 'x' })).toThrow('approvals.cannot_abandon');
    expect(() => when(atSectionHead(), sectionHead, { act: 'abandon', reason: 'x' })).toThrow(
      'approvals.cannot_abandon',
    );
  });
});

describe('引戻し', () => {
  it('A-17: takes back one of several answers of a stage, as long as the next stage has not acted', () => {
    const given = atSectionHead();
    const back = when(given, legal, { act: 'pullBack' });
    expect(statuses(back)).toEqual(['APPROVED', 'CONSENTED', 'ACTIVE', 'CONSENTED', 'WAITING', 'WAITING']);
    const later = when(given, sectionHead, { act: 'approve' });
    expect(() => when(later, legal, { act: 'pullBack' })).toThrow('approvals.cannot_pull_back');
  });

  it('A-17: takes back an objection, and with it the 協議', () => {
    const given = when(when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' }), finance, {
      act: 'object',
      reason: 'x',
    });
    expect(when(given, finance, { act: 'pullBack' })).toMatchObject({ status: 'IN_REVIEW' });
  });

  it('A-17: makes required again whom the act had made unnecessary', () => {
    const any = { stageRule: 'ANY' as const };
    const plan = planOf(
      slot(1, 'CONSULT', posts.finance, any),
      slot(1, 'CONSULT', posts.legal, any),
      slot(2, 'DECISION', posts.sectionHead),
    );
    const answered = when(submitted(aDraft(), plan), finance, { act: 'consent' });
    expect(statuses(when(answered, finance, { act: 'pullBack' }))).toEqual(['ACTIVE', 'ACTIVE', 'WAITING']);
  });
});

describe('仮決裁', () => {
  it('A-20: the same post decides provisionally, 合議 follows, then it decides', () => {
    const plan = planOf(
      slot(1, 'PROVISIONAL', posts.sectionHead),
      slot(2, 'CONSULT', posts.finance),
      slot(3, 'DECISION', posts.sectionHead),
    );
    const provisional = when(submitted(aDraft(), plan), sectionHead, { act: 'approve' });
    expect(statuses(provisional)).toEqual(['APPROVED', 'ACTIVE', 'WAITING']);
    expect(new Set(provisional.route.map(slotKey)).size).toBe(3);
    const decided = when(when(provisional, finance, { act: 'consent' }), sectionHead, { act: 'approve' });
    expect(decided.status).toBe('DECIDED');
  });
});
