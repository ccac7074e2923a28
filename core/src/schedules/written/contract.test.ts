import { describe, expect, it } from '@jest/globals';
import { MakeWrittenInputSchema, WrittenRemarksInputSchema } from './contract.ts';

const ID = '01a20ada-2c00-7000-8000-000000000001';
const item = { title: '時間', proposal: '17時まで' };
const good = {
  ...{ title: '部会', opensAt: '2026-11-25T09:00:00+09:00', closesAt: '2026-11-28T17:00:00+09:00', quorum: 1 },
  ...{ participants: [ID], items: [item] },
};
const taken = (more: object) => MakeWrittenInputSchema.safeParse({ ...good, ...more }).success;
const says = (...remarks: object[]) => WrittenRemarksInputSchema.safeParse({ remarks }).success;

describe('what a meeting in writing is made of', () => {
  it.each([
    ['nobody', { participants: [] }],
    ['101 people', { participants: Array.from({ length: 101 }, () => ID) }],
    ['no matter', { items: [] }],
    ['11 matters', { items: Array.from({ length: 11 }, () => item) }],
    ['a matter without a proposal', { items: [{ title: '時間', proposal: ' ' }] }],
    ['a proposal of 2,001 letters', { items: [{ ...item, proposal: '案'.repeat(2001) }] }],
    ['a quorum of nobody', { quorum: 0 }],
    ['a time without a zone', { opensAt: '2026-11-25T09:00:00' }],
    ['what nobody asked for', { organiserId: ID }],
  ])('is refused: %s', (_, more) => {
    expect(taken({})).toBe(true);
    expect(taken(more)).toBe(false);
  });

  it('is written to once for each matter, in words that can be read', () => {
    expect(says({ itemId: ID, stance: 'FOR' })).toBe(true);
    expect(says({ itemId: ID, stance: 'FOR' }, { itemId: ID, stance: 'AGAINST' })).toBe(false);
    expect(says({ itemId: ID, comment: '長'.repeat(2001) })).toBe(false);
    expect(says({ itemId: ID, comment: '消\u0007音' })).toBe(false);
    expect(says({ itemId: ID, stance: 'PERHAPS' })).toBe(false);
  });
});
