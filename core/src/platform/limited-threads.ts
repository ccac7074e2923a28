import { Worker } from 'node:worker_threads';
import { KaigiError } from '../shared/errors.ts';
import { idlePool } from './idle-pool.ts';
import type { ThreadAnswer } from './thread-work.ts';

export interface ThreadLimits {
  /** Pieces of work side by side; the others wait. */
  readonly workers: number;
  /** Pieces that may wait; one more is told to come again. */
  readonly waiting: number;
  readonly deadlineMs: number;
  readonly heapMb: number;
  /** How long a thread waits for its next piece of work. */
  readonly idleMs?: number;
  /** Of it for what lives shortly: the more, the later what is thrown away is given back. */
  readonly youngMb?: number;
}

export interface LimitedThreads {
  /** A module that calls `serveThread`. */
  readonly module: URL;
  readonly limits: ThreadLimits;
  /** What the thread may not do, as flags of Node; nothing is forbidden where none are given. */
  readonly flags?: readonly string[];
  /** What is said of work that took too much time or memory, and where too many wait. */
  readonly refusals: { readonly tooMuch: () => KaigiError; readonly busy: () => KaigiError };
}

/** To start another one takes a few tenths of a second. */
const IDLE_MS = 30_000;

function startThread(
  { module, limits: { heapMb, youngMb = 32 }, flags = [] }: LimitedThreads,
  gone: (thread: Worker) => void,
): Worker {
  const thread = new Worker(module, {
    execArgv: [...flags],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb, stackSizeMb: 4 },
  });
  // A thread that waits for its next piece of work does not keep the process alive.
  thread.unref();
  thread.on('error', () => gone(thread)).on('exit', () => gone(thread));
  return thread;
}

interface Piece {
  readonly input: unknown;
  readonly deadlineMs: number;
  readonly tooMuch: () => KaigiError;
}

/** One piece in one thread. The thread is of no further use unless this succeeds or the input itself was refused. */
function workIn<O>(thread: Worker, { input, deadlineMs, tooMuch }: Piece): Promise<ThreadAnswer<O>> {
  return new Promise((resolve, reject) => {
    const giveUp = () => settle(() => reject(tooMuch()));
    const onMessage = (answer: ThreadAnswer<O>) => settle(() => resolve(answer));
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp() : settle(() => reject(error));
    const deadline = setTimeout(giveUp, deadlineMs);
    const settle = (answer: () => void) => {
      clearTimeout(deadline);
      thread.off('message', onMessage).off('error', onError).off('exit', giveUp);
      thread.unref();
      answer();
    };
    thread.ref();
    thread.once('message', onMessage).once('error', onError).once('exit', giveUp);
    thread.postMessage(input);
  });
}

/** So many at once; the others wait in line, and whoever ends hands the place on. */
export function turnstile({ workers, waiting }: ThreadLimits, busy: () => KaigiError) {
  let taken = 0;
  const queue: (() => void)[] = [];
  return {
    async enter(): Promise<void> {
      if (taken < workers) taken += 1;
      else if (queue.length >= waiting) throw busy();
      else await new Promise<void>((resolve) => queue.push(resolve));
    },
    leave(): void {
      const next = queue.shift();
      if (next) next();
      else taken -= 1;
    },
  };
}

/**
 * Work on what strangers sent, in threads of their own, each with a limit of time and memory, a few at once.
 * @throws what the thread refuses, or one of the refusals
 */
export function limitedThreads<I, O>(parts: LimitedThreads): (input: I) => Promise<O> {
  const { limits, refusals } = parts;
  const idle = idlePool<Worker>(limits.idleMs ?? IDLE_MS, (thread) => void thread.terminate());
  const places = turnstile(limits, refusals.busy);
  return async (input) => {
    await places.enter();
    const thread = idle.take() ?? startThread(parts, idle.forget);
    try {
      const { deadlineMs } = limits;
      const answer = await workIn<O>(thread, { input, deadlineMs, tooMuch: refusals.tooMuch });
      if ('failed' in answer) throw answer.failed;
      idle.put(thread);
      if ('done' in answer) return answer.done;
      throw new KaigiError('bad-input', answer.refused.code, answer.refused.params);
    } catch (error) {
      if (!idle.has(thread)) void thread.terminate();
      throw error;
    } finally {
      places.leave();
    }
  };
}
