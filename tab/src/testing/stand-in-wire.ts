import type { IncomingMessage } from 'node:http';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** The connection breaks instead of answering. */
  readonly drop?: boolean;
}

export type Answerer = (call: Call) => Answer | Promise<Answer>;
