import { type Caller, isUuid, KaigiError, type Route } from '@kaigi/core/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Sender } from '../config/senders.ts';
import { checkSignature, type WebhookHeaders } from '../inbound/signature.ts';
import { municipalityMark } from '../log.ts';
import type { HttpSuite } from '../suite-door.ts';
import { createLimiter } from './limits.ts';
import { localeOf } from './locale.ts';
import type { Described } from './openapi.ts';
import { HttpRefusal } from './problem.ts';
import { inputReader, strictReader } from './read-input.ts';

// Base64 of a document of some 15 MB.
const BODY_LIMIT = 20 * 1024 * 1024;
const REFUSALS_PER_MINUTE = 60;

const InboundSchema = z.strictObject({
  /** Sign-in name of whoever drafts it: the case lies among their drafts until they submit it. */
  drafter: z.string().min(3).max(254),
  externalId: z.string().min(1).max(200),
  /** The fields of a draft, as `metadata` of `POST /cases` has them. */
  case: z.record(z.string(), z.unknown()),
  document: z.strictObject({ fileName: z.string().min(1).max(255), base64: z.base64() }),
});

/** As it is described; served only where somebody may send. */
export const INBOUND: Described = {
  ...{ method: 'POST', path: '/inbound/{sender}/cases', status: 201, body: InboundSchema },
  summary: {
    ja: 'ほかのシステムから起案を作る（送信元を設定したときだけ使えます。決裁も提出もしません）',
    en: 'Another system makes a draft for one of the staff; only for senders that are set up. Nothing is submitted',
  },
  params: z.object({ sender: z.string() }),
  answer: z.object({ caseId: z.string(), status: z.string(), version: z.number().int() }),
  security: ['signature'],
  headers: {
    'webhook-id': 'Of this message; the same id again makes nothing more',
    'webhook-timestamp': 'Seconds since 1970; too old ones are refused',
  },
};

export interface InboundParts {
  readonly suite: HttpSuite;
  readonly senders: readonly Sender[];
  readonly requestsPerMinute: number;
}

const header = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

function headersOf(request: FastifyRequest): WebhookHeaders {
  const id = header(request, 'webhook-id');
  if (!/^[\x21-\x7e]{1,200}$/.test(id)) throw new KaigiError('not-signed-in', 'sign_in.wrong_signature');
  return { id, timestamp: header(request, 'webhook-timestamp'), signature: header(request, 'webhook-signature') };
}

/** Who sent it, by the key alone; a name that nobody has is refused in the same words as a wrong key. */
function senderOf(request: FastifyRequest, senders: readonly Sender[], body: Buffer): Sender & { id: string } {
  const { sender: name } = request.params as { sender: string };
  const sender = senders.find((one) => one.name === name);
  const headers = headersOf(request);
  const checked = sender ? checkSignature({ key: sender.key, now: new Date() }, headers, body) : 'wrong';
  if (sender && checked === 'fine') return { ...sender, id: headers.id };
  throw new KaigiError(
    'not-signed-in',
    checked === 'too_old' ? 'sign_in.signature_too_old' : 'sign_in.wrong_signature',
  );
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'), (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw new HttpRefusal(400, 'http.invalid_json');
  }
}

/**
 * `POST /inbound/{sender}/cases`: another system (財務会計, 申請) makes a draft for one of the staff. It decides nothing
 * and submits nothing: the drafter looks at it and puts it before the superiors.
 */
export function registerInbound(app: FastifyInstance, { suite, senders, requestsPerMinute }: InboundParts): void {
  const route = suite.routes.find(({ method, path }) => method === 'POST' && path === '/cases');
  if (!route || senders.length === 0) return;
  const bySender = createLimiter(requestsPerMinute);
  const refused = createLimiter(REFUSALS_PER_MINUTE);
  app.removeAllContentTypeParsers();
  // The signature is over the bytes as they came.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/inbound/:sender/cases', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    if (refused.isSpent(request.ip)) refused.take(request.ip);
    try {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const sender = senderOf(request, senders, body);
      bySender.take(sender.name);
      request.remark.municipality = municipalityMark(sender.municipalityId);
      const made = await draft({ suite, route, request, sender }, jsonIn(body));
      return reply.status(201).header('cache-control', 'no-store').send(made);
    } catch (error) {
      if (error instanceof KaigiError && error.kind === 'not-signed-in') refused.take(request.ip);
      throw error;
    }
  });
}

interface Sent {
  readonly suite: HttpSuite;
  readonly route: Route;
  readonly request: FastifyRequest;
  readonly sender: Sender & { readonly id: string };
}

async function draft({ suite, route, request, sender }: Sent, sent: unknown) {
  const locale = localeOf(request.headers['accept-language']);
  const { drafter, externalId, case: fields, document } = strictReader(InboundSchema, sent, locale);
  const body = inputReader(route).body({ ...fields, externalId }, locale);
  const entraObjectId = await suite.directory.objectIdOf(sender.municipalityId, drafter);
  if (entraObjectId === null || !isUuid(entraObjectId)) throw new HttpRefusal(400, 'http.unknown_drafter');
  const { municipalityId, name, id } = sender;
  const caller: Caller = {
    municipalityId,
    entraObjectId,
    clientId: `inbound:${name}`,
    via: 'api',
    locale,
    idempotencyKey: id,
  };
  const file = { fileName: document.fileName, bytes: Buffer.from(document.base64, 'base64') };
  const view = await route.handle(caller, { params: {}, query: {}, body, file });
  const { id: caseId, status, version } = view as { id: string; status: string; version: number };
  return { caseId, status, version };
}
