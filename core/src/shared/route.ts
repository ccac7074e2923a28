import type { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Sentence } from './text.ts';

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A file that lies on a disk of this machine while a call is answered; it is never in memory as a whole. */
export interface StagedFile {
  readonly fileName: string;
  /** Where its bytes can be read. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Begins to make it durable; to be called when it is likely to be kept. */
  settle(): Promise<void>;
  /** Stores it durably for good under its hash, which is answered. */
  keep(): Promise<string>;
  /** What is kept stays kept. */
  discard(): Promise<void>;
}

/** What a use case may be handed: from the edge a staged one, from inside the house bytes. */
export type GivenFile = UploadedFile | StagedFile;

/** What a route hands to its use case: already parsed by the route's schemas. */
export interface RouteInput<P, Q, B, F = GivenFile> {
  readonly params: P;
  readonly query: Q;
  /** The JSON body, or for an upload its `metadata` part. */
  readonly body: B;
  /** The `file` part of an upload. */
  readonly file: F | null;
}

/** Bytes to be downloaded instead of JSON. */
export class Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;

  constructor(fileName: string, mediaType: string, bytes: Uint8Array) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }
}

/** A download of any length: read while it is sent, never held in memory. */
export class StreamedDownload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly open: () => AsyncIterable<Uint8Array>;

  constructor(fileName: string, mediaType: string, open: () => AsyncIterable<Uint8Array>) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.open = open;
  }
}

type Upload = true | 'staged' | undefined;
/** Through the edge a staged file; other callers may hand over bytes. */
type FileOf<U> = 'staged' extends U ? GivenFile : UploadedFile;

/** A route is a value: the service registers it, documents it in OpenAPI and checks every input by its schemas. */
export interface Route<P = unknown, Q = unknown, B = unknown, U = Upload> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, parameters as `{name}`: `/cases/{id}/acts`. */
  readonly path: string;
  readonly summary: Sentence;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /**
   * Set when the call is multipart/form-data with parts `metadata` (checked by `body`) and `file`: in memory for small
   * things, staged on the disk for whatever may be large. A staged file lies there until the call is answered.
   */
  readonly upload?: U;
  /** The answer's schema, or `download`. */
  readonly answer: z.ZodType | 'download';
  /** 200 unless said otherwise. */
  readonly status?: 200 | 201;
  readonly handle: (caller: Caller, input: RouteInput<P, Q, B, FileOf<U>>) => Promise<unknown>;
}

/** Keeps the types of the schemas and the handler together, then forgets them so that routes can be listed. */
export function route<P = unknown, Q = unknown, B = unknown, U extends Upload = true | undefined>(
  definition: Route<P, Q, B, U>,
): Route {
  return definition as unknown as Route;
}
