import type { JobSpec } from '@kaigi/core/platform';
import { KaigiError } from '@kaigi/core/shared';
import { z } from 'zod';
import type { Municipality } from '../config/config.ts';
import { installForPeople } from '../graph/install-app.ts';
import { type Log, municipalityMark } from '../log.ts';
import type { Enqueue, PeopleDirectory, Reachability, Tasks } from '../suite-door.ts';
import { type ImportParts, importOrganisation } from './import-organisation.ts';

export interface PeopleJobsParts extends ImportParts {
  readonly directory: PeopleDirectory;
  readonly notifications: Reachability;
  readonly municipalities: readonly Municipality[];
  /** The app's id in the Teams catalogue; null: nothing is installed for anybody. */
  readonly appId: string | null;
  readonly enqueue: Enqueue;
  readonly log: Log;
  /** Between two groups of installations. */
  readonly pauseMs?: number;
}

export interface PeopleJobs {
  readonly tasks: Tasks;
  readonly cron: Readonly<Record<string, string>>;
  importJob(municipalityId: string): JobSpec;
}

const Payload = z.object({ municipalityId: z.uuid() });
const GROUP = 20;
// Teams allows 30 requests a second for an app in a tenant; the bot needs most of them.
const PAUSE_MS = 2_000;

const importJob = (municipalityId: string): JobSpec => ({
  task: 'people/import',
  payload: { municipalityId },
  key: `people/import:${municipalityId}`,
  queue: `people:${municipalityId}`,
});
const installJob = (municipalityId: string): JobSpec => ({
  task: 'people/install-app',
  payload: { municipalityId },
  key: `people/install-app:${municipalityId}`,
  queue: `people:${municipalityId}`,
});

export function createPeopleJobs(parts: PeopleJobsParts): PeopleJobs {
  const { municipalities, appId, enqueue, log } = parts;
  return {
    importJob,
    tasks: {
      'people/import-all': async () => enqueue(municipalities.map(({ id }) => importJob(id))),
      'people/import': async (payload) => {
        const { municipalityId } = Payload.parse(payload);
        const { people, posts, unknown } = await importOrganisation(parts, municipalityId);
        const municipality = municipalityMark(municipalityId);
        log.info({ event: 'organisation-imported', municipality, people, posts, unknown: unknown.length });
        if (appId !== null) await enqueue([installJob(municipalityId)]);
      },
      'people/install-app': async (payload) => installApp(parts, Payload.parse(payload).municipalityId),
    },
    // 18:00 UTC is 3 o'clock at night in Japan.
    cron: { 'people/import-all': '0 18 * * *' },
  };
}

async function installApp(parts: PeopleJobsParts, municipalityId: string): Promise<void> {
  const { directory, notifications, graphOf, appId, log } = parts;
  if (appId === null) return;
  const staff = await directory.enabledStaff(municipalityId);
  const missing = new Set(
    await notifications.unreachable(
      municipalityId,
      staff.map(({ staffId }) => staffId),
    ),
  );
  const people = staff.filter(({ staffId }) => missing.has(staffId)).map(({ entraObjectId }) => entraObjectId);
  const counts: Record<string, number> = {};
  for (let at = 0; at < people.length; at += GROUP) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, parts.pauseMs ?? PAUSE_MS));
    const outcomes = await installForPeople(graphOf(municipalityId), appId, people.slice(at, at + GROUP));
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
    // A policy of the municipality forbids the app: asking 20,000 times more would not change it.
    if (outcomes.every((outcome) => outcome === 'blocked')) break;
  }
  log.info({ event: 'app-installed', municipality: municipalityMark(municipalityId), asked: people.length, ...counts });
  if (counts['try-later']) throw new KaigiError('unavailable', 'people.install_later');
}
