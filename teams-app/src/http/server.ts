import multipart from '@fastify/multipart';
import type { Bot } from '@kaigi/bot';
import { type Incoming, newId } from '@kaigi/core/platform';
import { PROBLEM_CONTENT_TYPE, type Texts } from '@kaigi/core/shared';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { blobsTexts } from '../blobs/text.ts';
import type { Config } from '../config/config.ts';
import type { Sender } from '../config/senders.ts';
import type { SavedDocuments } from '../graph/saved-document.ts';
import { graphTexts } from '../graph/text.ts';
import { type Log, logRequest, logUnexpected } from '../log.ts';
import { signInTexts } from '../sign-in/text.ts';
import type { TokenVerifier } from '../sign-in/token-verifier.ts';
import type { PageFolders } from '../static/find-pages.ts';
import { notFoundPage } from '../static/own-pages.ts';
import { registerPages, sendHtml } from '../static/pages.ts';
import type { HttpSuite } from '../suite-door.ts';
import { allowedMethods } from './allowed-methods.ts';
import { answerCheck } from './answer-check.ts';
import { registerBot } from './bot-endpoint.ts';
import { CHANGES, registerChanges } from './changes.ts';
import { clientConfig, clientConfigRoute } from './client-config.ts';
import { registerGraphNews } from './graph-news.ts';
import { type ReadyCheck, registerHealth } from './health.ts';
import { INBOUND, registerInbound } from './inbound.ts';
import { registerLobby } from './lobby.ts';
import { localeOf } from './locale.ts';
import { meRoute } from './me.ts';
import type { Metrics } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { PLAYBACK, registerPlayback } from './playback.ts';
import { HttpRefusal, toProblem } from './problem.ts';
import { registerRoutes } from './routes.ts';
import { registerSavedDocument, SAVED_DOCUMENT } from './saved-document.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { requireCaller, requireSignIn } from './session.ts';
import { httpTexts } from './text.ts';
import { UPLOAD_LIMITS } from './upload.ts';

export interface HttpParts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly suite: HttpSuite;
  readonly bot: Bot;
  readonly verifier: TokenVerifier;
  readonly checks: readonly ReadyCheck[];
  readonly pages: PageFolders;
  readonly version: string;
  /** Where large files come in. */
  readonly incoming: Pick<Incoming, 'receive'>;
  /** Other systems that send cases under a signature. */
  readonly senders?: readonly Sender[];
  readonly heartbeatMs?: number;
  /** Documents as they are saved in SharePoint, for the task pane. */
  readonly savedDocuments: SavedDocuments;
}

// A 50 MB file over a slow branch-office line; after that the sender has gone.
const REQUEST_DEADLINE_MS = 300_000;

export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const { config } = parts;
  const refuse = refuser(parts);
  const app = fastify({
    logger: false,
    genReqId: () => newId(),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestTimeout: REQUEST_DEADLINE_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    // An address that cannot be read at all comes to no route and no hook.
    frameworkErrors: (_error, request, reply) => refuse(new HttpRefusal(404, 'http.no_such_path'), request, reply),
  });
  app.decorateRequest('session', null);
  app.addHook('onRequest', (request, reply, done) => {
    request.remark = {};
    void reply.header('x-request-id', request.id);
    done();
  });
  registerSecurityHeaders(app, config);
  observe(app, parts);
  answerErrors(app, refuse);
  await app.register(multipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: false });
  registerHealth(app, parts);
  registerBot(app, parts.bot);
  registerGraphNews(app, parts);
  await registerPages(app, config, parts.pages);
  await app.register(async (door) => registerLobby(door, parts));
  await app.register(async (api) => registerApi(api, parts), { prefix: '/api/v1' });
  return app;
}

async function registerApi(api: FastifyInstance, parts: HttpParts): Promise<void> {
  const { config, suite, log, metrics, version } = parts;
  const routes = [meRoute(suite, config.sandboxUrl !== null), ...suite.routes];
  const open = { ...clientConfigRoute(config), security: ['none'] as const };
  const doors = [INBOUND, PLAYBACK, CHANGES, SAVED_DOCUMENT];
  const document = openApiDocument([open, ...routes, ...doors], { publicUrl: config.publicUrl, version });
  api.get('/openapi.json', async (_request, reply) => reply.header('cache-control', 'no-cache').send(document));
  api.get('/client-config', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(clientConfig(config)),
  );
  const { requestsPerMinute } = config;
  await api.register(async (door) => registerInbound(door, { suite, senders: parts.senders ?? [], requestsPerMinute }));
  await api.register(async (door) => registerPlayback(door, { suite, requestsPerMinute }));
  await api.register(async (inside) => {
    requireSignIn(inside, { verifier: parts.verifier, requestsPerMinute });
    const check = config.sandboxUrl === null ? null : answerCheck(log);
    registerRoutes(inside, routes, { check, incoming: parts.incoming });
    const streams = registerChanges(inside, {
      staffIdOf: async (request) => (await suite.directory.me(requireCaller(request))).staffId,
      counted: metrics.streams,
      ...(parts.heartbeatMs === undefined ? {} : { heartbeatMs: parts.heartbeatMs }),
    });
    registerSavedDocument(inside, parts.savedDocuments);
    const stop = suite.onChange((fact) => streams.publish(fact));
    inside.addHook('onClose', async () => stop());
  });
}

const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? '(none)';

function observe(app: FastifyInstance, { log, metrics }: HttpParts): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const [route, status, ms] = [routeOf(request), reply.statusCode, Math.round(reply.elapsedTime * 10) / 10];
    metrics.request({ method, route, status, seconds: ms / 1_000 });
    logRequest(log, { requestId: request.id, method, route, status, ms, ...request.remark });
    done();
  });
}

type Refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

function refuser({ suite, log, metrics }: HttpParts): Refuse {
  const texts: Texts = { ...suite.texts, ...signInTexts, ...graphTexts, ...blobsTexts, ...httpTexts };
  return (error, request, reply) => {
    const answer = toProblem(error, texts, localeOf(request.headers['accept-language']));
    const { code, errorId } = answer.body;
    request.remark = { ...request.remark, code, errorId };
    metrics.refusal(code);
    if (answer.unexpected) logUnexpected(log, { errorId, route: routeOf(request), error });
    return reply
      .status(answer.status)
      .headers({ ...answer.headers, 'cache-control': 'no-store' })
      .type(PROBLEM_CONTENT_TYPE)
      .send(answer.body);
  };
}

function answerErrors(app: FastifyInstance, refuse: Refuse): void {
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(error, request, reply));
  const methodsOf = allowedMethods(app);
  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(request.url);
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      const allow = allowed.join(', ');
      return refuse(new HttpRefusal(405, 'http.method_not_allowed', { headers: { allow } }), request, reply);
    }
    if (!request.url.startsWith('/api') && request.method === 'GET') return sendHtml(reply, 404, notFoundPage());
    return refuse(new HttpRefusal(404, 'http.no_such_path'), request, reply);
  });
}
