import { createHmac, timingSafeEqual } from 'node:crypto';

/** The headers of a webhook as the Standard Webhooks specification has them. */
export interface WebhookHeaders {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** `v1,<base64>`; several, separated by blanks, while a key is being changed. */
  readonly signature: string;
}

const TOLERANCE_S = 300;
const MOST_SIGNATURES = 5;

const sameBytes = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

/** What the sender signs: the id, the moment and the body, so that none can be taken for another. */
export function signatureOf(key: Uint8Array, { id, timestamp }: Omit<WebhookHeaders, 'signature'>, body: Buffer) {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}

export type Checked = 'fine' | 'wrong' | 'too_old';

export function checkSignature(
  { key, now }: { readonly key: Uint8Array; readonly now: Date },
  headers: WebhookHeaders,
  body: Buffer,
): Checked {
  const expected = signatureOf(key, headers, body);
  const given = headers.signature.split(' ').slice(0, MOST_SIGNATURES);
  const fits = given.some((one) => one.startsWith('v1,') && sameBytes(Buffer.from(one.slice(3), 'base64'), expected));
  if (!fits || !/^\d{1,12}$/.test(headers.timestamp)) return 'wrong';
  return Math.abs(now.getTime() / 1_000 - Number(headers.timestamp)) <= TOLERANCE_S ? 'fine' : 'too_old';
}
