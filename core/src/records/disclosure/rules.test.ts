import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { checkedPassages, leftOver, piecesOf, tellsHidden } from './redacting.ts';
import {
  type Clocked,
  checkCorrection,
  checkDecision,
  checkDismissal,
  checkExtension,
  checkJudgement,
  checkOpen,
  correctionUntil,
  daysBetween,
  dueOn,
  holdStanding,
  isCorrectionLate,
  outcomeOf,
} from './rules.ts';

const day = (text: string) => text as LocalDate;
const clock = (more: Partial<Clocked> = {}): Clocked => ({
  ...{ receivedOn: day('2026-11-21'), termDays: 15, extensionDays: 30, isExtended: false, correctionDays: 0 },
  ...{ correctionAskedOn: null, ...more },
});
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('R-26: the term of a request for disclosure', () => {
  it.each([
    ['2026-11-21', {}, '2026-12-06'],
    ['2026-12-25', {}, '2027-01-09'],
    ['2028-02-20', {}, '2028-03-06'],
    ['2027-02-20', {}, '2027-03-07'],
    ['2026-11-21', { isExtended: true }, '2027-01-05'],
    ['2026-11-21', { correctionDays: 4 }, '2026-12-10'],
    ['2026-11-21', { correctionAskedOn: day('2026-11-25') }, null],
  ])('of what came on %s with %j ends on %s', (receivedOn, more, due) => {
    expect(dueOn(clock({ receivedOn: day(receivedOn), ...more }))).toBe(due);
  });

  it('counts a correction from the day after it was asked for', () => {
    expect(daysBetween(day('2026-11-25'), day('2026-11-29'))).toBe(4);
    expect(daysBetween(day('2026-11-25'), day('2026-11-25'))).toBe(0);
  });

  it.each([
    ['2026-12-06', null, {}, null],
    ['2026-12-07', null, {}, 'records.disclosure_corrected_late'],
    ['2026-12-07', null, { correctionDays: 1 }, null],
    ['2026-11-25', '2026-11-25', {}, null],
    ['2026-11-24', '2026-11-25', {}, 'records.disclosure_day_before'],
    ['2026-11-25', null, { correctionAskedOn: day('2026-11-25') }, 'records.disclosure_correcting'],
  ])('stands still from %s, after a correction on %s, with %j: %s', (on, before, more, code) => {
    const asked = { on: day(on), before: before === null ? null : day(before) };
    expect(codeOf(() => checkCorrection(clock(more), asked))).toBe(code);
  });

  it('is extended once, within the term, and not while a correction is waited for', () => {
    expect(codeOf(() => checkExtension(clock(), day('2026-12-06')))).toBeNull();
    expect(codeOf(() => checkExtension(clock(), day('2026-12-07')))).toBe('records.disclosure_overdue');
    expect(codeOf(() => checkExtension(clock({ isExtended: true }), day('2026-12-06')))).toBe(
      'records.disclosure_extended',
    );
    const waiting = clock({ correctionAskedOn: day('2026-11-25') });
    expect(codeOf(() => checkExtension(waiting, day('2026-12-01')))).toBe('records.disclosure_correcting');
  });
});

describe('R-26: judging a document', () => {
  it.each([
    [true, 'DISCLOSE', [], null],
    [true, 'PARTLY', ['a'], null],
    [true, 'PARTLY', [], 'records.disclosure_ground'],
    [true, 'WITHHOLD', [], 'records.disclosure_ground'],
    [true, 'WITHHOLD', ['z'], 'records.disclosure_ground_unknown'],
    [true, 'DISCLOSE', ['a'], 'records.disclosure_no_ground'],
    [true, 'ABSENT', [], 'records.disclosure_not_absent'],
    [true, 'UNCONFIRMED', ['a'], null],
    [false, 'ABSENT', [], null],
    [false, 'UNCONFIRMED', [], null],
    [false, 'DISCLOSE', [], 'records.disclosure_no_record'],
  ] as const)('of a record %s as %s by %j gives %s', (isRecord, decision, grounds, code) => {
    expect(codeOf(() => checkJudgement({ isRecord, decision, grounds }, ['a']))).toBe(code);
  });

  it('comes to one outcome of the whole request', () => {
    expect(outcomeOf([])).toBeNull();
    expect(outcomeOf(['DISCLOSE', null])).toBeNull();
    expect(outcomeOf(['DISCLOSE', 'DISCLOSE'])).toBe('DISCLOSE');
    expect(outcomeOf(['DISCLOSE', 'ABSENT'])).toBe('PARTLY');
    expect(outcomeOf(['WITHHOLD', 'ABSENT'])).toBe('WITHHOLD');
    expect(outcomeOf(['ABSENT'])).toBe('ABSENT');
  });

  it('is decided only as it stood when the case was decided', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
    const judged = { decision: 'DISCLOSE', judgedAt: at(3) } as const;
    const received = { state: 'OPEN', correctionAskedOn: null, receivedOn: day('2026-11-21') } as const;
    const request = { ...received, items: [judged], dropped: [] };
    const by = (hour: number) => ({ takenOn: day('2026-11-22'), takenAt: at(hour) });
    expect(codeOf(() => checkDecision(request, by(4)))).toBeNull();
    expect(codeOf(() => checkDecision(request, by(2)))).toBe('records.disclosure_judged_after');
    expect(codeOf(() => checkDecision({ ...request, items: [] }, by(4)))).toBe('records.disclosure_nothing');
    const left = (judgedAt: number, droppedAt: number) => [{ judgedAt: at(judgedAt), droppedAt: at(droppedAt) }];
    const dropping = (dropped: ReturnType<typeof left>) => codeOf(() => checkDecision({ ...request, dropped }, by(4)));
    expect([left(1, 3), left(1, 5), left(5, 6)].map(dropping)).toEqual([
      null,
      'records.disclosure_dropped_after',
      null,
    ]);
    const open = { decision: null, judgedAt: null };
    expect(codeOf(() => checkDecision({ ...request, items: [judged, open] }, by(4)))).toBe(
      'records.disclosure_unjudged',
    );
    expect(codeOf(() => checkDecision({ ...request, receivedOn: day('2026-11-23') }, by(4)))).toBe(
      'records.disclosure_decided_before',
    );
  });
});

describe('R-26: by when a correction is to be made', () => {
  const until = (chosen: string | null, days: number | null, today = '2026-11-21') =>
    correctionUntil({ on: day('2026-11-21'), chosen: chosen === null ? null : day(chosen), days }, day(today));

  it('is what was chosen, or else as many days from the day after as the regulations say', () => {
    expect(until(null, 14)).toBe('2026-12-05');
    expect(until('2026-11-28', 14)).toBe('2026-11-28');
    expect(until('2026-11-21', null)).toBe('2026-11-21');
  });

  it.each([
    [null, null, '2026-11-21', 'records.disclosure_correction_until'],
    ['2026-11-20', 14, '2026-11-21', 'records.disclosure_correction_over'],
    [null, 14, '2026-12-06', 'records.disclosure_correction_over'],
  ])('is refused for %s with %s days on %s: %s', (chosen, days, today, code) => {
    expect(codeOf(() => until(chosen, days, today))).toBe(code);
  });

  const awaited = { state: 'OPEN', correctionAskedOn: day('2026-11-21'), correctionUntil: day('2026-11-28') } as const;
  it.each([
    [{}, '2026-11-28', false],
    [{}, '2026-11-29', true],
    [{ correctionAskedOn: null }, '2026-11-29', false],
    [{ correctionUntil: null }, '2026-11-29', false],
    [{ state: 'WITHDRAWN' as const }, '2026-11-29', false],
  ])('is late with %j on %s: %s', (more, today, is) => {
    expect(isCorrectionLate({ ...awaited, ...more }, day(today))).toBe(is);
  });

  it.each([
    [{}, '2026-11-28', 'records.disclosure_correction_runs'],
    [{}, '2026-11-29', null],
    [{ correctionAskedOn: null, correctionUntil: null }, '2026-11-22', null],
    [{ correctionAskedOn: null, correctionUntil: null }, '2026-11-19', 'records.disclosure_decided_before'],
    [{ state: 'DISMISSED' as const }, '2026-11-29', 'records.disclosure_dismissed'],
    [{ state: 'DECIDED' as const }, '2026-11-29', 'records.disclosure_not_open'],
  ])('is waited for before it is dismissed: %j on %s gives %s', (more, on, code) => {
    expect(codeOf(() => checkDismissal({ ...awaited, receivedOn: day('2026-11-20'), ...more }, day(on)))).toBe(code);
  });
});

it.each([
  ['OPEN', null],
  ['DECIDED', 'records.disclosure_not_open'],
  ['APPEALED', 'records.disclosure_not_open'],
  ['DISMISSED', 'records.disclosure_dismissed'],
  ['WITHDRAWN', 'records.disclosure_withdrawn'],
] as const)('R-26: nothing is done any more with what has ended: %s gives %s', (state, code) => {
  expect(codeOf(() => checkOpen(state))).toBe(code);
});

describe('R-26: the hold of a request', () => {
  const term = ([text, reason]: readonly [string | null, 'DISCLOSURE' | 'APPEAL']) => ({
    ...{ until: text === null ? null : day(text), reason },
  });
  it.each([
    [[], 'NONE', null, null],
    [[[null, 'DISCLOSURE']], 'HELD', null, null],
    [
      [
        ['2027-11-25', 'DISCLOSURE'],
        [null, 'APPEAL'],
      ],
      ...['HELD', null, null],
    ],
    [[['2027-11-25', 'DISCLOSURE']], 'HELD_UNTIL', '2027-11-25', 'DISCLOSURE'],
    [
      [
        ['2027-11-24', 'DISCLOSURE'],
        ['2028-01-10', 'APPEAL'],
      ],
      ...['HELD_UNTIL', '2028-01-10', 'APPEAL'],
    ],
    [
      [
        ['2027-11-26', 'DISCLOSURE'],
        ['2027-11-25', 'APPEAL'],
      ],
      ...['HELD_UNTIL', '2027-11-26', 'DISCLOSURE'],
    ],
    [
      [
        ['2027-11-24', 'DISCLOSURE'],
        ['2026-01-10', 'APPEAL'],
      ],
      ...['ENDED', '2027-11-24', 'DISCLOSURE'],
    ],
  ] as const)('by %j stands on 2027-11-25 as %s, until %s by %s', (terms, state, last, by) => {
    expect(holdStanding(terms.map(term), day('2027-11-25'))).toEqual({ state, until: last, by });
  });
});

describe('R-26: hiding passages', () => {
  const text = '申請者は佐々木太郎。住所は𠮷野町。佐々木太郎へ通知。';
  const passage = (words: string, ground = 'person', from = text.indexOf(words)) => ({
    ...{ from, to: from + words.length, ground },
  });

  it('leaves nothing of them in the pieces, and says what stands elsewhere', () => {
    const passages = checkedPassages(text, [passage('𠮷野町'), passage('佐々木太郎')]);
    expect(piecesOf(text, passages)).toEqual([
      ...[{ shown: '申請者は' }, { ground: 'person' }, { shown: '。住所は' }, { ground: 'person' }],
      { shown: '。佐々木太郎へ通知。' },
    ]);
    expect(leftOver(text, passages)).toEqual(['佐々木太郎']);
    const all = checkedPassages(text, [...passages, passage('佐々木太郎', 'person', text.lastIndexOf('佐々木太郎'))]);
    expect(leftOver(text, all)).toEqual([]);
    const phones = '電話 090-1234。携帯 ０９０ー１２３４。';
    expect(leftOver(phones, [{ from: 3, to: 11, ground: 'g' }])).toEqual(['090-1234']);
    expect(tellsHidden('申請者は 佐々木 太郎。', text, all)).toBe(true);
    expect(tellsHidden('申請者は［第2号］。', text, all)).toBe(false);
  });

  it.each([
    ['nothing', [], 'records.redaction_nothing'],
    ['what lies beyond the text', [{ from: 0, to: 999, ground: 'a' }], 'records.redaction_passages'],
    ['what ends before it begins', [{ from: 5, to: 5, ground: 'a' }], 'records.redaction_passages'],
    [
      'passages that lie within each other',
      [
        { from: 0, to: 5, ground: 'a' },
        { from: 4, to: 8, ground: 'a' },
      ],
      'records.redaction_passages',
    ],
    [
      'half a character',
      [{ from: text.indexOf('𠮷'), to: text.indexOf('𠮷') + 1, ground: 'a' }],
      'records.redaction_passages',
    ],
  ])('refuses %s', (_, passages, code) => {
    expect(codeOf(() => checkedPassages(text, passages))).toBe(code);
  });

  it('makes one bar of passages that touch', () => {
    const pieces = piecesOf('甲乙丙', [
      { from: 0, to: 1, ground: 'a' },
      { from: 1, to: 2, ground: 'a' },
    ]);
    expect(pieces).toEqual([{ ground: 'a' }, { shown: '丙' }]);
  });
});
