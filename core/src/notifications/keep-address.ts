import type { Directory } from '../directory/index.ts';
import { type Clock, type Database, emit } from '../platform/index.ts';
import type { Caller } from '../shared/index.ts';
import type { ChatAddress } from './service.ts';
import * as store from './store.ts';

/** Somebody has become reachable in a chat. Payload: `staffId`. */
export const ADDRESS_KEPT = 'notifications/address-kept';

export const callerAs = (who: Pick<ChatAddress, 'municipalityId' | 'entraObjectId'>): Caller => ({
  ...{ municipalityId: who.municipalityId, entraObjectId: who.entraObjectId },
  ...{ via: 'teams', locale: 'ja', idempotencyKey: null },
});

interface Keeping {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'presumed'>;
}

type Kept = ChatAddress & Required<Pick<ChatAddress, 'locale'>>;

/** Whose address it is, and whether it is kept already. Presuming, in one question: by the directory as it was last read. */
function look({ db, directory }: Keeping, kept: Kept, presuming: boolean) {
  return db.singly(kept.municipalityId, async (tx) => {
    const provided = presuming ? directory.presumed(tx) : null;
    const { staffId } = await directory.actorOf(tx, callerAs(kept));
    return { staffId, isKept: await store.isKept(tx, { ...kept, staffId }, provided) };
  });
}

/** Remembers where a person is reached. With nearly every message it is known already, and nothing is written. */
export async function keepAddress(parts: Keeping, address: ChatAddress): Promise<void> {
  const { db, clock } = parts;
  const kept: Kept = { ...address, locale: address.locale ?? 'ja' };
  const presumed = await look(parts, kept, true).catch(() => null);
  if (presumed?.isKept) return;
  // New, or the directory has changed since it was last read.
  const { staffId, isKept } = await look(parts, kept, false);
  if (isKept) return;
  await db.inMunicipality(kept.municipalityId, async (tx) => {
    const reachable = await store.keepAddress(tx, { ...kept, staffId, at: clock.now() });
    if (reachable) await emit(tx, [{ topic: ADDRESS_KEPT, payload: { staffId } }]);
  });
}
