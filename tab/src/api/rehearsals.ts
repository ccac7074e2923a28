import type { NewRehearsal, RehearsalActivation, RehearsalSummary, RehearsalView } from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import type { Transport } from './transport.ts';

/** The rehearsals of a reorganisation, as the service answers them. */
export interface RehearsalsClient {
  list(signal?: AbortSignal): Promise<{ items: RehearsalSummary[] }>;
  read(id: string, signal?: AbortSignal): Promise<RehearsalView>;
  load(input: NewRehearsal, file: File, idempotencyKey: string): Promise<RehearsalView>;
  activate(id: string, input: RehearsalActivation, idempotencyKey: string): Promise<RehearsalView>;
  differences(id: string): Promise<Blob>;
}

const BASE = '/api/v1/directory/rehearsals';

export function rehearsalsClient(transport: Transport): RehearsalsClient {
  const one = (id: string) => `${BASE}/${encodeURIComponent(id)}`;
  return {
    list: (signal) => json(transport({ method: 'GET', path: BASE, signal })),
    read: (id, signal) => json(transport({ method: 'GET', path: one(id), signal })),
    load: (input, file, idempotencyKey) =>
      json(transport({ method: 'POST', path: BASE, form: withFile(input, file), idempotencyKey })),
    activate: (id, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: `${one(id)}/activate`, body, idempotencyKey })),
    differences: (id) => bytes(transport({ method: 'GET', path: `${one(id)}/differences`, accept: '*/*' })),
  };
}
