import { describe, expect, it } from '@jest/globals';
import { digestCard, digestNote } from './cards.ts';
import type { NotificationWish } from './contract.ts';
import { dueInChat, dueOtherwise, inWorkingHours } from './timing.ts';

const AT_ONCE: NotificationWish = { normal: 'AT_ONCE', quietHours: false };
const QUIET: NotificationWish = { normal: 'AT_ONCE', quietHours: true };
const DIGEST: NotificationWish = { normal: 'DIGEST', quietHours: true };

/** 24 November 2026 is a Tuesday after the holiday of Monday 23; times in Japan. */
const jst = (text: string) => new Date(`${text}:00+09:00`);
const morning = jst('2026-11-24T10:00');
const night = jst('2026-11-24T21:00');
const friday = jst('2026-11-20T18:00');

describe('A-41: when somebody is told in the chat', () => {
  it.each([
    ['at once, day and night, where nothing is wished', AT_ONCE, night, null],
    ['at once in working hours, where nights are quiet', QUIET, morning, null],
    ['at the next beginning of work after a quiet night', QUIET, night, jst('2026-11-25T08:30')],
    ['after a weekend and a holiday', QUIET, friday, jst('2026-11-24T08:30')],
    ['before work begins, when it does', QUIET, jst('2026-11-24T08:29'), jst('2026-11-24T08:30')],
    ['at the next of three times a day, where it is gathered', DIGEST, morning, jst('2026-11-24T13:00')],
    ['at the last of them in the afternoon', DIGEST, jst('2026-11-24T13:00'), jst('2026-11-24T16:30')],
    ['the next morning after the last of them', DIGEST, jst('2026-11-24T16:30'), jst('2026-11-25T08:30')],
    ['after the new year holidays', DIGEST, jst('2026-12-28T17:00'), jst('2027-01-04T08:30')],
  ])('is %s', (...[, wish, now, due]) => {
    expect(dueInChat('NORMAL', wish, now)).toEqual(due);
  });

  it('is at once for what is urgent, but for quiet hours', () => {
    expect(dueInChat('URGENT', DIGEST, morning)).toBeNull();
    expect(dueInChat('URGENT', DIGEST, night)).toEqual(jst('2026-11-25T08:30'));
  });

  it('is always at once for an emergency', () => {
    for (const wish of [AT_ONCE, QUIET, DIGEST])
      for (const now of [morning, night, friday]) expect(dueInChat('EMERGENCY', wish, now)).toBeNull();
  });

  it('counts noon as work, the evening and holidays not', () => {
    const times = ['2026-11-24T12:30', '2026-11-24T17:14', '2026-11-24T17:15', '2026-11-23T10:00', '2026-11-21T10:00'];
    expect(times.map((at) => inWorkingHours(jst(at)))).toEqual([true, true, false, false, false]);
  });
});

describe('O-07: when somebody is told otherwise', () => {
  it('gathers what is not urgent for up to ten minutes, and nothing else', () => {
    expect(dueOtherwise('NORMAL', AT_ONCE, morning)).toEqual(jst('2026-11-24T10:10'));
    expect(dueOtherwise('NORMAL', AT_ONCE, jst('2026-11-24T10:09'))).toEqual(jst('2026-11-24T10:10'));
    expect(dueOtherwise('URGENT', AT_ONCE, morning)).toEqual(morning);
    expect(dueOtherwise('EMERGENCY', DIGEST, night)).toEqual(night);
    expect(dueOtherwise('NORMAL', DIGEST, morning)).toEqual(jst('2026-11-24T13:00'));
  });
});

describe('A-41: several things in one message', () => {
  const lines = Array.from({ length: 17 }, (_, index) => `承認の依頼「[案件](x) ${index + 1}」`);
  const digest = { lines, inboxUrl: 'https://kaigi.example/inbox', locale: 'ja' as const };

  it('says how many, shows the first, and leads to the rest', () => {
    const message = digestCard(digest);
    const said = JSON.stringify(message);
    expect(message).toMatchObject({ kind: 'card', summary: 'お知らせ 17 件' });
    expect(said).toContain('ほか 2 件');
    expect(said).toContain('https://kaigi.example/inbox');
    expect(said.length).toBeLessThan(28_000);
  });

  it('shows what people typed as they typed it', () => {
    expect(JSON.stringify(digestCard(digest))).toContain('\\\\[案件\\\\](x) 1');
    expect(digestNote(digest).text).toContain('・承認の依頼「[案件](x) 1」');
  });

  it('says why it does not come from the bot', () => {
    const { subject, text } = digestNote(digest);
    expect(subject).toBe('【回議】お知らせ 17 件');
    expect(text).toContain('ボットからお届けできないため');
  });
});
