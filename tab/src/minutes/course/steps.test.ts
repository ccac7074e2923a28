import { describe, expect, it } from '@jest/globals';
import type { MeetingView, RoundView } from '@kaigi/core/contract';
import { aRound, aSigning } from '../../testing/course.ts';
import { aMeeting } from '../../testing/meetings.ts';
import { marked } from './marked.ts';
import { blocksOf, type Course, nextAct, signaturesMissing, stepsOf } from './steps.ts';

const course = (view: Partial<MeetingView>, more: Partial<Course> = {}): Course => ({
  ...{ view: aMeeting(view), round: aRound(), signing: aSigning(), body: null },
  ...more,
});
const before = (more: Partial<RoundView> = {}) => aRound({ round: null, waitsFor: [], ...more });
const shown = (one: Course) => stepsOf(one).map(({ name, state }) => `${name} ${state}`);

describe('M-13 to M-15: the steps', () => {
  it('are those that the rules of the body ask for, each done, under way or to come', () => {
    expect(shown(course({ state: 'CONFIRMING', next: 'ROUND' }))).toEqual([
      ...['ROUND NOW', 'SIGNING TO_COME', 'FINAL TO_COME'],
    ]);
    expect(shown(course({ state: 'SIGNING', next: 'SIGNING' }))[0]).toBe('ROUND DONE');
    // In approval the service names what comes after it; the minutes are still being decided.
    expect(shown(course({ state: 'DECIDING', next: 'FINAL', caseId: 'c' })).slice(2)).toEqual([
      ...['DECISION NOW', 'FINAL TO_COME'],
    ]);
    expect(shown(course({ state: 'FINAL', next: null })).every((one) => one.endsWith('DONE'))).toBe(true);
    const none = { round: before({ rule: null }), signing: aSigning({ needed: 0, isUnderWay: false }) };
    expect(shown(course({ next: 'FINAL' }, none))).toEqual(['FINAL NOW']);
  });

  it('have one act for whoever may do it, and otherwise say what they wait for', () => {
    expect(nextAct(course({ next: 'ROUND' }, { round: before() }))).toBe('BEGIN_ROUND');
    const hindered = before({ hindrances: [{ code: 'x', sentence: '会議録がまだありません。' }] });
    expect(nextAct(course({ next: 'ROUND' }, { round: hindered }))).toBeNull();
    expect(blocksOf(course({ next: 'ROUND' }, { round: hindered }))).toEqual(['会議録がまだありません。']);
    const asked = course({ state: 'CONFIRMING', next: 'ROUND' });
    expect([nextAct(asked), blocksOf(asked)]).toEqual([null, ['鈴木 一郎 の回答を待っています。']]);
    const over = aRound({ waitsFor: [], may: { ...aRound().may, close: true } });
    expect(nextAct(course({ state: 'CONFIRMING', next: 'ROUND' }, { round: over }))).toBe('CLOSE_ROUND');
    expect(nextAct(course({ state: 'SIGNING', next: 'SIGNING' }))).toBe('SIGN');
    expect(signaturesMissing(course({ state: 'SIGNING' }))).toEqual(['議長 太郎', '佐藤 花子', '鈴木 一郎']);
    const signed = aSigning().signers.map((one) => ({ ...one, state: 'SIGNED' as const }));
    expect(signaturesMissing(course({ state: 'SIGNING' }, { signing: aSigning({ signers: signed }) }))).toEqual([]);
    expect(nextAct(course({ next: 'DECISION' }))).toBe('DECIDE');
    expect(nextAct(course({ next: 'FINAL' }))).toBe('FINISH');
    expect(nextAct(course({ state: 'DECIDING', next: 'FINAL' }))).toBeNull();
    expect(nextAct(course({ state: 'FINAL', next: null }))).toBeNull();
  });
});

describe('M-13: a change of words', () => {
  it.each([
    ['素案は3つの柱を立てる。', '素案は4つの柱を立てる。', ['素案は', '3', '4', 'つの柱を立てる。']],
    ['同じ', '同じ', ['同じ', '', '', '']],
    ['', '新しい', ['', '', '新しい', '']],
    ['ああ', 'あああ', ['ああ', '', 'あ', '']],
    ['𠮷野家', '吉野家', ['', '𠮷', '吉', '野家']],
  ])('is marked between what stays: %s → %s', (old, now, parts) => {
    const { start, before: gone, after, end } = marked(old, now);
    expect([start, gone, after, end]).toEqual(parts);
  });
});
