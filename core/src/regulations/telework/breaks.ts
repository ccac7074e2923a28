import { legalBreak } from '../../shared/index.ts';
import type { TeleworkRule } from '../language/telework.ts';
import type { Broken } from './rules.ts';
import type { Case } from './situation.ts';
import { inOrder, lengthOf, sameSpans, within } from './time.ts';
import type { TimeSpan } from './vocabulary.ts';

type Breaks = Extract<TeleworkRule, { rule: 'BREAKS' }>;

const total = (spans: readonly TimeSpan[]): number => spans.reduce((sum, span) => sum + lengthOf(span), 0);
const words = (spans: readonly TimeSpan[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(', ');

/** Empty, beyond the hours, or over each other: no breaks at all. */
function disorderly(time: TimeSpan, asked: readonly TimeSpan[]): boolean {
  const inside = within(time, asked);
  const apart = inOrder(asked).every((span, at, all) => at === 0 || (all[at - 1]?.to ?? '') <= span.from);
  return inside.length !== asked.length || total(inside) !== total(asked) || !apart;
}

/** 休憩の分割・変更: other breaks than the usual ones, by what the row asks of them. */
export function breaksBroken(rule: Breaks, { request, planned }: Case): Broken[] {
  const { time, usual } = planned;
  const { breaks: asked } = request;
  if (asked === null || time === null || sameSpans(asked, usual)) return [];
  if (rule.change === 'NEVER') return [{ code: 'regulations.telework_break_fixed', params: { usual: words(usual) } }];
  if (disorderly(time, asked)) {
    return [{ code: 'regulations.telework_break_outside', params: { from: time.from, to: time.to } }];
  }
  const wrong: Broken[] = [];
  const [expected, actual] = [total(usual), total(asked)];
  if (rule.totalEqual && expected !== actual) {
    wrong.push({ code: 'regulations.telework_break_total', params: { expected, actual } });
  }
  const least = legalBreak(lengthOf(time) - actual);
  if (actual < least) wrong.push({ code: 'regulations.telework_break_law', params: { least, actual } });
  if (!rule.atEdges && asked.some(({ from, to }) => from === time.from || to === time.to)) {
    wrong.push({ code: 'regulations.telework_break_edge' });
  }
  if (rule.parts !== undefined && asked.length > rule.parts) {
    wrong.push({ code: 'regulations.telework_break_parts', params: { parts: rule.parts } });
  }
  if (wrong.length > 0 || rule.change === 'FREE') return wrong;
  return [
    { code: 'regulations.telework_break_changed', params: { breaks: words(inOrder(asked)) }, severity: 'WARNED' },
  ];
}
