import type { FastifyInstance } from 'fastify';
import { GraphError } from '../graph/graph-error.ts';
import type { Call, On } from '../graph/routes.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { World } from '../world.ts';
import { type Libraries, siteIdOf } from './libraries.ts';
import { LABELS, type Library, type OnConflict } from './library.ts';
import { deltaShape, driveShape, itemAnswer, labelShape } from './library-shapes.ts';
import { MOST_AT_ONCE } from './uploads.ts';

const PAGE = 200;
export const UPLOADS = '/_api/v2.0/uploads';
const HOST = 'https://sharepoint.example';

const notFound = () => new GraphError(404, 'itemNotFound', 'The resource could not be found.');
const badRequest = (message: string) => new GraphError(400, 'invalidRequest', message);

/** @throws GraphError 404 for a drive of another tenant too; 403 for people: only the app has leave here */
function libraryOf(libraries: Libraries, { caller, request }: Call): Library {
  const library = libraries.of(caller.city.tenantId);
  if ((request.params as { drive?: string }).drive !== library.driveId) throw notFound();
  if (caller.person !== null) throw new GraphError(403, 'accessDenied', 'Access denied');
  return library;
}

/** `root:/folder/name:/verb`, `items/{id}/verb`, `root/delta()`. */
function stepsOf({ request }: Call): {
  readonly path: string | null;
  readonly id: string | null;
  readonly verb: string;
} {
  const rest = decodeURIComponent((request.params as { '*'?: string })['*'] ?? '');
  const [, path = null, after = ''] = /^root:\/(.+?)(?::(?:\/(.*))?)?$/.exec(rest) ?? [];
  if (path !== null) return { path, id: null, verb: after };
  const [, id = null, verb = ''] = /^items\/([^/]+)(?:\/(.*))?$/.exec(rest) ?? [];
  return { path: null, id, verb: id === null ? rest : verb };
}

function openSession(libraries: Libraries, call: Call, library: Library, path: string) {
  const { item = {} } = (call.request.body ?? {}) as { item?: { '@microsoft.graph.conflictBehavior'?: OnConflict } };
  const { key, state } = libraries.uploads.open(library, path, item['@microsoft.graph.conflictBehavior'] ?? 'fail');
  const context = `${GRAPH_RESOURCE}/v1.0/$metadata#microsoft.graph.uploadSession`;
  return { '@odata.context': context, uploadUrl: `${HOST}${UPLOADS}/${key}`, ...state };
}

function setLabel(call: Call, library: Library, id: string) {
  const { name } = (call.request.body ?? {}) as { name?: unknown };
  const label = LABELS.find((one) => one.name === name);
  if (!label) throw badRequest('The retention label was not found, or is not published to this location.');
  const isFirst = library.item(id).label === null;
  library.label(id, label);
  call.reply.code(isFirst ? 201 : 200);
  return labelShape(library.item(id));
}

/** Document libraries of Microsoft Graph v1.0: upload sessions, items, retention labels, changes. */
export function libraryGraph(on: On, libraries: Libraries): void {
  on('get', '/sites/:site/drives', ({ caller, request }) => {
    if ((request.params as { site?: string }).site !== siteIdOf(caller.city.tenantId)) throw notFound();
    return {
      '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#drives`,
      value: [driveShape(libraries.of(caller.city.tenantId))],
    };
  });
  on('get', '/drives/:drive', (call) => driveShape(libraryOf(libraries, call)));
  on('get', '/drives/:drive/*', (call) => {
    const library = libraryOf(libraries, call);
    const { path, id, verb } = stepsOf(call);
    if (path !== null && verb === '') return itemAnswer(library, library.at(path));
    if (id !== null && verb === '') return itemAnswer(library, library.item(id));
    if (id !== null && verb === 'retentionLabel') return labelShape(library.item(id));
    if (/^root\/delta(\(\))?$/.test(verb)) return deltaShape(library, call.params, PAGE);
    throw badRequest('Resource not found for the segment.');
  });
  on('post', '/drives/:drive/*', (call) => {
    const library = libraryOf(libraries, call);
    const { path, id, verb } = stepsOf(call);
    if (id !== null && verb === 'permanentDelete') {
      library.delete(id, { forGood: true });
      return call.reply.code(204).removeHeader('content-type').send();
    }
    if (path === null || verb !== 'createUploadSession') throw badRequest('Resource not found for the segment.');
    return openSession(libraries, call, library, path);
  });
  on('patch', '/drives/:drive/*', (call) => {
    const library = libraryOf(libraries, call);
    const { id, verb } = stepsOf(call);
    if (id === null || verb !== 'retentionLabel') throw badRequest('Resource not found for the segment.');
    return setLabel(call, library, id);
  });
  on('delete', '/drives/:drive/*', (call) => {
    const library = libraryOf(libraries, call);
    const { id, verb } = stepsOf(call);
    if (id === null) throw badRequest('Resource not found for the segment.');
    if (verb === 'retentionLabel') library.label(id, null);
    else library.delete(id);
    return call.reply.code(204).removeHeader('content-type').send();
  });
}

/** Where pieces are sent: the address itself is the key, and a token beside it is refused. */
export function uploadRoutes(app: FastifyInstance, { settings }: World, { uploads }: Libraries): void {
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_AT_ONCE }, (_request, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof GraphError)) throw error;
    return reply.code(error.status).send(error.toJSON(settings.now()));
  });
  app.addHook('onRequest', async (request) => {
    if (request.headers.authorization !== undefined)
      throw new GraphError(401, 'unauthenticated', 'An upload session takes no Authorization header.');
  });
  const keyOf = (params: unknown) => (params as { key: string }).key;
  app.get(`${UPLOADS}/:key`, ({ params }) => uploads.state(keyOf(params)));
  app.delete(`${UPLOADS}/:key`, async ({ params }, reply) => {
    uploads.cancel(keyOf(params));
    return reply.code(204).send();
  });
  app.put(`${UPLOADS}/:key`, async ({ params, headers, body }, reply) => {
    const taken = uploads.take(keyOf(params), headers['content-range'] ?? '', body as Buffer);
    if (!('item' in taken)) return reply.code(202).send(taken);
    const { library, item, isNew } = taken;
    return reply.code(isNew ? 201 : 200).send(itemAnswer(library, item));
  });
}
