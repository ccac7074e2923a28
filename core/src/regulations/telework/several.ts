import type { LocalDate } from '../../shared/index.ts';
import type { Telework } from '../language/telework.ts';
import { judgeTelework } from './judge.ts';
import type { TeleworkQuestion, TeleworkVerdict } from './vocabulary.ts';

/** Several days of one application (毎週火曜など), each judged with those before it; refused days take up no place. */
export function judgeDays(
  policy: Telework | null,
  question: TeleworkQuestion,
  dates: readonly LocalDate[],
): readonly { readonly date: LocalDate; readonly verdict: TeleworkVerdict }[] {
  const { request, situation } = question;
  const days = situation.days.filter(({ date }) => !dates.includes(date));
  return [...new Set(dates)].toSorted().map((date) => {
    const verdict = judgeTelework(policy, {
      ...question,
      request: { ...request, date },
      situation: { ...situation, days: [...days] },
    });
    if (verdict.verdict !== 'REFUSED') days.push({ date, span: request.span });
    return { date, verdict };
  });
}
