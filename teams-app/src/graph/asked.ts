import type { Asked, SourceRefusal } from '@kaigi/core';
import { KaigiError } from '@kaigi/core/shared';
import { type BatchAnswer, type GraphDetail, GraphRefusal, graphErrorIn } from './graph-client.ts';
import { isPassing, retryAfterMs } from './retry.ts';

/** Where nobody says when to come again. */
const COME_AGAIN_MS = 5 * 60_000;
const AT_LEAST_MS = 30_000;

const INNER: Readonly<Record<string, SourceRefusal>> = {
  GraphAccessToTranscriptsDisabled: 'minutes.graph_transcripts_switched_off',
  SpeakerAttributionNotAllowed: 'minutes.graph_names_switched_off',
};
/** Said in words only: there is no application access policy for this organizer. */
const NO_POLICY = /not allowed to perform operations on the user/i;
/** Said in words only: the address for news did not answer. */
const UNREACHABLE = /validation request/i;

/** What a refusal means for whoever has to switch something (platform.md 2). */
function refusalOf(status: number, code: string, { innerCode, message }: GraphDetail): SourceRefusal {
  if (status === 404 || status === 410) return 'minutes.graph_gone';
  if (status === 400 && UNREACHABLE.test(message)) return 'minutes.graph_address_unreachable';
  if (status !== 401 && status !== 403) return 'minutes.graph_strange_answer';
  const named = INNER[innerCode ?? ''] ?? INNER[code];
  if (named) return named;
  return NO_POLICY.test(message) ? 'minutes.graph_no_access_policy' : 'minutes.graph_not_permitted';
}

const soonest = (ms: number | null): Date => new Date(Date.now() + Math.max(ms ?? COME_AGAIN_MS, AT_LEAST_MS));

const later = (ms: number | null): Asked<never> => ({ kind: 'LATER', at: soonest(ms) });

/** When to come again, as far as Graph said so. */
export function comeAgain({ params: { retryAfterSeconds } }: KaigiError): Date {
  return soonest(typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : null);
}

/** Asks, and says plainly what came of it. Anything but Graph's own answers is thrown on. */
export async function asked<T>(work: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'OK', value: await work() };
  } catch (error) {
    if (error instanceof GraphRefusal)
      return { kind: 'REFUSED', code: refusalOf(error.status, error.code, error.detail) };
    if (!(error instanceof KaigiError)) throw error;
    if (error.code === 'sign_in.app_token_refused') return { kind: 'REFUSED', code: 'minutes.graph_not_permitted' };
    if (error.kind !== 'unavailable') throw error;
    return { kind: 'LATER', at: comeAgain(error) };
  }
}

/** The same of one step of a batch. */
export function askedInBatch({ status, headers, body }: BatchAnswer): Asked<unknown> {
  if (status === 200) return { kind: 'OK', value: body };
  if (isPassing(status) || status >= 500) {
    const [, header = null] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after') ?? [];
    return later(retryAfterMs(header, new Date()));
  }
  const { code, ...detail } = graphErrorIn(body);
  return { kind: 'REFUSED', code: refusalOf(status, code ?? '', detail) };
}
