import type { Json, Via } from '../../shared/index.ts';
import type { Leaf } from '../entry.ts';

/** Something that facts are about. */
export interface Subject {
  /** For example `application`. */
  readonly kind: string;
  readonly id: string;
}

/** Who did it, with name and post of that day. */
export interface Doer {
  readonly staffId: string;
  readonly name: string;
  readonly postTitle: string;
  readonly unitName: string;
}

/** Something that happened, as it stands in the database for good. */
export interface Fact {
  readonly subject: Subject;
  /** From 1, without gaps: the subject's version. */
  readonly seq: number;
  readonly at: Date;
  /** `MADE`, `APPROVED` …: the capability's own word. */
  readonly act: string;
  /** Whose matter it is; null where it is the city's. */
  readonly staffId: string | null;
  readonly actor: Doer;
  readonly fact: Readonly<Record<string, Json>>;
  readonly via: Via;
  readonly leafId: string;
}

/** The fact as a leaf of the log: everything in it. */
export function leafOf(kind: string, { leafId, subject, at, actor, ...rest }: Fact): Leaf {
  const { staffId, name, postTitle, unitName } = actor;
  return {
    leafId,
    kind,
    subject: `${subject.kind}/${subject.id}/${rest.seq}`,
    body: { ...rest, subject: { ...subject }, at: at.toISOString(), actor: { staffId, name, postTitle, unitName } },
  };
}
