import { describe, expect, it } from '@jest/globals';
import type { TeleworkRuleView } from '@kaigi/core/contract';
import { foundRules } from './found-rules.ts';

const rule = (row: string, answer: TeleworkRuleView['answer'], sentence: string): TeleworkRuleView => ({
  ...{ row, answer, sentence, topic: 'FORBIDDEN', article: '要領 第8条', ask: '情報政策課', relaxedBy: [] },
});
const RULES = [
  rule('costs', 'FACT', '自宅の回線の費用は本人の負担です。'),
  rule('wifi', 'CANNOT', '公衆 Wi-Fi には接続できません。'),
  rule('personal', 'SPECIAL_APPROVAL', '個人情報を扱う業務は、特に認めたときに限ります。'),
];
const rows = (typed: string) => foundRules(RULES, typed).map(({ answer, rules }) => [answer, rules.map((r) => r.row)]);

describe('T-19: the rules of telework', () => {
  it('stand by what they answer, what is not possible first', () => {
    expect(rows('')).toEqual([
      ['CANNOT', ['wifi']],
      ['SPECIAL_APPROVAL', ['personal']],
      ['FACT', ['costs']],
    ]);
  });

  it('are found by all words typed, wide or narrow, also those of the article and of whom to ask', () => {
    expect(rows('ｗｉ－ｆｉ')).toEqual([['CANNOT', ['wifi']]]);
    expect(rows('個人情報　情報政策課')).toEqual([['SPECIAL_APPROVAL', ['personal']]]);
    expect(rows('第8条 回線')).toEqual([['FACT', ['costs']]]);
    expect(rows('回線 Wi-Fi')).toEqual([]);
  });
});
