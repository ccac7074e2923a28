import type { Config } from './config/config.ts';
import type { PeopleJobs } from './jobs/people-jobs.ts';
import { type Log, logWorkFailed } from './log.ts';
import type { OpenSuite } from './open-suite.ts';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 300;

/**
 * A municipality without people cannot be signed in to: its first import is waited for. When Microsoft 365 does not
 * answer, the service starts all the same and the import is left to the jobs.
 */
export async function importWhereEmpty(
  { suite }: OpenSuite,
  jobs: PeopleJobs,
  { config, log, signal }: { readonly config: Config; readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  const run = jobs.tasks['people/import'];
  for (const { id: municipalityId } of config.municipalities) {
    if (!run || !(await suite.directory.isEmpty(municipalityId))) continue;
    for (let done = false; !done; ) {
      done = await run({ municipalityId }).then(
        () => true,
        async (error: unknown) => {
          if (!signal.aborted && Date.now() < until) return pause(signal);
          logWorkFailed(log, 'people/import', error);
          await suite.enqueue([jobs.importJob(municipalityId)]);
          return true;
        },
      );
    }
  }
}

const pause = (signal: AbortSignal) =>
  new Promise<false>((resolve) => {
    const timer = setTimeout(() => resolve(false), PAUSE_MS);
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
