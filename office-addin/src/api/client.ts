import {
  type ActInput,
  type CaseView,
  CaseViewSchema,
  type Classification,
  ClassificationListSchema,
  type CopySign,
  CopySignsSchema,
  type DraftCaseInput,
  type FileRecordInput,
  type Me,
  MeSchema,
  type NeedView,
  NeedViewSchema,
  OfferedTemplatesSchema,
  type OpenDocument,
  type Placing,
  type PlacingQuery,
  PlacingSchema,
  ProblemSchema,
  type RecordView,
  RecordViewSchema,
  type Suggestion,
  type SuggestionInput,
  SuggestionListSchema,
  type TemplateView,
  TemplateViewSchema,
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

interface Sending {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: string | FormData;
  key?: string;
}

interface Call<T> extends Sending {
  schema: Schema<T>;
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

  async suggestions(input: SuggestionInput): Promise<Suggestion[]> {
    const body = JSON.stringify(input);
    return (await this.#ask({ method: 'POST', path: '/records/suggestions', schema: SuggestionListSchema, body }))
      .items;
  }

  /** 簿冊, period with its reason, and level that a class leads to. */
  placing(asked: PlacingQuery): Promise<Placing> {
    return this.#ask({ path: `/records/placing?${new URLSearchParams(asked)}`, schema: PlacingSchema });
  }

  /** 「番号は要る?」: the questions, and what the answers so far come to. */
  need(answers: Readonly<Record<string, boolean>>): Promise<NeedView> {
    const told = Object.entries(answers).map(([id, yes]) => `${id}:${yes ? 'yes' : 'no'}`);
    const query = new URLSearchParams({ answers: told.join(',') });
    return this.#ask({ path: `/register/need?${query}`, schema: NeedViewSchema });
  }

  /** Why the open document may be a copy of the filed one. */
  async compare(recordId: string, open: OpenDocument): Promise<readonly CopySign[]> {
    const path = `${recordPath(recordId)}/open-document/compare`;
    return (await this.#ask({ method: 'POST', path, schema: CopySignsSchema, body: JSON.stringify(open) })).signs;
  }

  async note(recordId: string, open: OpenDocument): Promise<void> {
    const path = `${recordPath(recordId)}/open-document`;
    await this.#ask({ method: 'PUT', path, schema: CopySignsSchema, body: JSON.stringify(open) });
  }

  async templates(words: string): Promise<TemplateView[]> {
    const query = new URLSearchParams({ q: words.slice(0, 100) });
    return (await this.#ask({ path: `/templates?${query}`, schema: OfferedTemplatesSchema })).items;
  }

  template(id: string): Promise<TemplateView> {
    return this.#ask({ path: `/templates/${encodeURIComponent(id)}`, schema: TemplateViewSchema });
  }

  templateFile(id: string, edition: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytes({ path: `/templates/${encodeURIComponent(id)}/content?edition=${edition}` });
  }

  /** The saved document from where it stands in SharePoint or OneDrive, fetched by the service as this person. */
  savedDocument(url: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytes({ method: 'POST', path: '/word/saved-document', body: JSON.stringify({ url }) });
  }

  record(id: string): Promise<RecordView> {
    return this.#ask({ path: recordPath(id), schema: RecordViewSchema });
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

  async #bytes(call: Sending): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.#answer(call);
    try {
      return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw new ApiFailure('unsure', { cause });
    }
  }

  async #answer(call: Sending): Promise<Response> {
    const first = await this.#send(call, false);
    const response = first.status === 401 ? await this.#send(call, true) : first;
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  async #ask<T>(call: Call<T>): Promise<T> {
    const response = await this.#answer(call);
    try {
      return call.schema.parse(await response.json());
    } catch (cause) {
      throw new ApiFailure('unsure', { cause });
    }
  }

  async #send({ method = 'GET', path, body, key }: Sending, anew: boolean): Promise<Response> {
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

function recordPath(id: string): string {
  return `/records/${encodeURIComponent(id)}`;
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
