export type { PoolClient } from 'pg';
export { backUpCluster, restoreCluster } from './backup.ts';
export { type Blobs, folderBlobs, type StoredBlob, sha256Hex } from './blobs.ts';
export { type Clock, newId, systemClock } from './clock.ts';
export { collectAll } from './collecting.ts';
export { committedSoFar } from './committed.ts';
export { type Database, openDatabase, type Row, SERVICE_ROLE, type Statement, type Tx, Untouched } from './database.ts';
export { ONLY_THE_SERVICE } from './durable.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
export { beginningOf, sizeOfGiven, storeGiven } from './given-file.ts';
export { onlyOnce } from './idempotency.ts';
export { type Incoming, sha256OfFile } from './incoming.ts';
export { type Jobs, migrateJobs, startJobs, type Task } from './jobs.ts';
export { limitedProcesses, type ProcessLimits } from './limited-processes.ts';
export { limitedThreads, type ThreadLimits } from './limited-threads.ts';
export { type Migration, migrate, readMigrations } from './migrate.ts';
export {
  announce,
  drainOutbox,
  emit,
  emitting,
  enqueue,
  type Fact,
  type JobSpec,
  listen,
  type Subscriber,
  type TakenFact,
} from './outbox.ts';
export { receiveInto } from './receiving.ts';
export { type About, type Report, silentReport } from './report.ts';
export { platformTexts } from './text.ts';
export { tidyIdempotency } from './tidy.ts';
export { type Condition, gathered, provided, together } from './together.ts';
export { WORD_BORDERS, type WordLook, wordFile, wordRun } from './word-file.ts';
