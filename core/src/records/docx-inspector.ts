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

function inWorker(
  bytes: Uint8Array,
  { deadlineMs, heapMb }: { deadlineMs: number; heapMb: number },
): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: bytes,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    const tooComplex = () => reject(badInput('records.too_complex'));
    const deadline = setTimeout(() => {
      tooComplex();
      void worker.terminate();
    }, deadlineMs);
    worker.once('message', (outcome: Outcome) =>
      'inspection' in outcome
        ? resolve(outcome.inspection)
        : reject(new KaigiError('bad-input', outcome.refused.code, outcome.refused.params)),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooComplex() : reject(error),
    );
    worker.once('exit', () => {
      clearTimeout(deadline);
      tooComplex();
    });
  });
}

/** Looks at files in threads of their own, each with a limit of time and memory, a few at once. */
export function createInspector(options: InspectorOptions = {}): InspectFile {
  const { workers = 2, waiting = 64, deadlineMs = 30_000, heapMb = 256 } = options;
  let running = 0;
  const queue: (() => void)[] = [];
  const turn = async () => {
    if (running < workers) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw new KaigiError('unavailable', 'records.inspection_busy');
    // Whoever ends hands the place on, so `running` stays as it is.
    await new Promise<void>((resolve) => queue.push(resolve));
  };
  const done = () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
  return async (bytes) => {
    await turn();
    try {
      return await inWorker(bytes, { deadlineMs, heapMb });
    } finally {
      done();
    }
  };
}
