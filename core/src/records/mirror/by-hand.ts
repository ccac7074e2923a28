import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import { type Clock, onlyOnce, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, conflict, isUuid, localDateOf, notAllowed, notFound } from '../../shared/index.ts';
import { lockCopy } from './by-hand-store.ts';
import type { TellDeleted } from './contract.ts';
import type { MirrorLibrary } from './library.ts';
import { addLine } from './lines.ts';
import { noteLeft } from './store.ts';

/** 総括文書管理者 */
export const tellsDeleted = (actor: Actor): boolean => hasRole(actor, 'CHIEF_RECORDS_MANAGER');

export interface CopyLeft {
  readonly state: string;
  readonly problem: string | null;
  /** Null where it was not noted. */
  readonly place: string | null;
}

/** Which library a municipality has now; null: none. */
export const placeNow = (library: MirrorLibrary | null, municipalityId: string): string | null =>
  library?.municipalityIds.includes(municipalityId) ? library.placeNow(municipalityId) : null;

/** Left where the app cannot reach it: whether it is gone, somebody has to say. */
export const isLeftElsewhere = ({ state, problem }: CopyLeft): boolean =>
  state === 'BLOCKED' && problem === 'records.mirror_left_elsewhere';

/** In the library that is configured now the app itself removes it, and makes sure. */
export const isWithinReach = ({ place }: Pick<CopyLeft, 'place'>, now: string | null): boolean =>
  now !== null && (place === null || place === now);

const TOLD: ReadonlySet<string> = new Set(['records.mirror_deleted_by_hand', 'records.mirror_by_hand_confirmed']);

/** @throws conflict `records.mirror_told_already`, `…_not_left`, `…_library_back` */
export function checkDeleted(copy: CopyLeft, now: string | null): void {
  if (TOLD.has(copy.problem ?? '')) throw conflict('records.mirror_told_already');
  if (!isLeftElsewhere(copy)) throw conflict('records.mirror_not_left');
  if (isWithinReach(copy, now)) throw conflict('records.mirror_library_back', { place: now ?? '' });
}

interface Telling {
  readonly caller: Caller;
  readonly actor: Actor;
  readonly recordId: string;
  readonly input: TellDeleted;
}

/**
 * 手で削除した: a copy in a library that is not configured any more is listed no longer, on the word of the records
 * section; a line of history says whose, of when and how. It is looked for once the library is configured again.
 * @throws not-allowed `records.mirror_deletion_not_yours`; not-found `records.mirror_copy_not_found`; bad-input
 * `records.day_to_come`, `records.day_before_filing`; conflict as `checkDeleted`
 */
export async function tellDeleted(
  { clock, library }: { readonly clock: Clock; readonly library: () => MirrorLibrary | null },
  tx: Tx,
  { caller, actor, recordId, input }: Telling,
): Promise<void> {
  if (!tellsDeleted(actor)) throw notAllowed('records.mirror_deletion_not_yours');
  const { deletedOn, note } = input;
  const request = { use: 'records.mirror_deletion', recordId, deletedOn, note };
  await onlyOnce(tx, { staffId: actor.staffId, key: caller.idempotencyKey, request }, async () => {
    const now = clock.now();
    if (deletedOn > localDateOf(now)) throw badInput('records.day_to_come');
    const copy = isUuid(recordId) ? await lockCopy(tx, recordId) : null;
    if (!copy) throw notFound('records.mirror_copy_not_found');
    checkDeleted(copy, placeNow(library(), caller.municipalityId));
    if (deletedOn < copy.madeOn) throw badInput('records.day_before_filing', { day: copy.madeOn });
    const problem = 'records.mirror_deleted_by_hand';
    await noteLeft(tx, { recordId, state: 'REMOVED', problem, now, againAt: null });
    const fact = { deletedOn, note, place: copy.place, itemId: copy.itemId };
    await addLine(tx, { recordId, act: 'DELETED_BY_HAND', now, fact, by: personOf(actor), via: caller.via });
    return null;
  });
}
