import { threadId } from 'node:worker_threads';
import { serveThread } from '../platform/thread-work.ts';

/** Tells which thread it is. */
serveThread<null, number>(async () => threadId);
