import type { FileRecordInput, Placing, PlacingQuery, RecordView } from '@kaigi/core/contract';
import { json, withFile } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** 収受・参考・完成図書 as they are filed. */
export interface FilingClient {
  file(input: FileRecordInput, file: File, idempotencyKey: string): Promise<RecordView>;
  /** Where a document of this class goes, how long it stays and who sees it. */
  placing(query: PlacingQuery, signal?: AbortSignal): Promise<Placing>;
}

/** 50 MB over the line of a branch office. */
const UPLOAD_DEADLINE_MS = 300_000;

export function filingClient(transport: Transport): FilingClient {
  return {
    file: (input, file, idempotencyKey) =>
      json(
        transport({
          ...{ method: 'POST', path: pathOf('/records'), form: withFile(input, file), idempotencyKey },
          deadlineMs: UPLOAD_DEADLINE_MS,
        }),
      ),
    placing: (query, signal) =>
      json(transport({ method: 'GET', path: pathOf('/records/placing', { ...query }), signal })),
  };
}
