import { createReadStream } from 'node:fs';
import { isUuid } from '@kaigi/core/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HttpSuite } from '../suite-door.ts';
import { createLimiter } from './limits.ts';
import { localeOf } from './locale.ts';
import type { Described } from './openapi.ts';
import { HttpRefusal } from './problem.ts';
import { rangeOf } from './range.ts';

// A player asks for a few ranges a minute; a whole section may listen from behind one address.
const PEOPLE_BEHIND_ONE_ADDRESS = 20;

/** As it is described. */
export const PLAYBACK: Described = {
  ...{ method: 'GET', path: '/meetings/{meetingId}/recordings/{recordingId}/content' },
  summary: {
    ja: '録音を再生する（範囲を指定すると、その部分だけを 206 で返します）',
    en: 'The sound of a recording; with `Range` a part of it (206)',
  },
  params: z.object({ meetingId: z.uuid(), recordingId: z.uuid() }),
  ...{ answer: 'download', mediaType: 'audio/*', security: ['ticket'] },
};

export interface PlaybackOptions {
  readonly suite: Pick<HttpSuite, 'playback'>;
  readonly requestsPerMinute: number;
}

/** A browser's player sends no token: who asks is known by a ticket of some minutes, and asked about anew each time. */
export function registerPlayback(app: FastifyInstance, { suite, requestsPerMinute }: PlaybackOptions): void {
  const byAddress = createLimiter(requestsPerMinute * PEOPLE_BEHIND_ONE_ADDRESS);
  // An answer without its body would be read from the disk all the same.
  const options = { exposeHeadRoute: false };
  app.get('/meetings/:meetingId/recordings/:recordingId/content', options, async (request, reply) => {
    byAddress.take(request.ip);
    const { path, bytes, mediaType } = await suite.playback.content({ ...askedOf(request), locale: localeIn(request) });
    void reply.headers({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-type': mediaType,
      // Opened as a page it is still only sound.
      'content-security-policy': "default-src 'none'; media-src 'self'; sandbox",
    });
    return send(reply, { path, bytes, range: rangeOf(request.headers.range, bytes) });
  });
}

const localeIn = ({ headers }: FastifyRequest) => localeOf(headers['accept-language']);

function askedOf(request: FastifyRequest) {
  const { meetingId = '', recordingId = '' } = request.params as Partial<Record<string, string>>;
  const { ticket } = request.query as Partial<Record<string, unknown>>;
  if (!isUuid(meetingId) || !isUuid(recordingId)) throw new HttpRefusal(404, 'http.no_such_path');
  return { meetingId, recordingId, ticket: typeof ticket === 'string' ? ticket : '' };
}

interface Sending {
  readonly path: string;
  readonly bytes: number;
  readonly range: ReturnType<typeof rangeOf>;
}

function send(reply: FastifyReply, { path, bytes, range }: Sending): FastifyReply {
  if (range === 'unsatisfiable')
    return reply
      .status(416)
      .headers({ 'content-range': `bytes */${bytes}`, 'content-length': 0 })
      .send();
  const { from, to } = range ?? { from: 0, to: bytes - 1 };
  if (range) void reply.status(206).header('content-range', `bytes ${from}-${to}/${bytes}`);
  void reply.header('content-length', to - from + 1);
  return reply.send(createReadStream(path, { start: from, end: to }));
}
