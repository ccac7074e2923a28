import { type Locale, say } from '../../shared/index.ts';
import type { PruningRule } from './row.ts';
import { pruningTexts } from './text.ts';

export const words = (code: keyof typeof pruningTexts, locale: Locale, params = {}): string =>
  say(pruningTexts, code, locale, params) ?? '';

/** A sentence, and after it which rule of the regulations lets them go by itself. */
export function withRule(
  code: keyof typeof pruningTexts,
  rule: Pick<PruningRule, 'days' | 'article'> | null,
  locale: Locale,
): string {
  const sentence = words(code, locale);
  if (!rule) return sentence;
  const byRule = words('records.prune_by_rule', locale, { days: rule.days, article: rule.article });
  return `${sentence}${locale === 'en' ? ' ' : ''}${byRule}`;
}
