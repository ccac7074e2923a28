import { parentPort, workerData } from 'node:worker_threads';
import { invariant, KaigiError } from '../shared/index.ts';
import { type Inspection, inspectDocx } from './docx-inspection.ts';

export type Outcome =
  | { readonly inspection: Inspection }
  | { readonly refused: { readonly code: string; readonly params: KaigiError['params'] } };

async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  try {
    return { inspection: await inspectDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    if (error instanceof KaigiError) return { refused: { code: error.code, params: error.params } };
    throw error;
  }
}

invariant(parentPort, 'runs as a worker thread');
parentPort.postMessage(await outcomeOf(workerData as Uint8Array));
