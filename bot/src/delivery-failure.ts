import { DeliveryError } from '@kaigi/core/messenger';
import { InvariantError } from '@kaigi/core/shared';
import { z } from 'zod';

const HttpRefusalSchema = z.object({
  statusCode: z.number().int(),
  code: z.string().nullish().catch(null),
  message: z.string().catch(''),
  details: z.unknown().optional(),
  response: z
    .object({
      bodyAsText: z.string().nullish().catch(null),
      headers: z.custom<{ get(name: string): string | undefined }>(
        (headers) => typeof (headers as { get?: unknown } | null)?.get === 'function',
      ),
    })
    .optional()
    .catch(undefined),
});
type HttpRefusal = z.infer<typeof HttpRefusalSchema>;

const MAX_WAIT_SECONDS = 3600;
const BLOCKED = /MessageWritesBlocked|ConversationBlockedByUser|UserBlocked|BotDisabledByAdmin/i;
const TRY_LATER: readonly number[] = [401, 408, 412, 429, 500, 502, 503, 504];

/** Seconds from a `Retry-After` of either form (RFC 9110 10.2.3); Teams also sends fractions. */
export function retryAfterSeconds(header: string | null | undefined, now: Date): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(MAX_WAIT_SECONDS, Math.max(0, Math.ceil(seconds)));
}

function reasonOf(refusal: HttpRefusal): DeliveryError['reason'] | null {
  if (TRY_LATER.includes(refusal.statusCode)) return 'try-later';
  if (refusal.statusCode === 404 || refusal.statusCode === 410) return 'gone';
  if (refusal.statusCode !== 403) return null;
  const said = [refusal.code, refusal.message, refusal.response?.bodyAsText, JSON.stringify(refusal.details)].join(' ');
  if (BLOCKED.test(said)) return 'blocked';
  // BotNotInConversationRoster, and whatever 403 comes next: nothing arrives until the person installs the app again.
  return /BotNotInConversationRoster/i.test(said) ? 'gone' : 'blocked';
}

const LONGEST_REPLY_WAIT_SECONDS = 5;

/**
 * How long a reply waits before it is tried once more: somebody sits there waiting, so only after a 429, which certainly
 * delivered nothing, and only for a moment. Null where it is not worth it.
 */
export function replyWaitSeconds(error: unknown, now: Date): number | null {
  const read = HttpRefusalSchema.safeParse(error);
  if (!read.success || read.data.statusCode !== 429) return null;
  const wait = retryAfterSeconds(read.data.response?.headers.get('retry-after'), now) ?? 1;
  return wait <= LONGEST_REPLY_WAIT_SECONDS ? wait : null;
}

const isNetworkFailure = (error: Error): boolean => {
  const code = (error as { code?: unknown }).code;
  const signIn = (error as { errorCode?: unknown }).errorCode;
  return (
    error.name === 'AbortError' ||
    error.name === 'TimeoutError' ||
    (error.name === 'TypeError' && error.message === 'fetch failed') ||
    typeof signIn === 'string' ||
    (typeof code === 'string' && /^(E[A-Z_]+|UND_ERR_\w+|REQUEST_SEND_ERROR|PARSE_ERROR)$/.test(code))
  );
};

/** What a failed call to the channel means to the one who wants the message delivered. */
export function deliveryFailure(error: unknown, now: Date): Error {
  const read = HttpRefusalSchema.safeParse(error);
  if (read.success) {
    const reason = reasonOf(read.data);
    const wait = retryAfterSeconds(read.data.response?.headers.get('retry-after'), now);
    if (reason) return new DeliveryError(reason, reason === 'try-later' ? wait : undefined);
    return new InvariantError(
      `the channel refused a message as wrong: ${read.data.statusCode} ${read.data.code ?? ''}`,
    );
  }
  if (!(error instanceof Error)) return new InvariantError('the channel failed without an error');
  return isNetworkFailure(error) ? new DeliveryError('try-later') : error;
}

/** What the log may hold of a failed call: the error itself carries the request with its bearer token. */
export function callFailureFields(error: unknown): { status: number | null; code: string; error: string } {
  const read = HttpRefusalSchema.safeParse(error);
  const code = (error as { code?: unknown } | null)?.code;
  return {
    status: read.success ? read.data.statusCode : null,
    code: typeof code === 'string' ? code : '',
    error: error instanceof Error ? error.name : typeof error,
  };
}
