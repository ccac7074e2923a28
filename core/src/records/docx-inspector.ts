import { Worker } from 'node:worker_threads';
import { badInput, KaigiError } from '../shared/index.ts';
import type { Inspection } from './docx-inspection.ts';
import type { Outcome } from './docx-inspection-worker.ts';

export interface InspectorOptions {
  /** Files looked at side by side; the others wait. */
  readonly workers?: number;
  /** Files that may wait; one more is told to come again. */
  readonly waiting?: number;
  readonly deadlineMs?: number;
  readonly heapMb?: number;
}

/** @throws bad-input with the reason; unavailable `records.inspection_busy` */
export type InspectFile = (bytes: Uint8Array) => Promise<Inspection>;

const WORKER = new URL('./docx-inspection-worker.ts', import.meta.url);

function startThread(heapMb: number, gone: (thread: Worker) => void): Worker {
  const thread = new Worker(WORKER, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  // A thread that waits for its next file does not keep the process alive.
  thread.unref();
  thread.on('error', () => gone(thread)).on('exit', () => gone(thread));
  return thread;
}

/** One file in one thread. The thread is of no further use unless this succeeds or the file itself was refused. */
function inspectIn(thread: Worker, bytes: Uint8Array, deadlineMs: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const tooComplex = () => settle(() => reject(badInput('records.too_complex')));
    const onMessage = (outcome: Outcome) => settle(() => resolve(outcome));
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooComplex() : settle(() => reject(error));
    const deadline = setTimeout(tooComplex, deadlineMs);
    const settle = (answer: () => void) => {
      clearTimeout(deadline);
      thread.off('message', onMessage).off('error', onError).off('exit', tooComplex);
      thread.unref();
      answer();
    };
    thread.ref();
    thread.once('message', onMessage).once('error', onError).once('exit', tooComplex);
    thread.postMessage(bytes);
  });
}

/** So many at once; the others wait in line, and whoever ends hands the place on. */
function turnstile(places: number, waiting: number) {
  let taken = 0;
  const queue: (() => void)[] = [];
  return {
    async enter(): Promise<void> {
      if (taken < places) taken += 1;
      else if (queue.length >= waiting) throw new KaigiError('unavailable', 'records.inspection_busy');
      else await new Promise<void>((resolve) => queue.push(resolve));
    },
    leave(): void {
      const next = queue.shift();
      if (next) next();
      else taken -= 1;
    },
  };
}

/** Looks at files in threads of their own, each with a limit of time and memory, a few at once. */
export function createInspector(options: InspectorOptions = {}): InspectFile {
  const { workers = 2, waiting = 64, deadlineMs = 30_000, heapMb = 256 } = options;
  const idle = new Set<Worker>();
  const places = turnstile(workers, waiting);
  return async (bytes) => {
    await places.enter();
    const [waitingThread] = idle;
    const thread = waitingThread ?? startThread(heapMb, (gone) => idle.delete(gone));
    idle.delete(thread);
    try {
      const outcome = await inspectIn(thread, bytes, deadlineMs);
      if ('failed' in outcome) throw outcome.failed;
      idle.add(thread);
      if ('inspection' in outcome) return outcome.inspection;
      throw new KaigiError('bad-input', outcome.refused.code, outcome.refused.params);
    } catch (error) {
      if (!idle.has(thread)) void thread.terminate();
      throw error;
    } finally {
      places.leave();
    }
  };
}
