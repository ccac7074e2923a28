import { parentPort } from 'node:worker_threads';
import { type ErrorParams, KaigiError } from '../shared/errors.ts';
import { invariant } from '../shared/invariant.ts';
import { collect } from './collecting.ts';

/** What a thread of `limitedThreads` says back. */
export type ThreadAnswer<O> =
  | { readonly done: O }
  | { readonly refused: { readonly code: string; readonly params: ErrorParams } }
  | { readonly failed: unknown };

/** What a process of `limitedProcesses` says back; a spent one is of no use for the next piece. */
export type ProcessAnswer<O> = ThreadAnswer<O> & { readonly spent: boolean };

/** How a process ends that needs more memory or time than it may have. */
export const OVERFULL = 70;
/** What it says of work that fills its heap; the service has its own word for it. */
export const TOO_MUCH = 'platform.too_much';

export async function answerOf<O>(work: () => Promise<O>): Promise<ThreadAnswer<O>> {
  try {
    return { done: await work() };
  } catch (error) {
    return error instanceof KaigiError ? { refused: { code: error.code, params: error.params } } : { failed: error };
  }
}

/** Makes a module the other end of `limitedThreads`: it answers one input after the other. */
export function serveThread<I, O>(work: (input: I) => Promise<O>): void {
  const port = parentPort;
  invariant(port, 'runs as a worker thread');
  port.on('message', (input: I) => {
    void answerOf(() => work(input)).then((answer) => {
      // Before anybody looks how much is held.
      collect();
      port.postMessage(answer);
    });
  });
}
