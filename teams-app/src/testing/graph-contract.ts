import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Transport } from '../transport/transport.ts';

interface Contract {
  validateRequest(...[method, path, body, options]: [string, string, unknown, { readonly strict: boolean }]): {
    readonly ok: boolean;
    readonly errors: readonly unknown[];
  };
}

/** What Microsoft says its Graph takes; null where the description is not at hand (KAIGI_CONTRACTS). */
export async function graphContract(): Promise<Contract | null> {
  const folder = process.env.KAIGI_CONTRACTS ?? '';
  const loader = path.join(folder, 'graph-contract.mjs');
  if (folder === '' || !existsSync(loader)) {
    console.info('The Graph contract was not there (KAIGI_CONTRACTS): calls were not checked against it.');
    return null;
  }
  const module = (await import(pathToFileURL(loader).href)) as {
    loadContract(file: string, validator: unknown, formats: unknown): Contract;
  };
  const file = path.join(folder, 'graph-v1-subset.openapi.json');
  return module.loadContract(file, ajv.default ?? ajv, addFormats.default ?? addFormats);
}

const GRAPH = 'https://graph.microsoft.com/v1.0';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The transport, and every Graph call that went through it, those inside of batches too. */
export function listening(transport: Transport): { readonly transport: Transport; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const keep = (url: string, method: string, body: unknown) => {
    const { pathname, search } = new URL(url);
    sent.push({ method, path: `${decodeURIComponent(pathname)}${search}`, body });
    if (pathname !== '/v1.0/$batch') return;
    const { requests } = body as { requests: { method: string; url: string; body?: unknown }[] };
    for (const one of requests) keep(`${GRAPH}${one.url}`, one.method, one.body);
  };
  return {
    sent,
    transport: {
      fetch(url, init = {}) {
        const isGraph = url.startsWith(GRAPH);
        if (isGraph) keep(url, init.method ?? 'GET', typeof init.body === 'string' ? JSON.parse(init.body) : undefined);
        return transport.fetch(url, init);
      },
    },
  };
}
