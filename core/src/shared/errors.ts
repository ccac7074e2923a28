/** What a refusal is, and so how each edge answers it. Everything that is not one of these is a bug. */
export type ErrorKind = 'bad-input' | 'not-signed-in' | 'not-allowed' | 'not-found' | 'conflict' | 'unavailable';

export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * A refusal that a person may be told. It carries a stable code and parameters, never a sentence:
 * the sentence comes from the capability's `text.ts` in the reader's language.
 */
export class KaigiError extends Error {
  override readonly name = 'KaigiError';
  readonly kind: ErrorKind;
  /** `capability.reason`, for example `approvals.not_the_holder`. Stable: outsiders may rely on it. */
  readonly code: string;
  readonly params: ErrorParams;
  /** The present state, for a stale action (409). Already presented for the one who asked. */
  readonly present: unknown;

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}, present?: unknown) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.params = params;
    this.present = present;
  }
}

export const badInput = (code: string, params?: ErrorParams): KaigiError => new KaigiError('bad-input', code, params);
export const notAllowed = (code: string, params?: ErrorParams): KaigiError =>
  new KaigiError('not-allowed', code, params);
export const notFound = (code: string, params?: ErrorParams): KaigiError => new KaigiError('not-found', code, params);
export const conflict = (code: string, params?: ErrorParams, present?: unknown): KaigiError =>
  new KaigiError('conflict', code, params, present);
