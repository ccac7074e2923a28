import { type RecognitionRefusal, refusedTo } from '@kaigi/core/recogniser';
import { retryAfterMs } from '../graph/retry.ts';
import type { Answer } from './post.ts';

/** The server's own word for what is wrong. Never its sentence: that may quote what was sent. */
export function errorCodeIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; type?: unknown } };
    const code = [error?.code, error?.type].find((one) => typeof one === 'string' && /^[\w.-]{1,60}$/.test(one));
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}

/** Why the server gave no transcript; null where it did. */
export function refusalIn(
  { status, retryAfter, text }: Answer,
  { host, model }: { readonly host: string; readonly model: string },
): RecognitionRefusal | null {
  if (status >= 200 && status < 300) return null;
  const reason = status === 413 ? 'too_large' : errorCodeIn(text);
  if (status === 429 && reason === 'insufficient_quota') return refusedTo('minutes.recogniser_quota', { host }).refusal;
  if (status === 429 || status === 503) {
    const asked = retryAfterMs(retryAfter, new Date());
    const wait = asked === null ? {} : { retryAfterSeconds: Math.ceil(asked / 1_000) };
    return refusedTo('minutes.recogniser_busy', { host, ...wait }).refusal;
  }
  if (status >= 500) return refusedTo('minutes.recogniser_unreachable', { host }).refusal;
  if (status === 401 || status === 403) return refusedTo('minutes.recogniser_not_admitted', { host, status }).refusal;
  if (status === 404) return refusedTo('minutes.recogniser_not_found', { host, model }).refusal;
  return refusedTo('minutes.recogniser_refused', { host, status, reason }).refusal;
}
