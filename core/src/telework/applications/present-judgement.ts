import type { Locale } from '../../shared/index.ts';
import { clock } from '../working-time/span.ts';
import type { JudgementView } from './contract.ts';
import type { Judged } from './kind.ts';

export function presentJudgement(judged: Judged, locale: Locale): JudgementView {
  return {
    answer: judged.answer,
    regulationVersion: judged.regulationVersion,
    title: judged.title,
    findings: judged.findings.map(({ severity, code, sentence, rule, article, ask, dates }) => ({
      ...{ severity, code, sentence: sentence[locale], rule: rule?.[locale] ?? null, article },
      ...{ ask: ask?.[locale] ?? null, dates: [...dates] },
    })),
    relaxed: judged.relaxed.map(({ name, orderNumber, article }) => ({ name: name[locale], orderNumber, article })),
    steps: judged.steps.map(({ procedure, name, article, sentence }) => ({
      ...{ procedure, name: name[locale], article, sentence: sentence[locale] },
    })),
    further: judged.further.map(({ sentence, article }) => ({ sentence: sentence[locale], article })),
    days: judged.days.map(({ date, answer, span }) => ({
      ...{ date, answer, from: span && clock(span.from), to: span && clock(span.to) },
    })),
  };
}
