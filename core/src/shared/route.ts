import type { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Sentence } from './text.ts';

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a route hands to its use case: already parsed by the route's schemas. */
export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  /** The JSON body, or for an upload its `metadata` part. */
  readonly body: B;
  /** The `file` part of an upload. */
  readonly file: UploadedFile | null;
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

/** A route is a value: the service registers it, documents it in OpenAPI and checks every input by its schemas. */
export interface Route<P = unknown, Q = unknown, B = unknown> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, parameters as `{name}`: `/cases/{id}/acts`. */
  readonly path: string;
  readonly summary: Sentence;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** True when the call is multipart/form-data with parts `metadata` (checked by `body`) and `file`. */
  readonly upload?: boolean;
  /** The answer's schema, or `download`. */
  readonly answer: z.ZodType | 'download';
  /** 200 unless said otherwise. */
  readonly status?: 200 | 201;
  readonly handle: (caller: Caller, input: RouteInput<P, Q, B>) => Promise<unknown>;
}

/** Keeps the types of the schemas and the handler together, then forgets them so that routes can be listed. */
export function route<P = unknown, Q = unknown, B = unknown>(definition: Route<P, Q, B>): Route {
  return definition as unknown as Route;
}
