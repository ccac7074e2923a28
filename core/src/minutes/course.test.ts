import { describe, expect, it } from '@jest/globals';
import { nextOf } from './course.ts';
import type { MeetingState } from './meetings/contract.ts';

const term = { days: 5, count: 'WORKING', ifClosed: 'NEXT_WORKING_DAY', article: '第6条' } as const;
const CONFIRMED = { confirmation: { term, silence: 'AGREES' }, signers: 0, decision: null } as const;
const COUNCIL = { ...CONFIRMED, signers: 2, decision: { matter: 'MINUTES', facts: {} } } as const;
const FREE = { confirmation: null, signers: 0, decision: null };
const step = (
  state: MeetingState,
  body: Parameters<typeof nextOf>[1],
  progress: Partial<Parameters<typeof nextOf>[2]> = {},
) => nextOf({ state }, body, { roundClosed: false, signed: false, ...progress });

describe('M-13, M-14: the next step', () => {
  it('is confirmation, then signing, then the decision, as the rules of the body have them', () => {
    expect(step('WRITING', COUNCIL)).toBe('ROUND');
    expect(step('CONFIRMING', COUNCIL)).toBe('ROUND');
    expect(step('CONFIRMING', COUNCIL, { roundClosed: true })).toBe('SIGNING');
    expect(step('SIGNING', COUNCIL, { roundClosed: true })).toBe('SIGNING');
    expect(step('SIGNING', COUNCIL, { roundClosed: true, signed: true })).toBe('DECISION');
    expect(step('DECIDING', COUNCIL, { roundClosed: true, signed: true })).toBe('FINAL');
  });

  it('leaves out what the rules do not want', () => {
    expect(step('WRITING', FREE)).toBe('FINAL');
    expect(step('WRITING', null)).toBe('FINAL');
    expect(step('CONFIRMING', CONFIRMED, { roundClosed: true })).toBe('FINAL');
    expect(step('WRITING', { ...FREE, signers: 2 })).toBe('SIGNING');
    expect(step('WRITING', { ...FREE, decision: COUNCIL.decision })).toBe('DECISION');
  });

  it('is the round that was begun, also where the rules did not ask for one', () => {
    expect(step('CONFIRMING', null)).toBe('ROUND');
    expect(step('CONFIRMING', FREE, { roundClosed: true })).toBe('FINAL');
  });

  it('is the round again once the minutes were opened again', () => {
    expect(step('WRITING', COUNCIL, { roundClosed: false, signed: false })).toBe('ROUND');
  });

  it('is none for minutes that are final and for meetings that did not take place', () => {
    expect(step('FINAL', COUNCIL)).toBeNull();
    expect(step('CANCELLED', COUNCIL)).toBeNull();
  });
});
