import { LEVEL_QUESTIONS, LEVELS, type Level, type LevelQuestion, levelByYes } from '../../shared/index.ts';

/** Opens it to more people than before. */
export const isLower = (level: Level, than: Level): boolean => LEVELS.indexOf(level) > LEVELS.indexOf(than);

/** One plain question and what a 「はい」 makes of it; the last step is what follows from four times 「いいえ」. */
export interface LevelStep {
  readonly question: LevelQuestion | null;
  readonly level: Level;
  /** Whether this person may give it this level: to open it to more people takes whoever manages it. */
  readonly allowed: boolean;
}

/** The questions in their order, for the page that asks them: what is shown before saving is what is saved. */
export function levelSteps(now: Level, may: { readonly raise: boolean; readonly lower: boolean }): LevelStep[] {
  return [...LEVEL_QUESTIONS, null].map((question) => {
    const level = levelByYes(question);
    return { question, level, allowed: isLower(level, now) ? may.lower : may.raise };
  });
}
