import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { KaigiError } from '@kaigi/core/shared';

/** The one place that knows whether Microsoft or the sandbox answers. Product code keeps Microsoft's https addresses. */
export interface Transport {
  /** Fetches with a deadline. @throws unavailable `transport.unreachable` when nobody answers in time. */
  fetch(url: string, init?: RequestInit & { readonly deadlineMs?: number }): Promise<Response>;
}

const DEADLINE_MS = 10_000;

export function createTransport(sandboxUrl: string | null): Transport {
  return {
    async fetch(url, { deadlineMs = DEADLINE_MS, ...init } = {}) {
      const signals = [AbortSignal.timeout(deadlineMs), ...(init.signal ? [init.signal] : [])];
      try {
        return await fetch(addressOf(url, sandboxUrl), { ...init, signal: AbortSignal.any(signals) });
      } catch (error) {
        throw Object.assign(new KaigiError('unavailable', 'transport.unreachable'), { cause: error });
      }
    },
  };
}

/** In the sandbox the host is dropped; path and query stay as they are. */
export function addressOf(url: string, sandboxUrl: string | null): string {
  if (sandboxUrl === null) return url;
  const { pathname, search } = new URL(url);
  return `${sandboxUrl}${pathname}${search}`;
}

/** What MSAL sends its requests through (platform.md 9). */
export function msalNetwork(transport: Transport): INetworkModule {
  const send = async <T>(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const response = await transport.fetch(url, {
      method,
      ...(options.headers ? { headers: options.headers } : {}),
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    // Of a gateway's page MSAL would make an empty token, and keep it.
    if (response.status >= 500) throw new KaigiError('unavailable', 'transport.unreachable');
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: readJson<T>(text) };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

function readJson<T>(text: string): T {
  try {
    return JSON.parse(text || '{}') as T;
  } catch {
    // Not what Entra says: MSAL goes by the status then.
    return {} as T;
  }
}
