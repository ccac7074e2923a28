import type { Directory } from '../directory/index.ts';
import type { Blobs, Clock, Database, Report, Tx } from '../platform/index.ts';
import type { Regulations } from '../regulations/index.ts';
import type { PartInCase } from './access.ts';
import type { CheckSignature } from './issue/signature.ts';
import type { ReadFile } from './reading/index.ts';

export interface RecordsParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'actorById' | 'unitPath' | 'lineAbove' | 'organisation'>;
  readonly regulations: Regulations;
  /** Whether the person takes part in the case; answered by the cases, which stand above the records. */
  readonly participates: (tx: Tx, caseId: string, staffId: string) => Promise<boolean>;
  /** Which of these cases are above 自治体機密性 2; answered by the cases too. */
  readonly confidentialAmong: (tx: Tx, caseIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The same question of many at once, as SQL. */
  readonly partInCase: PartInCase;
  /** Whether somebody may open a decided case, and so see what is attached to it; as SQL. */
  readonly opensCase: PartInCase;
  /** what checks electronic signatures; none comes with the product. */
  readonly checkSignature?: CheckSignature;
  readonly report?: Report;
  readonly read?: ReadFile;
}
