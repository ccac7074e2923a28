import type {
  BulkApproveAnswer,
  BulkApproveInput,
  CaseView,
  CiteCaseInput,
  ListedPostPage,
  ListedStaffPage,
  ListedUnitPage,
  ReadingAnswer,
  Summaries,
} from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import type { Transport } from './transport.ts';

export interface AttachWish {
  readonly version: number;
  /** The attachment of which it is a new version; a further one when not said. */
  readonly replaces: string | null;
  readonly file: File;
}

export interface ApprovalsClient {
  /** Says that the holder has opened the case; opening is no act. */
  opened(id: string): Promise<void>;
  readingPack(id: string, signal?: AbortSignal): Promise<ReadingAnswer>;
  attachment(id: string, attachmentId: string): Promise<Blob>;
  attach(id: string, wish: AttachWish, idempotencyKey: string): Promise<CaseView>;
  certificate(id: string): Promise<Blob>;
  /** 引用起案: the new case. */
  cite(id: string, input: CiteCaseInput, idempotencyKey: string): Promise<CaseView>;
  /** What is shown of each before many are approved at once; whoever asked has seen it. */
  summaries(caseIds: readonly string[], signal?: AbortSignal): Promise<Summaries>;
  bulkApprove(input: BulkApproveInput, idempotencyKey: string): Promise<BulkApproveAnswer>;
  staff(q: string, signal?: AbortSignal): Promise<ListedStaffPage>;
  posts(q: string, signal?: AbortSignal): Promise<ListedPostPage>;
  units(q: string, signal?: AbortSignal): Promise<ListedUnitPage>;
}

const API = '/api/v1';
// Word files and scans are read in a thread of their own, which takes its time the first time.
const READING_MS = 60_000;
const UPLOAD_MS = 300_000;

const formOf = ({ version, replaces, file }: AttachWish): FormData =>
  withFile(replaces === null ? { version } : { version, replaces }, file);

export function approvalsClient(transport: Transport): ApprovalsClient {
  const of = (id: string, rest: string) => `${API}/cases/${encodeURIComponent(id)}/${rest}`;
  const list = <T>(kind: string, q: string, signal?: AbortSignal): Promise<T> =>
    json(transport({ method: 'GET', path: `${API}/directory/${kind}?${new URLSearchParams({ q })}`, signal }));
  return {
    opened: async (id) => {
      await transport({ method: 'POST', path: of(id, 'opened'), idempotencyKey: crypto.randomUUID() });
    },
    readingPack: (id, signal) =>
      json(transport({ method: 'GET', path: of(id, 'reading-pack'), signal, deadlineMs: READING_MS })),
    attachment: (id, attachmentId) =>
      bytes(
        transport({ method: 'GET', path: of(id, `attachments/${encodeURIComponent(attachmentId)}`), accept: '*/*' }),
      ),
    attach: (id, wish, idempotencyKey) =>
      json(
        transport({
          method: 'POST',
          path: of(id, 'attachments'),
          form: formOf(wish),
          idempotencyKey,
          deadlineMs: UPLOAD_MS,
        }),
      ),
    certificate: (id) => bytes(transport({ method: 'GET', path: of(id, 'certificate'), accept: '*/*' })),
    cite: (id, body, idempotencyKey) => json(transport({ method: 'POST', path: of(id, 'cite'), body, idempotencyKey })),
    summaries: (caseIds, signal) =>
      json(
        transport({
          method: 'POST',
          path: `${API}/cases/summaries`,
          body: { caseIds },
          signal,
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    bulkApprove: (body, idempotencyKey) =>
      json(transport({ method: 'POST', path: `${API}/cases/bulk-approve`, body, idempotencyKey })),
    staff: (q, signal) => list('staff', q, signal),
    posts: (q, signal) => list('posts', q, signal),
    units: (q, signal) => list('units', q, signal),
  };
}
