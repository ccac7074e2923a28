import { timingSafeEqual } from 'node:crypto';
import type { JobSpec, Tx } from '../../platform/index.ts';
import { type HeardKey, hear } from './arrival-store.ts';
import { catchUpJob, type SourcesRoom, watchJob } from './room.ts';
import { forgetSubscription, hashOf, subscriptionsOf } from './watch-store.ts';

/** One piece of news as it came to our address: anybody may have sent it. */
export type Notice = {
  readonly municipalityId: string;
  readonly subscriptionId: string;
  /** What only Microsoft and we know; null where the sender gave none. */
  readonly secret: string | null;
} & (
  | {
      readonly kind: 'TRANSCRIPT';
      /** null where it cannot be told from the news whose meeting it was. */
      readonly key: HeardKey | null;
    }
  | { readonly kind: 'MISSED' | 'REMOVED' | 'REAUTHORIZE' }
);

/** How much of the news was ours. */
export interface Heard {
  readonly believed: number;
  readonly forged: number;
}

/** Whether the secret is one of ours, in a time that tells nothing of them. */
function knows(hashes: readonly Buffer[], secret: string | null): boolean {
  const given = hashOf(secret ?? '');
  let known = false;
  for (const hash of hashes) known = timingSafeEqual(hash, given) || known;
  return known && secret !== null;
}

async function takeNews(tx: Tx, notices: readonly Notice[], now: Date): Promise<JobSpec[]> {
  const { municipalityId } = tx;
  const keys = notices.flatMap((notice) => (notice.kind === 'TRANSCRIPT' && notice.key !== null ? [notice.key] : []));
  if (keys.length > 0) await hear(tx, keys, now);
  const jobs: JobSpec[] = [];
  for (const notice of notices) {
    if (notice.kind === 'MISSED' || (notice.kind === 'TRANSCRIPT' && notice.key === null))
      jobs.push(catchUpJob(municipalityId));
    if (notice.kind === 'REAUTHORIZE') jobs.push(watchJob(municipalityId, { renew: true }));
    if (notice.kind !== 'REMOVED') continue;
    for (const { id, subscriptionId } of await subscriptionsOf(tx))
      if (subscriptionId === notice.subscriptionId) await forgetSubscription(tx, id);
    jobs.push(watchJob(municipalityId));
  }
  return jobs;
}

/** Keeps what was told before it is answered that it was heard: whatever happens then, it is fetched. */
export async function hearNotices(room: SourcesRoom, notices: readonly Notice[]): Promise<Heard> {
  const on = new Set(room.teams()?.municipalityIds ?? []);
  let believed = 0;
  for (const [municipalityId, told] of Map.groupBy(notices, (notice) => notice.municipalityId)) {
    if (!on.has(municipalityId)) continue;
    const { jobs, count } = await room.db.inMunicipality(municipalityId, async (tx) => {
      const hashes = (await subscriptionsOf(tx)).map(({ secretHash }) => secretHash);
      const ours = told.filter(({ secret }) => knows(hashes, secret));
      return { jobs: await takeNews(tx, ours, room.clock.now()), count: ours.length };
    });
    believed += count;
    await room.enqueue(jobs);
  }
  if (believed > 0) room.wake();
  return { believed, forged: notices.length - believed };
}
