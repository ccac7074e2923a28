import { ProblemError, problemOf, UnreachableError } from '../api/problem.ts';

/** What a page must know before anybody is signed in: `GET /api/v1/client-config`. */
export interface ClientConfig {
  readonly clientId: string;
  readonly scope: string;
  readonly authority: string;
  readonly appId: string;
  readonly sandbox: boolean;
  /** Origins besides Microsoft's that may frame the page: the sandbox's window. */
  readonly hostOrigins: readonly string[];
}

export async function loadClientConfig(): Promise<ClientConfig> {
  let response: Response;
  try {
    response = await fetch('/api/v1/client-config', { signal: AbortSignal.timeout(15_000) });
  } catch (error) {
    throw new UnreachableError('no client-config', { cause: error });
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || typeof body !== 'object' || body === null)
    throw new ProblemError(problemOf(response.status, body));
  return body as ClientConfig;
}
