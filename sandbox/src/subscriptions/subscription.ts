import { z } from 'zod';
import { GraphError } from '../graph/graph-error.ts';
import { CLIENT_ID } from '../settings.ts';

export interface Encryption {
  /** Base64 of an X.509 certificate in DER. */
  readonly certificate: string;
  readonly certificateId: string;
}

export interface Subscription {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: 'transcripts' | 'events';
  /** Whose events; null: of the whole tenant. */
  readonly ownerId: string | null;
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly expiresAt: Date;
  /** Set: what changed comes along, encrypted. */
  readonly encryption: Encryption | null;
  /** Microsoft asked for it, and nobody answered yet. */
  readonly awaitsReauthorization: boolean;
}

const MINUTE_MS = 60_000;
export const SHORTEST_MS = 45 * MINUTE_MS;
const WITHOUT_LIFECYCLE_MS = 60 * MINUTE_MS;
const TRANSCRIPTS = /^\/?communications\/onlineMeetings\/getAllTranscripts(\(\))?$/i;
const EVENTS = /^\/?users\/([^/?]+)\/(?:calendar\/)?events(?:\?\$select=.+)?$/i;

export const wishSchema = z.looseObject({
  changeType: z.string(),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().nullish(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).nullish(),
  includeResourceData: z.boolean().nullish(),
  encryptionCertificate: z.string().nullish(),
  encryptionCertificateId: z.string().nullish(),
});

export const invalid = (message: string) => new GraphError(400, 'ValidationError', message);

export type Resource = { readonly kind: 'transcripts' } | { readonly kind: 'events'; readonly mailbox: string };

/** What a subscription is about. @throws GraphError 400 for what the sandbox has no news of */
export function readResource(resource: string, changeType: string): Resource {
  const types = changeType.split(',').map((one) => one.trim().toLowerCase());
  const all = (known: readonly string[]) => types.every((one) => known.includes(one));
  if (TRANSCRIPTS.test(resource) && all(['created'])) return { kind: 'transcripts' };
  const mailbox = EVENTS.exec(resource)?.[1];
  if (mailbox !== undefined && all(['created', 'updated', 'deleted']))
    return { kind: 'events', mailbox: decodeURIComponent(mailbox) };
  throw invalid(`The sandbox has no news of '${resource}' (${changeType}).`);
}

/** How long it may last, in milliseconds. */
export function longestMs(kind: Subscription['kind'], isRich: boolean): number {
  if (kind === 'transcripts') return 4_320 * MINUTE_MS;
  return (isRich ? 1_440 : 10_080) * MINUTE_MS;
}

/** @throws GraphError 400 */
export function checkLifecycle(kind: Subscription['kind'], url: string | null, lastsMs: number): void {
  if (kind === 'transcripts' && url === null && lastsMs > WITHOUT_LIFECYCLE_MS)
    throw invalid(
      'lifecycleNotificationUrl is required for subscription creation on this resource when the expirationDateTime value exceeds 1 hour.',
    );
}

export const subscriptionShape = (one: Subscription) => ({
  ...{ id: one.id, resource: one.resource, changeType: one.changeType, notificationUrl: one.notificationUrl },
  ...{ lifecycleNotificationUrl: one.lifecycleNotificationUrl, clientState: null },
  expirationDateTime: one.expiresAt.toISOString(),
  ...{ applicationId: CLIENT_ID, creatorId: one.tenantId, includeResourceData: one.encryption !== null },
  encryptionCertificate: null,
  encryptionCertificateId: one.encryption?.certificateId ?? null,
});
