import type { Directory } from '../../directory/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import type { CopySigns, OpenDocument } from './contract.ts';
import { copySigns } from './rules.ts';
import { documentsOf, putDocument } from './store.ts';

export interface CopyParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf'>;
  /** @throws not-found `records.not_found`, also for who may not read it */
  readonly read: (caller: Caller, recordId: string) => Promise<RecordView>;
}

export interface Copies {
  /** Why the open document may be a copy of the filed one. @throws not-found `records.not_found` */
  compare(caller: Caller, recordId: string, open: OpenDocument): Promise<CopySigns>;
  /** The open document is this record: filed from it, or said so by a person. @throws not-found `records.not_found` */
  note(caller: Caller, recordId: string, open: OpenDocument): Promise<CopySigns>;
}

export const createCopies = ({ db, clock, directory, read }: CopyParts): Copies => ({
  async compare(caller, recordId, open) {
    const { id, state } = await read(caller, recordId);
    const known = await db.inMunicipality(caller.municipalityId, (tx) => documentsOf(tx, id));
    return { signs: copySigns(open, known, state === 'FROZEN') };
  },
  async note(caller, recordId, { place, fileName, words }) {
    const { id } = await read(caller, recordId);
    await db.inMunicipality(caller.municipalityId, async (tx) => {
      const { staffId } = await directory.actorOf(tx, caller);
      const at = clock.now();
      await putDocument(tx, { recordId: id, place: place ?? '', fileName, words, staffId, at });
    });
    return { signs: [] };
  },
});
