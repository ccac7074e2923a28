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
import { type ApprovalCase, isActive, isDecided, isSettled, isUnderReview, type Slot, slotKey } from './case.ts';
import { type ActInput, ActInputSchema, type SlotDuty } from './contract.ts';
import { deskOf } from './desk.ts';
import { mayDo, taskOf } from './may.ts';
import { openObjections } from './policy.ts';
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
  } as unknown as ActInput;
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
  const found = { standIn: granted(), skip: granted(), person, readers: [{ person: person.person }] };
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

const isOpen = (each: Slot) => !isSettled(each);

function hasOneDecision(one: ApprovalCase): void {
  if (one.route.length === 0) return;
  expect(one.route.filter((each) => each.duty === 'DECISION')).toHaveLength(1);
  expect(one.route.at(-1)?.duty).toBe('DECISION');
  expect(one.route.every((each, at) => at === 0 || each.stage >= (one.route[at - 1]?.stage ?? 0))).toBe(true);
  expect(new Set(one.route.map(slotKey)).size).toBe(one.route.length);
}

function marksAreWhole(one: ApprovalCase): void {
  for (const each of one.route) {
    if (isSettled(each)) {
      expect(each.mark).toMatchObject({
        actedBy: { staffId: expect.any(String), name: expect.any(String) },
        postId: expect.stringMatching(/./),
        basis: { kind: expect.any(String) },
        actedAt: expect.any(Date),
        manifestHash: expect.any(String),
        via: 'api',
      });
    }
  }
}

function activeIsOneStage(one: ApprovalCase): void {
  const active = one.route.filter(isActive);
  if (!isUnderReview(one)) {
    expect(active).toEqual([]);
    return;
  }
  const stages = new Set(active.map((each) => each.stage));
  expect(stages.size).toBeLessThanOrEqual(1);
  const [first] = stages;
  const open = one.route.filter((each) => isOpen(each) && each.stage === first);
  expect(active).toEqual(open);
  expect(one.route.filter((each) => isOpen(each) && each.stage < (first ?? 0))).toEqual([]);
  expect(active.length > 0 || one.status === 'IN_DISPUTE').toBe(true);
  expect(openObjections(one).length > 0).toBe(one.status === 'IN_DISPUTE');
}

function decidedOnlyByTheDecider(one: ApprovalCase): void {
  const decision = one.route.at(-1);
  const decided = decision?.status === 'APPROVED' || decision?.status === 'DEPUTY_DECIDED';
  expect(decided && decision.duty === 'DECISION').toBe(isDecided(one));
  if (isDecided(one)) expect(one.route.filter(isOpen)).toEqual([]);
  for (const each of one.route) {
    if (isSettled(each) && ['OWN', 'DEPUTY'].includes(each.mark.basis.kind)) {
      expect(each.mark.actedBy.staffId).not.toBe(one.drafter.staffId);
    }
  }
}

/** 後閲 by itself: with article and evidence, owed by the post until it is done, and never in place of a decision. */
function passedOverByRule(one: ApprovalCase): void {
  for (const each of one.route) {
    if (!isSettled(each) || each.mark.basis.kind !== 'SKIPPED' || !each.mark.basis.automatic) continue;
    expect(['DECISION', 'PROVISIONAL']).not.toContain(each.duty);
    expect(each.mark.basis).toMatchObject({ article: '第9条', evidence: { source: 'MANUAL' } });
    expect(each.mark.actedBy.staffId).toBe(BY_THE_RULES.staffId);
    const owed = one.obligations.filter(
      ({ kind, post }) => kind === 'POST_REVIEW_SKIPPED' && post?.postId === each.postId,
    );
    expect(owed.length).toBeGreaterThan(0);
  }
}

function countsOn(before: ApprovalCase, next: ApprovalCase): void {
  expect(next.version).toBe(before.version + 1);
  expect(next.revision).toBeGreaterThanOrEqual(before.revision);
  expect(next.earlier.slice(0, before.earlier.length)).toEqual(before.earlier);
}

/** What is decided stays decided, what is completed stays as it is but for those who read it afterwards. */
function onlyGoesOn(before: ApprovalCase, next: ApprovalCase): void {
  if (!isDecided(before)) return;
  if (!isDecided(next)) throw new Error('a decision was taken back');
  const { decidedAt, documentNumber, section } = before;
  expect(next).toMatchObject({ decidedAt, documentNumber, section });
  if (before.status === 'ISSUED') expect(next.status).not.toBe('DECIDED');
  if (before.status === 'COMPLETED') {
    const { obligations, version, updatedAt, ...closed } = before;
    expect(next).toMatchObject(closed);
  }
  if (next.status === 'COMPLETED') {
    expect(next.obligations.filter(({ kind, status }) => kind !== 'READING' && status === 'OPEN')).toEqual([]);
    expect(next.completed.on >= (next.issued?.on ?? '')).toBe(true);
  }
}

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
          hasOneDecision(next);
          marksAreWhole(next);
          activeIsOneStage(next);
          decidedOnlyByTheDecider(next);
          passedOverByRule(next);
          countsOn(before, next);
          onlyGoesOn(before, next);
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
        if (may.approve) {
          const done = take(end, { kind: 'approve', who, pick: 0, other: false }, planFrom(shape));
          expect(isDecided(done)).toBe(may.decides);
        }
      }),
      { numRuns: 300 },
    );
  });
});
