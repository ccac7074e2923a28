import { postName } from '../rules.ts';
import type { OrganisationSnapshot, SnapshotPost, SnapshotUnit } from '../snapshot.ts';
import type { OrganisationDifference } from './contract.ts';

/** What is otherwise in the organisation to come, things in the order of their codes. */
export function differencesBetween(
  before: OrganisationSnapshot,
  after: OrganisationSnapshot,
): OrganisationDifference[] {
  return [...unitsOf(before, after), ...postsOf(before, after), ...leftWithoutPost(before, after)];
}

const inOrder = <T extends { code: string }>(things: Iterable<T>): T[] =>
  [...things].sort((a, b) => (a.code < b.code ? -1 : 1));

function unitsOf(before: OrganisationSnapshot, after: OrganisationSnapshot): OrganisationDifference[] {
  const gone = inOrder(before.units.values()).filter(({ unitId }) => !after.units.has(unitId));
  return [
    ...gone.map(
      (unit): OrganisationDifference => ({
        ...called(unit, unit.name),
        kind: 'UNIT_GONE',
        before: above(before, unit),
      }),
    ),
    ...inOrder(after.units.values()).flatMap((unit) => unitChange(before, after, unit)),
  ];
}

const called = ({ code }: { code: string }, name: string) => ({ code, name, before: null, after: null });
const above = ({ units }: OrganisationSnapshot, { parentUnitId }: SnapshotUnit): string | null =>
  units.get(parentUnitId ?? '')?.name ?? null;

function unitChange(
  before: OrganisationSnapshot,
  after: OrganisationSnapshot,
  unit: SnapshotUnit,
): OrganisationDifference[] {
  const was = before.units.get(unit.unitId);
  const base = called(unit, unit.name);
  if (!was) return [{ ...base, kind: 'UNIT_NEW', after: above(after, unit) }];
  const changes: OrganisationDifference[] = [];
  if (was.name !== unit.name) changes.push({ ...base, kind: 'UNIT_RENAMED', before: was.name, after: unit.name });
  if (was.parentUnitId !== unit.parentUnitId)
    changes.push({ ...base, kind: 'UNIT_MOVED', before: above(before, was), after: above(after, unit) });
  if (was.kind !== unit.kind) changes.push({ ...base, kind: 'UNIT_KIND', before: was.kind, after: unit.kind });
  return changes;
}

const place = ({ unitName, title }: SnapshotPost): string => postName(unitName, title);
const names = (people: SnapshotPost['holders']): string | null => people.map(({ name }) => name).join('、') || null;

function postsOf(before: OrganisationSnapshot, after: OrganisationSnapshot): OrganisationDifference[] {
  const gone = inOrder(before.posts.values()).filter(({ postId }) => !after.posts.has(postId));
  return [
    ...gone.map(
      (post): OrganisationDifference => ({
        ...called(post, place(post)),
        kind: 'POST_GONE',
        before: names(post.holders),
      }),
    ),
    ...inOrder(after.posts.values()).flatMap((post) => postChange(before.posts.get(post.postId), post)),
  ];
}

function postChange(was: SnapshotPost | undefined, post: SnapshotPost): OrganisationDifference[] {
  const base = called(post, place(post));
  if (!was) return [{ ...base, kind: 'POST_NEW', after: names(post.holders) }];
  const changes: OrganisationDifference[] = [];
  if (was.unitId !== post.unitId)
    changes.push({ ...base, kind: 'POST_MOVED', before: was.unitName, after: post.unitName });
  if (was.title !== post.title) changes.push({ ...base, kind: 'POST_RENAMED', before: was.title, after: post.title });
  if (was.rank !== post.rank) changes.push({ ...base, kind: 'POST_RANK', before: was.rank, after: post.rank });
  if (was.headsUnit !== post.headsUnit)
    changes.push({ ...base, kind: 'POST_HEAD', before: String(was.headsUnit), after: String(post.headsUnit) });
  const left = was.holders.filter(({ staffId }) => !post.holders.some((one) => one.staffId === staffId));
  const come = post.holders.filter(({ staffId }) => !was.holders.some((one) => one.staffId === staffId));
  if (left.length + come.length > 0)
    changes.push({ ...base, kind: 'HOLDER_CHANGED', before: names(left), after: names(come) });
  return changes;
}

/** Who held a post and holds none any more: they leave, or the list has forgotten them. */
function leftWithoutPost(before: OrganisationSnapshot, after: OrganisationSnapshot): OrganisationDifference[] {
  const seen = new Map<string, OrganisationDifference>();
  for (const post of inOrder(before.posts.values())) {
    for (const { staffId, name } of post.holders) {
      if (seen.has(staffId) || after.postsOf(staffId).length > 0) continue;
      seen.set(staffId, { ...called(post, name), kind: 'PERSON_WITHOUT_POST', before: place(post) });
    }
  }
  return [...seen.values()];
}
