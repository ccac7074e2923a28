import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { Bot } from '@kaigi/bot';
import { folderBlobs, type TakenFact } from '@kaigi/core/platform';
import { badInput, conflict, Download, KaigiError, notAllowed, notFound, type Route, route } from '@kaigi/core/shared';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Config, toConfig } from '../config/config.ts';
import type { Env } from '../config/env.ts';
import type { ReadyCheck } from '../http/health.ts';
import { createMetrics } from '../http/metrics.ts';
import { createHttpServer } from '../http/server.ts';
import { createLog } from '../log.ts';
import { createTokenVerifier } from '../sign-in/token-verifier.ts';
import type { PageFolders } from '../static/find-pages.ts';
import type { HttpSuite } from '../suite-door.ts';
import type { Entra } from './entra.ts';

/** Routes that do what a test needs to see at the edge: every kind of answer and refusal. */
const ROUTES: readonly Route[] = [
  route<{ id: string }, { q?: string | undefined }, { title: string; version: number }>({
    method: 'POST',
    path: '/things/{id}/acts',
    summary: { ja: 'する', en: 'Act' },
    params: z.object({ id: z.string() }),
    query: z.object({ q: z.string().optional() }),
    body: z.object({ title: z.string().min(1), version: z.int() }),
    answer: z.object({}).loose(),
    status: 201,
    handle: async (caller, input) => ({ caller, ...input }),
  }),
  route({
    method: 'POST',
    path: '/uploads',
    summary: { ja: '送る', en: 'Upload' },
    body: z.strictObject({ title: z.string() }),
    upload: true,
    answer: z.object({}).loose(),
    handle: async (_caller, { body, file }) => ({ body, fileName: file?.fileName, size: file?.bytes.byteLength }),
  }),
  route({
    method: 'POST',
    path: '/staged',
    summary: { ja: '大きなものを送る', en: 'Upload something large' },
    body: z.strictObject({ title: z.string() }),
    upload: 'staged',
    answer: z.object({}).loose(),
    async handle(_caller, { body, file }) {
      if (!file || 'bytes' in file) throw new RangeError('comes staged');
      const { fileName, size, sha256 } = file;
      return { body, fileName, size, sha256, lies: (await stat(file.path)).size };
    },
  }),
  route<{ kind: string }>({
    method: 'GET',
    path: '/refusals/{kind}',
    summary: { ja: '断る', en: 'Refuse' },
    params: z.strictObject({ kind: z.string() }),
    answer: z.null(),
    handle: async (_caller, { params }) => {
      throw REFUSALS[params.kind] ?? new Error('Key (name)=(佐藤 花子) already exists, password hunter2');
    },
  }),
  route<{ path: string }>({
    method: 'GET',
    path: '/files/{path+}',
    summary: { ja: '読む', en: 'Read' },
    params: z.strictObject({ path: z.string() }),
    answer: 'download',
    handle: async (_caller, { params }) =>
      new Download(`${params.path} 案"1".html`, 'text/html', Buffer.from('<script>')),
  }),
];

const REFUSALS: Readonly<Record<string, KaigiError>> = {
  bad: badInput('things.bad', { name: 'x' }),
  large: badInput('things.too_large'),
  forbidden: notAllowed('things.forbidden'),
  missing: notFound('things.missing'),
  stale: conflict('things.stale', {}, { id: '1', version: 7 }),
  down: new KaigiError('unavailable', 'things.down'),
  unsaid: notFound('things.without_a_sentence'),
};

const TEXTS = {
  'things.bad': { ja: '「{name}」は使えません。', en: '"{name}" cannot be used.' },
  'things.stale': { ja: '内容が更新されています。', en: 'It has changed.' },
};

export interface ServiceUnderTest {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly log: () => string;
  readonly config: Config;
  /** Where uploads lie while they are answered. */
  readonly blobFolder: string;
  publish(fact: TakenFact): void;
  close(): Promise<void>;
}

export interface TestOptions {
  readonly env?: Env;
  readonly checks?: readonly ReadyCheck[];
  readonly pages?: PageFolders;
  readonly heartbeatMs?: number;
  readonly bot?: Bot;
  readonly playback?: HttpSuite['playback'];
  readonly lobby?: HttpSuite['lobby'];
}

const silentBot: Bot = {
  process: async () => ({ status: 401, body: { error: { code: 'bot.unauthenticated' } } }),
  processUnauthenticated: async () => ({ status: 200, body: { played: true } }),
  messenger: { send: async () => ({ activityId: '1' }), update: async () => undefined },
  settled: async () => undefined,
};

export function configOf(env: Env = {}): Config {
  const result = toConfig(env);
  if (!result.ok) throw new RangeError(result.problems.map(({ en }) => en).join('\n'));
  return result.config;
}

/** The real HTTP edge on a real port, with a suite of a few routes behind it. */
export async function startServiceUnderTest(entra: Entra, options: TestOptions = {}): Promise<ServiceUnderTest> {
  const config = configOf(options.env);
  const listeners = new Set<(fact: TakenFact) => void>();
  let logged = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const suite: HttpSuite = {
    routes: ROUTES,
    texts: TEXTS,
    directory: {
      // In this small directory a person's staff id is their object id.
      me: async ({ entraObjectId, municipalityId }) => ({
        staffId: entraObjectId,
        name: '試験 太郎',
        signInName: 'shiken@minato.example',
        municipality: { id: municipalityId, name: 'みなと市' },
        posts: [],
        roles: [],
      }),
      objectIdOf: async () => null,
    },
    transcriptSources: { hear: async (notices) => ({ believed: 0, forged: notices.length }) },
    calendarNews: { hear: async (notices) => ({ believed: 0, forged: notices.length }) },
    lobby: options.lobby ?? { show: async () => null },
    playback: options.playback ?? {
      content: async () => {
        throw notFound('things.missing');
      },
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const municipalityIds = config.municipalities.map(({ id }) => id);
  const blobFolder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-edge-'));
  const app = await createHttpServer({
    config,
    log: createLog('info', sink),
    metrics: createMetrics(),
    suite,
    bot: options.bot ?? silentBot,
    verifier: createTokenVerifier({ clientId: config.clientId, municipalityIds, transport: entra.transport }),
    checks: options.checks ?? [{ name: 'database', isReady: async () => true }],
    pages: options.pages ?? { tab: '/nowhere', officeAddin: '/nowhere' },
    version: '0.0.0',
    incoming: folderBlobs(blobFolder).incoming,
    savedDocuments: {
      read: async () => {
        throw notFound('graph.document_not_found');
      },
    },
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    url,
    config,
    blobFolder,
    log: () => logged,
    publish: (fact) => {
      for (const listener of listeners) listener(fact);
    },
    async close() {
      await app.close();
      await rm(blobFolder, { recursive: true, force: true });
    },
  };
}
