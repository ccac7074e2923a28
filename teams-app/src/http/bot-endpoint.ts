import type { Bot, BotRequest } from '@kaigi/bot';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../config/read-values.ts';
import { createLimiter } from './limits.ts';
import { HttpRefusal } from './problem.ts';

const ACTIVITY_LIMIT = 512 * 1024;
const REFUSALS_PER_MINUTE = 300;

type Process = (request: BotRequest) => ReturnType<Bot['process']>;

/** `POST /api/messages`. Who calls is checked inside the bot; an address that keeps failing at it is turned away. */
export function registerBot(app: FastifyInstance, bot: Bot): void {
  const refused = createLimiter(REFUSALS_PER_MINUTE);
  app.post('/api/messages', { bodyLimit: ACTIVITY_LIMIT }, async (request, reply) => {
    if (refused.isSpent(request.ip)) refused.take(request.ip);
    const status = await handle(bot.process, request, reply);
    if (status === 401 || status === 403) refused.take(request.ip);
  });
  const { processUnauthenticated } = bot;
  if (!processUnauthenticated) return;
  app.post('/api/playground/messages', { bodyLimit: ACTIVITY_LIMIT }, async (request, reply) => {
    // The address of the connection itself: a proxy's header must not open this door.
    const peer = request.socket.remoteAddress ?? '';
    if (!isLoopback(peer.replace(/^::ffff:/, ''))) throw new HttpRefusal(403, 'http.only_from_this_machine');
    await handle(processUnauthenticated, request, reply);
  });
}

async function handle(process: Process, request: FastifyRequest, reply: FastifyReply): Promise<number> {
  const { method, headers, body } = request;
  const answer = await process({ method, headers, body });
  await reply.status(answer.status).send(answer.body);
  return answer.status;
}
