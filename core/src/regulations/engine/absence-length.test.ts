import { describe, expect, it } from '@jest/globals';
import { hamabe, standInQuestion, thereOf } from './engine.fixture.ts';
import { explain } from './explain.ts';
import { deputyOrder, standIn } from './stand-in.ts';
import type { KnownAbsence, StandInQuestion } from './vocabulary.ts';

/** For up to five days the 課長補佐 stands in for the section head, for longer the 建設課長. */
const byLength = hamabe((file) => {
  const row = file.deputies.find(({ id }) => id === 'deputy.section-head');
  if (!row) return;
  const order = [{ who: { post: 'kensetsu-head' } }];
  file.deputies.unshift({ ...row, id: 'long', article: '第11条第3項ただし書', absentDays: { over: 5 }, order });
});
const away = (until: string | null): KnownAbsence => ({ source: 'TRIP', from: '2026-11-24T00:00:00+09:00', until });
const FIVE = away('2026-11-29T00:00:00+09:00');
const LONGER = away('2026-11-29T00:00:01+09:00');
const asked = (by: string, absent: KnownAbsence | null, given: Partial<StandInQuestion> = {}) =>
  standInQuestion(byLength, { absent, asking: { postIds: [by], isDrafter: false }, ...given });
const ask = (...given: Parameters<typeof asked>) => standIn(byLength, asked(...given));
const on = (day: string) => ({ at: new Date(`${day}T10:00:00+09:00`) });
const OPEN = '不在の終わりが分からないため';

describe('A-11: who stands in depends on how long the holder is away', () => {
  it('up to the limit the one, beyond it the other, each by their own article', () => {
    expect(ask('somu-hosa', FIVE)).toMatchObject({ ok: true, article: '第11条第3項' });
    expect(ask('kensetsu-head', FIVE)).toMatchObject({ code: 'regulations.not_a_deputy', article: '第11条第3項' });
    expect(ask('kensetsu-head', LONGER)).toMatchObject({ ok: true, ruleId: 'long', article: '第11条第3項ただし書' });
    expect(ask('somu-hosa', LONGER)).toMatchObject({ code: 'regulations.not_a_deputy', ruleId: 'long' });
    expect(ask('kensetsu-head', LONGER)).toMatchObject({ sentence: { ja: expect.not.stringContaining(OPEN) } });
  });

  it('while nobody knows how long, the row of the shorter absence holds and says so', () => {
    const sentence = { ja: expect.stringContaining(OPEN), en: expect.stringContaining('Nobody knows when') };
    expect(ask('somu-hosa', away(null))).toMatchObject({ ok: true, ruleId: 'deputy.section-head', sentence });
    expect(ask('kensetsu-head', away(null))).toMatchObject({ code: 'regulations.not_a_deputy', sentence });
  });

  it('an absence without a known end is as long as it has lasted: no guess, but no less either', () => {
    const later = ask('kensetsu-head', away(null), on('2026-11-30'));
    expect(later).toMatchObject({ ok: true, ruleId: 'long', sentence: { ja: expect.not.stringContaining(OPEN) } });
  });

  it('where no row is left for so short an absence nobody stands in, and the reason says why', () => {
    const onlyLong = hamabe((file) => {
      file.deputies = file.deputies.map((row) =>
        row.id === 'deputy.section-head' ? { ...row, absentDays: { from: 5 } } : row,
      );
    });
    const question = (absent: KnownAbsence) => standIn(onlyLong, standInQuestion(onlyLong, { absent }));
    expect(question(FIVE)).toMatchObject({ ok: true });
    const short = question(away('2026-11-27T00:00:00+09:00'));
    expect(short).toMatchObject({ code: 'regulations.not_a_deputy', ruleId: null });
    expect(question(away(null))).toMatchObject({ ruleId: null, sentence: { ja: expect.stringContaining(OPEN) } });
  });

  it('a vacant post is not absent for any length: its deputy is who needs none', () => {
    const there = thereOf(byLength);
    const posts = new Map(there.posts);
    const head = posts.get('somu-head');
    if (head) posts.set('somu-head', { ...head, holders: [] });
    const { matter, facts, escalations, urgent, unitId, drafterPostIds } = asked('somu-hosa', null);
    const question = { matter, facts, escalations, urgent, unitId, drafterPostIds, there: { ...there, posts } };
    const order = deputyOrder(byLength, { ...question, duty: 'DECISION', postId: 'somu-head' });
    expect(order.flat()).not.toContain('kensetsu-head');
  });

  it('those who may be asked are those of the known absence; without one, of any', () => {
    const question = asked('somu-hosa', FIVE);
    const orderFor = (absent: KnownAbsence) =>
      deputyOrder(byLength, { ...question, away: { absent, at: question.at } });
    expect(orderFor(LONGER)).toEqual([['kensetsu-head']]);
    expect(orderFor(FIVE).flat()).not.toContain('kensetsu-head');
    expect(deputyOrder(byLength, question).flat()).toEqual(expect.arrayContaining(['kensetsu-head', 'somu-hosa']));
  });

  it('explain names them by the absence of today', () => {
    const told = (absent: KnownAbsence) => {
      const absenceOf = ({ postId }: { postId: string }) => (postId === 'somu-head' ? absent : null);
      const view = explain(byLength, { ...asked('somu-hosa', absent), locale: 'ja', texts: {}, absenceOf });
      const own = view.standIns.find((one) => one.for.id === 'somu-head');
      return [own?.article, own?.sentence.includes(OPEN)];
    };
    expect([told(LONGER), told(FIVE), told(away(null))]).toEqual([
      ['第11条第3項ただし書', false],
      ['第11条第3項', false],
      ['第11条第3項', true],
    ]);
  });
});
