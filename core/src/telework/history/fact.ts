import type { Person } from '../../directory/index.ts';
import type { LedgerEntry } from '../../ledger/index.ts';
import type { Json, Via } from '../../shared/index.ts';

/** Something of テレワーク・庶務 that facts are about. */
export interface Subject {
  /** For example `application`. */
  readonly kind: string;
  readonly id: string;
}

/** Something that happened, as it stands in the database for good. */
export interface TeleworkFact {
  readonly subject: Subject;
  /** From 1, without gaps: the subject's version. */
  readonly seq: number;
  readonly at: Date;
  /** `MADE`, `APPROVED` …: the room's own word. */
  readonly act: string;
  /** Whose matter it is; null where it is the city's. */
  readonly staffId: string | null;
  /** Who did it, with name and post of that day. */
  readonly actor: Person;
  readonly fact: Readonly<Record<string, Json>>;
  readonly via: Via;
  readonly leafId: string;
}

export const FACT_KIND = 'telework/fact';

/** The fact as a leaf of the log: everything in it. */
export function entryOf({ leafId, subject, at, actor, ...rest }: TeleworkFact): LedgerEntry & { leafId: string } {
  const { staffId, name, postTitle, unitName } = actor;
  return {
    leafId,
    kind: FACT_KIND,
    subject: `${subject.kind}/${subject.id}/${rest.seq}`,
    body: { ...rest, subject: { ...subject }, at: at.toISOString(), actor: { staffId, name, postTitle, unitName } },
  };
}
