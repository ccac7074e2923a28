import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { messageWritesBlocked } from '../channel/connector-error.ts';
import { Refusal } from '../refusal.ts';
import { type Fault, Faults, faultWish } from './faults.ts';

const OWN_PATH = '/sandbox/faults';

export function faultRoutes(app: FastifyInstance): void {
  const faults = new Faults();
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith(OWN_PATH)) return;
    const fault = faults.strike(request.method, path);
    if (fault !== null) await apply(fault, request, reply);
  });
  app.post(OWN_PATH, (request, reply) => {
    const wish = faultWish.safeParse(request.body);
    if (!wish.success) throw new Refusal(400, 'badRequest', z.prettifyError(wish.error));
    try {
      return reply.code(201).send(faults.add(wish.data));
    } catch (error) {
      if (error instanceof SyntaxError) throw new Refusal(400, 'badRequest', error.message);
      throw error;
    }
  });
  app.get(OWN_PATH, () => ({ items: faults.list() }));
  app.delete(OWN_PATH, (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.delete<{ Params: { id: string } }>(`${OWN_PATH}/:id`, (request, reply) =>
    reply.code(faults.remove(request.params.id) ? 204 : 404).send(),
  );
}

async function apply(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (fault.kind === 'delay') {
    await pause(fault.delayMs ?? 1_000);
    return;
  }
  if (fault.kind === 'drop') {
    reply.hijack();
    request.raw.socket.destroy();
    return;
  }
  if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
  await reply.code(Number(fault.kind)).send(bodyFor(request.url, fault));
}

const DEFAULT_CODES = {
  ...{ '400': 'invalidRequest', '403': 'Forbidden', '429': 'TooManyRequests', '503': 'ServiceUnavailable' },
} as const;

/** Each service words its refusals differently: sign-in by OAuth fields, the others by an error object. */
function bodyFor(url: string, { kind, code }: Fault): Record<string, unknown> {
  const fallback = kind === 'delay' || kind === 'drop' ? '' : DEFAULT_CODES[kind];
  const message = `Switched on in the sandbox (${kind}).`;
  if (url.includes('/oauth2/')) {
    return {
      error: code ?? 'temporarily_unavailable',
      error_description: `AADSTS90055: ${message}`,
      error_codes: [90055],
    };
  }
  if (url.startsWith('/channel/') && code === 'MessageWritesBlocked') return messageWritesBlocked();
  return { error: { code: code ?? fallback, message } };
}
