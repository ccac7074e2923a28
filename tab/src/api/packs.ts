import type { PackReview, PackTable, PackView } from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import type { Transport } from './transport.ts';

/** Which version: brought in, by its id, or one by its name. */
export type WhichPack = { readonly packId: string } | { readonly version: string };

/** The versions of a municipality's regulations. */
export interface PacksClient {
  list(signal?: AbortSignal): Promise<{ items: PackView[] }>;
  review(packId: string, signal?: AbortSignal): Promise<PackReview>;
  table(which: WhichPack, signal?: AbortSignal): Promise<PackTable>;
  propose(file: File, idempotencyKey: string): Promise<PackReview>;
  /** The text as it was given. */
  text(packId: string): Promise<Blob>;
  /** The Word document of the case that decides upon it. */
  document(packId: string): Promise<Blob>;
  nameCase(packId: string, caseId: string, idempotencyKey: string): Promise<PackReview>;
  drop(packId: string, idempotencyKey: string): Promise<PackView>;
}

const BASE = '/api/v1/regulations/packs';
// Every example of the text is tried before it is taken in.
const CHECKING_MS = 120_000;

export function packsClient(transport: Transport): PacksClient {
  const one = (id: string, rest = '') => `${BASE}/${encodeURIComponent(id)}${rest}`;
  return {
    list: (signal) => json(transport({ method: 'GET', path: BASE, signal })),
    review: (id, signal) => json(transport({ method: 'GET', path: one(id), signal, deadlineMs: CHECKING_MS })),
    table: (which, signal) => {
      const path = `/api/v1/regulations/table/sections?${new URLSearchParams(which)}`;
      return json(transport({ method: 'GET', path, signal, deadlineMs: CHECKING_MS }));
    },
    propose: (file, idempotencyKey) => {
      const form = withFile({}, file);
      return json(transport({ method: 'POST', path: BASE, form, idempotencyKey, deadlineMs: CHECKING_MS }));
    },
    text: (id) => bytes(transport({ method: 'GET', path: one(id, '/file'), accept: '*/*' })),
    document: (id) =>
      bytes(transport({ method: 'GET', path: one(id, '/document'), accept: '*/*', deadlineMs: CHECKING_MS })),
    nameCase: (id, caseId, idempotencyKey) =>
      json(transport({ method: 'POST', path: one(id, '/case'), body: { caseId }, idempotencyKey })),
    drop: (id, idempotencyKey) => json(transport({ method: 'POST', path: one(id, '/drop'), body: {}, idempotencyKey })),
  };
}
