import { type Level, type LevelAnswers, levelOf } from '../../shared/index.ts';
import { ABOVE_3C } from '../access.ts';
import type { KeepingWish } from './keep.ts';

interface SaidAtFiling {
  readonly level?: Level | undefined;
  readonly levelAnswers?: LevelAnswers | undefined;
}

/** How whoever files a document wants it kept: the answers decide. They still see it where the level shuts the section out. */
export function wishOf({ level: said = 'C2', levelAnswers }: SaidAtFiling, staffId: string): KeepingWish {
  const level = levelAnswers ? levelOf(levelAnswers) : said;
  const readers = ABOVE_3C.has(level) ? [staffId] : [];
  return { level, levelAnswers: levelAnswers ? { ...levelAnswers } : null, onlyParticipants: false, readers };
}
