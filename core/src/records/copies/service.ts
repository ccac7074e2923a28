import type { Tx } from '../../platform/index.ts';
import { type Caller, notAllowed } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import { type OpeningParts, type OpenRecord, opened } from '../keeping/opening.ts';
import { mayDescribe } from '../keeping/policy.ts';
import type { CopySigns, OpenDocument } from './contract.ts';
import { copySigns } from './rules.ts';
import { documentsOf, putDocument } from './store.ts';

export interface CopyParts extends OpeningParts {
  /** @throws not-found `records.not_found`, also for who may not read it */
  readonly read: (caller: Caller, recordId: string) => Promise<RecordView>;
}

export interface Copies {
  /** Why the open document may be a copy of the filed one. @throws not-found `records.not_found` */
  compare(caller: Caller, recordId: string, open: OpenDocument): Promise<CopySigns>;
  /**
   * The open document is this record: filed from it, or said so by somebody who may write on it. A reader does not say
   * for everybody which file is the filed one.
   * @throws not-found `records.not_found`; not-allowed `records.copy_not_yours`
   */
  note(caller: Caller, recordId: string, open: OpenDocument): Promise<CopySigns>;
}

/** A case's document is its participants' to write on until it is decided; everything else its section's. */
async function mayWrite({ participates }: CopyParts, tx: Tx, { full, kept, sight }: OpenRecord): Promise<boolean> {
  const { caseId, state } = full.record;
  if (mayDescribe(sight, kept)) return true;
  return caseId !== null && state === 'OPEN' && participates(tx, caseId, sight.actor.staffId);
}

export const createCopies = (parts: CopyParts): Copies => ({
  async compare(caller, recordId, open) {
    const { id, state } = await parts.read(caller, recordId);
    const known = await parts.db.inMunicipality(caller.municipalityId, (tx) => documentsOf(tx, id));
    return { signs: copySigns(open, known, state === 'FROZEN') };
  },
  async note(caller, recordId, { place, fileName, words }) {
    await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
      const found = await opened(parts, tx, { caller, recordId, what: 'RECORD' });
      if (!(await mayWrite(parts, tx, found))) throw notAllowed('records.copy_not_yours');
      const { staffId } = found.sight.actor;
      await putDocument(tx, { recordId, place: place ?? '', fileName, words, staffId, at: parts.clock.now() });
    });
    return { signs: [] };
  },
});
