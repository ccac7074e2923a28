import type { PostLine } from './csv.ts';
import type { Version } from './effective-dates.ts';

/** Whom and what the codes and names of a list stand for. */
export interface Ids {
  readonly unitOf: (code: string) => string;
  readonly postOf: (code: string) => string;
  /** Null where Entra does not know the name. */
  readonly staffOf: (signInName: string) => string | null;
}

/** What a list of posts says, thing by thing; `is` has the columns that the database keeps of it. */
export interface Organisation {
  readonly units: readonly Version[];
  readonly posts: readonly Version[];
  readonly appointments: readonly Version[];
  readonly roles: readonly Version[];
}

/** A unit or post has no end of its own: it is there until the list no longer names it. */
export function organisationOf(lines: readonly PostLine[], ids: Ids): Organisation {
  const appointments: Version[] = [];
  const roles: Version[] = [];
  for (const line of lines) {
    const { from, to } = line;
    const staffId = line.signInName === null ? null : ids.staffOf(line.signInName);
    if (staffId === null) continue;
    const postId = ids.postOf(line.postCode);
    const is = { staff_id: staffId, post_id: postId, concurrent: line.concurrent };
    appointments.push({ key: `${staffId} ${postId}`, from, to, is });
    for (const role of line.roles)
      roles.push({ key: `${staffId} ${role}`, from, to, is: { staff_id: staffId, role: String(role) } });
  }
  return {
    units: lines.map((line) => unitVersion(line, ids)),
    posts: lines.map((line) => postVersion(line, ids)),
    appointments,
    roles,
  };
}

function unitVersion(line: PostLine, { unitOf }: Ids): Version {
  const unitId = unitOf(line.unitCode);
  const is = {
    unit_id: unitId,
    code: line.unitCode,
    name: line.unitName,
    kind: line.unitKind,
    parent_unit_id: line.parentCode === null ? null : unitOf(line.parentCode),
  };
  return { key: unitId, from: line.from, to: null, is };
}

function postVersion(line: PostLine, { unitOf, postOf }: Ids): Version {
  const postId = postOf(line.postCode);
  const is = {
    post_id: postId,
    code: line.postCode,
    unit_id: unitOf(line.unitCode),
    title: line.postTitle,
    rank: line.rank,
    heads_unit: line.headsUnit,
  };
  return { key: postId, from: line.from, to: null, is };
}
