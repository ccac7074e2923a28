import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { type Appeal, checkAdvice, checkReferral, checkRuling } from './appeal-rules.ts';

const day = (text: string) => text as LocalDate;
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const appeal: Appeal = { state: 'APPEALED', appealedOn: day('2027-01-08'), referredOn: null, advisedOn: null };
const referred: Appeal = { ...appeal, referredOn: day('2027-01-15') };
const advised: Appeal = { ...referred, advisedOn: day('2027-03-01') };
const decided: Appeal = { ...appeal, state: 'DECIDED' };

describe('R-26: an appeal goes to the review board', () => {
  it.each<[string, Appeal, string | null]>([
    ['given an appeal, when it is referred, then it counts from the appeal', appeal, null],
    ['given a referral, when it is referred again, then it is refused', referred, 'records.disclosure_referred'],
    ['given no appeal, when it is referred, then it is refused', decided, 'records.disclosure_not_appealed'],
  ])('%s', (_, given, code) => {
    expect(codeOf(() => checkReferral(given))).toBe(code);
    if (code === null) expect(checkReferral(given)).toBe('2027-01-08');
  });

  it.each<[string, Appeal, string | null]>([
    ['given a referral, when the board has advised, then it counts from the referral', referred, null],
    ['given no referral, when it has advised, then it is refused', appeal, 'records.disclosure_board_not_asked'],
    ['given its advice, when it has advised again, then it is refused', advised, 'records.disclosure_advised'],
    [
      'given an appeal that is over, when it has advised, then it is refused',
      { ...referred, state: 'DECIDED' },
      'records.disclosure_not_appealed',
    ],
  ])('%s', (_, given, code) => {
    expect(codeOf(() => checkAdvice(given))).toBe(code);
    if (code === null) expect(checkAdvice(given)).toBe('2027-01-15');
  });
});

describe('R-26: an appeal ends', () => {
  it.each([
    ['REJECTED', '', appeal, true, 'records.disclosure_not_referred'],
    ['REJECTED', '', appeal, false, null],
    // Who has asked waits for the answer, also where nobody had to ask.
    ['REJECTED', '', referred, true, 'records.disclosure_not_advised'],
    ['REJECTED', '', referred, false, 'records.disclosure_not_advised'],
    ['REJECTED', '', advised, true, null],
    ['PARTLY_UPHELD', '第7条第2号を取り消す', appeal, true, 'records.disclosure_not_referred'],
    ['PARTLY_UPHELD', '第7条第2号を取り消す', referred, true, 'records.disclosure_not_advised'],
    ['PARTLY_UPHELD', '第7条第2号を取り消す', advised, true, null],
    ['PARTLY_UPHELD', '', advised, true, 'records.disclosure_ruling_note'],
    ['INADMISSIBLE', '', appeal, true, null],
    ['INADMISSIBLE', '', referred, true, null],
    ['WITHDRAWN', '', appeal, true, null],
    ['WITHDRAWN', '', referred, true, null],
    ['UPHELD', '', advised, true, 'records.disclosure_ruling_note'],
    ['UPHELD', '第7条第2号を取り消す', appeal, true, null],
    ['UPHELD', '第7条第2号を取り消す', referred, true, null],
    ['REJECTED', '', decided, true, 'records.disclosure_not_appealed'],
  ] as const)('as %s with the note "%s" on %j, referral needed %s: %s', (ruling, note, of, needsReferral, code) => {
    expect(codeOf(() => checkRuling(of, { ruling, note, needsReferral }))).toBe(code);
  });

  it.each([
    [appeal, '2027-01-08'],
    [referred, '2027-01-15'],
    [advised, '2027-03-01'],
  ] as const)('not before what came last: %j from %s', (given, from) => {
    expect(checkRuling(given, { ruling: 'INADMISSIBLE', note: '', needsReferral: true })).toBe(from);
  });
});
