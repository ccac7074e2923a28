/** What travels between the stand-in for office.js (in the pane's frame) and the Word window. */
export const PROTOCOL = 'kaigi-sandbox-word';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One recorded step of a `Word.run`. They are carried out in order when the pane says `context.sync()`. */
export type Operation =
  | { kind: 'open'; id: string; from: string; member: string; args: Json[] }
  | { kind: 'call'; on: string; method: string; args: Json[] }
  | { kind: 'set'; on: string; property: string; value: Json }
  | { kind: 'load'; on: string; properties: string[] };

export interface LoadedObject {
  id: string;
  isNull: boolean;
  values: Record<string, Json>;
  /** Only for collections. */
  items?: LoadedObject[];
}

export interface WordFailure {
  code: string | number;
  message: string;
  errorLocation?: string;
}

export interface HostContext {
  displayLanguage: string;
  isDarkTheme: boolean;
  /** Empty for a document that was never saved. */
  url: string;
}

/** From the frame to the window. */
export type Request =
  | { protocol: typeof PROTOCOL; id: number; method: 'hello' }
  | { protocol: typeof PROTOCOL; id: number; method: 'sync'; run: string; operations: Operation[] }
  | { protocol: typeof PROTOCOL; id: number; method: 'release'; run: string }
  | { protocol: typeof PROTOCOL; id: number; method: 'bytes' }
  | { protocol: typeof PROTOCOL; id: number; method: 'token' };

/** From the window to the frame. */
export type Answer =
  | { protocol: typeof PROTOCOL; id: number; ok: true; value: Json | LoadedObject[] | HostContext | ArrayBuffer }
  | { protocol: typeof PROTOCOL; id: number; ok: false; failure: WordFailure };

export function isRequest(data: unknown): data is Request {
  return hasProtocol(data) && typeof (data as { method?: unknown }).method === 'string';
}

export function isAnswer(data: unknown): data is Answer {
  return hasProtocol(data) && typeof (data as { ok?: unknown }).ok === 'boolean';
}

function hasProtocol(data: unknown): data is { protocol: string; id: number } {
  return (
    typeof data === 'object' &&
    data !== null &&
    (data as { protocol?: unknown }).protocol === PROTOCOL &&
    typeof (data as { id?: unknown }).id === 'number'
  );
}
