// A process of its own for what strangers sent: whatever it does to the process that reads it, the service lives on.
// The work is done in a thread, so that this one can still look after memory and see the service go.
import { KaigiError } from '../shared/index.ts';
import { limitedThreads } from './limited-threads.ts';
import { answerOf, OVERFULL, TOO_MUCH } from './thread-work.ts';

const LOOK_EVERY_MS = 10;
const MB = 1024 * 1024;

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
    // A thread does not inherit what its process may not do.
    flags: process.execArgv,
    // The service counts the time: from there it is the same for a process that hangs altogether.
    limits: { workers: 1, waiting: 1, deadlineMs: 3_600_000, heapMb: Number(heapMb) },
    refusals: { tooMuch, busy: tooMuch },
  });
  setInterval(() => {
    if (process.memoryUsage.rss() > Number(memoryMb) * MB || isBusyTooLong()) process.exit(OVERFULL);
  }, LOOK_EVERY_MS).unref();
  process.on('message', (input) => {
    [began, seenMs] = [process.cpuUsage(), 0];
    void answerOf(() => work(input)).then((answer) => {
      began = null;
      process.send?.(answer);
    });
  });
  // The service is gone: nobody waits for the answer.
  process.once('disconnect', () => process.exit(0));
}

main(process.argv.slice(2));
