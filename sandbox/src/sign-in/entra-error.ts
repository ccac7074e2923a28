import { randomUUID } from 'node:crypto';

type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_resource'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'login_required';

export interface EntraRefusal {
  readonly code: number;
  readonly error: OAuthError;
  readonly description: string;
  readonly status?: number;
  readonly suberror?: string;
}

/** A refusal as Entra words it: an AADSTS number, an OAuth error and a sentence. */
export class EntraError extends Error {
  override readonly name = 'EntraError';
  readonly refusal: EntraRefusal;

  constructor(refusal: EntraRefusal) {
    super(`AADSTS${refusal.code}: ${refusal.description}`);
    this.refusal = refusal;
  }

  get status(): number {
    return this.refusal.status ?? (this.refusal.error === 'invalid_client' ? 401 : 400);
  }

  toJSON(now: number): Record<string, unknown> {
    const [traceId, correlationId] = [randomUUID(), randomUUID()];
    const timestamp = new Date(now)
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z');
    return {
      error: this.refusal.error,
      error_description: `${this.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [this.refusal.code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${this.refusal.code}`,
      ...(this.refusal.suberror === undefined ? {} : { suberror: this.refusal.suberror }),
    };
  }
}

export function missing(parameter: string): EntraError {
  return new EntraError({
    code: 900144,
    error: 'invalid_request',
    description: `The request body must contain the following parameter: '${parameter}'.`,
  });
}
