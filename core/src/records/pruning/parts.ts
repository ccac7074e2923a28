import type { Blobs, Clock, Database, JobSpec, Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import type { NamesOf } from '../disposal/index.ts';
import type { OpeningParts } from '../keeping/opening.ts';

export interface PruningParts extends OpeningParts {
  readonly db: Database;
  readonly blobs: Pick<Blobs, 'remove'>;
  readonly clock: Clock;
  readonly regulations: Pick<Regulations, 'ready' | 'workingVersionsOn'>;
  /**
   * The versions of its document on which somebody acted while a case was decided; null as long as it is not. Answered by
   * the cases, which stand above the records.
   */
  readonly actedVersions: (tx: Tx, caseId: string) => Promise<readonly number[] | null>;
  /** Everybody who counts on stored bytes. */
  readonly names: () => readonly NamesOf[];
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}
