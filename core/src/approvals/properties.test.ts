import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../directory/index.ts';
import { canonicalJson, type Json, KaigiError, type LocalDate, localDateOf } from '../shared/index.ts';
import { decideAct } from './acts/decide-act.ts';
import { edit } from './acts/drafting.ts';
import { release } from './acts/oversight.ts';
import { BY_THE_RULES, passOver } from './acts/pass-over.ts';
import { attach, type Plan, submit } from './acts/submission.ts';
import {
  aDraft,
  admin,
  after,
  content,
  departmentHead,
  drafter,
  factsFor,
  finance,
  granted,
  legal,
  personnel,
  planOf,
  posts,
  recordsManager,
  sectionHead,
  slot,
  stranger,
  subsectionHead,
} from './case.fixtures.ts';
import { type ApprovalCase, isActive, isDecided, isUnderReview, type PostName, type Slot, slotKey } from './case.ts';
import { keepsInvariants } from './case-invariants.fixtures.ts';
import { type ActInput, ActInputSchema, type SlotDuty } from './contract.ts';
import { deskOf } from './desk.ts';
import { mayDo, taskOf } from './may.ts';
import { changeOf, type Replayed, replay } from './replay.ts';

const both: Actor = { ...sectionHead, posts: [...sectionHead.posts, ...departmentHead.posts] };
const people = [
  drafter,
  subsectionHead,
  sectionHead,
  departmentHead,
  finance,
  legal,
  personnel,
  both,
  recordsManager,
  admin,
  stranger,
];
const postIds = Object.values(posts).filter((postId) => postId !== posts.staff);

const stage = fc.record({
  duty: fc.constantFrom<SlotDuty>('REVIEW', 'CONSULT', 'EXAMINE', 'PROVISIONAL'),
  at: fc.uniqueArray(fc.constantFrom(...postIds), { minLength: 1, maxLength: 4 }),
  rule: fc.constantFrom('ALL' as const, 'ANY' as const, { atLeast: 2 }),
});
const planned = fc.record({
  stages: fc.array(stage, { maxLength: 4 }),
  decider: fc.constantFrom(...postIds),
});

function planFrom({
  stages,
  decider,
}: {
  stages: { duty: SlotDuty; at: string[]; rule: Slot['stageRule'] }[];
  decider: string;
}): Plan {
  const seen = new Set<string>();
  const slots = stages.flatMap(({ duty, at, rule }, index) =>
    at
      .filter((postId) => !seen.has(`${duty}/${postId}`) && seen.add(`${duty}/${postId}`))
      .map((postId) => slot(index + 1, duty, postId, { stageRule: rule })),
  );
  return planOf(...slots, slot(stages.length + 1, 'DECISION', decider));
}

const acts = [
  ...new Set(ActInputSchema.options.map((option) => option.shape.act.value)),
  'submit',
  'edit',
  'attach',
  'replace',
  'passOver',
  'release',
] as const;
const ENDS: (typeof acts)[number][] = ['reject', 'abandon', 'discard', 'pullUp'];
// Acts that move a case on are tried more often than those that end it.
const kind = fc.oneof(
  {
    arbitrary: fc.constantFrom('approve' as const, 'consent' as const, 'submit' as const, 'object' as const),
    weight: 3,
  },
  {
    arbitrary: fc.constantFrom('issue' as const, 'complete' as const, 'confirmPostReview' as const),
    weight: 2,
  },
  { arbitrary: fc.constantFrom(...acts.filter((act) => !ENDS.includes(act))), weight: 6 },
  { arbitrary: fc.constantFrom(...ENDS), weight: 1 },
);
const step = fc.record({
  kind,
  who: fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: fc.constantFrom(...people), weight: 1 }),
  pick: fc.nat(30),
  other: fc.boolean(),
});
type Step = { kind: (typeof acts)[number]; who: Actor | null; pick: number; other: boolean };

/** Whatever this step would be on this case. */
function inputFor(one: ApprovalCase, { kind: act, pick, other }: Step, today: LocalDate): ActInput {
  const { version } = one;
  const open = one.route.filter((each) => isActive(each));
  const slotId = (other ? one.route : open)[pick % Math.max(1, (other ? one.route : open).length)]?.slotId ?? 'none';
  const ids = {
    slotId,
    obligationId: one.obligations[pick % Math.max(1, one.obligations.length)]?.obligationId ?? 'none',
  };
  const asked = one.questions.find((question) => question.answer === null)?.questionId ?? 'none';
  const wish = { adds: [], removes: [], skips: [] };
  return {
    act,
    version,
    ...ids,
    reason: '理由',
    opinion: '意見',
    text: '問い',
    questionId: asked,
    toSlotId: other ? slotId : null,
    marks: pick % 2 === 0 ? 'AUTO' : 'VOID',
    outcome: act === 'settleDispute' ? (other ? 'REVISE' : 'PROCEED') : other ? 'REJECT' : 'APPROVE',
    effectiveOn: '2026-12-01',
    issuedOn: today,
    completedOn: today,
    method: 'NOTICE',
    attachmentIds: one.attachments.map((each) => each.attachmentId),
    attachmentId: one.attachments[0]?.attachmentId ?? 'none',
    wish,
    duty: other ? 'REVIEW' : 'CONSULT',
    postId: somePost(one, { kind: act, who: null, pick, other }).postId,
    escalation: 'IMPORTANT',
  } as unknown as ActInput;
}

/** A post of the people; the first pick is one that nobody has been asked in yet. */
function somePost({ version }: ApprovalCase, { pick }: Step): PostName {
  const fresh = `00000000-0000-7000-9000-${String(version).padStart(12, '0')}`;
  const postId = pick === 0 ? fresh : (postIds[pick % postIds.length] ?? fresh);
  return { postId, postTitle: '長', unitName: '課' };
}

/** What the regulations would want with this post as the decider. */
function higherPlan(plan: Plan, { postId }: PostName): Plan {
  const reviewed = plan.slots.map((one) => (one.duty === 'DECISION' ? { ...one, duty: 'REVIEW' as const } : one));
  const unique = [...new Map(reviewed.map((one) => [slotKey(one), one])).values()];
  return planOf(...unique, slot(99, 'DECISION', postId));
}

/** Nobody named means somebody on whose desk it lies. */
function whoever(one: ApprovalCase, { who, pick }: Step): Actor {
  const asked = people.filter((actor) => taskOf(actor, one).task !== null);
  return who ?? asked[pick % Math.max(1, asked.length)] ?? drafter;
}

function take(one: ApprovalCase, tried: Step, plan: Plan): ApprovalCase {
  const target = people[tried.pick % people.length] ?? stranger;
  const person = {
    person: { staffId: target.staffId, name: target.name, postTitle: '', unitName: '' },
    unitIds: [],
    postIds: target.posts.map((post) => post.postId),
  };
  const found = {
    standIn: granted(),
    skip: granted(),
    person,
    readers: [{ person: person.person }],
    addressee: { post: somePost(one, tried), holders: [{ ...person.person, staffId: stranger.staffId }] },
    plan: higherPlan(plan, somePost(one, tried)),
  };
  const facts = factsFor(whoever(one, tried), found);
  switch (tried.kind) {
    case 'submit':
      return after(one, submit(one, plan, facts));
    case 'edit': {
      const changed = content({ title: `題 ${tried.pick}`, attachments: one.attachments });
      return after(one, edit(one, { ...changed, manifestHash: facts.manifestOf(changed) }, facts));
    }
    case 'passOver': {
      const open = one.route.filter((each) => isActive(each));
      const slotId = open[tried.pick % Math.max(1, open.length)]?.slotId ?? 'none';
      const skip = granted({ automatic: tried.other || tried.pick % 2 === 0 });
      return after(one, passOver(one, slotId, factsFor(BY_THE_RULES, { skip })));
    }
    case 'release': {
      const named = one.route.filter(({ assignee }) => assignee);
      const slotId = named[tried.pick % Math.max(1, named.length)]?.slotId ?? 'none';
      return after(one, release(one, slotId, factsFor(BY_THE_RULES)));
    }
    case 'attach':
    case 'replace': {
      const replaces = tried.kind === 'replace' ? (one.attachments[0]?.attachmentId ?? 'none') : null;
      const file = { sha256: 'b'.repeat(64), fileName: '資料.pdf', mediaType: 'application/pdf', size: 1 };
      return after(one, attach(one, { file, replaces }, facts));
    }
    default:
      return after(one, decideAct(one, inputFor(one, tried, localDateOf(facts.now)), facts));
  }
}

/** Applies the steps that are allowed; whatever is refused changes nothing. */
function walk(
  { from, steps }: { from: ApprovalCase; steps: readonly Step[] },
  plan: () => Plan,
  check: (before: ApprovalCase, next: ApprovalCase) => void,
): ApprovalCase {
  let one = from;
  for (const tried of steps) {
    const before = canonicalJson(JSON.parse(JSON.stringify(one)) as Json);
    try {
      const next = take(one, tried, plan());
      check(one, next);
      expect(canonicalJson(JSON.parse(JSON.stringify(one)) as Json)).toBe(before);
      one = next;
    } catch (error) {
      if (!(error instanceof KaigiError)) throw error;
    }
  }
  return one;
}

const firstStep: Step = { kind: 'submit', who: drafter, pick: 0, other: false };

const allDesks = (one: ApprovalCase) => {
  for (const actor of people) {
    mayDo(actor, one);
    taskOf(actor, one);
  }
  return deskOf(one);
};

/** Somebody can always go on with it, except where it has ended. */
function liesSomewhere(one: ApprovalCase): void {
  if (isUnderReview(one) || one.status === 'SENT_BACK') expect(allDesks(one).length).toBeGreaterThan(0);
}

describe('whatever people do to a case', () => {
  it('keeps the invariants of the state machine after every step', () => {
    fc.assert(
      fc.property(planned, planned, fc.array(step, { minLength: 15, maxLength: 50 }), (first, second, steps) => {
        let submissions = 0;
        const plan = () => {
          submissions += 1;
          return planFrom(submissions % 3 === 0 ? second : first);
        };
        walk({ from: aDraft(), steps: [firstStep, ...steps] }, plan, (before, next) => {
          keepsInvariants(before, next);
          liesSomewhere(next);
        });
      }),
      { numRuns: 250 },
    );
  });

  it('replays from its history to the very state in which it stands', () => {
    fc.assert(
      fc.property(planned, fc.array(step, { minLength: 15, maxLength: 50 }), (shape, steps) => {
        const first = { ...aDraft(), version: 1 };
        const lines: Replayed[] = [{ seq: 1, at: first.updatedAt, change: changeOf(null, first) }];
        const end = walk(
          { from: first, steps: [firstStep, ...steps] },
          () => planFrom(shape),
          (before, next) => {
            lines.push({ seq: next.version, at: next.updatedAt, change: changeOf(before, next) });
            expect(replay(lines)).toEqual(next);
          },
        );
        if (lines.length > 1) expect(replay(lines)).toEqual(end);
      }),
      { numRuns: 150 },
    );
  });

  it('never shows a button that is then refused, nor hides one that would have worked', () => {
    const shown = [
      'approve',
      'consent',
      'object',
      'reject',
      'sendBack',
      'pullBack',
      'abandon',
      'settleDispute',
      'requestWithdrawal',
      'discard',
      'markRead',
      'issue',
      'complete',
    ] as const;
    const extending = ['addToRoute', 'raiseDecider'] as const;
    fc.assert(
      fc.property(planned, fc.array(step, { maxLength: 25 }), fc.constantFrom(...people), (shape, steps, who) => {
        const end = walk(
          { from: aDraft(), steps: [firstStep, ...steps] },
          () => planFrom(shape),
          () => undefined,
        );
        const may = mayDo(who, end);
        for (const act of shown) {
          const tried = () => take(end, { kind: act, who, pick: 0, other: false }, planFrom(shape));
          if (may[act]) expect(tried).not.toThrow();
          else expect(tried).toThrow(KaigiError);
        }
        for (const act of extending) {
          const tried = () => take(end, { kind: act, who, pick: 0, other: false }, planFrom(shape));
          if (may.extendRoute) expect(tried).not.toThrow();
          else expect(tried).toThrow(KaigiError);
        }
        if (may.approve) {
          const done = take(end, { kind: 'approve', who, pick: 0, other: false }, planFrom(shape));
          expect(isDecided(done)).toBe(may.decides);
        }
      }),
      { numRuns: 300 },
    );
  });
});
