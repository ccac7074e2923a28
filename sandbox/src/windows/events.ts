import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Chat } from '../channel/chat.ts';

const KEEP_ALIVE_MS = 15_000;

/** Open event streams; they must be ended before the server can close. */
export class EventStreams {
  readonly #open = new Set<() => void>();

  start(chat: Chat, request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    const send = (event: string, data: unknown) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const unsubscribe = chat.subscribe(({ event, data }) => send(event, data));
    const timer = setInterval(() => raw.write(': keep-alive\n\n'), KEEP_ALIVE_MS);
    const end = () => {
      clearInterval(timer);
      unsubscribe();
      this.#open.delete(end);
      raw.end();
    };
    this.#open.add(end);
    request.raw.on('close', end);
    send('ready', { conversationId: chat.conversationId });
  }

  close(): void {
    for (const end of this.#open) end();
  }
}
