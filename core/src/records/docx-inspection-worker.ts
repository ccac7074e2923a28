import { parentPort } from 'node:worker_threads';
import { invariant, KaigiError } from '../shared/index.ts';
import { type Inspection, inspectDocx } from './docx-inspection.ts';

export type Outcome =
  | { readonly inspection: Inspection }
  | { readonly refused: { readonly code: string; readonly params: KaigiError['params'] } }
  | { readonly failed: unknown };

async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  try {
    return { inspection: await inspectDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    return error instanceof KaigiError ? { refused: { code: error.code, params: error.params } } : { failed: error };
  }
}

const port = parentPort;
invariant(port, 'runs as a worker thread');
port.on('message', (bytes: Uint8Array) => void outcomeOf(bytes).then((outcome) => port.postMessage(outcome)));
