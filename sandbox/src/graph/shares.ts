import type { FastifyInstance } from 'fastify';
import type { Person } from '../city/city.ts';
import { opaqueIdOf } from '../city/stable-ids.ts';
import { Refusal } from '../refusal.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { World } from '../world.ts';
import { GraphError } from './graph-error.ts';
import type { Call, On } from './routes.ts';

const MOST = 200;
const MOST_BYTES = 50 * 1024 * 1024;

interface SavedDocument {
  readonly owner: Person;
  readonly bytes: Buffer;
  /** With whom it was shared by name; in the library of a team, to whom it was restricted. */
  readonly readers?: readonly Person[];
  /** It lies in the library of this team, where all who are in the team read it. */
  readonly teamId?: string | null;
}

interface Item extends SavedDocument {
  readonly id: string;
  readonly url: string;
  readonly driveId: string;
}

export const teamDriveOf = (teamId: string): string => `b!team-${teamId}`;

/** The documents that lie in OneDrive and SharePoint, by their addresses: whose they are and what they hold. */
export class SharedDocuments {
  readonly #saved = new Map<string, Item>();

  put(url: string, document: SavedDocument): void {
    const { owner, teamId } = document;
    const id = `01${opaqueIdOf(url).slice(0, 32).toUpperCase()}`;
    this.#saved.delete(url);
    this.#saved.set(url, { ...document, id, url, driveId: teamId ? teamDriveOf(teamId) : `b!own-${owner.id}` });
    const [oldest] = this.#saved.keys();
    if (this.#saved.size > MOST && oldest !== undefined) this.#saved.delete(oldest);
  }

  at(url: string): Item | undefined {
    return this.#saved.get(url);
  }

  item(driveId: string, id: string): Item | undefined {
    return [...this.#saved.values()].find((one) => one.driveId === driveId && one.id === id);
  }
}

const notThere = () => new GraphError(404, 'itemNotFound', 'The resource could not be found.');

function addressIn({ request }: Call): string {
  const { share = '' } = request.params as { share?: string };
  if (!share.startsWith('u!')) throw new GraphError(400, 'invalidRequest', 'Invalid shares key');
  return Buffer.from(share.slice(2), 'base64url').toString();
}

/** The app sees every document of its tenant, a person their own and what was shared with them. @throws GraphError 404 */
function seen({ caller }: Call, found: Item | undefined): Item {
  if (!found || found.owner.tenantId !== caller.city.tenantId) throw notThere();
  const { person } = caller;
  if (person !== null && found.owner !== person && !found.readers?.includes(person)) throw notThere();
  return found;
}

/** @throws GraphError 403 for people: they reach it by its address */
function ofApp(documents: SharedDocuments, call: Call): Item {
  const { drive = '', item = '' } = call.request.params as { drive?: string; item?: string };
  const found = seen(call, documents.item(drive, item));
  if (call.caller.person !== null) throw new GraphError(403, 'accessDenied', 'Access denied');
  return found;
}

const itemShape = ({ id, url, driveId, bytes, teamId }: Item) => ({
  '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#shares/driveItem/$entity`,
  ...{ id, name: decodeURIComponent(url.slice(url.lastIndexOf('/') + 1)), size: bytes.length, webUrl: url },
  file: { mimeType: 'application/octet-stream' },
  parentReference: { driveId, driveType: teamId ? 'documentLibrary' : 'business', id: 'root' },
});

const named = (person: Person, role: string) => ({
  ...{ id: Buffer.from(person.id).toString('base64url'), roles: [role] },
  grantedToV2: { user: { id: person.id, displayName: person.displayName } },
});

const ofSite = (id: string, displayName: string, role: string) => ({
  ...{ id: `site-${id}`, roles: [role], grantedToV2: { siteGroup: { id, displayName } } },
});
const OWNERS = ofSite('3', 'Owners', 'owner');
// Libraries of SharePoint do not say what is inherited (learn, resources/permission).
const OF_TEAM = [OWNERS, ofSite('5', 'Members', 'write')];

/** In the library of a team everybody in it has what nobody restricted to some. */
function permissionsOf({ owner, readers = [], teamId }: Item) {
  const own = [named(owner, 'owner'), ...readers.map((one) => named(one, 'read'))];
  if (!teamId) return own;
  return readers.length === 0 ? OF_TEAM : [OWNERS, ...own];
}

/** Documents by their addresses, as whoever asks may see them, and as they lie in their drives; folders of teams too. */
export function sharesGraph(on: On, documents: SharedDocuments, isTeamFolder: (call: Call) => boolean): void {
  const binary = (call: Call, { bytes }: Item) => call.reply.type('application/octet-stream').send(bytes);
  on('get', '/shares/:share/driveItem', (call) => itemShape(seen(call, documents.at(addressIn(call)))));
  on('get', '/shares/:share/driveItem/content', (call) => {
    // What the window of Word saves is read in the name of its person only.
    if (call.caller.person === null) throw notThere();
    return binary(call, seen(call, documents.at(addressIn(call))));
  });
  on('get', '/drives/:drive/items/:item/permissions', (call) => ({
    '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#permissions`,
    value: isTeamFolder(call) ? OF_TEAM : permissionsOf(ofApp(documents, call)),
  }));
  on('get', '/drives/:drive/items/:item/content', (call) => binary(call, ofApp(documents, call)));
}

interface Saving {
  Querystring: { as?: string; url?: string; readers?: string; team?: string };
}

/**
 * What a Word window saves: `PUT /sandbox/word-documents?as={person}&url={address}`; `readers` with whom it is shared,
 * separated by commas, `team` in whose library it lies.
 */
export function savedDocuments(app: FastifyInstance, world: World, documents: SharedDocuments): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_, body, done) =>
    done(null, body),
  );
  app.put<Saving>('/word-documents', { bodyLimit: MOST_BYTES }, ({ query, body }, reply) => {
    const person = world.cities.bySignInName(query.as ?? '');
    if (!person || !query.url || !Buffer.isBuffer(body)) throw new Refusal(404, 'unknownPerson');
    const readers = (query.readers ?? '').split(',').flatMap((name) => world.cities.bySignInName(name) ?? []);
    documents.put(query.url, { owner: person, bytes: body, readers, teamId: query.team ?? null });
    return reply.code(204).send();
  });
}
