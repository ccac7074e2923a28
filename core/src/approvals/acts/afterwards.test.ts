import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../directory/index.ts';
import { KaigiError } from '../../shared/index.ts';
import { awaitsOf } from '../afterwards.ts';
import {
  type Asked,
  aDraft,
  after,
  details,
  drafter,
  factsFor,
  granted,
  person,
  posts,
  sectionHead,
  stranger,
  submitted,
  subsectionHead,
  units,
  when,
} from '../case.fixtures.ts';
import { type ApprovalCase, type CaseDetails, isActive } from '../case.ts';
import type { ActInput, Issuance } from '../contract.ts';
import { mayDo } from '../may.ts';
import { decideAct } from './decide-act.ts';

const DECIDED_ON = '2026-11-21';
const dispatched: Issuance = { method: 'DISPATCH', on: null };

function decided(issuance: CaseDetails['issuance'] = dispatched): ApprovalCase {
  const sent = submitted(aDraft({ details: details({ issuance }) }));
  const one = when(when(sent, subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
  return { ...one, section: units.policy } as ApprovalCase;
}

/** The act on another day than that of the decision; 2026-11-25 where no hour is named. */
function later(given: ApprovalCase, actor: Actor, act: Asked, now = '2026-11-25T01:00:00Z'): ApprovalCase {
  const input = { ...act, version: given.version } as ActInput;
  return after(given, decideAct(given, input, { ...factsFor(actor), now: new Date(now) }));
}

const successor = person(21, '見本 後任', posts.staff, '主事');
const elsewhere = { ...stranger, roles: ['RECORDS_OFFICER' as const] };
const ofOtherSection: Actor = {
  ...elsewhere,
  posts: elsewhere.posts.map((post) => ({ ...post, sectionId: units.finance })),
};
const officer: Actor = { ...person(22, '見本 文書主', posts.legal, '主任'), roles: ['RECORDS_OFFICER'] };

const issue = (issuedOn = DECIDED_ON) => ({ act: 'issue', issuedOn }) as const;

describe('施行', () => {
  it('given a decided case that is to be issued, keeps its day, method, who said so and when', () => {
    const given = decided();
    const issued = later(given, drafter, { ...issue('2026-11-24'), note: '書留' });
    expect(issued).toMatchObject({
      status: 'ISSUED',
      issued: { on: '2026-11-24', method: 'DISPATCH', note: '書留', by: { name: drafter.name, postTitle: '主事' } },
      documentNumber: { label: '政第1号' },
    });
    expect(awaitsOf(given)).toBe('ISSUANCE');
    expect(awaitsOf(issued)).toBe('COMPLETION');
  });

  it('is no later than today and no earlier than the decision, both as days in Japan', () => {
    const given = decided();
    expect(() => later(given, drafter, issue('2026-11-20'))).toThrow('approvals.issued_before_decision');
    expect(() => later(given, drafter, issue('2026-11-26'))).toThrow('approvals.issued_in_future');
    // 15:30 UTC is half past midnight of the next day in Japan.
    expect(later(given, drafter, issue('2026-11-26'), '2026-11-25T15:30:00Z')).toMatchObject({ status: 'ISSUED' });
    const lateAtNight = { ...given, decidedAt: new Date('2026-11-21T15:30:00Z') } as ApprovalCase;
    expect(() => later(lateAtNight, drafter, issue('2026-11-21'))).toThrow('approvals.issued_before_decision');
    expect(later(lateAtNight, drafter, issue('2026-11-22')).status).toBe('ISSUED');
  });

  it('is refused where the case was decided as one that is not issued', () => {
    expect(() => later(decided({ method: 'NONE', on: null }), drafter, issue())).toThrow('approvals.nothing_to_issue');
  });

  it('may be registered where the drafter said nothing, with the method that it then had', () => {
    const given = decided(null);
    expect(() => later(given, drafter, issue())).toThrow('approvals.issuance_method_missing');
    const issued = later(given, drafter, { ...issue(), method: 'NOTICE' });
    expect(issued).toMatchObject({ status: 'ISSUED', issued: { method: 'NOTICE' } });
  });

  it('registered wrongly is corrected with a reason, and what stood there stays in the history', () => {
    const wrong = later(decided(), drafter, { ...issue('2026-11-24'), note: '書留' });
    expect(() => later(wrong, drafter, issue('2026-11-22'))).toThrow('approvals.correction_reason_missing');
    const input = { ...issue('2026-11-22'), reason: '発送簿と日が違うため', version: wrong.version };
    const facts = { ...factsFor(officer), now: new Date('2026-11-25T01:00:00Z') };
    const { next, history } = decideAct(wrong, input, facts);
    expect(next).toMatchObject({ status: 'ISSUED', issued: { on: '2026-11-22', method: 'DISPATCH', note: '書留' } });
    expect(history).toMatchObject({
      act: 'ISSUANCE_CORRECTED',
      comment: '発送簿と日が違うため',
      actor: { name: officer.name },
      detail: { issuedOn: '2026-11-22', beforeIssuedOn: '2026-11-24', beforeMethod: 'DISPATCH' },
    });
    // what somebody wrote stands where it can go with the document.
    expect(JSON.stringify(history.detail)).not.toContain('書留');
  });

  it('is refused before the decision', () => {
    expect(() => when(submitted(), drafter, issue())).toThrow('approvals.not_decided_yet');
  });
});

describe('完結', () => {
  it('given what was issued, closes the case for good, in the fiscal year of its day', () => {
    const issued = later(decided(), drafter, issue());
    const input = { act: 'complete', completedOn: '2027-03-31', version: issued.version } as const;
    const facts = { ...factsFor(drafter), now: new Date('2027-04-02T00:00:00Z') };
    const { next, history } = decideAct(issued, input, facts);
    expect(next).toMatchObject({
      status: 'COMPLETED',
      issued: { on: DECIDED_ON },
      completed: { on: '2027-03-31', by: { name: drafter.name } },
    });
    expect(history).toMatchObject({ act: 'COMPLETED', detail: { completionFiscalYear: 2026 } });
    const inApril = decideAct(issued, { ...input, completedOn: '2027-04-01' }, facts);
    expect(inApril.history.detail).toMatchObject({ completionFiscalYear: 2027 });
    for (const act of [{ ...issue(), reason: '訂正' }, { act: 'complete' } as const]) {
      expect(() => later(next, drafter, act)).toThrow('approvals.completed_already');
    }
    const set = { act: 'setEffectiveDate', effectiveOn: '2026-11-25', reason: '誤り' } as const;
    expect(() => later(next, drafter, set)).toThrow('approvals.completed_already');
    expect(awaitsOf(next)).toBeNull();
  });

  it('waits for 施行 where the case is to be issued, and only there', () => {
    expect(() => later(decided(), drafter, { act: 'complete' })).toThrow('approvals.not_issued_yet');
    for (const issuance of [null, { method: 'NONE' as const, on: null }]) {
      const given = decided(issuance);
      expect(awaitsOf(given)).toBe('COMPLETION');
      const closed = later(given, drafter, { act: 'complete' });
      expect(closed).toMatchObject({ status: 'COMPLETED', issued: null, completed: { on: '2026-11-25' } });
    }
  });

  it('is no earlier than 施行, else than the decision, and no later than today', () => {
    const issued = later(decided(), drafter, issue('2026-11-24'));
    const on = (completedOn: string) => ({ act: 'complete', completedOn }) as const;
    expect(() => later(issued, drafter, on('2026-11-23'))).toThrow('approvals.completed_too_early');
    expect(() => later(issued, drafter, on('2026-11-26'))).toThrow('approvals.completed_in_future');
    expect(() => later(decided(null), drafter, on('2026-11-20'))).toThrow('approvals.completed_too_early');
    expect(later(issued, drafter, on('2026-11-24')).status).toBe('COMPLETED');
  });
});

describe('what is still open', () => {
  function byDeputy(): ApprovalCase {
    const sent = submitted(aDraft({ details: details({ issuance: dispatched }) }));
    const one = when(sent, subsectionHead, { act: 'approve' });
    const slotId = one.route.find(isActive)?.slotId ?? '';
    return when(one, subsectionHead, { act: 'deputyDecide', slotId }, { standIn: granted() });
  }

  it('a 後閲 that nobody has done does not keep a case from 施行, but from 完結, which names who owes it', () => {
    const issued = when(byDeputy(), drafter, issue());
    expect(awaitsOf(issued)).toBe('POST_REVIEW');
    expect(mayDo(drafter, issued)).toMatchObject({ issue: true, complete: false });
    let refused: unknown;
    try {
      when(issued, drafter, { act: 'complete' });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(KaigiError);
    expect(refused).toMatchObject({ code: 'approvals.post_review_open', params: { posts: '政策課長' } });
    const obligationId = issued.obligations[0]?.obligationId ?? '';
    const confirmed = when(issued, sectionHead, { act: 'confirmPostReview', obligationId });
    expect(confirmed.status).toBe('ISSUED');
    expect(when(confirmed, drafter, { act: 'complete' }).status).toBe('COMPLETED');
  });

  it('an objection in 後閲 keeps nothing: the correcting case answers it', () => {
    const issued = when(byDeputy(), drafter, issue());
    const obligationId = issued.obligations[0]?.obligationId ?? '';
    const objected = when(issued, sectionHead, { act: 'objectPostReview', obligationId, reason: '単価' });
    const closed = when(objected, drafter, { act: 'complete' });
    expect(closed.status).toBe('COMPLETED');
    expect(mayDo(drafter, closed).correct).toBe(true);
  });

  it('供覧 that nobody has read keeps nothing, and is read after 完結 as well', () => {
    const reader = { staffId: stranger.staffId, name: stranger.name, postTitle: '課長', unitName: '税務課' };
    const readers = [{ person: reader }];
    const circulated = when(
      decided(null),
      drafter,
      { act: 'circulate', staffIds: [], postIds: [], unitIds: [] },
      { readers },
    );
    const closed = when(circulated, drafter, { act: 'complete' });
    expect(mayDo(stranger, closed).markRead).toBe(true);
    expect(when(closed, stranger, { act: 'markRead' })).toMatchObject({
      status: 'COMPLETED',
      obligations: [{ status: 'CONFIRMED' }],
    });
  });
});

describe('who registers it', () => {
  it('the drafter who has moved on, whoever has their post today, and the 文書主任 of the section', () => {
    const moved: Actor = { ...drafter, posts: ofOtherSection.posts };
    for (const actor of [drafter, moved, successor, officer]) {
      expect(mayDo(actor, decided())).toMatchObject({ issue: true, complete: false });
      const issued = later(decided(), actor, issue());
      expect(issued).toMatchObject({ issued: { by: { name: actor.name } } });
      expect(later(issued, actor, { act: 'complete' }).status).toBe('COMPLETED');
    }
  });

  it('nobody else: not the decider, not the 文書主任 of another section, not a colleague without the role', () => {
    const colleague: Actor = { ...officer, roles: [] };
    for (const actor of [sectionHead, subsectionHead, ofOtherSection, colleague, stranger]) {
      expect(mayDo(actor, decided(null))).toMatchObject({ issue: false, complete: false });
      expect(() => later(decided(null), actor, { act: 'complete' })).toThrow('approvals.cannot_finish');
      expect(() => later(decided(), actor, issue())).toThrow('approvals.cannot_finish');
    }
  });
});
