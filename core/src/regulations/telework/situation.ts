import type { Telework } from '../language/telework.ts';
import { type Planned, planned } from './time.ts';
import type { Contact, TeleworkQuestion } from './vocabulary.ts';

/** A question with what the rules ask about worked out. */
export interface Case extends TeleworkQuestion {
  readonly policy: Telework;
  readonly planned: Planned;
}

export const caseOf = (policy: Telework, question: TeleworkQuestion): Case => ({
  ...question,
  policy,
  planned: planned(policy, question),
});

/** Whom to ask about a row; where there are no rules at all, whoever would have made them. */
export function contactOf(policy: Telework | null, code?: string): Contact {
  const found = policy?.contacts.find((one) => one.code === (code ?? policy.ask));
  if (!found) return { code: null, name: { ja: '人事担当課', en: 'the personnel section' }, to: null };
  return { code: found.code, name: found.name, to: found.to ?? null };
}
