import type { JobSpec } from '@kaigi/core/platform';
import { KaigiError } from '@kaigi/core/shared';
import { z } from 'zod';
import type { Municipality } from '../config/config.ts';
import {
  type AbsenceReading,
  type MailboxOwner,
  readAutomaticReplies,
  readOutOfOffice,
  readPresences,
} from '../graph/absences.ts';
import { type GraphClient, GraphRefusal } from '../graph/graph-client.ts';
import { type Log, logWorkFailed, municipalityMark } from '../log.ts';
import type { AbsenceDirectory, Enqueue, MailboxProblem, MailboxSource, Tasks } from '../suite-door.ts';

export interface AbsenceJobsParts {
  readonly absences: AbsenceDirectory;
  readonly municipalities: readonly Municipality[];
  readonly graphOf: (municipalityId: string) => GraphClient;
  readonly enqueue: Enqueue;
  readonly now: () => Date;
  readonly log: Log;
}

export interface AbsenceJobs {
  readonly tasks: Tasks;
  readonly cron: Readonly<Record<string, string>>;
  /** The first reading after a start. */
  firstJobs(): JobSpec[];
}

const Payload = z.object({ municipalityId: z.uuid() });
const FIRST_AFTER_MS = 30_000;

const readJob = (municipalityId: string): JobSpec => ({
  task: 'people/absences',
  payload: { municipalityId },
  // A reading that takes longer than the pause between two is not overtaken by the next.
  key: `people/absences:${municipalityId}`,
  queue: `absences:${municipalityId}`,
});

export function createAbsenceJobs(parts: AbsenceJobsParts): AbsenceJobs {
  const { municipalities, enqueue, now } = parts;
  const jobs = () => municipalities.map(({ id }) => readJob(id));
  return {
    tasks: {
      'people/absences-all': () => enqueue(jobs()),
      'people/absences': async (payload) => readAbsences(parts, Payload.parse(payload).municipalityId),
    },
    cron: { 'people/absences-all': '*/10 * * * *' },
    firstJobs: () => jobs().map((job) => ({ ...job, runAt: new Date(now().getTime() + FIRST_AFTER_MS) })),
  };
}

type Reader = (graph: GraphClient, people: readonly MailboxOwner[], now: Date) => Promise<AbsenceReading>;

const READERS: readonly (readonly [MailboxSource, Reader])[] = [
  ['GRAPH_AUTOMATIC_REPLY', readAutomaticReplies],
  ['GRAPH_CALENDAR', readOutOfOffice],
  ['GRAPH_PRESENCE', readPresences],
];

/** Each source by itself: one that cannot be read does not keep the others from being read. */
async function readAbsences(parts: AbsenceJobsParts, municipalityId: string): Promise<void> {
  const { absences, graphOf, now, log } = parts;
  const people = await absences.peopleToAsk(municipalityId);
  const municipality = municipalityMark(municipalityId);
  for (const [source, read] of READERS) {
    try {
      const reading = await read(graphOf(municipalityId), people, now());
      const changed = await absences.noteReading(municipalityId, { source, ...reading });
      const { unread } = reading;
      log.info({ event: 'absences-read', municipality, source, asked: people.length, unread, changed });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      // No further try: the next reading comes in minutes, and what was known stays and ages.
      logWorkFailed(log, `people/absences ${source}`, error);
      await absences.noteFailure(municipalityId, source, problem);
    }
  }
}

function problemOf(error: unknown): MailboxProblem | null {
  if (error instanceof GraphRefusal)
    return error.status === 401 || error.status === 403 ? 'not_permitted' : 'strange_answer';
  if (!(error instanceof KaigiError)) return null;
  if (error.code === 'sign_in.app_token_refused') return 'not_permitted';
  return error.kind === 'unavailable' ? 'graph_busy' : null;
}
