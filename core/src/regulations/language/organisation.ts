import { type OrganisationSnapshot, type Rank, snapshotOf } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { PackFile } from './schema.ts';

/** The organisation that a pack describes for its examples. Codes serve as ids; one person holds each post. */
export function exampleOrganisation({ organisation, effectiveFrom }: PackFile): OrganisationSnapshot {
  const held = organisation.posts.filter(({ vacant }) => !vacant);
  return snapshotOf({
    day: effectiveFrom as LocalDate,
    units: organisation.units.map(({ code, name, kind, under }) => ({
      unitId: code,
      code,
      name,
      kind,
      parentUnitId: under ?? null,
    })),
    posts: organisation.posts.map(({ code, unit, title, rank, head }) => ({
      postId: code,
      code,
      unitId: unit,
      title,
      rank: rank as Rank,
      headsUnit: head,
    })),
    appointments: held.map(({ code }) => ({ postId: code, staffId: code })),
    staff: held.map(({ code, title }) => ({ staffId: code, name: title })),
  });
}
