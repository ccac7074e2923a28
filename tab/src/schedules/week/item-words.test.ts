import { describe, expect, it } from '@jest/globals';
import type { WeekItem, WeekRow } from '@kaigi/core/contract';
import { fill, type Locale } from '@kaigi/core/shared';
import { columnsOf } from './columns.ts';
import { cellWords, type SayWeek, sourceText, syncWords, titleOf, whenOf, wordsOf } from './item-words.ts';
import { weekText } from './text.ts';

const say =
  (locale: Locale): SayWeek =>
  (code, params) =>
    fill(weekText[code][locale], params);
const ja = say('ja');

const item = (change: Partial<WeekItem> = {}): WeekItem => ({
  ...{ id: 'a', source: 'OUTLOOK', status: 'BUSY', allDay: false, title: '庁議', place: null, visibility: 'PUBLIC' },
  ...{ from: '2026-11-24T00:00:00Z', to: '2026-11-24T01:30:00Z', online: false, category: null },
  ...{ mayEdit: false, version: null, bookingId: null, heldFor: null },
  ...change,
});

const row = (items: WeekItem[], synced: Partial<WeekRow['synced']> = {}): WeekRow => ({
  person: { staffId: 's', name: '起案 太郎', postTitle: '主事', unitName: '政策課' },
  ...{ unitId: 'u', mayEdit: false, items, synced: { at: null, stale: false, problem: null, ...synced } },
});

const [, TUESDAY] = columnsOf({
  days: ['2026-11-23', '2026-11-24'].map((date) => ({ date, holiday: null })),
  rows: [],
});

describe('an entry in words', () => {
  it('says in words what its bar says by colour, form and sign', () => {
    const trip = item({ source: 'TRIP', status: 'OOF', place: '県庁', title: null });
    expect(wordsOf(trip, ja, 'ja')).toBe('9:00–10:30 出張、場所: 県庁、不在');
    const held = item({ status: 'TENTATIVE', online: true, visibility: 'PRIVATE' });
    expect(wordsOf(held, say('en'), 'en')).toBe('9:00–10:30 庁議, Tentative, Online, Only me');
  });

  it('says no more than 「予定あり」 where no more may be known', () => {
    expect(titleOf(item({ title: null }), ja)).toBe('予定あり');
    expect(titleOf(item({ title: null, source: 'LEAVE' }), ja)).toBe('休暇');
  });

  it('of what was booked here says 仮押さえ only as long as nobody said yes', () => {
    const held = item({ source: 'HOLD', status: 'TENTATIVE', title: null });
    expect([titleOf(held, ja), sourceText(held, ja)]).toEqual(['仮押さえ', '仮押さえ']);
    const booked = item({ source: 'HOLD', title: null });
    expect([titleOf(booked, ja), sourceText(booked, ja)]).toEqual(['予定あり', '予約']);
    expect(wordsOf(item({ source: 'HOLD' }), ja, 'ja')).toBe('9:00–10:30 庁議');
    expect(wordsOf(item({ source: 'HOLD', status: 'TENTATIVE' }), ja, 'ja')).toBe(
      '9:00–10:30 庁議、仮の予定、仮押さえ',
    );
  });

  it('says its time on a day, over days, and of whole days', () => {
    const night = { from: '2026-11-24T13:00:00Z', to: '2026-11-24T21:00:00Z' };
    const days = { allDay: true, from: '2026-11-23T15:00:00Z', to: '2026-11-26T15:00:00Z' };
    expect(whenOf(item(night), ja, 'ja')).toBe('11/24（火） 22:00–11/25（水） 6:00');
    expect(whenOf(item(days), ja, 'ja')).toBe('11/24（火）〜11/26（木） 終日');
    expect(whenOf(item(days), say('en'), 'en')).toBe('Tue 24 Nov – Thu 26 Nov, all day');
    // Whoever entered it from midnight to midnight means whole days too.
    expect(whenOf(item({ ...days, allDay: false }), ja, 'ja')).toBe('11/24（火）〜11/26（木） 終日');
    expect(whenOf(item({ ...days, to: '2026-11-24T15:00:00Z' }), ja, 'ja')).toBe('終日');
    expect(whenOf(item({ to: '2026-11-24T15:00:00Z' }), ja, 'ja')).toBe('9:00–24:00');
  });
});

describe('a cell in words', () => {
  it('says whose and which day, also where there is nothing', () => {
    if (!TUESDAY) throw new Error('no column');
    const words = { t: ja, locale: 'ja' } as const;
    expect(cellWords(row([]), TUESDAY, words)).toBe('起案 太郎、11月24日（火）、予定なし');
    expect(cellWords(row([item(), item({ title: null })]), TUESDAY, words)).toBe(
      '起案 太郎、11月24日（火）、予定2件。9:00–10:30 庁議。9:00–10:30 予定あり',
    );
  });
});

describe('how fresh a row is', () => {
  it.each([
    [{ at: '2026-11-24T01:20:00Z', stale: true }, '最終同期 10:20'],
    [{ stale: true }, '同期待ち'],
    [{ problem: 'NO_MAILBOX' }, 'Outlook の予定表なし'],
    [{ at: '2026-11-24T01:20:00Z', problem: 'UNREACHABLE' }, 'Outlook に届かず（最終同期 10:20）'],
  ] as const)('is said where it is not as it should be: %j', (synced, words) => {
    expect(syncWords(row([], synced), ja)?.short).toBe(words);
  });

  it('is not said where it is', () => {
    expect(syncWords(row([], { at: '2026-11-24T01:20:00Z' }), ja)).toBeNull();
  });
});
