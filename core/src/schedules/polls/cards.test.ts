import { describe, expect, it } from '@jest/globals';
import { pollMessage } from './cards.ts';
import type { PollView } from './contract.ts';

const person = (staffId: string) => ({ staffId, name: '見本 太郎', postTitle: '課長補佐', unitName: '企画部政策課' });
const ids = Array.from({ length: 20 }, (_, n) => `01a20ada-2c00-7000-8000-0000000000${String(n).padStart(2, '0')}`);
const candidates = ids.map((candidateId, n) => ({
  ...{ candidateId, yes: 0, maybe: 0, no: 0, chosen: false },
  ...{ from: `2026-12-01T${String(n).padStart(2, '0')}:00:00Z`, to: `2026-12-01T${String(n).padStart(2, '0')}:30:00Z` },
}));
const votes = Object.fromEntries(ids.map((id) => [id, 'MAYBE' as const]));
const mine = { person: person('me'), required: true, complete: true, votes, remark: '本'.repeat(500), at: null };

const view = (more: Partial<PollView> = {}): PollView => ({
  ...{ pollId: '01a20ada-2c00-7000-8000-000000000099', version: 1, state: 'OPEN', title: '長'.repeat(200) },
  ...{ note: '説'.repeat(2000), minutes: 30, answerBy: '2026-11-27', owner: person('o'), maker: person('m') },
  ...{ rooms: [], online: null, visibility: 'PUBLIC', autoBook: true, outcome: [], problem: null, bookingId: null },
  ...{ candidates, answers: [{ ...mine, mayAnswer: true }] },
  may: { answer: true, change: true, send: false, close: true, book: true, cancel: true },
  ...more,
});
const told = (shown: PollView) =>
  pollMessage({ view: shown, staffId: 'me', locale: 'ja', url: 'https://kaigi.example/p', refused: '断り'.repeat(50) });
const bytes = (shown: PollView) => Buffer.byteLength(JSON.stringify(told(shown)));

describe('the card of a poll', () => {
  it('is taken by Teams with the most candidates and the longest words, answered or not', () => {
    expect(bytes(view())).toBeLessThan(28_000);
    expect(bytes(view({ answers: [{ ...mine, complete: false, votes: {}, mayAnswer: true }] }))).toBeLessThan(28_000);
  });

  it('names a few of those in the way, and not all fifty', () => {
    const outcome = Array.from({ length: 51 }, (_, n) => `見本 太郎${n}さんは回答していません。`);
    const card = told(view({ state: 'NOTHING', outcome }));
    expect(JSON.stringify(card).match(/回答していません/g)).toHaveLength(6);
  });

  it('asks whoever is asked, and offers nothing to press when it is over', () => {
    const card = JSON.stringify(told(view({ answers: [{ ...mine, complete: false, votes: {}, mayAnswer: true }] })));
    expect(card.match(/Input\.ChoiceSet/g)).toHaveLength(20);
    const late = JSON.stringify(told(view({ answers: [{ ...mine, complete: false, votes: {}, mayAnswer: false }] })));
    expect(late).not.toContain('Input.');
    const may = { answer: false, change: false, send: false, close: false, book: false, cancel: false };
    const over = JSON.stringify(told(view({ state: 'CANCELLED', may })));
    expect(over).not.toMatch(/Input\.|Action\.Execute/);
  });
});
