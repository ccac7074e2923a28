import { expect } from '@jest/globals';
import { BY_THE_RULES } from './acts/pass-over.ts';
import { type ApprovalCase, isActive, isDecided, isSettled, isUnderReview, type Slot, slotKey } from './case.ts';
import { openObjections } from './policy.ts';

// What holds of every case after every act, for the tests over generated routes and acts.

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

/** What is added under review comes before the decision and after all that has begun; nothing is lost or unsaid. */
function onlyExtended(before: ApprovalCase, next: ApprovalCase): void {
  const raised = next.raised !== before.raised;
  if (!isUnderReview(before) || (next.route.length <= before.route.length && !raised)) return;
  expect(next.manifestHash).toBe(before.manifestHash);
  expect(next.revision).toBe(before.revision);
  const steps = new Set(next.route.map(slotKey));
  for (const each of before.route) {
    const reviews = slotKey({ ...each, duty: 'REVIEW' });
    expect(steps.has(slotKey(each)) || (raised && each.duty === 'DECISION' && steps.has(reviews))).toBe(true);
  }
  const marks = (one: ApprovalCase) => one.route.filter(isSettled).map(({ mark }) => mark);
  expect(marks(next)).toEqual(marks(before));
  expect(next.route.at(-1)?.postId !== before.route.at(-1)?.postId).toBe(raised);
}

/** What is decided stays decided; what is completed stays as it is, but for those who read it afterwards. */
function onlyGoesOn(before: ApprovalCase, next: ApprovalCase): void {
  if (!isDecided(before)) return;
  const { decidedAt, documentNumber, section } = before;
  expect(next).toMatchObject({ decidedAt, documentNumber, section });
  expect(isDecided(next)).toBe(true);
  if (before.status === 'ISSUED') expect(next.status).not.toBe('DECIDED');
  if (before.status === 'COMPLETED') {
    const { obligations, version, updatedAt, ...closed } = before;
    expect(next).toMatchObject(closed);
  }
  if (next.status !== 'COMPLETED') return;
  expect(next.obligations.filter(({ kind, status }) => kind !== 'READING' && status === 'OPEN')).toEqual([]);
  expect(next.completed.on >= (next.issued?.on ?? '')).toBe(true);
}

function countsOn(before: ApprovalCase, next: ApprovalCase): void {
  expect(next.version).toBe(before.version + 1);
  expect(next.revision).toBeGreaterThanOrEqual(before.revision);
  expect(next.earlier.slice(0, before.earlier.length)).toEqual(before.earlier);
}

/** The invariants of the state machine, after a step from one state to the next. */
export function keepsInvariants(before: ApprovalCase, next: ApprovalCase): void {
  hasOneDecision(next);
  marksAreWhole(next);
  activeIsOneStage(next);
  decidedOnlyByTheDecider(next);
  passedOverByRule(next);
  countsOn(before, next);
  onlyGoesOn(before, next);
  onlyExtended(before, next);
}
