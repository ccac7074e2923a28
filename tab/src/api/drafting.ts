import type {
  CaseView,
  CiteCaseInput,
  Classification,
  DraftCaseInput,
  ExplainQuery,
  ExplainView,
  MattersView,
} from '@kaigi/core/contract';
import { json, withFile } from './answers.ts';
import type { Transport } from './transport.ts';

/** The document of a draft that was corrected in Word. */
export interface DocumentWish {
  readonly id: string;
  readonly version: number;
  readonly file: File;
}

/** What drafting and the regulations are asked. */
export interface DraftingClient {
  matters(signal?: AbortSignal): Promise<MattersView>;
  explain(query: Partial<ExplainQuery>, signal?: AbortSignal): Promise<ExplainView>;
  /** The regulations in force as a page of HTML. */
  regulationsTable(signal?: AbortSignal): Promise<string>;
  classifications(hint: string, signal?: AbortSignal): Promise<Classification[]>;
  draft(input: DraftCaseInput, file: File, idempotencyKey: string): Promise<CaseView>;
  /** 引用起案 */
  cite(id: string, input: CiteCaseInput, idempotencyKey: string): Promise<CaseView>;
  replaceDocument(wish: DocumentWish, idempotencyKey: string): Promise<CaseView>;
}

const API = '/api/v1';
/** 50 MB over the line of a branch office. */
const UPLOAD_DEADLINE_MS = 300_000;

export function draftingClient(transport: Transport): DraftingClient {
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
    json<T>(transport({ method: 'GET', path: `${API}${path}`, signal }));
  const upload = (path: string, form: FormData, idempotencyKey: string): Promise<CaseView> =>
    json(transport({ method: 'POST', path: `${API}${path}`, form, idempotencyKey, deadlineMs: UPLOAD_DEADLINE_MS }));
  return {
    matters: (signal) => get('/regulations/matters', signal),
    explain: (query, signal) => {
      const said = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return get(`/regulations/explain?${new URLSearchParams(said)}`, signal);
    },
    regulationsTable: async (signal) => {
      const path = `${API}/regulations/table`;
      const response = await transport({ method: 'GET', path, accept: 'text/html', signal });
      return response.text();
    },
    classifications: async (hint, signal) => {
      const path = `/regulations/classifications?${new URLSearchParams({ hint })}`;
      return (await get<{ items: Classification[] }>(path, signal)).items;
    },
    draft: (input, file, key) => upload('/cases', withFile(input, file), key),
    cite: (id, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: `${API}/cases/${encodeURIComponent(id)}/cite`, body, idempotencyKey })),
    replaceDocument: ({ id, version, file }, key) =>
      upload(`/cases/${encodeURIComponent(id)}/document`, withFile({ version }, file), key),
  };
}
