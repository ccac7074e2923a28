import type {
  ChangeWrittenInput,
  MakeWrittenInput,
  WrittenList,
  WrittenRemarksInput,
  WrittenView,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What is done to a meeting in writing. */
export type WrittenOrder =
  | { readonly to: 'make'; readonly input: MakeWrittenInput }
  | { readonly to: 'change'; readonly id: string; readonly input: ChangeWrittenInput }
  | { readonly to: 'say'; readonly id: string; readonly input: WrittenRemarksInput }
  | { readonly to: 'cancel'; readonly id: string; readonly input: { readonly version: number } };

export interface WrittenClient {
  list(signal?: AbortSignal): Promise<WrittenList>;
  read(id: string, signal?: AbortSignal): Promise<WrittenView>;
  order(order: WrittenOrder, idempotencyKey: string): Promise<WrittenView>;
}

const WRITTEN = '/schedules/written';
const pathTo = (id: string): string => `${WRITTEN}/${encodeURIComponent(id)}`;

function callOf(order: WrittenOrder) {
  if (order.to === 'make') return { method: 'POST' as const, path: WRITTEN };
  if (order.to === 'change') return { method: 'PATCH' as const, path: pathTo(order.id) };
  return { method: 'POST' as const, path: `${pathTo(order.id)}/${order.to === 'say' ? 'remarks' : 'cancel'}` };
}

/** 書面会議 */
export const writtenClient = (transport: Transport): WrittenClient => ({
  list: (signal) => json(transport({ method: 'GET', path: pathOf(WRITTEN), signal })),
  read: (id, signal) => json(transport({ method: 'GET', path: pathOf(pathTo(id)), signal })),
  order: (order, idempotencyKey) => {
    const { method, path } = callOf(order);
    return json(transport({ method, path: pathOf(path), body: order.input, idempotencyKey }));
  },
});
