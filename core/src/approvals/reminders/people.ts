import type { Actor, Directory, OrganisationSnapshot, Role } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { ApprovalCase } from '../case.ts';
import type { DueStep } from './rules.ts';

export interface Told {
  readonly staffId: string;
  readonly name: string;
}

/** Whom a step of the ladder tells today. */
export type WhomToTell = (approvalCase: ApprovalCase, step: DueStep) => readonly Told[];

/** The nearest head above the post that somebody holds. */
function superiorsOf(there: OrganisationSnapshot, postId: string): readonly Told[] {
  const post = there.posts.get(postId);
  const heads = there.lineAbove(post?.unitId ?? '').flatMap(({ head }) => (head ? [head.postId] : []));
  const own = heads.indexOf(postId);
  const above = heads.slice(own + 1).map((id) => there.posts.get(id)?.holders ?? []);
  return above.find((holders) => holders.length > 0) ?? [];
}

type To = DueStep['to'];
const ROLES: Readonly<Partial<Record<To, Role>>> = {
  RECORDS: 'CHIEF_RECORDS_MANAGER',
  OFFICER: 'RECORDS_OFFICER',
  ADMIN: 'ADMIN',
};

/** Those with a role, looked for only where a step tells them. */
async function withRoles(directory: Directory, tx: Tx, due: ReadonlySet<To>): Promise<(to: To) => readonly Actor[]> {
  const asked = [...due].flatMap((to) => (ROLES[to] ? [[to, ROLES[to]] as const] : []));
  const found = await Promise.all(asked.map(async ([to, role]) => [to, await directory.actorsWith(tx, role)] as const));
  const known = new Map<To, readonly Actor[]>(found);
  return (to) => known.get(to) ?? [];
}

/** Who is told by which step, as the city hall stands today. */
export async function whomToTell(
  directory: Directory,
  tx: Tx,
  { there, due }: { there: OrganisationSnapshot; due: ReadonlySet<To> },
): Promise<WhomToTell> {
  const roles = await withRoles(directory, tx, due);
  const plain = ({ staffId, name }: Told): Told => ({ staffId, name });
  /** 総括文書管理者: whoever has the role, among those who head a unit. */
  const managers = () => roles('RECORDS').filter((actor) => actor.posts.some((post) => headsUnit(there, post.postId)));
  return ({ drafter }, { post, assignee, to }) => {
    // 起案者 never act on their own case, so the post they have come to hold is as good as vacant.
    const holders = assignee ? [assignee] : (there.posts.get(post.postId)?.holders ?? []);
    const holding = holders.filter(({ staffId }) => staffId !== drafter.staffId);
    const above = () => superiorsOf(there, post.postId).map(plain);
    switch (to) {
      case 'HOLDER':
      case 'READER':
        // Nobody is there to be told: the superior can name somebody.
        return holding.length > 0 ? holding.map(plain) : above();
      case 'SUPERIOR':
        return above();
      case 'RECORDS':
        return managers().map(plain);
      case 'OFFICER':
        return roles('OFFICER').filter(isOfficerOf(there, post.postId)).map(plain);
      case 'ADMIN':
        return roles('ADMIN').map(plain);
      case 'DRAFTER':
        return [plain(drafter)];
    }
  };
}

const headsUnit = (there: OrganisationSnapshot, postId: string) => there.posts.get(postId)?.headsUnit === true;

/** 文書主任 of the post's own section, in whichever of its subsections they sit. */
const isOfficerOf = (there: OrganisationSnapshot, postId: string) => {
  const line = there.lineAbove(there.posts.get(postId)?.unitId ?? '');
  const section = line.find(({ unitKind }) => unitKind !== 'SUBSECTION') ?? line.at(-1);
  return (actor: Actor) => actor.posts.some(({ sectionId }) => sectionId === section?.unitId);
};
