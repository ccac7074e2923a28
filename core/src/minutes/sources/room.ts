import type { Directory } from '../../directory/index.ts';
import { type Clock, type Database, type JobSpec, type Report, sha256Hex } from '../../platform/index.ts';
import type { TranscriptSink } from './sink.ts';
import type { SourceRefusal, TeamsMeetings, TranscriptKey } from './source.ts';

/** What the parts of this room share. */
export interface SourcesRoom {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'enabledStaff'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly report: Report;
  /** Facts were committed and may leave. */
  readonly wake: () => void;
  /** null: this deployment does not fetch transcripts from Teams. */
  readonly teams: () => TeamsMeetings | null;
  /** null: what arrives waits. */
  readonly sink: () => TranscriptSink | null;
}

export const WATCH = 'minutes/teams-watch';
export const CATCH_UP = 'minutes/teams-catch-up';
export const TAKE_IN = 'minutes/teams-take-in';

/** Of waiting jobs with one key the last one stands: what is wanted now must not be put off by what is wanted later. */
const oneOf = (
  task: string,
  municipalityId: string,
  { runAt, renew = false }: { runAt?: Date; renew?: boolean },
): JobSpec => ({
  task,
  payload: { municipalityId, ...(renew ? { renew } : {}) },
  queue: `${task}:${municipalityId}`,
  key: [task, municipalityId, ...(runAt === undefined ? [] : ['later']), ...(renew ? ['renew'] : [])].join(':'),
  ...(runAt === undefined ? {} : { runAt }),
});

export const watchJob = (municipalityId: string, more: { runAt?: Date; renew?: boolean } = {}): JobSpec =>
  oneOf(WATCH, municipalityId, more);

export const catchUpJob = (municipalityId: string, more: { runAt?: Date } = {}): JobSpec =>
  oneOf(CATCH_UP, municipalityId, more);

export function takeInJob(key: TranscriptKey, runAt?: Date): JobSpec {
  const { municipalityId, organizerOid, meetingKey, transcriptKey } = key;
  return {
    task: TAKE_IN,
    payload: { municipalityId, organizerOid, meetingKey, transcriptKey },
    queue: `${TAKE_IN}:${municipalityId}`,
    // The keys of Teams are longer than a job's may be.
    key: `${TAKE_IN}:${sha256Hex(new TextEncoder().encode(`${municipalityId} ${meetingKey} ${transcriptKey}`))}`,
    ...(runAt === undefined ? {} : { runAt }),
  };
}

/** A refusal that stays is for the log too: somebody has to switch something. */
export class TeamsRefused extends Error {
  override readonly name = 'TeamsRefused';

  constructor(code: SourceRefusal) {
    super(code);
  }
}
