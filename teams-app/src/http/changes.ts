import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { TakenFact } from '@kaigi/core/platform';
import type { ChangeEvent } from '@kaigi/core/shared';
import type { FastifyInstance } from 'fastify';
import type { Described } from './openapi.ts';
import { HttpRefusal } from './problem.ts';
import { requireSession } from './session.ts';

/** Tells open pages that something they may show has changed; they ask again through the API, which checks rights anew. */
export interface ChangeStreams {
  publish(fact: TakenFact): void;
  close(): void;
}

export interface ChangeStreamsOptions {
  readonly staffIdOf: (request: Parameters<typeof requireSession>[0]) => Promise<string>;
  readonly counted: (change: 1 | -1) => void;
  readonly heartbeatMs?: number;
  readonly gatherPresenceMs?: number;
}

/** As it is described. */
export const CHANGES: Described = {
  ...{ method: 'GET', path: '/changes', answer: 'download', mediaType: 'text/event-stream' },
  summary: {
    ja: '見えるものが変わったことの知らせ（server-sent events。開いたままの応答）',
    en: 'Tells that something this person sees has changed (server-sent events)',
  },
};

const HEARTBEAT_MS = 15_000;
const PER_PERSON = 20;
/** A page that does not read gets no more; it reconnects and asks anew. */
const MAX_UNREAD_BYTES = 256 * 1024;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** In the morning thousands come in at once: every open page is told at most this often that people are elsewhere. */
const GATHER_PRESENCE_MS = 2000;
/** Somebody may be looking at the very hour that was taken: sooner than of people. */
const GATHER_SCHEDULES_MS = 1000;

const keyOf = (municipalityId: string, staffId: string) => `${municipalityId}/${staffId}`;

/** What a fact is about, or null for facts that no page shows. */
export function changeOf({ topic, payload }: TakenFact): ChangeEvent | null {
  if (topic === 'telework/presence-changed') return { kind: 'presence', id: 'all', version: 0 };
  if (topic === 'schedules/changed') return { kind: 'schedules', id: 'all', version: 0 };
  if (topic === 'minutes/meeting-changed') {
    const { meetingId, version } = payload;
    return typeof meetingId === 'string' && typeof version === 'number'
      ? { kind: 'meeting', id: meetingId, version }
      : null;
  }
  if (topic !== 'approvals/case-changed') return null;
  const { caseId, version } = payload;
  return typeof caseId === 'string' && typeof version === 'number' ? { kind: 'case', id: caseId, version } : null;
}

/** The first is told at once, those that come soon after it together at the end of the pause. */
function gathering(pauseMs: number, tell: (municipalityId: string, change: ChangeEvent) => void) {
  const waiting = new Map<string, { again: boolean }>();
  return function gather(municipalityId: string, change: ChangeEvent): void {
    const before = waiting.get(municipalityId);
    if (before) {
      before.again = true;
      return;
    }
    const turn = { again: false };
    waiting.set(municipalityId, turn);
    tell(municipalityId, change);
    setTimeout(() => {
      waiting.delete(municipalityId);
      if (turn.again) gather(municipalityId, change);
    }, pauseMs).unref();
  };
}

export function registerChanges(app: FastifyInstance, options: ChangeStreamsOptions): ChangeStreams {
  const streams = new Map<string, Set<ServerResponse>>();
  const write = (stream: ServerResponse, text: string) => {
    if (stream.writableLength > MAX_UNREAD_BYTES) stream.destroy();
    else stream.write(text);
  };

  app.get('/changes', async (request, reply) => {
    const { caller, expiresAt } = requireSession(request);
    const key = keyOf(caller.municipalityId, await options.staffIdOf(request));
    const own = streams.get(key) ?? new Set<ServerResponse>();
    if (own.size >= PER_PERSON)
      throw new HttpRefusal(429, 'http.too_many_streams', { headers: { 'retry-after': '30' } });
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    own.add(stream);
    streams.set(key, own);
    options.counted(1);
    write(stream, ': open\n\n');
    const heartbeat = setInterval(() => write(stream, ': keep-alive\n\n'), options.heartbeatMs ?? HEARTBEAT_MS);
    const expiry = setTimeout(() => stream.end(), Math.min(Math.max(0, expiresAt - Date.now()), LONGEST_TIMER_MS));
    stream.on('error', () => stream.destroy());
    stream.on('close', () => {
      clearInterval(heartbeat);
      clearTimeout(expiry);
      own.delete(stream);
      if (own.size === 0 && streams.get(key) === own) streams.delete(key);
      options.counted(-1);
    });
  });

  const all = () => [...streams.values()].flatMap((own) => [...own]);
  app.addHook('preClose', async () => {
    for (const stream of all()) stream.end();
  });
  const textOf = (change: ChangeEvent) => `event: change\ndata: ${JSON.stringify(change)}\n\n`;
  const tellEverybody = (municipalityId: string, change: ChangeEvent) => {
    for (const [key, own] of streams)
      if (key.startsWith(`${municipalityId}/`)) for (const stream of own) write(stream, textOf(change));
  };
  const gathered = {
    presence: gathering(options.gatherPresenceMs ?? GATHER_PRESENCE_MS, tellEverybody),
    schedules: gathering(GATHER_SCHEDULES_MS, tellEverybody),
  };
  return {
    publish(fact) {
      const change = changeOf(fact);
      if (change?.kind === 'presence' || change?.kind === 'schedules')
        return gathered[change.kind](fact.municipalityId, change);
      const { audience } = fact.payload;
      if (!change || !Array.isArray(audience)) return;
      const text = textOf(change);
      for (const staffId of new Set<string>(audience)) {
        for (const stream of streams.get(keyOf(fact.municipalityId, staffId)) ?? []) write(stream, text);
      }
    },
    close() {
      for (const stream of all()) stream.end();
    },
  };
}
