import type { Actor, OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Caller, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { RoomParts } from '../room.ts';

export type ReportsParts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'regulations' | 'approvals' | 'wake'>;

export interface Open {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly today: LocalDate;
}

export async function opened({ clock, directory, regulations }: ReportsParts, tx: Tx, caller: Caller): Promise<Open> {
  const [actor, there] = await Promise.all([
    directory.actorOf(tx, caller),
    directory.organisation(tx),
    regulations.ready(tx),
  ]);
  return { tx, actor, there, today: localDateOf(clock.now()) };
}

export const inside = <T>(parts: ReportsParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await opened(parts, tx, caller)));
