import { type JobSpec, sha256Hex } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

export const SYNC = 'schedules/sync';
export const RENEW = 'schedules/renew';
export const GLANCE = 'schedules/glance';
export const KEEP = 'schedules/keep';
export const ROLL_CALL = 'schedules/roll-call';

interface Whose {
  readonly municipalityId: string;
  readonly ownerId: string;
}

/** One calendar is read by one job at a time; however often it was heard of meanwhile, it is read once more. */
export const syncJob = ({ municipalityId, ownerId }: Whose): JobSpec => ({
  task: SYNC,
  payload: { municipalityId, ownerId },
  queue: `${SYNC}:${ownerId}`,
  key: `${SYNC}:${municipalityId}:${ownerId}`,
  behind: true,
});

export const renewJob = ({ municipalityId, ownerId }: Whose): JobSpec => ({
  task: RENEW,
  payload: { municipalityId, ownerId },
  queue: `${RENEW}:${ownerId}`,
  key: `${RENEW}:${municipalityId}:${ownerId}`,
  behind: true,
});

export function glanceJob(
  municipalityId: string,
  asked: { readonly ownerIds: readonly string[]; readonly weeks: readonly LocalDate[] },
): JobSpec {
  const payload = { municipalityId, ownerIds: asked.ownerIds.toSorted(), weeks: asked.weeks };
  const key = sha256Hex(new TextEncoder().encode(JSON.stringify(payload)));
  return { task: GLANCE, payload, key: `${GLANCE}:${key}`, behind: true };
}
