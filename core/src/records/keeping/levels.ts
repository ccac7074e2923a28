import type { Level } from './rows.ts';

/** The plain questions that 自治体機密性 comes from, the gravest first. */
export const LEVEL_QUESTIONS = ['secret', 'grave', 'personal', 'internal'] as const;
export type LevelQuestion = (typeof LEVEL_QUESTIONS)[number];
export type LevelAnswers = { readonly [question in LevelQuestion]: boolean };

const LEVELS: { readonly [question in LevelQuestion]: Level } = {
  secret: 'C3A',
  grave: 'C3B',
  personal: 'C3C',
  internal: 'C2',
};

/** The first 「はい」 decides; four times 「いいえ」 is 機密性1. */
export function levelOf(answers: LevelAnswers): Level {
  const said = LEVEL_QUESTIONS.find((question) => answers[question]);
  return said ? LEVELS[said] : 'C1';
}

const ORDER: readonly Level[] = ['C1', 'C2', 'C3C', 'C3B', 'C3A'];

/** Opens it to more people than before. */
export const isLower = (level: Level, than: Level): boolean => ORDER.indexOf(level) < ORDER.indexOf(than);

/** One plain question and what a 「はい」 makes of it; the last step is what follows from four times 「いいえ」. */
export interface LevelStep {
  readonly question: LevelQuestion | null;
  readonly level: Level;
  /** Whether this person may give it this level: to open it to more people takes whoever manages it. */
  readonly allowed: boolean;
}

/** The questions in their order, for the page that asks them: what is shown before saving is what is saved. */
export function levelSteps(now: Level, may: { readonly raise: boolean; readonly lower: boolean }): LevelStep[] {
  const allowed = (level: Level) => (isLower(level, now) ? may.lower : may.raise);
  return [...LEVEL_QUESTIONS, null].map((question) => {
    const level = question === null ? 'C1' : LEVELS[question];
    return { question, level, allowed: allowed(level) };
  });
}
