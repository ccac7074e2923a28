import { createHash } from 'node:crypto';
import type { About } from '@kaigi/core/platform';
import { KaigiError } from '@kaigi/core/shared';
import pino from 'pino';
import type { LogLevel } from './config/config.ts';

export type Log = pino.Logger;

/**
 * One JSON object a line. Nothing here takes a name, a title, a text or a token: helpers take what they may log,
 * and the serializer keeps from an error only what a programmer needs.
 */
export function createLog(level: LogLevel, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: { service: 'kaigi' },
    // Under its usual name pino would copy an error's message, with whatever it quotes, into the line.
    errorKey: 'thrown',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: ['*.authorization', '*.token', '*.secret', '*.password'], censor: '(hidden)' },
  };
  return destination ? pino(options, destination) : pino(options);
}

interface ErrorInLog {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ErrorInLog;
}

// A database error's message may quote the row («Key (name)=(佐藤) …»); its code and constraint say enough.
const QUOTED =
  /\((?:[^()]|\([^()]*\))*\)=\(.*?\)|"[^"]*"|'[^']*'|「[^」]*」|Bearer\s+\S+|eyJ[\w-]+\.[\w-]+\.[\w-]*|:\/\/[^\s/@]+@/g;

const clean = (text: string) => text.replace(QUOTED, '(…)').slice(0, 500);

export function describeError(error: unknown): ErrorInLog {
  if (error instanceof KaigiError) return { type: error.name, code: error.code, message: error.code };
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    message: clean(error.message),
    stack: frames.slice(0, 12).join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Tells municipalities apart in the log without naming them. */
export function municipalityMark(municipalityId: string): string {
  return createHash('sha256').update(municipalityId).digest('hex').slice(0, 8);
}

export interface RequestEvent {
  readonly requestId: string;
  readonly method: string;
  /** The pattern of the route, never the address as asked: that may carry ids and search words. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly code?: string;
  readonly errorId?: string;
  readonly municipality?: string;
}

export function logRequest(log: Log, event: RequestEvent): void {
  log[event.status >= 500 ? 'warn' : 'info']({ event: 'request', ...event });
}

/** A failure that nobody expected: somebody has to look. */
export function logUnexpected(log: Log, event: { errorId: string; route: string; error: unknown }): void {
  log.error({ event: 'unexpected', errorId: event.errorId, route: event.route, err: event.error });
}

/** Background work failed and is tried again by itself. */
export function logWorkFailed(log: Log, what: string, error: unknown, about: About = {}): void {
  const { municipalityId, ...ids } = about;
  const municipality = typeof municipalityId === 'string' ? { municipality: municipalityMark(municipalityId) } : {};
  const named = Object.keys(about).length === 0 ? {} : { about: { ...ids, ...municipality } };
  log.warn({ event: 'work-failed', what, ...named, err: error });
}
