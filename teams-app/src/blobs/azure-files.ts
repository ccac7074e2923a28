import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { BlobGetPropertiesResponse, BlockBlobClient } from '@azure/storage-blob';
import { sha256Hex } from '@kaigi/core/platform';
import { invariant, KaigiError } from '@kaigi/core/shared';
import { AzureAnswer, type AzureDoor, unless } from './azure-door.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const MIB = 1024 * 1024;
const PIECE = 8 * MIB;
const PIECES = { blockSize: 4 * MIB, maxSingleShotSize: 4 * MIB, concurrency: 4 };

/** One named thing in the store. Its name says what its bytes are, so it is never written over unless it is not true. */
export interface AzureFile {
  /** Whether the store holds it, and since when somebody counts on it. */
  look(): Promise<BlobGetPropertiesResponse | null>;
  put(from: Source): Promise<void>;
  read(): Promise<Buffer | null>;
  stream(): Promise<Readable | null>;
  /** False where somebody put it at that moment or later. */
  remove(putBefore: Date | null): Promise<boolean>;
}

/** What is written: bytes at hand, or a file on this machine. */
export interface Source {
  readonly bytes: number;
  readonly md5: Uint8Array;
  send(to: BlockBlobClient, how: SendOptions): Promise<unknown>;
}

type SendOptions = Parameters<BlockBlobClient['uploadData']>[1];

export const sourceOf = (bytes: Uint8Array): Source => ({
  bytes: bytes.length,
  md5: createHash('md5').update(bytes).digest(),
  send: (to, how) => to.uploadData(bytes as Buffer, how),
});

export async function sourceOfFile(file: string): Promise<Source> {
  const hash = createHash('md5');
  for await (const piece of createReadStream(file, { highWaterMark: MIB })) hash.update(piece as Buffer);
  const { size } = await stat(file);
  return { bytes: size, md5: hash.digest(), send: (to, how) => to.uploadFile(file, how) };
}

const isTrue = ({ contentLength, contentMD5 }: BlobGetPropertiesResponse, { bytes, md5 }: Source): boolean =>
  contentLength === bytes && contentMD5 !== undefined && Buffer.compare(contentMD5, md5) === 0;

/** A connection that breaks in the middle of an answer: the client tries everything again but that. */
async function piece(door: AzureDoor, blob: BlockBlobClient, from: number, count: number): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await door.ask((abortSignal) => blob.downloadToBuffer(from, count, { abortSignal }));
    } catch (error) {
      const broken = error instanceof KaigiError && error.cause instanceof Error && error.cause.name === 'AbortError';
      if (!broken || attempt >= door.patience.attempts) throw error;
    }
  }
}

/** All of it, a piece at a time. */
export async function* piecesOf(
  door: AzureDoor,
  blob: BlockBlobClient,
  { contentLength = 0 }: BlobGetPropertiesResponse,
): AsyncGenerator<Buffer> {
  for (let from = 0; from < contentLength; from += PIECE)
    yield await piece(door, blob, from, Math.min(PIECE, contentLength - from));
}

/** Somebody who removes the same at this very moment is met at most a few times. */
const ROUNDS = 5;

/** A rule of the container (immutability, legal hold, a lease) that is not ours. */
function lockedThere(error: unknown): never {
  throw error instanceof AzureAnswer ? new KaigiError('unavailable', 'blobs.locked') : error;
}

export function azureFile(door: AzureDoor, sha256: string): AzureFile {
  invariant(SHA256.test(sha256), 'a blob is named by its SHA-256');
  const blob = door.container.getBlockBlobClient(`${door.prefix}/blobs/${sha256.slice(0, 2)}/${sha256}`);
  const look = () => door.ask((abortSignal) => blob.getProperties({ abortSignal })).catch(unless(404));
  const write = (source: Source, conditions: { ifNoneMatch: string } | { ifMatch: string }) => {
    const blobHTTPHeaders = { blobContentMD5: source.md5, blobContentType: 'application/octet-stream' };
    const send = (abortSignal: AbortSignal) =>
      source.send(blob, { ...PIECES, conditions, blobHTTPHeaders, abortSignal });
    const deadline = source.bytes > 64 * MIB ? door.patience.fileMs : door.patience.workMs;
    return door.ask(send, deadline).then(() => true, unless(404, 409, 412));
  };
  /** Says that somebody counts on it from now on; null where it has just been changed or removed. */
  const mark = (etag: string) =>
    door
      .ask((abortSignal) =>
        blob.setMetadata({ put: new Date().toISOString() }, { conditions: { ifMatch: etag }, abortSignal }),
      )
      .then(() => true, unless(404, 412));
  const read = async () => {
    const present = await look();
    if (!present) return null;
    const pieces: Buffer[] = [];
    for await (const one of piecesOf(door, blob, present)) pieces.push(one);
    return Buffer.concat(pieces);
  };
  return {
    look,
    async put(source) {
      for (let round = 1; round <= ROUNDS; round += 1) {
        if (await write(source, { ifNoneMatch: '*' })) return;
        const present = await look();
        const etag = present?.etag;
        if (!present || etag === undefined) continue;
        if (await (isTrue(present, source) ? mark(etag) : write(source, { ifMatch: etag }))) return;
      }
      throw new RangeError(`a blob could not be put in ${ROUNDS} rounds`);
    },
    async read() {
      const bytes = await read();
      // Once more: what was damaged on the way is told apart from what was altered in the store.
      return bytes === null || sha256Hex(bytes) === sha256 ? bytes : read();
    },
    async stream() {
      const present = await look();
      return present && Readable.from(piecesOf(door, blob, present));
    },
    async remove(putBefore) {
      const present = await look();
      if (!present) return true;
      if (putBefore !== null && (present.lastModified?.getTime() ?? 0) >= putBefore.getTime()) return false;
      const conditions = present.etag === undefined ? {} : { ifMatch: present.etag };
      const gone = await door
        .ask((abortSignal) => blob.deleteIfExists({ deleteSnapshots: 'include', conditions, abortSignal }))
        .catch(unless(412))
        .catch(lockedThere);
      return gone !== null;
    },
  };
}
