import {
  BaseRequestPolicy,
  type RequestPolicy,
  type RequestPolicyFactory,
  type RequestPolicyOptions,
  RestError,
  type WebResource,
} from '@azure/storage-blob';
import { retryAfterMs } from '../graph/retry.ts';

/** How long a store of files is waited for. */
export interface Patience {
  /** Of one request. */
  readonly tryMs: number;
  /** Of small work: one document. */
  readonly workMs: number;
  /** Of one whole file, however large. */
  readonly fileMs: number;
  readonly attempts: number;
  readonly firstPauseMs: number;
  /** A store that asks for more is asked again later, by somebody else. */
  readonly longestPauseMs: number;
}

export const USUAL_PATIENCE: Patience = {
  tryMs: 20_000,
  workMs: 60_000,
  fileMs: 30 * 60_000,
  attempts: 4,
  firstPauseMs: 300,
  longestPauseMs: 5_000,
};

const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Refusals of the store have a status; a connection that broke or a request that took too long has none. */
export const isPassing = ({ statusCode }: RestError): boolean => statusCode === undefined || PASSING.has(statusCode);

export function askedToWaitMs({ response }: RestError): number | null {
  return retryAfterMs(response?.headers.get('retry-after') ?? null, new Date());
}

const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal?.addEventListener('abort', stop, { once: true });
  });

/** The store's own way of trying again knows neither 429 nor Retry-After. */
class Patient extends BaseRequestPolicy {
  readonly #patience: Patience;

  constructor(next: RequestPolicy, options: RequestPolicyOptions, patience: Patience) {
    super(next, options);
    this.#patience = patience;
  }

  async sendRequest(request: WebResource): Promise<Awaited<ReturnType<RequestPolicy['sendRequest']>>> {
    const { attempts, firstPauseMs, longestPauseMs, tryMs } = this.#patience;
    request.timeout = tryMs;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this._nextPolicy.sendRequest(request);
      } catch (error) {
        if (request.abortSignal?.aborted === true || !isRefusal(error) || !isPassing(error)) throw error;
        const wait = askedToWaitMs(error) ?? firstPauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 2);
        if (attempt >= attempts || wait > longestPauseMs) throw error;
        await pause(wait, request.abortSignal as AbortSignal | undefined);
      }
    }
  }
}

/** A request that took too long says so by an error of another kind. */
const isRefusal = (error: unknown): error is RestError =>
  error instanceof RestError || (error instanceof Error && error.name === 'AbortError');

export const patiently = (patience: Patience): RequestPolicyFactory => ({
  create: (next, options) => new Patient(next, options, patience),
});
