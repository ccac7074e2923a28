import { PROBLEM_CONTENT_TYPE, ProblemSchema, type Route } from '@kaigi/core/shared';
import { z } from 'zod';
import { strict } from './read-input.ts';

type Json = Record<string, unknown>;

/** A path as it is described: a route, or a door of its own that is none. */
export interface Described extends Omit<Route, 'handle'> {
  /** Who may ask, where it is not whoever has a token. */
  readonly security?: readonly ('signature' | 'ticket' | 'none')[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Of what is downloaded. */
  readonly mediaType?: string;
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
};

const REFUSALS: Readonly<Record<string, string>> = {
  400: 'Bad input',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict; `present` is the present state',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Unexpected; `errorId` is in the log',
  503: 'Unavailable for the moment',
};

/** The OpenAPI 3.1 document, made from the same schemas that check the requests. */
export function openApiDocument(
  routes: readonly Described[],
  about: { readonly publicUrl: string; readonly version: string },
): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\+\}$/, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kaigi 回議 API',
      version: about.version,
      summary: '起案・決裁・文書管理 / drafting, deciding and filing official documents',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${about.publicUrl}/api/v1` }],
    security: [{ entra: [] }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: SECURITY,
      schemas: { Problem: schemaOf(ProblemSchema, 'output') },
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [`R${status}`, problem(description)]),
      ),
    },
  };
}

const SECURITY: Json = {
  entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  signature: {
    ...{ type: 'apiKey', in: 'header', name: 'webhook-signature' },
    description: 'Standard Webhooks (`v1,` and HMAC-SHA256 in Base64) over `webhook-id.webhook-timestamp.body`',
  },
  ticket: { type: 'apiKey', in: 'query', name: 'ticket', description: 'Good for some minutes, for one recording' },
};

const problem = (description: string): Json => ({
  description,
  content: { [PROBLEM_CONTENT_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
});

const tagOf = (route: Described) => route.path.split('/')[1] ?? '';

function operationOf(route: Described): Json {
  // A door of its own has its own way of knowing what came before.
  const changes = route.method !== 'GET' && route.headers === undefined;
  return {
    operationId: operationId(route),
    tags: [tagOf(route)],
    summary: route.summary.ja,
    description: route.summary.en,
    ...(route.security ? { security: securityOf(route.security) } : {}),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...pathParametersWithoutSchema(route),
      ...parametersOf(route.query, 'query'),
      ...(changes ? [IDEMPOTENCY_KEY] : []),
      ...headersOf(route),
      ACCEPT_LANGUAGE,
    ],
    ...(route.body || route.upload ? { requestBody: requestBody(route) } : {}),
    responses: {
      [route.status ?? 200]: { description: 'OK', content: answerContent(route) },
      ...Object.fromEntries(
        Object.keys(REFUSALS).map((status) => [status, { $ref: `#/components/responses/R${status}` }]),
      ),
    },
  };
}

const securityOf = (security: NonNullable<Described['security']>): Json[] =>
  security.flatMap((name) => (name === 'none' ? [] : [{ [name]: [] }]));

const headersOf = ({ headers = {} }: Described): Json[] =>
  Object.entries(headers).map(([name, description]) => ({
    ...{ name, in: 'header', required: true, description, schema: { type: 'string' } },
  }));

/** `POST /cases/{id}/acts` → `postCasesByIdActs` */
function operationId({ method, path }: Described): string {
  const words = path.split('/').filter(Boolean);
  const named = words.map((word) => {
    const parameter = /^\{(\w+)\+?\}$/.exec(word)?.[1];
    const text = (parameter ?? word).replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
    return `${parameter ? 'By' : ''}${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  });
  return `${method.toLowerCase()}${named.join('')}`;
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(strict(schema), 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: described,
  }));
}

/** A path parameter must be described even where its route has no schema for it. */
function pathParametersWithoutSchema(route: Described): Json[] {
  const described = new Set(parametersOf(route.params, 'path').map(({ name }) => name));
  return [...route.path.matchAll(/\{(\w+)\+?\}/g)]
    .filter(([, name]) => !described.has(name))
    .map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key gives the same answer, whatever happened in between.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const ACCEPT_LANGUAGE: Json = { name: 'Accept-Language', in: 'header', schema: { type: 'string', default: 'ja' } };

function requestBody(route: Described): Json {
  const metadata = schemaOf(strict(route.body), 'input');
  if (!route.upload) return { required: true, content: { 'application/json': { schema: metadata } } };
  const schema = {
    type: 'object',
    properties: { metadata, file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    required: ['metadata', 'file'],
  };
  return {
    required: true,
    description: 'The part `metadata` first, then `file` (at most 50 MB).',
    content: { 'multipart/form-data': { schema, encoding: { metadata: { contentType: 'application/json' } } } },
  };
}

function answerContent(route: Described): Json {
  if (route.answer === 'download') return { [route.mediaType ?? 'application/octet-stream']: {} };
  return { 'application/json': { schema: schemaOf(route.answer, 'output') } };
}
