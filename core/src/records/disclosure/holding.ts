import { personOf } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { endHeld, place } from '../keeping/hold-service.ts';
import { holdOf } from '../keeping/hold-store.ts';
import { lockKeeping } from '../keeping/store.ts';
import type { At } from '../register/at.ts';
import type { OpenRequest } from './open.ts';
import { holdsOfItem, type ItemRow, insertItemHold } from './store.ts';

type Reason = 'DISCLOSURE' | 'APPEAL';

/** What is asked for is not disposed of: the hold comes with the request, whoever collects. False of what is kept no more. */
export async function holdItem(
  { at: { parts, tx, actor }, request }: OpenRequest,
  item: Pick<ItemRow, 'id' | 'recordId'>,
  reason: Reason,
): Promise<boolean> {
  if (item.recordId === null) return true;
  const kept = await lockKeeping(tx, item.recordId);
  if (kept?.state !== 'KEPT') return false;
  const note = `${request.scheme.name.ja} ${request.numberLabel}`;
  const placing = { reason, note, until: null, by: personOf(actor), itemId: item.id };
  const holdId = await place(parts.clock, tx, { recordId: item.recordId, folderId: null }, placing);
  await insertItemHold(tx, item.id, holdId, reason);
  return true;
}

interface End {
  readonly reason: Reason;
  readonly decidedOn: LocalDate;
  readonly note: string;
  /** Of what was collected by mistake, and where nothing was decided; else a year more than the decision. */
  readonly until?: LocalDate;
}

/** Ends the holds that this request laid, and no other. Whoever ended one by hand has said its day already. */
export async function endHolds({ parts, tx, actor, caller }: At, items: readonly ItemRow[], end: End): Promise<void> {
  const { reason, ...how } = end;
  const inOrder = items.toSorted((one, other) => ((one.recordId ?? '') < (other.recordId ?? '') ? -1 : 1));
  for (const item of inOrder) {
    for (const holdId of await holdsOfItem(tx, item.id, reason)) {
      const hold = await holdOf(tx, holdId);
      if (hold?.decidedOn !== null) continue;
      await endHeld(parts.clock, tx, hold, { ...how, by: personOf(actor), via: caller.via });
    }
  }
}
