import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  content,
  drafter,
  edited,
  factsFor,
  number,
  posts,
  recordsManager,
  sectionHead,
  stranger,
  submitted,
  subsectionHead,
  when,
} from '../case.fixtures.ts';
import { type ApprovalCase, activeSlots } from '../case.ts';
import { draftCase } from './drafting.ts';

const statuses = (one: ApprovalCase) => one.route.map((slot) => slot.status);
const holder = (one: ApprovalCase) => activeSlots(one)[0]?.postId;

describe('起案', () => {
  it('makes a draft in the drafter’s main post', () => {
    const draft = aDraft();
    expect(draft).toMatchObject({ status: 'DRAFT', version: 1, revision: 1, drafterPostId: posts.staff });
  });

  it('is refused to a person without a post', () => {
    expect(() => draftCase(factsFor({ ...drafter, posts: [] }), 'x', { content: content() })).toThrow(
      'directory.no_post',
    );
  });
});

describe('回議', () => {
  it('begins with the first reviewer', () => {
    const given = submitted();
    expect(statuses(given)).toEqual(['ACTIVE', 'WAITING']);
    expect(holder(given)).toBe(posts.subsectionHead);
  });

  it('cannot be begun twice', () => {
    expect(() => submitted(submitted())).toThrow('approvals.not_being_drafted');
  });

  it('goes from the reviewer to the decider and keeps who marked it, as they were that day', () => {
    const given = when(submitted(), subsectionHead, { act: 'approve', comment: '異存ありません' });
    expect(statuses(given)).toEqual(['APPROVED', 'ACTIVE']);
    expect(given.route[0]).toMatchObject({
      mark: {
        actedBy: { name: subsectionHead.name, postTitle: '係長', unitName: '政策課' },
        comment: '異存ありません',
        manifestHash: 'manifest-1',
        basis: { kind: 'OWN' },
        via: 'api',
      },
    });
  });

  it('ends with the decision and its number', () => {
    const given = when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    expect(given).toMatchObject({ status: 'DECIDED', documentNumber: number });
    expect(statuses(given)).toEqual(['APPROVED', 'APPROVED']);
  });

  it('does not let anybody act out of turn', () => {
    const given = submitted();
    for (const actor of [sectionHead, stranger, drafter, recordsManager]) {
      expect(() => when(given, actor, { act: 'approve' })).toThrow('approvals.not_the_holder');
    }
  });

  it('does not let a drafter approve the own case in a post taken over later', () => {
    const promoted = { ...drafter, posts: subsectionHead.posts };
    expect(() => when(submitted(), promoted, { act: 'approve' })).toThrow('approvals.not_the_holder');
  });

  it('lets nobody act on a decided case', () => {
    const decided = when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    expect(() => when(decided, sectionHead, { act: 'approve' })).toThrow('approvals.not_in_review');
    expect(() => when(decided, sectionHead, { act: 'pullBack' })).toThrow('approvals.cannot_pull_back');
    expect(() => edited(decided, {})).toThrow('approvals.not_being_drafted');
  });
});

describe('差戻し', () => {
  const atDecider = () => when(submitted(), subsectionHead, { act: 'approve' });

  it('goes to the drafter with its reason', () => {
    const given = when(atDecider(), sectionHead, { act: 'sendBack', reason: '金額の根拠を添えてください' });
    expect(given).toMatchObject({
      status: 'SENT_BACK',
      sentBack: { reason: '金額の根拠を添えてください', by: { postTitle: '課長' } },
    });
    expect(activeSlots(given)).toEqual([]);
  });

  it('keeps the marks when the drafter changes nothing, and resumes where it was sent back', () => {
    const sentBack = when(atDecider(), sectionHead, { act: 'sendBack', reason: '確認' });
    const again = submitted(sentBack);
    expect(again).toMatchObject({ revision: 2, status: 'IN_REVIEW' });
    expect(statuses(again)).toEqual(['APPROVED', 'ACTIVE']);
  });

  it('voids the marks when the content has changed', () => {
    const sentBack = when(atDecider(), sectionHead, { act: 'sendBack', reason: '確認' });
    const again = submitted(edited(sentBack, { title: '物品の購入について（修正）' }));
    expect(statuses(again)).toEqual(['ACTIVE', 'WAITING']);
  });

  it('goes to an earlier step when asked', () => {
    const given = atDecider();
    const target = given.route[0]?.slotId ?? '';
    const back = when(given, sectionHead, { act: 'sendBack', reason: '係で確かめてください', toSlotId: target });
    expect(back.status).toBe('IN_REVIEW');
    expect(statuses(back)).toEqual(['ACTIVE', 'WAITING']);
    expect(when(back, subsectionHead, { act: 'approve' })).toMatchObject({ sentBack: null });
  });

  it('cannot go to a step that has not acted, or to one of another case', () => {
    const given = submitted();
    const later = given.route[1]?.slotId ?? '';
    expect(() => when(given, subsectionHead, { act: 'sendBack', reason: 'x', toSlotId: later })).toThrow(
      'approvals.no_such_slot',
    );
  });
});

describe('引戻し', () => {
  it('gives the case back to the drafter while nobody has acted', () => {
    const given = when(submitted(), drafter, { act: 'pullBack' });
    expect(given.status).toBe('DRAFT');
    expect(submitted(given).status).toBe('IN_REVIEW');
  });

  it('is refused to the drafter once the reviewer has acted', () => {
    const given = when(submitted(), subsectionHead, { act: 'approve' });
    expect(() => when(given, drafter, { act: 'pullBack' })).toThrow('approvals.cannot_pull_back');
  });

  it('takes the reviewer’s own mark back while the next has not acted', () => {
    const given = when(when(submitted(), subsectionHead, { act: 'approve' }), subsectionHead, { act: 'pullBack' });
    expect(statuses(given)).toEqual(['ACTIVE', 'WAITING']);
  });

  it('is refused to others', () => {
    const given = when(submitted(), subsectionHead, { act: 'approve' });
    for (const actor of [sectionHead, stranger]) {
      expect(() => when(given, actor, { act: 'pullBack' })).toThrow('approvals.cannot_pull_back');
    }
  });

  it('does not reach marks that were kept from before a 差戻し', () => {
    const sentBack = when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, {
      act: 'sendBack',
      reason: 'x',
    });
    const again = submitted(sentBack);
    expect(() => when(again, subsectionHead, { act: 'pullBack' })).toThrow('approvals.cannot_pull_back');
    expect(when(again, drafter, { act: 'pullBack' }).status).toBe('DRAFT');
  });
});

describe('A-18: 取下げ', () => {
  const asked = () =>
    when(when(submitted(), subsectionHead, { act: 'approve' }), drafter, {
      act: 'requestWithdrawal',
      reason: '計画が変わりました',
    });

  it('waits for the holder, and nobody approves meanwhile', () => {
    expect(() => when(asked(), sectionHead, { act: 'approve' })).toThrow('approvals.withdrawal_waits');
    expect(() => when(asked(), sectionHead, { act: 'sendBack', reason: 'x' })).toThrow('approvals.withdrawal_waits');
  });

  it('makes the case a draft again when the holder confirms; its marks are void', () => {
    const given = when(asked(), sectionHead, { act: 'confirmWithdrawal' });
    expect(given.status).toBe('DRAFT');
    expect(statuses(given)).toEqual(['WAITING', 'WAITING']);
    expect(statuses(submitted(given))).toEqual(['ACTIVE', 'WAITING']);
  });

  it('may be confirmed by the records manager', () => {
    expect(when(asked(), recordsManager, { act: 'confirmWithdrawal' }).status).toBe('DRAFT');
  });

  it('goes on when the holder declines', () => {
    const given = when(asked(), sectionHead, { act: 'declineWithdrawal', reason: '決裁します' });
    expect(when(given, sectionHead, { act: 'approve' }).status).toBe('DECIDED');
  });

  it('cannot be settled by the drafter or by a stranger', () => {
    for (const actor of [drafter, stranger, subsectionHead]) {
      expect(() => when(asked(), actor, { act: 'confirmWithdrawal' })).toThrow('approvals.no_withdrawal_to_settle');
    }
  });

  it('is not asked for before anybody has acted: pulling back serves then', () => {
    expect(() => when(submitted(), drafter, { act: 'requestWithdrawal', reason: 'x' })).toThrow(
      'approvals.cannot_request_withdrawal',
    );
  });
});

describe('質問と回答', () => {
  const asked = () => when(submitted(), subsectionHead, { act: 'ask', text: '昨年度との違いは何ですか' });

  it('goes to the drafter without moving the case', () => {
    const given = asked();
    expect(holder(given)).toBe(posts.subsectionHead);
    expect(given.questions).toHaveLength(1);
  });

  it('is answered by the drafter, once', () => {
    const question = asked();
    const questionId = question.questions[0]?.questionId ?? '';
    const answered = when(question, drafter, { act: 'answer', questionId, text: '数量だけです' });
    expect(answered.questions[0]).toMatchObject({ answer: { text: '数量だけです', by: { name: drafter.name } } });
    expect(() => when(answered, drafter, { act: 'answer', questionId, text: 'もう一度' })).toThrow(
      'approvals.cannot_answer',
    );
    expect(() => when(question, stranger, { act: 'answer', questionId, text: 'x' })).toThrow('approvals.cannot_answer');
  });
});

describe('破棄', () => {
  it('ends a draft for good', () => {
    const given = when(aDraft(), drafter, { act: 'discard' });
    expect(given.status).toBe('WITHDRAWN');
    expect(() => submitted(given)).toThrow('approvals.not_being_drafted');
  });

  it('is not possible in review', () => {
    expect(() => when(submitted(), drafter, { act: 'discard' })).toThrow('approvals.not_being_drafted');
  });
});
