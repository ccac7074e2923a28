import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type Leaving, type MirrorState, MUST_GO, type Turned, turn } from './store.ts';

export interface LockedCopy {
  readonly state: MirrorState;
  readonly problem: string | null;
  readonly place: string | null;
  readonly itemId: string;
  /** When its record was made or received. */
  readonly madeOn: LocalDate;
}

/** A copy as whoever has deleted it finds it; locked until the commit. */
export async function lockCopy(tx: Tx, recordId: string): Promise<LockedCopy | null> {
  const [row] = await tx.query<LockedCopy>(
    `select m.state, m.problem, m.place, m.item_id as "itemId", k.created_on as "madeOn" from kaigi.records_mirror m
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = m.record_id
     where m.municipality_id = $1 and m.record_id = $2 and m.item_id is not null for update of m`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

const IS_TOLD = `m.state = 'REMOVED' and m.problem = 'records.mirror_deleted_by_hand'`;

/** Told deleted by hand from the library that is configured now, and not looked for since. */
export const toldDeleted = (
  tx: Tx,
  { place, now, limit }: { readonly place: string; readonly now: Date; readonly limit: number },
): Promise<Leaving[]> =>
  tx.query<Leaving>(
    `select m.record_id as "recordId", m.item_id as "itemId", m.place from kaigi.records_mirror m
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = m.record_id
     where m.municipality_id = $1 and ${IS_TOLD} and m.place = $2 and m.item_id is not null and ${MUST_GO}
       and (m.again_at is null or m.again_at <= $3)
     order by m.record_id limit $4`,
    [tx.municipalityId, place, now, limit],
  );

/** It could not be looked for. */
export async function lookLater(tx: Tx, recordId: string, againAt: Date): Promise<void> {
  await tx.query(
    `update kaigi.records_mirror m set again_at = $3 where m.municipality_id = $1 and m.record_id = $2 and ${IS_TOLD}`,
    [tx.municipalityId, recordId, againAt],
  );
}

/** What is seen takes the place of what was told. False where it is told no more. */
export const noteLooked = (tx: Tx, turned: Turned): Promise<boolean> => turn(tx, turned, IS_TOLD);
