import {
  type ActInput,
  type CaseView,
  CaseViewSchema,
  type Classification,
  ClassificationListSchema,
  type DraftCaseInput,
  type FileRecordInput,
  type Me,
  MeSchema,
  ProblemSchema,
  type RecordView,
  RecordViewSchema,
} from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import type { SignIn } from '../sign-in/sign-in.ts';
import { ApiFailure, kindOf } from './failure.ts';

const DEADLINE_MS = 30_000;
/** Sending a document may take long on a branch office's line. */
const UPLOAD_DEADLINE_MS = 180_000;

export interface DocumentFile {
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Schema<T> {
  parse(value: unknown): T;
}

interface Call<T> {
  method?: 'GET' | 'POST';
  path: string;
  schema: Schema<T>;
  body?: string | FormData;
  key?: string;
}

/** The service, as the pane uses it. A changing call takes the key of the person's action. */
export class ApiClient {
  readonly #signIn: SignIn;
  readonly #locale: Locale;
  readonly #base: string;

  constructor(options: { signIn: SignIn; locale: Locale; base?: string }) {
    this.#signIn = options.signIn;
    this.#locale = options.locale;
    this.#base = options.base ?? '/api/v1';
  }

  me(): Promise<Me> {
    return this.#ask({ path: '/me', schema: MeSchema });
  }

  async classifications(hint: string): Promise<Classification[]> {
    const query = new URLSearchParams({ hint: hint.slice(0, 200) });
    return (await this.#ask({ path: `/regulations/classifications?${query}`, schema: ClassificationListSchema })).items;
  }

  record(id: string): Promise<RecordView> {
    return this.#ask({ path: `/records/${encodeURIComponent(id)}`, schema: RecordViewSchema });
  }

  caseView(id: string): Promise<CaseView> {
    return this.#ask({ path: casePath(id), schema: CaseViewSchema });
  }

  draftCase(input: DraftCaseInput, file: DocumentFile, key: string): Promise<CaseView> {
    return this.#ask({ method: 'POST', path: '/cases', schema: CaseViewSchema, body: form(input, file), key });
  }

  fileRecord(input: FileRecordInput, file: DocumentFile, key: string): Promise<RecordView> {
    return this.#ask({ method: 'POST', path: '/records', schema: RecordViewSchema, body: form(input, file), key });
  }

  replaceDocument(target: { id: string; version: number }, file: DocumentFile, key: string): Promise<CaseView> {
    const body = form({ version: target.version }, file);
    return this.#ask({ method: 'POST', path: `${casePath(target.id)}/document`, schema: CaseViewSchema, body, key });
  }

  submit({ id, version }: { id: string; version: number }, key: string): Promise<CaseView> {
    return this.#ask({
      method: 'POST',
      path: `${casePath(id)}/submit`,
      schema: CaseViewSchema,
      body: JSON.stringify({ version }),
      key,
    });
  }

  act(id: string, input: ActInput, key: string): Promise<CaseView> {
    return this.#ask({
      method: 'POST',
      path: `${casePath(id)}/acts`,
      schema: CaseViewSchema,
      body: JSON.stringify(input),
      key,
    });
  }

  /** The stream of changes, open until the signal or the service ends it. */
  async changes(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { authorization: `Bearer ${await this.#signIn.token()}`, accept: 'text/event-stream' };
    const response = await fetch(`${this.#base}/changes`, { headers, signal });
    if (!response.ok || !response.body) throw new ApiFailure(kindOf(response.status));
    return response.body;
  }

  async #ask<T>(call: Call<T>): Promise<T> {
    const first = await this.#send(call, false);
    const response = first.status === 401 ? await this.#send(call, true) : first;
    if (!response.ok) throw await failureOf(response);
    try {
      return call.schema.parse(await response.json());
    } catch (cause) {
      throw new ApiFailure('unsure', { cause });
    }
  }

  async #send<T>({ method = 'GET', path, body, key }: Call<T>, anew: boolean): Promise<Response> {
    const headers: Record<string, string> = {
      authorization: `Bearer ${await this.#signIn.token({ anew })}`,
      'accept-language': this.#locale,
    };
    if (typeof body === 'string') headers['content-type'] = 'application/json';
    if (key !== undefined) headers['idempotency-key'] = key;
    const signal = AbortSignal.timeout(body instanceof FormData ? UPLOAD_DEADLINE_MS : DEADLINE_MS);
    try {
      return await fetch(this.#base + path, {
        method,
        headers,
        signal,
        cache: 'no-store',
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      throw new ApiFailure('unsure', { cause });
    }
  }
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const problem = ProblemSchema.safeParse(await response.json().catch(() => undefined));
  return new ApiFailure(kindOf(response.status), { problem: problem.data });
}

function casePath(id: string): string {
  return `/cases/${encodeURIComponent(id)}`;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

// The service reads `metadata` before the bytes come, so it has to stand first.
function form(metadata: object, { fileName, bytes }: DocumentFile): FormData {
  const data = new FormData();
  data.append('metadata', JSON.stringify(metadata));
  data.append('file', new Blob([bytes], { type: DOCX }), fileName);
  return data;
}
