import { describe, expect, it } from '@jest/globals';
import { writtenMessage } from './cards.ts';
import type { WrittenView } from './contract.ts';

const person = (staffId: string) => ({ staffId, name: '見本 太郎', postTitle: '課長補佐', unitName: '企画部政策課' });
const items = Array.from({ length: 10 }, (_, n) => ({
  ...{ itemId: `01a20ada-2c00-7000-8000-0000000000${n}0`, title: '題'.repeat(200), proposal: '案'.repeat(2000) },
  ...{ for: 1, against: 2, hold: 3, stance: 'FOR' as const, decision: null, remarks: [] },
}));
const view = (more: Partial<WrittenView> = {}): WrittenView => ({
  ...{ writtenId: '01a20ada-2c00-7000-8000-000000000099', version: 1, state: 'OPEN', title: '長'.repeat(200) },
  ...{ note: '説'.repeat(2000), opensAt: '2026-11-24T00:00:00Z', closesAt: '2026-11-27T08:00:00Z', quorum: 1 },
  ...{ organiser: person('o'), participants: [], items, attendance: '参加者のうち。'.repeat(5), meetingId: null },
  may: { say: true, change: false, cancel: false },
  ...more,
});
const PAGE = `https://kaigi.example/tab/${'a'.repeat(100)}`;
const told = (shown: WrittenView) =>
  writtenMessage({ view: shown, locale: 'ja', url: PAGE, minutesUrl: PAGE, refused: '断り'.repeat(50) });
const bytes = (shown: WrittenView) => Buffer.byteLength(JSON.stringify(told(shown)));

describe('the card of a meeting in writing', () => {
  it('is taken by Teams with the most matters and the longest words, answered or not', () => {
    expect(bytes(view())).toBeLessThan(28_000);
    expect(bytes(view({ items: items.map((item) => ({ ...item, stance: null })) }))).toBeLessThan(28_000);
  });

  it('offers nothing to write to whoever may not, and says the decisions when it is over', () => {
    const over = items.map((item) => ({ ...item, decision: '提案のとおり決定した。' }));
    const card = JSON.stringify(
      told(view({ state: 'CLOSED', items: over, may: { say: false, change: false, cancel: false } })),
    );
    expect(card).not.toMatch(/Input\.|Action\.Execute/);
    expect(card).toContain('提案のとおり決定した。');
  });
});
