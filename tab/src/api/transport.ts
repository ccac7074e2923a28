import type { Locale } from '@kaigi/core/shared';
import { ProblemError, problemOf, retryAfterOf, UnreachableError } from './problem.ts';

export interface TransportOptions {
  readonly fetch: typeof fetch;
  /** `renew` asks for a new token although the old one looks good. */
  token(renew: boolean): Promise<string>;
  locale(): Locale;
  readonly deadlineMs: number;
}

interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Parts with a file, in place of a body. */
  readonly form?: FormData;
  readonly idempotencyKey?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
  /** A stream has no deadline; its reader watches over it. */
  readonly endless?: boolean;
  /** For a call that may take longer than others: a file over the line of a branch office. */
  readonly deadlineMs?: number;
}

export type Transport = (request: Request) => Promise<Response>;

function headersOf(request: Request, token: string, locale: Locale): Headers {
  const headers = new Headers({
    Authorization: `Bearer ${token}`,
    Accept: request.accept ?? 'application/json',
    'Accept-Language': locale,
  });
  if (request.body !== undefined) headers.set('Content-Type', 'application/json');
  if (request.idempotencyKey !== undefined) headers.set('Idempotency-Key', request.idempotencyKey);
  return headers;
}

function signalOf(request: Request, deadlineMs: number): AbortSignal | null {
  const signals = [
    ...(request.signal ? [request.signal] : []),
    ...(request.endless ? [] : [AbortSignal.timeout(request.deadlineMs ?? deadlineMs)]),
  ];
  return signals.length > 0 ? AbortSignal.any(signals) : null;
}

async function once(options: TransportOptions, request: Request, renew: boolean): Promise<Response> {
  const token = await options.token(renew);
  try {
    return await options.fetch(request.path, {
      method: request.method,
      headers: headersOf(request, token, options.locale()),
      body: request.form ?? (request.body === undefined ? null : JSON.stringify(request.body)),
      signal: signalOf(request, options.deadlineMs),
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new UnreachableError('no answer', { cause: error });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** Carries a request to the service. A token the service no longer likes is renewed once. */
export function createTransport(options: TransportOptions): Transport {
  return async (request) => {
    let response = await once(options, request, false);
    if (response.status === 401) response = await once(options, request, true);
    if (response.ok) return response;
    throw new ProblemError(
      problemOf(response.status, await bodyOf(response)),
      retryAfterOf(response.headers.get('Retry-After')),
    );
  };
}
