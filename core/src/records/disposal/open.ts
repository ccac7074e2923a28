import type { Readable } from 'node:stream';
import type { Actor, Directory } from '../../directory/index.ts';
import type { Blobs, Clock, Database, JobSpec, Report, Tx } from '../../platform/index.ts';
import { type Caller, isUuid, type LocalDate, localDateOf, notFound } from '../../shared/index.ts';
import { type PartInCase, type Sight, sightOf } from '../access.ts';
import type { PackageRequest } from '../packages/index.ts';
import type { Reader } from '../policy.ts';
import type { ListRow } from './list.ts';
import type { OtherEndings } from './others.ts';
import { seesList } from './policy.ts';
import type { NamesOf } from './removal.ts';
import { readList } from './store.ts';

/** How the case that decides upon a list stands, as far as this has to be known. */
export interface DecidingCase {
  readonly state: 'OPEN' | 'DECIDED' | 'OVER';
  /** What whoever decides has before their eyes: title and 伺い文. */
  readonly text: string;
}

export interface DisposalParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove' | 'organisation' | 'municipalities'>;
  /** Which cases somebody takes part in; answered by the cases. */
  readonly partInCase: PartInCase;
  /** Answered by the cases, which stand above the records. */
  readonly caseOf: (tx: Tx, caseId: string) => Promise<DecidingCase | null>;
  /** Everybody in the suite who counts on stored bytes. */
  readonly names: () => readonly NamesOf[];
  /** What else holds words or pictures of a record: search, renditions. Bytes that only those named are told. */
  readonly forget: readonly ((tx: Tx, recordId: string) => Promise<readonly string[]>)[];
  /** What else than records comes to its end by these lists. */
  readonly others: readonly OtherEndings[];
  /** Records as one bag for the archives. */
  readonly writePackage: (request: PackageRequest) => Promise<Readable>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly wake: () => void;
  /** For how many days backups are kept; null where nobody has said. */
  readonly backupDays: number | null;
  readonly report: Report;
}

/** A use case that has begun. */
export interface Open {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly reader: Reader;
  readonly sight: Sight;
  readonly today: LocalDate;
}

export const inside = <T>(parts: DisposalParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const unitIds = [...new Set(actor.posts.map((post) => post.unitId))];
    const paths = await Promise.all(unitIds.map((unitId) => parts.directory.unitPath(tx, unitId)));
    const sight = await sightOf(parts, tx, actor);
    return work({ tx, caller, actor, sight, reader: { actor, paths }, today: localDateOf(parts.clock.now()) });
  });

/** Who may not see it is told that there is none. @throws not-found `records.disposal_not_found` */
export async function listFor({ tx, reader }: Open, listId: string, { locked = false } = {}): Promise<ListRow> {
  const list = isUuid(listId) ? await readList(tx, listId, { locked }) : null;
  if (!list || !seesList(reader, list)) throw notFound('records.disposal_not_found');
  return list;
}
