import type { NudgeView, PresenceRow, PresenceState } from '@kaigi/core/contract';

/** At work first, in the order in which one looks for somebody. */
export const STATES = [
  'OFFICE',
  'HOME',
  'SATELLITE',
  'MOBILE',
  'OUT',
  'TRIP',
  'PAUSED',
  'LEAVE',
  'NOT_STARTED',
  'ENDED',
  'UNKNOWN',
] as const satisfies readonly PresenceState[];

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

/** Those whose name, post or unit has every word that was typed. */
export function found(rows: readonly PresenceRow[], typed: string): PresenceRow[] {
  const words = typed
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  return rows.filter(({ person: { unitName, postTitle, name } }) => {
    const all = fold(`${unitName} ${postTitle} ${name}`);
    return words.every((word) => all.includes(word));
  });
}

export interface Group {
  readonly state: PresenceState;
  readonly rows: readonly PresenceRow[];
  /** With those that are not shown yet. */
  readonly count: number;
}

/** By state, at most so many people together; within a state in the order of the service. */
export function groupsOf(rows: readonly PresenceRow[], most: number): Group[] {
  const groups: Group[] = [];
  let left = most;
  for (const state of STATES) {
    const some = rows.filter((row) => row.state === state);
    const shown = some.slice(0, left);
    left -= shown.length;
    if (shown.length > 0) groups.push({ state, rows: shown, count: some.length });
  }
  return groups;
}

/** The last time that I asked each of them. */
export function lastAsked(nudges: readonly NudgeView[], me: string): ReadonlyMap<string, NudgeView> {
  const last = new Map<string, NudgeView>();
  for (const nudge of nudges)
    if (nudge.askedBy.staffId === me && !last.has(nudge.person.staffId)) last.set(nudge.person.staffId, nudge);
  return last;
}
