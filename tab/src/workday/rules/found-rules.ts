import type { TeleworkRuleView } from '@kaigi/core/contract';
import { folded } from '@kaigi/core/shared';

/** In the order in which one asks: what is not possible first. */
const ANSWERS = ['CANNOT', 'SPECIAL_APPROVAL', 'CAUTION', 'MUST', 'FACT', 'SWITCH'] as const;

export interface RuleGroup {
  readonly answer: TeleworkRuleView['answer'];
  readonly rules: readonly TeleworkRuleView[];
}

/** The rules in which all of these words stand, wide letters or narrow, by what they answer. */
export function foundRules(rules: readonly TeleworkRuleView[], typed: string): RuleGroup[] {
  const wanted = typed.split(/[\s\u3000]+/u).map(folded);
  const found = rules.filter(({ sentence, article, ask, relaxedBy }) => {
    const text = folded([sentence, article, ask, ...relaxedBy].join(' '));
    return wanted.every((word) => text.includes(word));
  });
  return ANSWERS.map((answer) => ({ answer, rules: found.filter((rule) => rule.answer === answer) })).filter(
    (group) => group.rules.length > 0,
  );
}
