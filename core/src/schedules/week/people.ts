import type { Actor, OrganisationSnapshot, SnapshotUnit } from '../../directory/index.ts';
import { badInput, isUuid, notFound } from '../../shared/index.ts';
import { type OnBoard, peopleIn, topUnits } from '../../telework/index.ts';
import type { WeekQuery } from './contract.ts';

/** More people than this are no grid any more: the reader chooses a unit. */
const MOST_ROWS = 300;
const MOST_CHOSEN = 200;

export interface Shown {
  /** Null: all of the city hall, or chosen people. */
  readonly unit: SnapshotUnit | null;
  readonly people: readonly OnBoard[];
  /** How many more there are. */
  readonly more: number;
}

function chosenIn(there: OrganisationSnapshot, list: string): OnBoard[] {
  const ids = new Set(list.split(',').filter((id) => id !== ''));
  if (ids.size > MOST_CHOSEN || ![...ids].every(isUuid))
    throw badInput('schedules.people_unreadable', { most: MOST_CHOSEN });
  return peopleIn(there, topUnits(there), true).filter(({ staffId }) => ids.has(staffId));
}

/** Whom a grid shows, in the order of the organisation. @throws not-found `schedules.unit_unknown`; bad-input */
export function shownIn(there: OrganisationSnapshot, actor: Actor, query: WeekQuery): Shown {
  if (query.people !== undefined) return { unit: null, people: chosenIn(there, query.people), more: 0 };
  const unitId = query.unit ?? actor.posts[0]?.sectionId ?? 'all';
  const unit = unitId === 'all' ? null : (there.units.get(unitId) ?? null);
  if (unitId !== 'all' && unit === null) throw notFound('schedules.unit_unknown');
  const all = peopleIn(there, unit ? [unit] : topUnits(there), query.below === 'true');
  return { unit, people: all.slice(0, MOST_ROWS), more: Math.max(0, all.length - MOST_ROWS) };
}
