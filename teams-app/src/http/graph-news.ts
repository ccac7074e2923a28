import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noticesIn } from '../graph/news.ts';
import { NEWS_PATH } from '../graph/subscriptions.ts';
import type { Log } from '../log.ts';
import type { HttpSuite } from '../suite-door.ts';
import { createLimiter } from './limits.ts';
import { HttpRefusal } from './problem.ts';

const BODY_LIMIT = 1024 * 1024;
const TOKEN_LIMIT = 4_096;
const FORGERIES_PER_MINUTE = 60;

/**
 * Where Microsoft Graph tells its news. Anybody may write here: what is not believed changes nothing, and is answered
 * like the rest, so that nobody learns from it. What is believed is kept before the answer, and worked on after it.
 */
export function registerGraphNews(app: FastifyInstance, parts: { readonly suite: HttpSuite; readonly log: Log }): void {
  const forged = createLimiter(FORGERIES_PER_MINUTE);
  app.post(NEWS_PATH, { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    if (forged.isSpent(request.ip)) forged.take(request.ip);
    const { validationToken } = request.query as { validationToken?: unknown };
    if (validationToken !== undefined) return shakeHands(validationToken, reply);
    const doubtful = await hear(parts, request);
    if (doubtful > 0) forged.take(request.ip);
    return reply.status(202).header('cache-control', 'no-store').send();
  });
}

/** That the address is ours: the token comes back as plain text, which no browser takes for a page. */
function shakeHands(token: unknown, reply: FastifyReply): FastifyReply {
  if (typeof token !== 'string' || token.length > TOKEN_LIMIT) throw new HttpRefusal(400, 'http.invalid_input');
  return reply.status(200).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(token);
}

async function hear(
  { suite, log }: { readonly suite: HttpSuite; readonly log: Log },
  request: FastifyRequest,
): Promise<number> {
  const read = noticesIn(request.body);
  if (read === null) throw new HttpRefusal(400, 'http.invalid_input');
  const [transcripts, calendars] = await Promise.all([
    suite.transcriptSources.hear(read.notices),
    suite.calendarNews.hear(read.calendars),
  ]);
  // What becomes of a subscription is told to both, and one of them knows its secret.
  const believed = transcripts.believed + calendars.believed;
  const forged = read.read - believed;
  const doubtful = forged + read.unread;
  if (doubtful > 0) log.warn({ event: 'graph-news-refused', believed, forged, unread: read.unread });
  return doubtful;
}
