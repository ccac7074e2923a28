import type { LocalDate } from '../shared/index.ts';
import { onDay, type Version } from './effective-dates.ts';
import type { Organisation } from './organisation.ts';
import type { LineUnit, Rank, UnitKind } from './rules.ts';

export interface SnapshotUnit {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentUnitId: string | null;
}

interface BarePost {
  readonly postId: string;
  readonly code: string;
  readonly unitId: string;
  readonly title: string;
  readonly rank: Rank;
  readonly headsUnit: boolean;
}

export interface SnapshotPost extends BarePost {
  readonly unitName: string;
  /** Who can sign in; nobody where the post is vacant. */
  readonly holders: readonly { readonly staffId: string; readonly name: string }[];
}

export interface KnownStaff {
  readonly staffId: string;
  readonly name: string;
}

/** A whole organisation as it stands on one day, in memory, so that thousands of questions are asked of it at once. */
export interface OrganisationSnapshot {
  readonly day: LocalDate;
  readonly units: ReadonlyMap<string, SnapshotUnit>;
  readonly posts: ReadonlyMap<string, SnapshotPost>;
  unitByCode(code: string): SnapshotUnit | undefined;
  postByCode(code: string): SnapshotPost | undefined;
  /** The post that heads the unit. */
  headOf(unitId: string): SnapshotPost | undefined;
  /** The unit and those above it, each with its head, nearest first: as the directory answers of today. */
  lineAbove(unitId: string): readonly LineUnit[];
  postsIn(unitId: string): readonly SnapshotPost[];
  postsOf(staffId: string): readonly SnapshotPost[];
  unitsBelow(unitId: string): readonly SnapshotUnit[];
}

export interface SnapshotRows {
  readonly day: LocalDate;
  readonly units: readonly SnapshotUnit[];
  readonly posts: readonly BarePost[];
  readonly appointments: readonly { readonly staffId: string; readonly postId: string }[];
  /** Everybody who can sign in. */
  readonly staff: readonly KnownStaff[];
}

/** Of timelines, what holds on one day, as rows; the names come from those who can sign in. */
export function rowsOn(day: LocalDate, listed: Organisation, staff: readonly KnownStaff[]): SnapshotRows {
  const on = (versions: readonly Version[]) => onDay(versions, day).map(({ is }) => is);
  return {
    day,
    staff,
    units: on(listed.units).map((is) => ({
      unitId: String(is.unit_id),
      code: String(is.code),
      name: String(is.name),
      kind: is.kind as UnitKind,
      parentUnitId: is.parent_unit_id === null ? null : String(is.parent_unit_id),
    })),
    posts: on(listed.posts).map((is) => ({
      postId: String(is.post_id),
      code: String(is.code),
      unitId: String(is.unit_id),
      title: String(is.title),
      rank: is.rank as Rank,
      headsUnit: is.heads_unit === true,
    })),
    appointments: on(listed.appointments).map((is) => ({ staffId: String(is.staff_id), postId: String(is.post_id) })),
  };
}

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

export function snapshotOf({ day, units, posts, appointments, staff }: SnapshotRows): OrganisationSnapshot {
  const known = new Map(staff.map((person) => [person.staffId, person]));
  const unitsById = new Map(units.map((unit) => [unit.unitId, unit]));
  const holders = Map.groupBy(appointments, ({ postId }) => postId);
  const full = posts.map((post): SnapshotPost => {
    // The same order every time, whatever the database gives first.
    const present = (holders.get(post.postId) ?? [])
      .flatMap(({ staffId }) => known.get(staffId) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'ja'));
    return { ...post, unitName: unitsById.get(post.unitId)?.name ?? '', holders: present };
  });
  const postsByUnit = Map.groupBy(full.toSorted(byCode), ({ unitId }) => unitId);
  const postsByStaff = new Map<string, SnapshotPost[]>();
  for (const post of full) {
    for (const { staffId } of post.holders) {
      const own = postsByStaff.get(staffId);
      if (own) own.push(post);
      else postsByStaff.set(staffId, [post]);
    }
  }
  const unitCodes = new Map(units.map((unit) => [unit.code, unit]));
  const postCodes = new Map(full.map((post) => [post.code, post]));
  const children = Map.groupBy(units, ({ parentUnitId }) => parentUnitId);
  const headOf = (unitId: string) => postsByUnit.get(unitId)?.find(({ headsUnit }) => headsUnit);
  return {
    day,
    units: unitsById,
    posts: new Map(full.map((post) => [post.postId, post])),
    unitByCode: (code) => unitCodes.get(code),
    postByCode: (code) => postCodes.get(code),
    headOf,
    lineAbove: linesOf(unitsById, headOf),
    postsIn: (unitId) => postsByUnit.get(unitId) ?? [],
    postsOf: (staffId) => postsByStaff.get(staffId) ?? [],
    unitsBelow: (unitId) => children.get(unitId) ?? [],
  };
}

function linesOf(
  units: ReadonlyMap<string, SnapshotUnit>,
  headOf: (unitId: string) => SnapshotPost | undefined,
): (unitId: string) => readonly LineUnit[] {
  const asked = new Map<string, readonly LineUnit[]>();
  const lineAbove = (unitId: string, below: readonly string[] = []): readonly LineUnit[] => {
    const known = asked.get(unitId);
    if (known) return known;
    const unit = units.get(unitId);
    if (!unit || below.includes(unitId)) return [];
    const above = unit.parentUnitId === null ? [] : lineAbove(unit.parentUnitId, [...below, unitId]);
    const line = [lineUnit(unit, headOf(unitId)), ...above];
    asked.set(unitId, line);
    return line;
  };
  return (unitId) => lineAbove(unitId);
}

function lineUnit(unit: SnapshotUnit, head: SnapshotPost | undefined): LineUnit {
  return {
    unitId: unit.unitId,
    unitName: unit.name,
    unitKind: unit.kind,
    head: head ? { postId: head.postId, title: head.title, rank: head.rank, vacant: head.holders.length === 0 } : null,
  };
}
