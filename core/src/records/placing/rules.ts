import { LEVELS, type Level } from '../../shared/index.ts';

/** What a class has as a rule. */
export interface LevelProposal {
  readonly level: Level;
  /** How many documents of the section speak for it; 0 where nothing does. */
  readonly count: number;
}

/** Most documents decide; of equally many the graver. Nothing filed yet: 2, as for everything that is not public. */
export function proposedLevel(lately: readonly LevelProposal[]): LevelProposal {
  const sorted = [...lately].sort(
    (one, other) => other.count - one.count || LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level),
  );
  return sorted[0] ?? { level: 'C2', count: 0 };
}

/** The only one; of several the one used last, if it is still among them. */
export function proposedFolder(folders: readonly { readonly id: string }[], last: string | null): string | null {
  if (folders.length === 1) return folders[0]?.id ?? null;
  return folders.find(({ id }) => id === last)?.id ?? null;
}
