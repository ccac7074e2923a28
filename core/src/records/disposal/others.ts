import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Expiring, NamedFile, Stands } from './queries.ts';

/**
 * What another capability keeps and lets go by the same lists, cases and two people: recordings and transcripts of
 * meetings. It stands above the records and answers.
 */
export interface OtherEndings {
  readonly kinds: readonly string[];
  /** What is over on this day and stands on no list that is under way; `unitIds` null: of every section. */
  expiring(
    tx: Tx,
    asked: { readonly today: LocalDate; readonly unitIds: readonly string[] | null },
  ): Promise<readonly (Expiring & { readonly subjectKind: string })[]>;
  /** How they are kept now; locked until the commit. */
  standing(tx: Tx, kind: string, ids: readonly string[]): Promise<readonly Stands[]>;
  filesOf(tx: Tx, kind: string, id: string): Promise<readonly NamedFile[]>;
  extend(tx: Tx, kind: string, of: { readonly id: string; readonly until: LocalDate }): Promise<void>;
  /** Its words go, and its row says so; the tombstone is there already. Further bytes that only this named. */
  letGo(tx: Tx, kind: string, of: { readonly id: string; readonly listId: string }): Promise<readonly string[]>;
}

export const othersOf = (others: readonly OtherEndings[], kind: string): OtherEndings | null =>
  others.find(({ kinds }) => kinds.includes(kind)) ?? null;
