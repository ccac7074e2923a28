import type { MultipartFile } from '@fastify/multipart';
import type { Incoming } from '@kaigi/core/platform';
import type { GivenFile, StagedFile } from '@kaigi/core/shared';
import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from './problem.ts';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
const MAX_METADATA_BYTES = 64 * 1024;

export const UPLOAD_LIMITS = {
  fileSize: MAX_FILE_BYTES,
  fieldSize: MAX_METADATA_BYTES,
  fields: 1,
  files: 1,
  parts: 2,
  headerPairs: 50,
} as const;

/** The most that a call with a file may bring, with all that stands around the file. */
export const UPLOAD_LIMIT = MAX_FILE_BYTES + 1024 * 1024;
/** Whoever goes on sending after being refused has so long to read why, */
const LAST_WORDS_MS = 5_000;
/** and so many bytes are still taken off the line: one that is cut with bytes unread loses the answer, too. */
const LAST_BYTES = 8 * 1024 * 1024;

const malformed = () => new HttpRefusal(400, 'http.invalid_upload');

export interface Upload<M> {
  readonly metadata: M;
  readonly file: GivenFile | null;
  /** Gives back what the call did not keep. */
  readonly discard: () => Promise<void>;
}

/** Takes the bytes of the `file` part; what it took is given back by `discard` when the call is refused after all. */
interface Taking<F> {
  readonly take: (part: MultipartFile) => Promise<F>;
  readonly discard: (file: F) => Promise<void>;
}

/** What is left of it is not listened to for long, however much is announced. */
function tooLarge({ raw }: FastifyRequest): HttpRefusal {
  const hangUp = setTimeout(() => raw.socket.destroy(), LAST_WORDS_MS).unref();
  let left = LAST_BYTES;
  raw.unpipe();
  raw.on('data', ({ length }: Buffer) => {
    left -= length;
    if (left < 0) raw.pause();
  });
  raw.once('end', () => clearTimeout(hangUp)).resume();
  return new HttpRefusal(413, 'http.file_too_large');
}

/** The parser itself would go on to the end of the part, and throw away what comes. */
function endAtLimit(request: FastifyRequest, { file }: MultipartFile): void {
  file.once('limit', () => file.destroy(tooLarge(request)));
}

/**
 * Reads `metadata`, lets `accept` look at it, then takes `file`: what is refused by its metadata is refused
 * before 50 MB have travelled.
 */
async function readParts<M, F>(
  request: FastifyRequest,
  accept: (metadata: unknown) => M,
  { take, discard }: Taking<F>,
): Promise<{ metadata: M; file: F }> {
  if (!request.isMultipart()) {
    throw new HttpRefusal(415, 'http.unsupported_media_type', { params: { expected: 'multipart/form-data' } });
  }
  if (Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMIT) throw tooLarge(request);
  let metadata: { readonly value: M } | null = null;
  let file: { readonly value: F } | null = null;
  try {
    for await (const part of request.parts({ limits: UPLOAD_LIMITS })) {
      if (part.type === 'field') {
        if (part.fieldname !== 'metadata' || metadata || part.valueTruncated) throw malformed();
        metadata = { value: accept(parseMetadata(part.value)) };
      } else {
        if (part.fieldname !== 'file' || file || !metadata) throw refuse(part);
        file = { value: await take(part) };
      }
    }
    if (!metadata || !file) throw malformed();
    return { metadata: metadata.value, file: file.value };
  } catch (error) {
    if (file) await discard(file.value);
    throw error;
  }
}

export const nothing = async (): Promise<void> => undefined;

/** In memory: for what is small. */
export async function readUpload<M>(request: FastifyRequest, accept: (metadata: unknown) => M): Promise<Upload<M>> {
  const take = async (part: MultipartFile) => {
    endAtLimit(request, part);
    return { fileName: plainName(part.filename), bytes: await readBytes(part) };
  };
  return { ...(await readParts(request, accept, { take, discard: nothing })), discard: nothing };
}

/** On the disk, piece by piece as it comes: for whatever may be large. To be discarded when the call is answered. */
export async function stageUpload<M>(
  request: FastifyRequest,
  accept: (metadata: unknown) => M,
  incoming: Pick<Incoming, 'receive'>,
): Promise<Upload<M>> {
  const take = async (part: MultipartFile): Promise<StagedFile> => {
    endAtLimit(request, part);
    return { ...(await incoming.receive(part.file)), fileName: plainName(part.filename) };
  };
  const { metadata, file } = await readParts(request, accept, { take, discard: (staged) => staged.discard() });
  return { metadata, file, discard: file.discard };
}

function refuse(part: MultipartFile): HttpRefusal {
  part.file.resume();
  return malformed();
}

function parseMetadata(text: unknown): unknown {
  if (typeof text === 'object' && text !== null) return text;
  try {
    return JSON.parse(String(text), (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw new HttpRefusal(400, 'http.invalid_json');
  }
}

async function readBytes(part: MultipartFile): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The name without folders and control characters, as it may stand in lists and downloads. */
export function plainName(name: string | undefined): string {
  const base = (name ?? '').normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return [...clean].slice(-200).join('') || 'document';
}
