import type { MakeWrittenInput, WrittenList, WrittenRemarksInput, WrittenView } from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What is done to a meeting in writing. */
export type WrittenOrder =
  | { readonly to: 'make'; readonly input: MakeWrittenInput }
  | { readonly to: 'say'; readonly id: string; readonly input: WrittenRemarksInput }
  | { readonly to: 'cancel'; readonly id: string; readonly input: { readonly version: number } };

export interface WrittenClient {
  list(signal?: AbortSignal): Promise<WrittenList>;
  read(id: string, signal?: AbortSignal): Promise<WrittenView>;
  order(order: WrittenOrder, idempotencyKey: string): Promise<WrittenView>;
}

const WRITTEN = '/schedules/written';
const pathTo = (id: string): string => `${WRITTEN}/${encodeURIComponent(id)}`;

function pathFor(order: WrittenOrder): string {
  if (order.to === 'make') return WRITTEN;
  return `${pathTo(order.id)}/${order.to === 'say' ? 'remarks' : 'cancel'}`;
}

/** 書面会議 */
export const writtenClient = (transport: Transport): WrittenClient => ({
  list: (signal) => json(transport({ method: 'GET', path: pathOf(WRITTEN), signal })),
  read: (id, signal) => json(transport({ method: 'GET', path: pathOf(pathTo(id)), signal })),
  order: (order, idempotencyKey) =>
    json(transport({ method: 'POST', path: pathOf(pathFor(order)), body: order.input, idempotencyKey })),
});
