import { type ErrorParams, type LocalDate, type Sentence, say, type Texts } from '../../shared/index.ts';
import type { Answer } from '../applications/contract.ts';
import type { Finding } from '../applications/kind.ts';

export const sentenceOf = (texts: Texts, code: string, params: ErrorParams = {}): Sentence => ({
  ja: say(texts, code, 'ja', params) ?? code,
  en: say(texts, code, 'en', params) ?? code,
});

export interface Found {
  readonly severity: Finding['severity'];
  readonly code: string;
  readonly params?: ErrorParams;
  readonly article?: string | null;
  readonly dates?: readonly LocalDate[];
}

/** Findings with their sentences from a room's own texts. */
export const findingsOf = (texts: Texts, found: readonly (Found | false | null)[]): Finding[] =>
  found.flatMap((one) => {
    if (!one) return [];
    const { severity, code, params = {}, article = null, dates = [] } = one;
    return [{ severity, code, sentence: sentenceOf(texts, code, params), rule: null, article, ask: null, dates }];
  });

const ORDER: readonly Answer[] = ['ALLOWED', 'WARNED', 'NEEDS_SPECIAL_APPROVAL', 'REFUSED'];

/** The hardest of them. */
export const answerOf = (findings: readonly Pick<Finding, 'severity'>[]): Answer =>
  findings.reduce<Answer>(
    (worst, { severity }) => (ORDER.indexOf(severity) > ORDER.indexOf(worst) ? severity : worst),
    'ALLOWED',
  );
