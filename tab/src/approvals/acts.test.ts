import { describe, expect, it } from '@jest/globals';
import { ActInputSchema, MaySchema } from '@kaigi/core/contract';
import { aCase, NOTHING, ROUTE } from '../testing/cases.ts';
import { type ActKind, actsFor, actWords, EMPTY_DRAFT, isComplete, orderFor } from './acts.ts';
import { isPlanned, namesItsArticle, routeSteps, sizeText, slotState } from './route-progress.ts';

const KINDS: readonly ActKind[] = [
  'approve',
  'sendBack',
  'ask',
  'pullBack',
  'requestWithdrawal',
  'confirmWithdrawal',
  'declineWithdrawal',
  'submit',
  'discard',
];

describe('the buttons', () => {
  it('are none where nothing is allowed', () => {
    expect(actsFor(NOTHING)).toEqual([]);
  });

  it('are exactly those that are allowed', () => {
    expect(actsFor({ ...NOTHING, approve: true, sendBack: true, ask: true }).map(({ kind }) => kind)).toEqual([
      'approve',
      'sendBack',
      'ask',
    ]);
    expect(actsFor({ ...NOTHING, settleWithdrawal: true }).map(({ kind }) => kind)).toEqual([
      'confirmWithdrawal',
      'declineWithdrawal',
    ]);
  });

  it('know every permission that the contract has', () => {
    const flags = Object.keys(MaySchema.shape).filter((name) => !['edit', 'decides', 'answer'].includes(name));
    const all = Object.fromEntries(flags.map((name) => [name, true]));
    expect(
      actsFor({ ...NOTHING, ...all })
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...KINDS].sort());
  });

  it('say 決裁 only to the one who decides', () => {
    expect(actWords('approve', aCase())).toBe('decide');
    expect(actWords('approve', aCase({ may: { ...NOTHING, approve: true } }))).toBe('approve');
    expect(actWords('sendBack', aCase())).toBe('sendBack');
  });
});

describe('an order', () => {
  it.each(KINDS.filter((kind) => kind !== 'submit'))('to %s is valid by the contract', (kind) => {
    const order = orderFor(kind, 3, { text: ' なぜ ', toSlotId: null });
    expect(order.to).toBe('acts');
    expect(ActInputSchema.parse(order.body)).toEqual(order.body);
    expect(JSON.stringify(order.body)).not.toContain(' なぜ ');
  });

  it('to approve without a comment carries none', () => {
    expect(orderFor('approve', 3, { text: '  ', toSlotId: null })).toEqual({
      to: 'acts',
      body: { act: 'approve', version: 3 },
    });
  });

  it('needs its reason, but no comment', () => {
    const [approve, sendBack] = actsFor({ ...NOTHING, approve: true, sendBack: true });
    expect(approve && isComplete(approve, EMPTY_DRAFT)).toBe(true);
    expect(sendBack && isComplete(sendBack, { text: '  ', toSlotId: null })).toBe(false);
    expect(sendBack && isComplete(sendBack, { text: '理由', toSlotId: null })).toBe(true);
  });
});

describe('the route', () => {
  const [first, last] = ROUTE as [(typeof ROUTE)[0], (typeof ROUTE)[0]];

  it('shows who comes next after the one who has it', () => {
    const route = [
      { ...first, status: 'ACTIVE' as const },
      { ...last, id: 'b', status: 'WAITING' as const },
      { ...last, id: 'c', stage: 3, status: 'WAITING' as const },
    ];
    expect(routeSteps(route).map(({ next }) => next)).toEqual([false, true, false]);
  });

  it('puts the stages in order and knows who acts side by side', () => {
    const route = [
      { ...last, stage: 3 },
      { ...first, id: 'x', stage: 2 },
      { ...first, id: 'y', stage: 2 },
    ];
    expect(routeSteps(route).map(({ slot, together }) => [slot.id, together])).toEqual([
      ['x', true],
      ['y', true],
      ['slot-2', false],
    ]);
  });

  it('names the act of the decider 決裁 and is only a plan before it begins', () => {
    expect(slotState({ status: 'APPROVED', duty: 'DECISION' })).toBe('DECIDED');
    expect(slotState({ status: 'APPROVED', duty: 'REVIEW' })).toBe('APPROVED');
    expect([isPlanned({ status: 'DRAFT' }), isPlanned({ status: 'IN_REVIEW' })]).toEqual([true, false]);
  });

  it('does not say its article twice', () => {
    expect(namesItsArticle({ sentence: '課長が専決する（第5条）。', article: '第5条' })).toBe(true);
    expect(namesItsArticle({ sentence: '課長が専決する。', article: '第5条' })).toBe(false);
  });

  it('says sizes as people do', () => {
    expect([500, 48_231, 3_565_158].map(sizeText)).toEqual(['500 B', '47 KB', '3.4 MB']);
  });
});
