import { randomUUID } from 'node:crypto';
import { GraphError } from '../graph/graph-error.ts';
import { type Item, isBadName, type Library, nameTaken, type OnConflict } from './library.ts';

const UNIT = 320 * 1024;
export const MOST_AT_ONCE = 60 * 1024 * 1024;
const SESSION_MS = 24 * 60 * 60_000;

interface Session {
  readonly library: Library;
  readonly path: string;
  readonly onConflict: OnConflict;
  pieces: Buffer[];
  have: number;
  expiresAt: number;
}

export interface UploadState {
  readonly expirationDateTime: string;
  readonly nextExpectedRanges: readonly string[];
}

export interface Taken {
  readonly library: Library;
  readonly item: Item;
  readonly isNew: boolean;
}

const gone = () => new GraphError(404, 'itemNotFound', 'The upload session was not found.');
const badRange = (message: string) => new GraphError(416, 'invalidRange', message);
const badRequest = (message: string) => new GraphError(400, 'invalidRequest', message);

/** Files that come in pieces, at addresses that open by themselves. */
export class Uploads {
  readonly #sessions = new Map<string, Session>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @throws GraphError 409 where the name is taken, 400 where it cannot be */
  open(library: Library, path: string, onConflict: OnConflict): { readonly key: string; readonly state: UploadState } {
    if (isBadName(path)) throw badRequest('The provided name cannot contain these characters, or is too long.');
    if (onConflict === 'fail' && library.find(path)) throw nameTaken();
    const key = randomUUID();
    const session = { library, path, onConflict, pieces: [], have: 0, expiresAt: this.#now() + SESSION_MS };
    this.#sessions.set(key, session);
    return { key, state: stateOf(session) };
  }

  state(key: string): UploadState {
    return stateOf(this.#session(key));
  }

  cancel(key: string): void {
    this.#session(key);
    this.#sessions.delete(key);
  }

  /** @throws GraphError 416 for a piece out of its order, 400 for one of a wrong length */
  take(key: string, range: string, bytes: Buffer): UploadState | Taken {
    const session = this.#session(key);
    const [from, to, total] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []).slice(1).map(Number);
    if (from === undefined || to === undefined || total === undefined || to < from || to >= total)
      throw badRequest('The Content-Range header is not valid.');
    if (bytes.length !== to - from + 1) throw badRequest('The Content-Range header does not match the length.');
    const isLast = to === total - 1;
    if (bytes.length >= MOST_AT_ONCE) throw badRequest('The fragment is too large.');
    if (!isLast && bytes.length % UNIT !== 0) throw badRequest('The fragment is not a multiple of 320 KiB.');
    if (from !== session.have) throw badRange('The fragment overlaps one that was received, or leaves a gap.');
    session.pieces.push(bytes);
    session.have += bytes.length;
    session.expiresAt = this.#now() + SESSION_MS;
    if (!isLast) return stateOf(session);
    this.#sessions.delete(key);
    const { library, path, onConflict, pieces } = session;
    return { library, ...library.put(path, Buffer.concat(pieces), onConflict) };
  }

  #session(key: string): Session {
    const session = this.#sessions.get(key);
    if (!session || session.expiresAt <= this.#now()) throw gone();
    return session;
  }
}

const stateOf = ({ expiresAt, have }: Session): UploadState => ({
  expirationDateTime: new Date(expiresAt).toISOString(),
  nextExpectedRanges: [`${have}-`],
});
