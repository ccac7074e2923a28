import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { GraphError } from './graph-error.ts';

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;

const batchBody = z.looseObject({
  requests: z
    .array(
      z.looseObject({
        id: z.string(),
        method: z.enum(METHODS),
        url: z.string(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(20),
});

type BatchItem = z.infer<typeof batchBody>['requests'][number];

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Each inner request goes through the whole server again, faults included. */
export async function answerBatch(
  app: FastifyInstance,
  authorization: string,
  body: unknown,
): Promise<{ responses: BatchAnswer[] }> {
  const parsed = batchBody.safeParse(body);
  if (!parsed.success) {
    throw new GraphError(400, 'BadRequest', `Invalid batch payload format: ${parsed.error.issues[0]?.message ?? ''}`);
  }
  const { requests } = parsed.data;
  checkIds(requests);
  const answers = new Map<string, BatchAnswer>();
  for (const item of requests) {
    const failed = (item.dependsOn ?? []).some((id) => (answers.get(id)?.status ?? 0) >= 400);
    answers.set(item.id, failed ? failedDependency(item.id) : await runItem(app, authorization, item));
  }
  return { responses: [...answers.values()] };
}

function checkIds(requests: readonly BatchItem[]): void {
  const seen = new Set<string>();
  for (const { id, dependsOn } of requests) {
    if (seen.has(id.toLowerCase())) throw new GraphError(400, 'BadRequest', 'Request Id values must be unique.');
    const unknown = (dependsOn ?? []).find((other) => !seen.has(other.toLowerCase()));
    if (unknown !== undefined) throw new GraphError(400, 'BadRequest', `Invalid dependsOn: '${unknown}'.`);
    seen.add(id.toLowerCase());
  }
}

async function runItem(app: FastifyInstance, authorization: string, item: BatchItem): Promise<BatchAnswer> {
  const response = await app.inject({
    method: item.method,
    url: `/v1.0/${item.url.replace(/^\/+/, '')}`,
    headers: { ...item.headers, authorization },
    ...(item.body === undefined ? {} : { payload: JSON.stringify(item.body) }),
  });
  const type = response.headers['content-type'];
  const retryAfter = response.headers['retry-after'];
  const headers = {
    ...(typeof type === 'string' ? { 'Content-Type': type.split(';')[0] ?? type } : {}),
    ...(typeof retryAfter === 'string' ? { 'Retry-After': retryAfter } : {}),
  };
  const answer = { id: item.id, status: response.statusCode, headers };
  return response.body === '' ? answer : { ...answer, body: response.json() };
}

function failedDependency(id: string): BatchAnswer {
  const error = { code: 'FailedDependency', message: 'A request this one depends on failed.' };
  return { id, status: 424, body: { error } };
}
