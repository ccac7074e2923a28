import type { Directory } from '../../directory/index.ts';
import type { Blobs, Clock, Database } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import type { UploadedFile } from '../../shared/index.ts';
import type { PreparedFile } from '../files.ts';

export interface TemplateParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly blobs: Blobs;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath'>;
  readonly regulations: Pick<Regulations, 'packOf' | 'ready' | 'classification'>;
  readonly prepareFile: (uploaded: UploadedFile | null) => Promise<PreparedFile>;
}
