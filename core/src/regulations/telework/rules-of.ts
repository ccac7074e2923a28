import type { LocalDate, Locale } from '../../shared/index.ts';
import type { Pack } from '../engine/pack.ts';
import type { Telework } from '../language/telework.ts';
import { judgeTelework } from './judge.ts';
import { judgeRegistration, type RegistrationQuestion, type RegistrationVerdict } from './registration.ts';
import { judgeDays } from './several.ts';
import { teleworkSentence } from './text.ts';
import type { TeleworkFinding, TeleworkQuestion, TeleworkVerdict } from './vocabulary.ts';

/** The telework rules of one version of the regulations. Everything answers also where there are none. */
export interface TeleworkRules {
  readonly regulationVersion: string;
  /** Null where the regulations say nothing about telework. */
  readonly policy: Telework | null;
  /** One day: may they, by which articles not, and what is to be done besides. */
  judge(question: TeleworkQuestion): TeleworkVerdict;
  /** Several days of one application, each with those before it. */
  judgeDays(
    question: TeleworkQuestion,
    dates: readonly LocalDate[],
  ): readonly { readonly date: LocalDate; readonly verdict: TeleworkVerdict }[];
  /** 利用者登録, with at least one place. */
  judgeRegistration(question: RegistrationQuestion): RegistrationVerdict;
  /** What is wrong, in words, with the article. */
  sentence(finding: TeleworkFinding, locale: Locale): string;
}

export function teleworkRulesOf({ version, file }: Pack): TeleworkRules {
  const policy = file.telework ?? null;
  return {
    regulationVersion: version,
    policy,
    judge: (question) => judgeTelework(policy, question),
    judgeDays: (question, dates) => judgeDays(policy, question, dates),
    judgeRegistration: (question) => judgeRegistration(policy, question),
    sentence: teleworkSentence,
  };
}
