// A process of its own: native code that meets a model it does not know ends the process that it runs in.
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type SherpaTask, stageLine } from './sherpa-task.ts';

const LOOK_EVERY_MS = 250;
const MB = 1024 * 1024;
const STDOUT = 1;

/** Native memory is bound by no limit of Node's: whoever takes too much ends here. */
function watchMemory(mostMb: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() <= mostMb * MB) return;
    writeSync(STDOUT, stageLine('TOO_MUCH_MEMORY'));
    process.exit(1);
  }, LOOK_EVERY_MS);
}

function listen(task: SherpaTask): void {
  watchMemory(task.memoryMb);
  // In a thread, so that this one can still look after memory and see the service go.
  const worker = new Worker(new URL('./sherpa-worker.ts', import.meta.url), { workerData: task });
  worker.once('error', () => process.exit(1));
  worker.once('message', (answer) => process.send?.(answer, () => process.exit(0)));
}

process.once('message', (task) => listen(task as SherpaTask));
// The service is gone: nobody waits for the answer.
process.once('disconnect', () => process.exit(1));
