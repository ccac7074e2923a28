import { describe, expect, it } from '@jest/globals';
import { KaigiError } from '../../shared/index.ts';
import {
  aDraft,
  after,
  departmentHead,
  drafter,
  edited,
  factsFor,
  finance,
  fullPlan,
  legal,
  plan,
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
import { type ApprovalCase, isSettled, slotKey } from '../case.ts';
import type { FoundAddressee } from '../facts.ts';
import type { Plan } from './submission.ts';
import { submit } from './submission.ts';

const at = (postId: string, postTitle: string, holder = finance): FoundAddressee => ({
  post: { postId, postTitle, unitName: postTitle.slice(0, 3) },
  holders: [{ staffId: holder.staffId, name: holder.name, postTitle, unitName: '' }],
});
const zaisei = at(posts.finance, '財政課長');
const asksFinance = {
  act: 'addToRoute',
  duty: 'CONSULT',
  unitId: units.finance,
  reason: '予算の裏付けのため',
} as const;
const asksLegal = {
  act: 'addToRoute',
  duty: 'REVIEW',
  postId: posts.legal,
  reason: '契約条項を見てもらうため',
} as const;
const shape = ({ route }: ApprovalCase) => route.map((one) => `${one.stage} ${slotKey(one)} ${one.status}`);
const code = (work: () => unknown): string => {
  try {
    work();
    return 'was not refused';
  } catch (error) {
    if (error instanceof KaigiError) return error.code;
    throw error;
  }
};

describe('adding to a route under review', () => {
  it('A-05: lets the decider consult a section first; the decision waits, and stays the last', () => {
    const decider = when(submitted(), subsectionHead, { act: 'approve' });
    const asked = when(decider, sectionHead, asksFinance, { addressee: zaisei });
    expect(shape(asked)).toEqual([
      `1 REVIEW/${posts.subsectionHead} APPROVED`,
      `2 CONSULT/${units.finance} ACTIVE`,
      `3 DECISION/${posts.sectionHead} WAITING`,
    ]);
    expect(asked.route[1]).toMatchObject({
      added: true,
      addedBy: { by: { staffId: sectionHead.staffId } },
      reason: '予算の裏付けのため',
    });
    const decided = when(when(asked, finance, { act: 'consent' }), sectionHead, { act: 'approve' });
    expect(decided.status).toBe('DECIDED');
  });

  it('A-05: changes nothing that was marked, and nothing that lies there', () => {
    const one = when(submitted(), subsectionHead, { act: 'approve' });
    const asked = when(one, drafter, asksFinance, { addressee: zaisei });
    expect(asked).toMatchObject({ manifestHash: one.manifestHash, revision: one.revision, earlier: [] });
    expect(asked.route[0]).toBe(one.route[0]);
  });

  it('A-07: puts a section beside those that are still to be asked, and a reviewer before them', () => {
    const one = submitted(aDraft(), planOf(...fullPlan().slots.filter(({ postId }) => postId !== posts.finance)));
    const asked = when(one, subsectionHead, asksFinance, { addressee: zaisei });
    expect(asked.route.filter(({ stage }) => stage === 2).map(slotKey)).toEqual([
      `CONSULT/${posts.legal}`,
      `CONSULT/${posts.personnel}`,
      `CONSULT/${units.finance}`,
    ]);
    const reviewed = when(asked, drafter, asksLegal, { addressee: at(posts.legal, '総務課長', legal) });
    expect(reviewed.route.map(({ stage, duty }) => `${stage} ${duty}`)).toEqual([
      '1 REVIEW',
      '2 REVIEW',
      '3 CONSULT',
      '3 CONSULT',
      '3 CONSULT',
      '4 REVIEW',
      '5 DECISION',
    ]);
  });

  it('A-05: never joins a stage that has begun', () => {
    const one = when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });
    const asked = when(one, drafter, { ...asksFinance, unitId: units.policy }, { addressee: zaisei });
    expect(asked.route.filter(({ status }) => status === 'ACTIVE')).toHaveLength(3);
    expect(asked.route.at(-2)).toMatchObject({ section: units.policy, status: 'WAITING' });
  });

  it('A-05: is for the drafter and whoever reviews or decides now, not for a section that is only consulted', () => {
    const one = when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });
    const by = (actor: typeof finance) => code(() => when(one, actor, asksLegal, { addressee: zaisei }));
    expect([by(finance), by(stranger), by(departmentHead)]).toEqual(Array(3).fill('approvals.cannot_extend_route'));
    const leaving = when(one, drafter, { act: 'requestWithdrawal', reason: '見直すため' });
    expect(code(() => when(leaving, drafter, asksLegal, { addressee: zaisei }))).toBe('approvals.withdrawal_waits');
    expect(code(() => when(aDraft(), drafter, asksLegal, { addressee: zaisei }))).toBe('approvals.not_in_review');
  });

  it('refuses whoever is in the route already, decides it, drafted it, or is not there', () => {
    const one = submitted(aDraft(), fullPlan());
    const add = (duty: 'REVIEW' | 'CONSULT', addressee: FoundAddressee) =>
      code(() =>
        when(one, drafter, { act: 'addToRoute', duty, postId: addressee.post.postId, reason: '理由' }, { addressee }),
      );
    expect(add('CONSULT', zaisei)).toBe('approvals.in_route_already');
    expect(add('REVIEW', at(posts.departmentHead, '部長', departmentHead))).toBe('approvals.in_route_already');
    expect(add('REVIEW', at(posts.staff, '主事', drafter))).toBe('approvals.addressee_is_drafter');
    expect(add('REVIEW', { ...at(posts.staff, '主事'), holders: [] })).toBe('approvals.addressee_vacant');
  });

  it('keeps a superior’s addition for every later route, and leaves the drafter’s own to the drafter', () => {
    const one = when(submitted(), subsectionHead, asksFinance, { addressee: zaisei });
    expect(one.additions).toMatchObject([{ duty: 'CONSULT', unitId: units.finance, by: { name: '見本 係雄' } }]);
    const own = when(one, drafter, asksLegal, { addressee: at(posts.legal, '総務課長', legal) });
    expect(own.additions).toHaveLength(1);
    expect(own.details.routeWish.adds).toMatchObject([{ duty: 'REVIEW', postId: posts.legal }]);
  });
});

/** 係長, 課長, 部長 decides. */
const raisedPlan = (...more: Plan['slots']): Plan =>
  planOf(
    slot(1, 'REVIEW', posts.subsectionHead),
    slot(2, 'REVIEW', posts.sectionHead),
    ...more,
    slot(4, 'DECISION', posts.departmentHead),
  );
const raises = { act: 'raiseDecider', escalation: 'IMPORTANT', reason: '市の方針に関わるため' } as const;

describe('having a superior decide', () => {
  it('A-05: makes whoever was to decide a reviewer, and the higher post the only decider, at the end', () => {
    const one = when(submitted(), subsectionHead, { act: 'approve' });
    const raised = when(one, sectionHead, raises, { plan: raisedPlan(slot(3, 'CONSULT', posts.finance)) });
    expect(shape(raised)).toEqual([
      `1 REVIEW/${posts.subsectionHead} APPROVED`,
      `2 REVIEW/${posts.sectionHead} ACTIVE`,
      `3 CONSULT/${posts.finance} WAITING`,
      `4 DECISION/${posts.departmentHead} WAITING`,
    ]);
    expect(raised.raised).toMatchObject({ escalations: ['IMPORTANT'], to: [], by: { name: '見本 課美' } });
    expect(raised.manifestHash).toBe(one.manifestHash);
    const marks = raised.route.filter(isSettled).map(({ mark }) => mark);
    expect(marks).toEqual(one.route.filter(isSettled).map(({ mark }) => mark));
  });

  it('A-05: loses none of the steps that are still to come', () => {
    const asked = when(submitted(), drafter, asksFinance, { addressee: zaisei });
    const raised = when(asked, drafter, raises, { plan: raisedPlan() });
    expect(raised.route.map(slotKey)).toEqual([
      `REVIEW/${posts.subsectionHead}`,
      `REVIEW/${posts.sectionHead}`,
      `CONSULT/${units.finance}`,
      `DECISION/${posts.departmentHead}`,
    ]);
  });

  it('refuses what is not higher: the same decider, or a post of the line below', () => {
    const one = submitted();
    const lower = planOf(slot(1, 'DECISION', posts.subsectionHead));
    expect(code(() => when(one, drafter, raises, { plan: plan() }))).toBe('approvals.not_higher');
    expect(code(() => when(one, drafter, raises, { plan: lower }))).toBe('approvals.not_higher');
    expect(code(() => when(one, departmentHead, raises, { plan: raisedPlan() }))).toBe('approvals.cannot_extend_route');
  });

  it('adds up: a second time keeps the reasons and the height of the first', () => {
    const once = when(submitted(), drafter, { ...raises, raiseTo: 'DEPARTMENT_HEAD' }, { plan: raisedPlan() });
    const top = planOf(...raisedPlan().slots.slice(0, 2), slot(5, 'DECISION', posts.legal));
    const twice = when(once, drafter, { ...raises, escalation: 'DISPUTE', raiseTo: 'MAYOR' }, { plan: top });
    expect(twice.raised).toMatchObject({ escalations: ['IMPORTANT', 'DISPUTE'], to: ['DEPARTMENT_HEAD', 'MAYOR'] });
    expect(twice.route.map(({ duty }) => duty)).toEqual(['REVIEW', 'REVIEW', 'REVIEW', 'DECISION']);
  });

  it('keeps marks valid through a 差戻し without change, and asks those again whose evidence changed', () => {
    const approved = when(submitted(), subsectionHead, { act: 'approve' });
    const raised = when(approved, sectionHead, raises, { plan: raisedPlan() });
    const back = when(raised, sectionHead, { act: 'sendBack', reason: '確認' });
    const again = after(back, submit(back, raisedPlan(), factsFor(drafter)));
    expect(again.route[0]?.status).toBe('APPROVED');
    const changed = edited(back, { title: '題を改める' });
    expect(after(changed, submit(changed, raisedPlan(), factsFor(drafter))).route[0]?.status).toBe('ACTIVE');
  });
});
