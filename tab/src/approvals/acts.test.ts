import { describe, expect, it } from '@jest/globals';
import {
  ActInputSchema,
  CiteCaseInputSchema,
  MaySchema,
  type StandInOffer,
  SubmitInputSchema,
} from '@kaigi/core/contract';
import { aCase, aDecidedCase, NOTHING } from '../testing/cases.ts';
import { aSlot } from '../testing/slots.ts';
import { type ActKind, type ActShape, actsFor } from './act-shapes.ts';
import { type ActDraft, actWords, EMPTY_DRAFT, extrasOf, missingIn, orderFor, type Picked } from './acts.ts';

const STAFF = '01900000-0000-7000-8000-0000000000a1';
const POST = '01900000-0000-7000-8000-0000000000b1';
const OFFER: StandInOffer = {
  slotId: 'slot-2',
  kind: 'DEPUTY',
  onBehalfOf: { postId: POST, postTitle: '部長', unitName: '総務部' },
  article: '事務決裁規程 第9条',
  sentence: '部長が不在のときは、主務課長が代決する',
  decides: true,
  postReviewDueOn: '2026-12-01',
  needsInstruction: true,
  instructionSparesReview: false,
};
const SKIP: StandInOffer = { ...OFFER, kind: 'SKIP', decides: false, needsInstruction: false };
const ALL = {
  ...Object.fromEntries(Object.keys(MaySchema.shape).map((name) => [name, true])),
  answer: [],
  marks: 1,
  receive: ['slot-2'],
  standIn: [OFFER, SKIP],
} as unknown as typeof NOTHING;
const OWED = {
  id: 'owed-1',
  kind: 'POST_REVIEW_AFTER_DEPUTY',
  status: 'OPEN',
  post: null,
  people: [],
  dueOn: null,
  overdue: false,
  article: null,
  createdAt: '2026-11-20T00:00:00Z',
  doneAt: null,
  comment: null,
  mine: true,
} as const;
const EVERYTHING = aCase({ may: ALL, obligations: [{ ...OWED, people: [] }] });

const kindsOf = (shapes: readonly ActShape[]): ActKind[] => shapes.map(({ kind }) => kind);
const staff: Picked = { kind: 'staff', id: STAFF, label: '課長 次郎' };
const FILLED: ActDraft = {
  ...EMPTY_DRAFT,
  text: ' なぜ ',
  instruction: ' 電話で指示 ',
  paperChecked: true,
  day: '2026-11-01',
  escalation: 'IMPORTANT',
  picked: [staff],
};
const shapeOf = (kind: ActKind): ActShape => {
  const shape = actsFor(EVERYTHING).find((one) => one.kind === kind);
  if (!shape) throw new Error(`no ${kind}`);
  return shape;
};

describe('the buttons', () => {
  it('are none where nothing is allowed', () => {
    expect(actsFor(aCase({ may: NOTHING }))).toEqual([]);
  });

  it('are exactly those that are allowed', () => {
    expect(kindsOf(actsFor(aCase({ may: { ...NOTHING, approve: true, sendBack: true, ask: true } })))).toEqual([
      'approve',
      'sendBack',
      'ask',
    ]);
    expect(kindsOf(actsFor(aCase({ may: { ...NOTHING, settleWithdrawal: true } })))).toEqual([
      'confirmWithdrawal',
      'declineWithdrawal',
    ]);
    expect(kindsOf(actsFor(aCase({ may: { ...NOTHING, consent: true, object: true } })))).toEqual([
      'consent',
      'consentWithOpinion',
      'object',
    ]);
  });

  it('know every permission that the contract has', () => {
    const elsewhere = ['edit', 'decides', 'marks', 'checkPaper', 'answer', 'attach', 'pullUpDecides', 'bulkApprove'];
    for (const name of Object.keys(MaySchema.shape).filter((flag) => !elsewhere.includes(flag))) {
      const may = { ...NOTHING, [name]: ALL[name as keyof typeof ALL] };
      expect([name, actsFor(aCase({ may })).length > 0]).toEqual([name, true]);
    }
  });

  it('have only one that stands out', () => {
    const mains = actsFor(EVERYTHING).filter(({ weight }) => weight === 'main');
    expect(kindsOf(mains)).toEqual(['submit']);
  });

  it('A-09: a section takes a case in once, and can still name who answers', () => {
    const may = { ...NOTHING, receive: ['s'] };
    const received = { by: aCase().drafter, at: '2026-11-20T00:00:00Z' };
    expect(kindsOf(actsFor(aCase({ may, route: [aSlot({ id: 's' })] })))).toEqual(['receive', 'assign']);
    expect(kindsOf(actsFor(aCase({ may, route: [aSlot({ id: 's', received })] })))).toEqual(['assign']);
  });

  it('A-13: whoever was passed over reads and comments, and does not object', () => {
    const owes = (kind: 'POST_REVIEW_AFTER_DEPUTY' | 'POST_REVIEW_SKIPPED') =>
      kindsOf(actsFor(aCase({ may: NOTHING, obligations: [{ ...OWED, people: [], kind }] })));
    expect(owes('POST_REVIEW_AFTER_DEPUTY')).toEqual(['confirmPostReview', 'objectPostReview']);
    expect(owes('POST_REVIEW_SKIPPED')).toEqual(['confirmPostReview']);
  });

  it('say 決裁 only where the press decides', () => {
    const approve = { kind: 'approve', offer: null } as const;
    expect(actWords(approve, aCase())).toBe('decide');
    expect(actWords(approve, aCase({ may: { ...NOTHING, approve: true } }))).toBe('approve');
    expect(actWords({ kind: 'deputyDecide', offer: OFFER }, aCase())).toBe('deputyDecide');
    expect(actWords({ kind: 'deputyDecide', offer: { ...OFFER, decides: false } }, aCase())).toBe('deputyApprove');
    expect(actWords({ kind: 'pullUpApprove', offer: null }, aCase({ may: { ...NOTHING, pullUpDecides: true } }))).toBe(
      'pullUpDecide',
    );
  });
});

describe('an order', () => {
  it.each(kindsOf(actsFor(EVERYTHING)))('to %s is valid by the contract and has no stray spaces', (kind) => {
    const order = orderFor({ shape: shapeOf(kind), draft: FILLED, view: EVERYTHING });
    const schemas = { acts: ActInputSchema, submit: SubmitInputSchema, cite: CiteCaseInputSchema, edit: null };
    expect(schemas[order.to]?.parse(order.body)).toMatchObject(order.body);
    expect(JSON.stringify(order.body)).not.toContain(' なぜ ');
  });

  it('to approve without a comment carries none', () => {
    expect(orderFor({ shape: shapeOf('approve'), draft: { ...EMPTY_DRAFT, text: '  ' }, view: aCase() })).toEqual({
      to: 'acts',
      body: { act: 'approve', version: 3 },
    });
  });

  it('to act for somebody absent names the slot and the instruction', () => {
    const { body } = orderFor({ shape: shapeOf('deputyDecide'), draft: FILLED, view: aCase() });
    expect(body).toEqual({
      act: 'deputyDecide',
      version: 3,
      slotId: 'slot-2',
      comment: 'なぜ',
      instruction: '電話で指示',
    });
  });

  it('to reassign goes to a post or to a person, never to both', () => {
    const order = (one: Picked) =>
      orderFor({ shape: shapeOf('reassign'), draft: { ...FILLED, picked: [one] }, view: aCase() }).body;
    expect(order(staff)).toMatchObject({ slotId: 'slot-2', toStaffId: STAFF });
    expect(order({ kind: 'post', id: POST, label: '' })).toMatchObject({ slotId: 'slot-2', toPostId: POST });
    expect(order(staff)).not.toHaveProperty('toPostId');
  });
});

describe('A-05: an order that extends the route', () => {
  const unit: Picked = { kind: 'unit', id: STAFF, label: '財政課' };
  const order = (kind: ActKind, more: Partial<ActDraft>) =>
    orderFor({ shape: shapeOf(kind), draft: { ...FILLED, ...more }, view: aCase() }).body;

  it('asks a section for its opinion, or a post for its review', () => {
    expect(order('addToRoute', { picked: [unit] })).toEqual({
      act: 'addToRoute',
      version: 3,
      duty: 'CONSULT',
      unitId: STAFF,
      reason: 'なぜ',
    });
    const post: Picked = { kind: 'post', id: POST, label: '' };
    expect(order('addToRoute', { picked: [post], duty: 'REVIEW' })).toMatchObject({ duty: 'REVIEW', postId: POST });
  });

  it('names the reason of 専決の制限, and a class only where one is chosen', () => {
    expect(order('raiseDecider', {})).toEqual({
      act: 'raiseDecider',
      version: 3,
      escalation: 'IMPORTANT',
      reason: 'なぜ',
    });
    expect(order('raiseDecider', { raiseTo: 'MAYOR' })).toMatchObject({ raiseTo: 'MAYOR' });
  });

  it('needs whom, or for what reason, and why', () => {
    expect(missingIn(shapeOf('addToRoute'), EMPTY_DRAFT, aCase())).toEqual(['text', 'addressee']);
    expect(missingIn(shapeOf('raiseDecider'), EMPTY_DRAFT, aCase())).toEqual(['text', 'escalation']);
  });
});

describe('a dialog', () => {
  it('needs its reason, but no comment', () => {
    expect(missingIn(shapeOf('approve'), EMPTY_DRAFT, aCase())).toEqual([]);
    expect(missingIn(shapeOf('sendBack'), { ...EMPTY_DRAFT, text: '  ' }, aCase())).toEqual(['text']);
    expect(missingIn(shapeOf('sendBack'), FILLED, aCase())).toEqual([]);
  });

  it('A-30: asks whether the paper was looked at, only where there is paper', () => {
    const paper = { title: '図面', pages: 3, location: '書庫', holder: '政策課', reason: 'TOO_LARGE' } as const;
    const hybrid = aCase({ paperAttachments: [paper] });
    expect(extrasOf(shapeOf('approve'), aCase())).toEqual([]);
    expect(missingIn(shapeOf('approve'), EMPTY_DRAFT, hybrid)).toEqual(['paper']);
    expect(orderFor({ shape: shapeOf('approve'), draft: FILLED, view: hybrid }).body).toMatchObject({
      paperChecked: true,
    });
  });

  it('A-11: asks for the instruction only where a restricted matter needs one', () => {
    expect(missingIn(shapeOf('deputyDecide'), EMPTY_DRAFT, aCase())).toEqual(['instruction']);
    const free = { ...shapeOf('deputyDecide'), offer: { ...OFFER, needsInstruction: false } };
    expect(missingIn(free, EMPTY_DRAFT, aCase())).toEqual([]);
    expect(extrasOf(free, aCase())).not.toContain('instruction');
  });

  it('A-12: offers to record an instruction that spares the review afterwards, without asking for it', () => {
    const offer = { ...OFFER, needsInstruction: false, instructionSparesReview: true };
    const spared = { ...shapeOf('deputyDecide'), offer };
    expect(extrasOf(spared, aCase())).toContain('instruction');
    expect(missingIn(spared, EMPTY_DRAFT, aCase())).toEqual([]);
  });

  it('A-31: asks why only where the effective day is another than that of the decision', () => {
    const decided = aDecidedCase();
    const shape = shapeOf('setEffectiveDate');
    expect(missingIn(shape, { ...EMPTY_DRAFT, day: '2026-11-21' }, decided)).toEqual([]);
    expect(missingIn(shape, { ...EMPTY_DRAFT, day: '2026-11-20' }, decided)).toEqual(['text']);
    expect(missingIn(shape, { ...EMPTY_DRAFT, day: '2026-11-22' }, decided)).toEqual(['text']);
    expect(missingIn(shape, EMPTY_DRAFT, decided)).toEqual(['day']);
  });

  it('A-15: keeps marks as a rule; the choice is there only when somebody has acted', () => {
    expect(extrasOf(shapeOf('sendBack'), aCase())).toEqual(['target', 'marks']);
    expect(extrasOf(shapeOf('sendBack'), aCase({ route: [aSlot()], sendBackTargets: [] }))).toEqual([]);
    const voided = orderFor({ shape: shapeOf('sendBack'), draft: { ...FILLED, voidMarks: true }, view: aCase() });
    expect(voided.body).toMatchObject({ marks: 'VOID' });
  });

  it('A-21: sends a circulation to somebody', () => {
    expect(missingIn(shapeOf('circulate'), EMPTY_DRAFT, aCase())).toEqual(['readers']);
    expect(missingIn(shapeOf('assign'), EMPTY_DRAFT, aCase())).toEqual(['person']);
  });
});
