import type {
  DecideDisposalInput,
  DisposalStepInput,
  Disposals,
  DisposalView,
  ReceiptInput,
  Tombstones,
  TombstonesQuery,
} from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What is done to one list. */
export type DisposalOrder =
  | { readonly to: 'choices'; readonly id: string; readonly body: DecideDisposalInput }
  | { readonly to: 'steps'; readonly id: string; readonly body: DisposalStepInput }
  | { readonly to: 'receipt'; readonly id: string; readonly body: ReceiptInput };

export type DisposalFile = 'document' | 'table' | 'package';

/** 廃棄・移管 */
export interface DisposalsClient {
  list(fiscalYear: number | null, signal?: AbortSignal): Promise<Disposals>;
  read(id: string, signal?: AbortSignal): Promise<DisposalView>;
  make(fiscalYear: number, idempotencyKey: string): Promise<Disposals>;
  order(order: DisposalOrder, idempotencyKey: string): Promise<DisposalView>;
  file(id: string, file: DisposalFile): Promise<Blob>;
  tombstones(asked: TombstonesQuery, signal?: AbortSignal): Promise<Tombstones>;
}

const LISTS = '/disposals';
const one = (id: string): string => `${LISTS}/${encodeURIComponent(id)}`;

export function disposalsClient(transport: Transport): DisposalsClient {
  return {
    list: (fiscalYear, signal) =>
      json(transport({ method: 'GET', path: pathOf(LISTS, fiscalYear === null ? {} : { fiscalYear }), signal })),
    read: (id, signal) => json(transport({ method: 'GET', path: pathOf(one(id)), signal })),
    make: (fiscalYear, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(LISTS), body: { fiscalYear }, idempotencyKey })),
    order: ({ to, id, body }, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(`${one(id)}/${to}`), body, idempotencyKey })),
    file: (id, file) => bytes(transport({ method: 'GET', path: pathOf(`${one(id)}/${file}`), accept: '*/*' })),
    tombstones: (asked, signal) => json(transport({ method: 'GET', path: pathOf('/tombstones', asked), signal })),
  };
}
