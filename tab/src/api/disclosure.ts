import type {
  DisclosureAct,
  Disclosures,
  DisclosureView,
  OpenDisclosure,
  Redact,
  Redactable,
  Redacted,
} from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** One document of a request. */
export interface OfItem {
  readonly id: string;
  readonly itemId: string;
}

/** 開示請求 */
export interface DisclosureClient {
  list(signal?: AbortSignal): Promise<Disclosures>;
  read(id: string, signal?: AbortSignal): Promise<DisclosureView>;
  open(body: OpenDisclosure, idempotencyKey: string): Promise<DisclosureView>;
  act(id: string, body: DisclosureAct, idempotencyKey: string): Promise<DisclosureView>;
  /** All words of a document, to choose what is hidden. */
  words(of: OfItem, signal?: AbortSignal): Promise<Redactable>;
  redact(of: OfItem, body: Redact, idempotencyKey: string): Promise<Redacted>;
  copy(of: OfItem): Promise<Blob>;
}

// A long paper is taken apart before it is shown, and once more before a copy is made of it.
const READING_DEADLINE_MS = 90_000;

const REQUESTS = '/disclosures';
const one = (id: string): string => `${REQUESTS}/${encodeURIComponent(id)}`;
const item = ({ id, itemId }: OfItem, what: 'text' | 'copy'): string =>
  pathOf(`${one(id)}/items/${encodeURIComponent(itemId)}/${what}`);

export function disclosureClient(transport: Transport): DisclosureClient {
  const deadlineMs = READING_DEADLINE_MS;
  return {
    list: (signal) => json(transport({ method: 'GET', path: pathOf(REQUESTS), signal })),
    read: (id, signal) => json(transport({ method: 'GET', path: pathOf(one(id)), signal })),
    open: (body, idempotencyKey) => json(transport({ method: 'POST', path: pathOf(REQUESTS), body, idempotencyKey })),
    act: (id, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(`${one(id)}/acts`), body, idempotencyKey })),
    words: (of, signal) => json(transport({ method: 'GET', path: item(of, 'text'), signal, deadlineMs })),
    redact: (of, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: item(of, 'copy'), body, idempotencyKey, deadlineMs })),
    copy: (of) => bytes(transport({ method: 'GET', path: item(of, 'copy'), accept: '*/*' })),
  };
}
