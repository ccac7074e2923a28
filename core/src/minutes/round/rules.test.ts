import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Sight } from '../meetings/policy.ts';
import { NO_DETAIL } from '../sentences/sentence.ts';
import { isSigned, lackingSigners, signersOf } from '../signing/rules.ts';
import * as policy from './policy.ts';
import { afterSilence, askedOf, isReminded, isWaitedFor, ownOf } from './rules.ts';
import { type Away, awayTooLong } from './stand-in.ts';

const attendee = (id: string, more: object = {}) => ({
  ...{ id, staffId: `staff-${id}`, name: `見本 ${id}`, postTitle: '', unitName: '', role: 'MEMBER', attended: true },
  ...more,
});
const meeting = (attendees: readonly object[], more: object = {}) =>
  ({ state: 'CONFIRMING', unitId: 'u', organiserId: 'o', content: { attendees }, ...more }) as unknown as Meeting;
const sight = (staffId: string, ...units: string[]): Sight => ({
  staffId,
  units: new Set(units),
  filesIn: units,
  audits: false,
});
const day = (text: string) => text as LocalDate;
const FRIDAY = day('2026-11-27');
const NONE = new Set<LocalDate>();

describe('M-13: who is asked', () => {
  it('is whoever was there, of the staff or not', () => {
    const came = [attendee('a'), attendee('b', { attended: false }), attendee('c', { staffId: null })];
    expect(askedOf(meeting(came)).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('M-13: one’s own remarks', () => {
  const lines = [
    { lineId: 'l1', attendeeId: 'a' },
    { lineId: 'l2', attendeeId: 'b' },
    { lineId: 'l3', attendeeId: null },
  ];
  const sentence = (sentenceId: string, sources: string[], detail: object = {}) => ({
    ...{ sentenceId, sources, detail: { ...NO_DETAIL, ...detail } },
  });

  it('are the lines put to a person and the sentences that rest on them, name them as owner or as who spoke', () => {
    const sentences = [
      sentence('rests', ['l2', 'l1']),
      sentence('other', ['l2']),
      sentence('owner', [], { owner: { attendeeId: 'a', name: '見本 a' } }),
      sentence('spoke', ['l3'], { speaker: '見本 a' }),
      sentence('addition', []),
    ];
    expect(ownOf(attendee('a'), lines, sentences)).toEqual({
      lineIds: ['l1'],
      sentenceIds: ['rests', 'owner', 'spoke'],
    });
    expect(ownOf(attendee('c'), lines, sentences)).toEqual({ lineIds: [], sentenceIds: [] });
  });
});

describe('M-13: silence', () => {
  const round = (silence: 'AGREES' | 'STAYS_OPEN') => ({ dueOn: FRIDAY, silence });

  it('means nothing on the last day, and what the rules say on the day after', () => {
    expect(afterSilence('ASKED', round('AGREES'), FRIDAY)).toBe('ASKED');
    expect(afterSilence('ASKED', round('AGREES'), day('2026-11-28'))).toBe('AGREED_BY_SILENCE');
    expect(afterSilence('ASKED', round('STAYS_OPEN'), day('2026-11-28'))).toBe('OPEN');
  });

  it('is not that of who has answered, nor of who was asked by other means', () => {
    for (const state of ['AGREED', 'SUGGESTED', 'BY_OTHER_MEANS'] as const)
      expect(afterSilence(state, round('AGREES'), day('2026-12-28'))).toBe(state);
  });

  it('is waited for until the rules take it for an answer', () => {
    const waited = (['ASKED', 'OPEN', 'BY_OTHER_MEANS'] as const).map((state) => isWaitedFor({ state }));
    const answered = (['AGREED', 'SUGGESTED', 'AGREED_BY_SILENCE'] as const).map((state) => isWaitedFor({ state }));
    expect([waited, answered]).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
  });
});

describe('M-13: the reminder', () => {
  const asked = (on: string, dueOn: LocalDate) => ({ dueOn, askedAt: new Date(`${on}T10:00:00+09:00`) });

  it('comes on the working day before the last one, and on the last where nobody looked before', () => {
    const round = asked('2026-11-24', FRIDAY);
    expect(
      ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map((on) => isReminded(round, day(on), NONE)),
    ).toEqual([false, true, true, false]);
  });

  it('of a Monday comes on Friday, and past a day off of the city on the day before that', () => {
    const round = asked('2026-11-24', day('2026-11-30'));
    expect(['2026-11-26', '2026-11-27', '2026-11-28'].map((on) => isReminded(round, day(on), NONE))).toEqual([
      ...[false, true, false],
    ]);
    expect(isReminded(round, day('2026-11-26'), new Set([FRIDAY]))).toBe(true);
  });

  it('does not come on the day on which they were asked', () => {
    expect(isReminded(asked('2026-11-26', FRIDAY), day('2026-11-26'), NONE)).toBe(false);
  });
});

const there = (one: Meeting) => ({ meeting: one, chairAway: [] });
const absence = (more: Partial<Away> = {}): Away => ({
  ...{ absenceId: 'a', source: 'LEAVE', until: null, stale: false, statement: '年次休暇', recordedBy: null, ...more },
});

describe('M-13: who may', () => {
  const running = { state: 'OPEN', silence: 'AGREES' } as const;
  const here = meeting([
    attendee('chair', { role: 'CHAIR' }),
    attendee('member'),
    attendee('rec', { role: 'RECORDER' }),
  ]);
  const mine = { state: 'ASKED' } as const;
  const where = (who: Sight, isOver = false, silence: 'AGREES' | 'STAYS_OPEN' = 'AGREES') =>
    policy.suggestsWhere(here, who, { round: { ...running, silence }, isOver, mine });

  it('suggest: anywhere the chair and whoever keeps the minutes, others for their own until the day is over', () => {
    for (const who of [sight('staff-chair'), sight('staff-rec'), sight('o'), sight('x', 'u')])
      expect(where(who)).toBe('ANYWHERE');
    expect(where(sight('staff-member'))).toBe('OWN');
    expect(where(sight('staff-member'), true)).toBe('NOWHERE');
    expect(where(sight('staff-member'), true, 'STAYS_OPEN')).toBe('OWN');
  });

  it('settle: the chair of the staff who was there; where there is none, whoever keeps the minutes', () => {
    expect(policy.maySettle(there(here), sight('staff-chair'))).toBe(true);
    expect(policy.maySettle(there(here), sight('o'))).toBe(false);
    for (const chair of [
      attendee('c', { role: 'CHAIR', staffId: null }),
      attendee('c', { role: 'CHAIR', attended: false }),
    ]) {
      expect(policy.maySettle(there(meeting([chair])), sight('o'))).toBe(true);
      expect(policy.maySettle(there(meeting([chair])), sight('staff-c'))).toBe(false);
    }
  });

  it('settle: while the chair is away also whoever keeps the minutes, but not by their own word, nor what they put down', () => {
    const away = { meeting: here, chairAway: [absence({ recordedBy: 'o' })] };
    expect([sight('staff-chair'), sight('staff-rec')].map((who) => policy.maySettle(away, who))).toEqual([true, true]);
    expect([sight('o'), sight('staff-member')].map((who) => policy.maySettle(away, who))).toEqual([false, false]);
    expect(policy.standsInBecause(away, sight('staff-rec'))?.statement).toBe('年次休暇');
    expect(policy.standsInBecause(away, sight('staff-chair'))).toBeNull();
    const by = (staffId: string) => ({ madeBy: { staffId, name: 'x', postTitle: '', unitName: '' } });
    const settles = (who: string, one: ReturnType<typeof by>) => policy.maySettleThis(away, sight(who), one);
    expect(settles('staff-rec', by('staff-rec'))).toBe(false);
    expect(settles('staff-rec', by('staff-member'))).toBe(true);
    expect(settles('staff-chair', by('staff-chair'))).toBe(true);
  });

  it('an absence counts that lasts beyond the last day, or goes on after it', () => {
    const counts = (more: Partial<Away>, today = '2026-11-26') =>
      awayTooLong([absence(more)], { dueOn: FRIDAY }, day(today)).length === 1;
    expect(counts({ until: null })).toBe(true);
    expect(counts({ until: '2026-11-28T00:00:00+09:00' })).toBe(true);
    expect(counts({ until: '2026-11-27T17:15:00+09:00' })).toBe(false);
    expect(counts({ until: '2026-11-28T12:00:00+09:00' }, '2026-11-28')).toBe(true);
    expect(counts({ until: null, source: 'GRAPH_PRESENCE' })).toBe(false);
    expect(counts({ until: null, stale: true })).toBe(false);
  });

  it('nothing, once the round is over or opened again', () => {
    const signing = meeting([attendee('member')], { state: 'SIGNING' });
    expect(policy.mayAgree(signing, { round: { ...running, state: 'CLOSED' }, mine })).toBe(false);
    expect(policy.mayAgree(here, { round: { ...running, state: 'VOID' }, mine })).toBe(false);
    expect(policy.mayReopen(signing, sight('o'))).toBe(true);
    expect(policy.mayReopen(meeting([], { state: 'DECIDING' }), sight('o'))).toBe(false);
  });
});

describe('M-14: who signs', () => {
  const chair = attendee('chair', { role: 'CHAIR' });
  const signer = (id: string, more: object = {}) => attendee(id, { role: 'SIGNER', ...more });

  it('is the chair, then the 署名委員 who were there', () => {
    const came = [signer('s1'), attendee('m'), chair, signer('s2', { attended: false })];
    expect(signersOf(meeting(came)).map(({ id }) => id)).toEqual(['chair', 's1']);
  });

  it('says how many are missing beside the chair', () => {
    expect(lackingSigners(meeting([chair, signer('s1')]), { signers: 2 })).toEqual([
      { code: 'minutes.signing_lacks', params: { count: 1, needed: 2 } },
    ]);
    expect(lackingSigners(meeting([signer('s1'), signer('s2')]), { signers: 2 })).toEqual([
      { code: 'minutes.signing_no_chair' },
    ]);
    expect(lackingSigners(meeting([chair, signer('s1'), signer('s2')]), { signers: 2 })).toEqual([]);
  });

  it('is everybody before it is signed, and nobody’s signing is no signing', () => {
    const two = meeting([chair, signer('s1')]);
    expect([isSigned(two, ['chair']), isSigned(two, ['s1', 'chair']), isSigned(meeting([]), [])]).toEqual([
      ...[false, true, false],
    ]);
  });
});
