import { describe, expect, it } from '@jest/globals';
import { ChangePollInputSchema, MakePollInputSchema, PollActInputSchema, PollAnswerInputSchema } from './contract.ts';

const ID = '01a20ada-2c00-7000-8000-000000000001';
const good = { title: '打合せ', minutes: 60 };
const taken = (more: object) => MakePollInputSchema.safeParse({ ...good, ...more }).success;
const many = (count: number) => Array.from({ length: count }, () => ID);

describe('what a poll is made of', () => {
  it('is nobody’s but the section’s to read, and booked by itself, unless it is said otherwise', () => {
    expect(MakePollInputSchema.parse(good)).toMatchObject({ visibility: 'SECTION', autoBook: true, send: false });
  });

  it.each([
    ['a title of 201 letters', { title: '長'.repeat(201) }],
    ['a title that says nothing', { title: '\u200b \u3000' }],
    ['a title that hides its direction', { title: '打合せ\u202e' }],
    ['a note of 2,001 letters', { note: '長'.repeat(2001) }],
    ['21 candidates', { starts: Array.from({ length: 21 }, () => '2026-12-01T10:00:00+09:00') }],
    ['a time without a zone', { starts: ['2026-12-01T10:00:00'] }],
    ['51 people', { required: many(51) }],
    ['11 rooms', { rooms: many(11) }],
    ['a length of 7 minutes', { minutes: 7 }],
    ['a day that is none', { answerBy: '2026-02-30' }],
    ['what nobody asked for', { state: 'BOOKED' }],
  ])('is refused: %s', (_, more) => {
    expect(taken({})).toBe(true);
    expect(taken(more)).toBe(false);
  });

  it('is changed, acted on and answered with a version and known words only', () => {
    expect(ChangePollInputSchema.safeParse({ title: '別の名' }).success).toBe(false);
    expect(ChangePollInputSchema.safeParse({ version: 1, ownerId: ID }).success).toBe(false);
    expect(PollActInputSchema.safeParse({ act: 'REOPEN', version: 1 }).success).toBe(false);
    expect(PollActInputSchema.safeParse({ act: 'BOOK', version: 1 }).success).toBe(false);
    expect(PollAnswerInputSchema.safeParse({ votes: { [ID]: 'PERHAPS' } }).success).toBe(false);
    expect(PollAnswerInputSchema.safeParse({ votes: { [ID]: 'YES' }, remark: '長'.repeat(501) }).success).toBe(false);
  });
});
