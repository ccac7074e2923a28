import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { GraphError } from './graph-error.ts';
import type { Call, On } from './routes.ts';

const MOST = 200;
const MOST_BYTES = 50 * 1024 * 1024;

/** The documents that Word windows saved, by their addresses: whose they are and what they hold. */
export class SharedDocuments {
  readonly #saved = new Map<string, { readonly ownerId: string; readonly bytes: Buffer }>();

  put(url: string, document: { readonly ownerId: string; readonly bytes: Buffer }): void {
    this.#saved.delete(url);
    this.#saved.set(url, document);
    const [oldest] = this.#saved.keys();
    if (this.#saved.size > MOST && oldest !== undefined) this.#saved.delete(oldest);
  }

  at(url: string) {
    return this.#saved.get(url);
  }
}

function addressIn({ request }: Call): string {
  const { share = '' } = request.params as { share?: string };
  if (!share.startsWith('u!')) throw new GraphError(400, 'invalidRequest', 'Invalid shares key');
  return Buffer.from(share.slice(2), 'base64url').toString();
}

/** A document by its address, for the person whose it is: the app alone has no leave here. */
export function sharesGraph(on: On, documents: SharedDocuments): void {
  on('get', '/shares/:share/driveItem/content', (call) => {
    const { person } = call.caller;
    const found = documents.at(addressIn(call));
    if (person === null || found?.ownerId !== person.id)
      throw new GraphError(404, 'itemNotFound', 'The resource could not be found.');
    return call.reply.type('application/octet-stream').send(found.bytes);
  });
}

interface Saving {
  Querystring: { as?: string; url?: string };
}

/** What a Word window saves: `PUT /sandbox/word-documents?as={person}&url={address}`. */
export function savedDocuments(app: FastifyInstance, world: World, documents: SharedDocuments): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_, body, done) =>
    done(null, body),
  );
  app.put<Saving>('/word-documents', { bodyLimit: MOST_BYTES }, ({ query, body }, reply) => {
    const person = world.cities.bySignInName(query.as ?? '');
    if (!person || !query.url || !Buffer.isBuffer(body)) throw new Refusal(404, 'unknownPerson');
    documents.put(query.url, { ownerId: person.id, bytes: body });
    return reply.code(204).send();
  });
}
