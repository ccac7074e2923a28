import type {
  Addressees,
  CancelInstructionInput,
  GiveInstructionInput,
  InstructionBox,
  InstructionPage,
  InstructionView,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** 作成指示, as the service answers them. */
export interface InstructionsClient {
  list(box: InstructionBox, cursor: string | null, signal?: AbortSignal): Promise<InstructionPage>;
  read(id: string, signal?: AbortSignal): Promise<InstructionView>;
  addressees(q: string, signal?: AbortSignal): Promise<Addressees>;
  give(input: GiveInstructionInput, idempotencyKey: string): Promise<InstructionView>;
  cancel(id: string, input: CancelInstructionInput, idempotencyKey: string): Promise<InstructionView>;
}

const BASE = '/api/v1/instructions';

export function instructionsClient(transport: Transport): InstructionsClient {
  const one = (id: string) => `${BASE}/${encodeURIComponent(id)}`;
  const get = <T>(path: string, signal?: AbortSignal) => json<T>(transport({ method: 'GET', path, signal }));
  return {
    list: (box, cursor, signal) => get(`${BASE}${queryOf({ box, cursor })}`, signal),
    read: (id, signal) => get(one(id), signal),
    addressees: (q, signal) => get(`${BASE}/addressees?${new URLSearchParams({ q })}`, signal),
    give: (body, idempotencyKey) => json(transport({ method: 'POST', path: BASE, body, idempotencyKey })),
    cancel: (id, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: `${one(id)}/cancel`, body, idempotencyKey })),
  };
}
