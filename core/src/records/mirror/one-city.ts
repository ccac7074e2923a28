import type { Blobs, Clock, Database, JobSpec, Report, Tx } from '../../platform/index.ts';
import type { LibraryAnswer, MirrorLibrary } from './library.ts';
import * as store from './store.ts';

export interface MirrorParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly report: Report;
  /** Null where nothing is mirrored. */
  readonly library: () => MirrorLibrary | null;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

export const DAY_MS = 24 * 60 * 60_000;

export type City = MirrorParts & { readonly municipalityId: string };
export type Work = City & { readonly port: MirrorLibrary };

export const inCity = <T>(work: City, job: (tx: Tx) => Promise<T>): Promise<T> =>
  work.db.inMunicipality(work.municipalityId, job);

/** Tells the library's wish to be left alone apart from all other answers. */
export async function heard<T>(
  work: Work,
  answer: LibraryAnswer<T>,
): Promise<Exclude<LibraryAnswer<T>, { kind: 'LATER' }> | null> {
  if (answer.kind !== 'LATER') return answer;
  await inCity(work, async (tx) => store.keepLibrary(tx, { ...(await store.readLibrary(tx)), quietUntil: answer.at }));
  return null;
}
