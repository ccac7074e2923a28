import { KaigiError } from '@kaigi/core/shared';
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  type GraphRequest,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import type { AppTokens } from '../sign-in/app-tokens.ts';
import type { Transport } from '../transport/transport.ts';
import { BoundedRetry, graphBusy, isPassing } from './retry.ts';

/** One step of a `$batch`; `url` is relative to `/v1.0`. */
export interface BatchStep {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
}

export interface BatchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The one door to Microsoft Graph, for one municipality: token, deadline, bounded retries, paging, `$batch`. */
export interface GraphClient {
  /** `prefer`: what the header of that name says: the page's size, the zone of times. */
  get<T>(path: string, prefer?: string): Promise<T>;
  post<T>(path: string, body: unknown, prefer?: string): Promise<T | undefined>;
  /** Every item of a paged list, page by page. */
  list<T>(path: string): AsyncGenerator<readonly T[]>;
  /** Any number of steps, 20 at a time; answers come in the order of the steps. */
  batch(steps: readonly BatchStep[]): Promise<BatchAnswer[]>;
}

/** The same door for what is no JSON. */
export interface GraphTextReader extends GraphClient {
  /** In the form that `accept` asks for. */
  text(path: string, accept: string): Promise<string>;
}

/** The same door for files, of which no more than `most` bytes are taken. */
export interface GraphFileReader extends GraphClient {
  /** @throws GraphRefusal 413 where there is more */
  bytes(path: string, most: number): Promise<Buffer>;
}

/** The same door for those few that change and delete what is there. */
export interface GraphEditor extends GraphTextReader, GraphFileReader {
  put(path: string, body: unknown): Promise<void>;
  patch<T>(path: string, body: unknown): Promise<T>;
  delete(path: string): Promise<void>;
}

const BATCH = 20;
const DEADLINE_MS = 15_000;
const GRAPH = 'https://graph.microsoft.com';

/** The end of the middleware chain: whoever answers, Microsoft or the sandbox, is reached through the transport. */
class ThroughTransport implements Middleware {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    const { method, headers, body } = context.options ?? {};
    context.response = await this.#transport.fetch(url, {
      deadlineMs: DEADLINE_MS,
      ...(method === undefined ? {} : { method }),
      ...(headers === undefined ? {} : { headers: headers as Record<string, string> }),
      ...(body === undefined || body === null ? {} : { body: body as string }),
    });
  }
}

export function createGraphClient(options: {
  readonly municipalityId: string;
  readonly tokens: AppTokens;
  readonly transport: Transport;
}): GraphEditor {
  const { municipalityId, tokens, transport } = options;
  const chain = [
    new AuthenticationHandler({ getAccessToken: () => tokens.forGraph(municipalityId) }),
    new BoundedRetry(),
    new ThroughTransport(transport),
  ];
  const client = Client.initWithMiddleware({ middleware: chain, defaultVersion: 'v1.0', baseUrl: `${GRAPH}/` });
  const ask = async <T>(path: string, send: (request: GraphRequest) => Promise<T>): Promise<T> => {
    try {
      return await send(client.api(path));
    } catch (error) {
      throw translate(error);
    }
  };
  const get = <T>(path: string, prefer?: string) =>
    ask(path, (request) => preferring(request, prefer).get() as Promise<T>);
  const post = <T>(path: string, body: unknown, prefer?: string) =>
    ask(path, (request) => preferring(request, prefer).post(body) as Promise<T>);
  return {
    get,
    post,
    text: (path, accept) => ask(path, (request) => textOf(request.header('Accept', accept))),
    bytes: (path, most) => ask(path, (request) => bytesOf(request, most)),
    put: (path, body) => ask(path, async (request) => void (await request.put(body))),
    patch: <T>(path: string, body: unknown) => ask(path, (request) => request.patch(body) as Promise<T>),
    delete: (path) => ask(path, async (request) => void (await request.delete())),
    async *list<T>(path: string) {
      for (let next: string | undefined = path; next !== undefined; ) {
        const page: { value: T[]; '@odata.nextLink'?: string } = await get(next);
        yield page.value;
        next = insideGraph(page['@odata.nextLink']);
      }
    },
    batch: (steps) => sendBatches(post, steps),
  };
}

const preferring = (request: GraphRequest, prefer: string | undefined): GraphRequest =>
  prefer === undefined ? request : request.header('Prefer', prefer);

/** A next link carries our token with it: it is followed to Graph only. */
export function insideGraph(link: string | undefined): string | undefined {
  if (link === undefined || link.startsWith(`${GRAPH}/`)) return link;
  throw new KaigiError('unavailable', 'graph.strange_answer');
}

async function sendBatches(post: GraphClient['post'], steps: readonly BatchStep[]): Promise<BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for (let at = 0; at < steps.length; at += BATCH) {
    const requests = steps.slice(at, at + BATCH).map((step, index) => ({
      id: String(index),
      method: step.method,
      url: step.url,
      ...(step.body === undefined ? {} : { body: step.body, headers: { 'Content-Type': 'application/json' } }),
    }));
    const sent = await post<{ responses: ({ id: string } & Partial<BatchAnswer>)[] }>('/$batch', { requests });
    const byId = new Map((sent?.responses ?? []).map((response) => [response.id, response]));
    for (const { id } of requests) {
      const { status = 503, headers = {}, body = null } = byId.get(id) ?? {};
      answers.push({ status, headers, body });
    }
  }
  return answers;
}

/** A refusal by Graph, with its own code: what to do about it is the caller's business. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  /** What some services say more exactly: the code inside, and their sentence. Neither is shown to people. */
  readonly detail: GraphDetail;

  constructor(status: number, code: string, detail: GraphDetail = NO_DETAIL) {
    super(`Graph answered ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

export interface GraphDetail {
  readonly innerCode: string | null;
  readonly message: string;
}

const NO_DETAIL: GraphDetail = { innerCode: null, message: '' };

/** `body` is what was answered, or its `error` alone; as text where text was asked for. */
export function graphErrorIn(body: unknown): GraphDetail & { readonly code: string | null } {
  const whole = (typeof body === 'string' ? parsed(body) : body) as { error?: unknown } | null;
  const error = (whole?.error ?? whole) as {
    code?: unknown;
    message?: unknown;
    innerError?: { code?: unknown };
  } | null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const { code, message, innerError } = error ?? {};
  return { code: text(code), innerCode: text(innerError?.code), message: text(message) ?? '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function bytesOf(request: GraphRequest, most: number): Promise<Buffer> {
  const response = (await request.responseType(ResponseType.RAW).get()) as Response;
  if (!response.ok)
    throw Object.assign(new GraphError(response.status), { body: await response.text(), headers: response.headers });
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of response.body ?? []) {
      size += piece.length;
      if (size > most) break;
      pieces.push(piece);
    }
  } catch (cause) {
    // It broke off in the middle, or took too long.
    throw Object.assign(new KaigiError('unavailable', 'graph.busy'), { cause });
  }
  if (size > most) throw new GraphRefusal(413, 'tooLarge');
  return Buffer.concat(pieces);
}

/** Of what is no JSON the client would forget the headers, and with them how long to wait. */
async function textOf(request: GraphRequest): Promise<string> {
  const response = (await request.responseType(ResponseType.RAW).get()) as Response;
  const text = await response.text();
  if (response.ok) return text;
  throw Object.assign(new GraphError(response.status), { body: text, headers: response.headers });
}

function translate(error: unknown): unknown {
  if (!(error instanceof GraphError)) return error;
  // The client wraps what a middleware threw; ours says more.
  if (error.statusCode === -1 || error.statusCode === undefined) return causeOf(error);
  if (isPassing(error.statusCode)) return graphBusy(error.headers?.get('retry-after') ?? null);
  if (error.statusCode >= 500) return new KaigiError('unavailable', 'graph.busy');
  const { code, ...detail } = graphErrorIn(error.body);
  return new GraphRefusal(error.statusCode, error.code || code || 'unknown', detail);
}

function causeOf(error: GraphError): unknown {
  if (error.code === 'KaigiError') return new KaigiError('unavailable', error.message);
  return Object.assign(new KaigiError('unavailable', 'graph.busy'), { cause: error });
}
