// A process of its own for what strangers sent: whatever it does to the process that reads it, the service lives on.
// The work is done in a thread, so that this one can still look after memory and see the service go.
// What is loaded here and in the threads is loaded for every process anew: from shared only the files that are needed, for
// its index brings the schemas along, which take longer to load than all the rest.
import { KaigiError } from '../shared/errors.ts';
import { OFFER_COLLECTING } from './collecting.ts';
import { limitedThreads } from './limited-threads.ts';
import { answerOf, OVERFULL, TOO_MUCH } from './thread-work.ts';

const LOOK_EVERY_MS = 10;
const MB = 1024 * 1024;
/** Enough for pieces of a file, and little to hold on to when they are gone. */
const YOUNG_MB = 4;
/** Of its memory: what holds more when it has ended its work would have too little left for the next piece. */
const SPENT = 0.65;

function main([module = '', heapMb = '', memoryMb = '', cpuMs = '']: readonly string[]): void {
  let began: NodeJS.CpuUsage | null = null;
  let [seenMs, lookedAt] = [0, 0];
  const isBusyTooLong = () => {
    const now = performance.now();
    // A look that comes late was late because the machine served others; that time is not held against the work.
    seenMs += Math.min(now - lookedAt, 2 * LOOK_EVERY_MS);
    lookedAt = now;
    if (!began) return false;
    const { user, system } = process.cpuUsage(began);
    return Math.max((user + system) / 1_000, seenMs) > Number(cpuMs);
  };
  const tooMuch = () => new KaigiError('bad-input', TOO_MUCH);
  const work = limitedThreads<unknown, unknown>({
    module: new URL(module),
    // A thread does not inherit what its process may not do. What concerns the engine is for all of the process anyway.
    flags: process.execArgv.filter((flag) => flag !== OFFER_COLLECTING),
    // The service counts the time, also that in which nothing is asked: from there it is the same for a process that hangs altogether.
    limits: {
      workers: 1,
      waiting: 1,
      deadlineMs: 3_600_000,
      idleMs: 3_600_000,
      heapMb: Number(heapMb),
      youngMb: YOUNG_MB,
    },
    refusals: { tooMuch, busy: tooMuch },
  });
  setInterval(() => {
    if (process.memoryUsage.rss() > Number(memoryMb) * MB || isBusyTooLong()) process.exit(OVERFULL);
  }, LOOK_EVERY_MS).unref();
  process.on('message', (input) => {
    [began, seenMs] = [process.cpuUsage(), 0];
    void answerOf(() => work(input)).then((answer) => {
      began = null;
      process.send?.({ ...answer, spent: process.memoryUsage.rss() > SPENT * Number(memoryMb) * MB });
    });
  });
  // The service is gone: nobody waits for the answer.
  process.once('disconnect', () => process.exit(0));
}

main(process.argv.slice(2));
