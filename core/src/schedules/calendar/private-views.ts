import { type Actor, personOf } from '../../directory/index.ts';
import { type Clock, type Database, newId } from '../../platform/index.ts';
import { type Caller, localDateOf } from '../../shared/index.ts';
import type { OwnersEntries } from './entry.ts';
import { addFact } from './history.ts';
import type { CalendarSight } from './sight.ts';

export interface PrivateViews {
  readonly caller: Caller;
  readonly actor: Actor;
  readonly sight: CalendarSight;
  readonly of: ReadonlyMap<string, OwnersEntries>;
}

/** That somebody saw what is 非公開 of somebody else (S-18): once a day of each. */
export async function notePrivateViews(
  { db, clock, wake }: { readonly db: Database; readonly clock: Clock; readonly wake: () => void },
  { caller, actor, sight, of }: PrivateViews,
): Promise<void> {
  const seen = [...of].flatMap(([ownerId, { entries }]) => {
    const owner = { kind: 'STAFF', ownerId } as const;
    return entries.some((entry) => sight.showsPrivate(owner, entry)) ? [ownerId] : [];
  });
  if (seen.length === 0) return;
  const at = clock.now();
  const fresh = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const rows = await tx.query<{ ownerId: string }>(
      `insert into kaigi.schedules_private_view (municipality_id, viewer_id, owner_id, day)
       select $1, $2, o, $4 from unnest($3::uuid[]) as o on conflict do nothing returning owner_id as "ownerId"`,
      [tx.municipalityId, actor.staffId, seen, localDateOf(at)],
    );
    for (const { ownerId } of rows)
      await addFact(tx, {
        ...{ subject: { kind: 'private-view', id: newId(clock) }, seq: 1, at, act: 'SEEN', staffId: ownerId },
        ...{ actor: personOf(actor), fact: {}, via: caller.via, leafId: newId(clock) },
      });
    return rows.length;
  });
  if (fresh > 0) wake();
}
