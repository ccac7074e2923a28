import type { Person, Role } from './contract.ts';

export type UnitKind = 'BUREAU' | 'DEPARTMENT' | 'SECTION' | 'SUBSECTION' | 'OFFICE' | 'BRANCH';
export type Rank =
  | 'MAYOR'
  | 'DEPUTY_MAYOR'
  | 'BUREAU_HEAD'
  | 'WARD_HEAD'
  | 'DEPARTMENT_HEAD'
  | 'SECTION_HEAD'
  | 'DEPUTY_SECTION_HEAD'
  | 'SUBSECTION_HEAD'
  | 'CHIEF'
  | 'STAFF';

/** A post that somebody holds on the day asked about. */
export interface ActorPost {
  readonly postId: string;
  readonly title: string;
  readonly rank: Rank;
  readonly unitId: string;
  readonly unitName: string;
  /** The 課 that the unit is or, for a 係, lies in; of what belongs to no 課 (部, 支所) the unit itself. */
  readonly sectionId: string;
  /** 兼務 */
  readonly concurrent: boolean;
}

/** A signed-in person as the directory knows them on the day: main post first, then 兼務. */
export interface Actor {
  readonly staffId: string;
  readonly name: string;
  readonly signInName: string;
  readonly posts: readonly ActorPost[];
  readonly roles: readonly Role[];
  /** What Entra says of a person who holds no post, for showing only. */
  readonly fallback: { readonly postTitle: string; readonly unitName: string };
}

export interface UnitRef {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A post with whoever holds it on the day; empty when vacant (欠員). */
export interface PostHolders {
  readonly postId: string;
  readonly title: string;
  readonly rank: Rank;
  readonly unitId: string;
  readonly unitName: string;
  readonly holders: readonly Person[];
}

/** One step of the line above somebody: a unit and its head post. */
export interface LineUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly head: {
    readonly postId: string;
    readonly title: string;
    readonly rank: Rank;
    readonly vacant: boolean;
  } | null;
}

/** Stands in a history where the rules say that something happens without anybody choosing it. */
export const BY_THE_RULES: Person = {
  staffId: '00000000-0000-0000-0000-000000000000',
  name: '規程による自動処理',
  postTitle: '',
  unitName: '',
};

/**
 * The person as shown and kept in the history: name, and the post in which they act.
 * @param postId the post acted in; the main post when not given or not held.
 */
export function personOf(actor: Actor, postId?: string): Person {
  const post = actor.posts.find((held) => held.postId === postId) ?? actor.posts[0];
  return {
    staffId: actor.staffId,
    name: actor.name,
    postTitle: post?.title ?? actor.fallback.postTitle,
    unitName: post?.unitName ?? actor.fallback.unitName,
  };
}

/** 政策課長 for 課長 of 政策課, 浜支所長 for 支所長 of 浜支所: where the title repeats the end of the unit's name, once is enough. */
export function postName(unitName: string, title: string): string {
  const repeated = Array.from(title, (_, at) => title.slice(0, at + 1)).findLast((start) => unitName.endsWith(start));
  return `${unitName}${title.slice(repeated?.length ?? 0)}`;
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role);
}
