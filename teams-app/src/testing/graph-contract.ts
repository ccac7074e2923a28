import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Transport } from '../transport/transport.ts';

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly unknown[];
}

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
}

interface Contract {
  readonly doc: {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>>;
    readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
  };
  match(path: string): string | undefined;
  validateRequest(...[method, path, body, options]: [string, string, unknown, { readonly strict: boolean }]): Verdict;
  validateResponse(
    ...[method, path, status, body, options]: [
      ...[string, string, number, unknown],
      { readonly strict: boolean; readonly contentType: string },
    ]
  ): Verdict;
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

interface Answered {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** What the header of that name said. */
  readonly prefer: string | null;
  /** null: inside of a batch, or nobody answered. */
  answer: Answered | null;
}

/** The transport, and every Graph call that went through it, those inside of batches too. */
export function listening(transport: Transport): { readonly transport: Transport; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const keep = (url: string, method: string, { body, prefer }: Pick<Sent, 'body' | 'prefer'>): Sent => {
    const { pathname, search } = new URL(url);
    const one: Sent = { method, path: `${decodeURIComponent(pathname)}${search}`, body, prefer, answer: null };
    sent.push(one);
    if (pathname !== '/v1.0/$batch') return one;
    const { requests } = body as { requests: { method: string; url: string; body?: unknown }[] };
    for (const step of requests) keep(`${GRAPH}${step.url}`, step.method, { body: step.body, prefer: null });
    return one;
  };
  return {
    sent,
    transport: {
      async fetch(url, init = {}) {
        if (!url.startsWith(GRAPH)) return transport.fetch(url, init);
        const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
        const one = keep(url, init.method ?? 'GET', { body, prefer: new Headers(init.headers).get('prefer') });
        const response = await transport.fetch(url, init);
        const contentType = response.headers.get('content-type') ?? 'application/json';
        one.answer = { status: response.status, contentType, text: await response.clone().text() };
        return response;
      },
    },
  };
}

/** Those that Microsoft puts into its own links. */
const OPAQUE = new Set(['$skiptoken', '$deltatoken']);

function strangeOptions({ doc, match }: Contract, { method, path: asked }: Sent): string[] {
  const [bare = '', search = ''] = asked.split('?');
  const described = doc.paths[match(bare) ?? ''];
  const named = [described?.parameters, described?.[method.toLowerCase()]?.parameters].flatMap((some) =>
    ((some ?? []) as readonly Parameter[]).map((one) =>
      one.$ref === undefined ? one : (doc.components.parameters[one.$ref.split('/').at(-1) ?? ''] ?? one),
    ),
  );
  const known = new Set(named.flatMap((one) => (one.in === 'query' ? (one.name?.toLowerCase() ?? []) : [])));
  return [...new URLSearchParams(search).keys()].filter((name) => !OPAQUE.has(name) && !known.has(name.toLowerCase()));
}

function strangeAnswer(contract: Contract, { method, path: asked, answer }: Sent): boolean {
  if (answer === null) return false;
  const { status, contentType, text } = answer;
  const body = text === '' ? undefined : contentType.includes('json') ? JSON.parse(text) : text;
  return !contract.validateResponse(method, asked, status, body, { strict: true, contentType }).ok;
}

/** In which of these calls path, query, body or answer are not as Microsoft describes them. */
export function strangeIn(contract: Contract | null, sent: readonly Sent[]): string[] {
  if (contract === null) return [];
  return sent.flatMap((one) => {
    const asked = one.path.replace('/v1.0', '');
    const [what, call] = [`${one.method} ${asked}`, { ...one, path: asked }];
    const isWhole = asked !== '/$batch' && contract.validateRequest(one.method, asked, one.body, { strict: true }).ok;
    return [
      ...(asked === '/$batch' || isWhole ? [] : [`${what}: the request`]),
      ...strangeOptions(contract, call).map((name) => `${what}: ${name}`),
      ...(strangeAnswer(contract, call) ? [`${what}: the answer ${one.answer?.status}`] : []),
    ];
  });
}
