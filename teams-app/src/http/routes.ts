import { Readable } from 'node:stream';
import type { Incoming } from '@kaigi/core/platform';
import { Download, type Route, StreamedDownload } from '@kaigi/core/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerCheck } from './answer-check.ts';
import { HttpRefusal } from './problem.ts';
import { inputReader } from './read-input.ts';
import { requireCaller } from './session.ts';
import { nothing, readUpload, stageUpload, UPLOAD_LIMIT, type Upload } from './upload.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const JSON_LIMIT = 256 * 1024;
// The metadata and the boundaries around the file.

/** `{id}` → `:id`; `{path+}`, which must be last, → the rest of the address. */
export function fastifyPath(path: string): string {
  return path.replace(/\{(\w+)\+\}$/, '*').replace(/\{(\w+)\}/g, ':$1');
}

const restName = (path: string) => /\{(\w+)\+\}$/.exec(path)?.[1];

export interface RouteOptions {
  /** In the sandbox. */
  readonly check: AnswerCheck | null;
  /** Where large files come in. */
  readonly incoming: Pick<Incoming, 'receive'>;
}

export function registerRoutes(app: FastifyInstance, routes: readonly Route[], options: RouteOptions): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: fastifyPath(route.path),
      bodyLimit: route.upload ? UPLOAD_LIMIT : JSON_LIMIT,
      handler: handlerOf(route, options),
    });
  }
}

function handlerOf(route: Route, options: RouteOptions) {
  const reader = inputReader(route);
  const rest = restName(route.path);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = requireCaller(request);
    const { locale } = caller;
    const input = {
      params: reader.params(paramsOf(request, rest), locale),
      query: reader.query(request.query, locale),
    };
    const accept = (metadata: unknown) => reader.body(metadata, locale);
    const { metadata: body, file, discard } = await sentWith(request, { route, accept, options });
    try {
      const answer = await route.handle(caller, { ...input, body, file });
      return sendAnswer({ reply, route, answer, options });
    } finally {
      await discard();
    }
  };
}

interface Reading {
  readonly route: Route;
  readonly accept: (metadata: unknown) => unknown;
  readonly options: RouteOptions;
}

async function sentWith(request: FastifyRequest, { route, accept, options }: Reading): Promise<Upload<unknown>> {
  if (route.upload === 'staged') return stageUpload(request, accept, options.incoming);
  if (route.upload) return readUpload(request, accept);
  return { metadata: accept(jsonOf(request)), file: null, discard: nothing };
}

function paramsOf(request: FastifyRequest, rest: string | undefined): unknown {
  const raw = request.params as Record<string, string>;
  if (rest === undefined) return raw;
  const { '*': tail, ...named } = raw;
  return { ...named, [rest]: tail };
}

function jsonOf(request: FastifyRequest): unknown {
  if (!request.isMultipart()) return request.body;
  throw new HttpRefusal(415, 'http.unsupported_media_type', { params: { expected: 'application/json' } });
}

interface Sending {
  readonly reply: FastifyReply;
  readonly route: Route;
  readonly answer: unknown;
  readonly options: RouteOptions;
}

function sendAnswer({ reply, route, answer, options }: Sending): FastifyReply {
  void reply.status(route.status ?? 200).header('cache-control', 'no-store');
  if (answer instanceof Download) {
    const { buffer, byteOffset, byteLength } = answer.bytes;
    return sendDownload(reply, answer, Buffer.from(buffer, byteOffset, byteLength));
  }
  if (answer instanceof StreamedDownload)
    return sendDownload(reply, answer, Readable.from(answer.open(), { objectMode: false }));
  const text = JSON.stringify(answer ?? null);
  options.check?.(route, text);
  return reply.type(JSON_TYPE).send(text);
}

/** Never shown in the page's own origin: a document from outside is data, whatever it claims to be. */
function sendDownload(
  reply: FastifyReply,
  { fileName, mediaType }: Pick<Download, 'fileName' | 'mediaType'>,
  content: Buffer | Readable,
): FastifyReply {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply
    .headers({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .send(content);
}
