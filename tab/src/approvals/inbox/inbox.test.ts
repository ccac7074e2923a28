import { describe, expect, it } from '@jest/globals';
import type { CaseSummary } from '@kaigi/core/contract';
import { aCase, caseId, summaryOf } from '../../testing/cases.ts';
import {
  choices,
  inOrder,
  isFiltering,
  NO_FILTER,
  neighbour,
  onDesk,
  opensNext,
  passes,
  sectionOf,
  step,
  waitingSince,
} from './inbox.ts';

const item = (number: number, change: Partial<CaseSummary> = {}): CaseSummary => ({
  ...summaryOf(aCase({ id: caseId(number) })),
  ...change,
});
const since = (at: string) => ({ holder: { ...aCase().holder, since: at } as CaseSummary['holder'] });
const NOW = Date.parse('2026-11-20T06:00:00Z');

describe('the inbox', () => {
  it('puts every task into its part, and what waits for an answer aside', () => {
    expect(sectionOf(item(1))).toBe('todo');
    expect(sectionOf(item(1, { task: 'CONSULT' }))).toBe('consult');
    expect(sectionOf(item(1, { task: 'RECEIVE' }))).toBe('consult');
    expect(sectionOf(item(1, { task: 'POST_REVIEW' }))).toBe('reading');
    expect(sectionOf(item(1, { task: 'READ' }))).toBe('reading');
    expect(sectionOf(item(1, { task: 'ANSWER', openQuestions: 1 }))).toBe('todo');
    expect(sectionOf(item(1, { openQuestions: 1 }))).toBe('answers');
    expect(sectionOf(item(1, { task: 'STAND_IN' }))).toBe('standIn');
  });

  it('shows a case once that lies in two boxes, and none that is done', () => {
    const found = onDesk([
      [item(1), item(2)],
      [item(2), item(3, { task: null })],
    ]);
    expect(found.map(({ id }) => id)).toEqual([caseId(1), caseId(2)]);
  });

  it('puts the hasty first, then what has a last day, then what waits longest', () => {
    const items = [
      item(1, since('2026-11-19T00:00:00Z')),
      item(2, since('2026-11-18T00:00:00Z')),
      item(3, { dueOn: '2026-11-30' }),
      item(4, { urgency: 'URGENT' }),
      item(5, { urgency: 'EMERGENCY' }),
    ];
    expect(inOrder(items).map(({ id }) => id)).toEqual([5, 4, 3, 2, 1].map(caseId));
  });

  it('counts from when it came to the desk, or from the last change', () => {
    expect(waitingSince(item(1, since('2026-11-18T00:00:00Z')))).toBe('2026-11-18T00:00:00Z');
    expect(waitingSince(item(1, { holder: null }))).toBe(aCase().updatedAt);
  });
});

describe('the filters', () => {
  const sieve = (filter: Partial<typeof NO_FILTER>) => ({
    filter: { ...NO_FILTER, ...filter },
    groupOf: () => '契約',
    now: NOW,
  });

  it('let everything through as long as nothing is chosen', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(passes(item(1), sieve({}))).toBe(true);
  });

  it('sift by section, group of matters and haste', () => {
    expect(passes(item(1), sieve({ unit: '政策課' }))).toBe(true);
    expect(passes(item(1), sieve({ unit: '財政課' }))).toBe(false);
    expect(passes(item(1), sieve({ group: '契約' }))).toBe(true);
    expect(passes(item(1), sieve({ group: '人事' }))).toBe(false);
    expect(passes(item(1), sieve({ urgent: true }))).toBe(false);
    expect(passes(item(1, { urgency: 'URGENT' }), sieve({ urgent: true }))).toBe(true);
  });

  it('count waiting in working days', () => {
    // Thursday morning until Friday afternoon.
    const old = item(1, since('2026-11-18T23:30:00Z'));
    expect(passes(old, sieve({ waiting: 1 }))).toBe(true);
    expect(passes(old, sieve({ waiting: 3 }))).toBe(false);
  });

  it('offer each choice once', () => {
    expect(choices(['b', null, 'a', 'b'])).toEqual(['a', 'b']);
  });
});

describe('the way through the list', () => {
  const ids = ['a', 'b', 'c'];

  it('goes on with the next, and from the last with the one before', () => {
    expect(neighbour(ids, 'a')).toBe('b');
    expect(neighbour(ids, 'c')).toBe('b');
    expect(neighbour(ids, 'gone')).toBe('a');
    expect(neighbour(['a'], 'a')).toBeNull();
  });

  it('does not fall off the ends', () => {
    expect([step(ids, 'a', -1), step(ids, 'a', 1), step(ids, 'c', 1), step(ids, null, 1), step([], 'a', 1)]).toEqual([
      'a',
      'b',
      'c',
      'a',
      null,
    ]);
  });

  it('opens the next case after a decision, not while there is more to do with this one', () => {
    expect(opensNext('approve', { task: null })).toBe(true);
    expect(opensNext('ask', { task: 'ACT' })).toBe(true);
    expect(opensNext('receive', { task: 'CONSULT' })).toBe(false);
    expect(opensNext('assign', { task: null })).toBe(true);
  });
});
