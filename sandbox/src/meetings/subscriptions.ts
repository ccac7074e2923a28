import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { GraphError } from '../graph/graph-error.ts';
import type { Settings } from '../settings.ts';
import { CLIENT_ID } from '../settings.ts';
import type { Meeting, Transcript } from './meetings.ts';

const RESOURCES = /^\/?communications\/onlineMeetings\/getAllTranscripts(\(\))?$/i;
const LONGEST_MS = 4_320 * 60_000;
const SHORTEST_MS = 45 * 60_000;
const WITHOUT_LIFECYCLE_MS = 3_600_000;
const HANDSHAKE_MS = 10_000;
const DELIVERY_MS = 3_000;

const wishSchema = z.looseObject({
  changeType: z.literal('created'),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().nullish(),
  resource: z.string().regex(RESOURCES),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).nullish(),
});

export interface Subscription {
  readonly id: string;
  readonly tenantId: string;
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly expiresAt: Date;
}

export type LifecycleEvent = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';
/** What becomes of news: they arrive, are lost on the way, or arrive twice. */
export type News = 'deliver' | 'lose' | 'twice';

const invalid = (message: string) => new GraphError(400, 'ValidationError', message);
const isHere = (url: string) => ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

/** Who wants to be told of new transcripts. Forgotten with the process, as if Microsoft had lost them. */
export class Subscriptions {
  readonly #settings: Settings;
  readonly #all = new Map<string, Subscription>();
  readonly #closing = new AbortController();
  news: News = 'deliver';

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  of(tenantId: string): Subscription[] {
    return [...this.#all.values()].filter((one) => one.tenantId === tenantId && !this.#isOver(one));
  }

  /** @throws GraphError 404 */
  get(tenantId: string, id: string): Subscription {
    const found = this.#all.get(id);
    if (found === undefined || found.tenantId !== tenantId || this.#isOver(found))
      throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
    return found;
  }

  async create(tenantId: string, body: unknown): Promise<Subscription> {
    const wish = wishSchema.safeParse(body);
    if (!wish.success) throw invalid(z.prettifyError(wish.error));
    const { notificationUrl, lifecycleNotificationUrl = null, clientState = null, resource, changeType } = wish.data;
    const expiresAt = this.#expiry(wish.data.expirationDateTime);
    if (lifecycleNotificationUrl === null && expiresAt.getTime() - this.#settings.now() > WITHOUT_LIFECYCLE_MS)
      throw invalid(
        'lifecycleNotificationUrl is required for subscription creation on this resource when the expirationDateTime value exceeds 1 hour.',
      );
    for (const url of [notificationUrl, lifecycleNotificationUrl]) if (url !== null) await this.#shakeHands(url);
    const ends = { notificationUrl, lifecycleNotificationUrl, clientState, expiresAt };
    const made = { id: randomUUID(), tenantId, resource, changeType, ...ends };
    this.#all.set(made.id, made);
    return made;
  }

  renew(tenantId: string, id: string, expirationDateTime: unknown): Subscription {
    const renewed = { ...this.get(tenantId, id), expiresAt: this.#expiry(expirationDateTime) };
    this.#all.set(id, renewed);
    return renewed;
  }

  remove(id: string): void {
    this.#all.delete(id);
  }

  /** A transcript has come into being: whoever asked is told. */
  async tell(meeting: Meeting, transcript: Transcript): Promise<void> {
    if (this.news === 'lose') return;
    const resource = `communications/onlineMeetings('${meeting.id}')/transcripts('${transcript.id}')`;
    const resourceData = { id: transcript.id, '@odata.type': '#Microsoft.Graph.callTranscript', '@odata.id': resource };
    for (const one of this.of(meeting.tenantId)) {
      const told = { ...this.#about(one), changeType: 'created', resource, resourceData };
      for (let turn = 0; turn < (this.news === 'twice' ? 2 : 1); turn += 1) await this.#post(one.notificationUrl, told);
    }
  }

  async lifecycle(one: Subscription, lifecycleEvent: LifecycleEvent): Promise<void> {
    if (lifecycleEvent === 'subscriptionRemoved') this.#all.delete(one.id);
    await this.#post(one.lifecycleNotificationUrl ?? one.notificationUrl, { ...this.#about(one), lifecycleEvent });
  }

  close(): void {
    this.#closing.abort();
  }

  #isOver = ({ expiresAt }: Subscription): boolean => expiresAt.getTime() <= this.#settings.now();

  #expiry(asked: unknown): Date {
    const now = this.#settings.now();
    const at = typeof asked === 'string' ? Date.parse(asked) : Number.NaN;
    if (Number.isNaN(at) || at <= now) throw invalid('Subscription expiration must be in the future.');
    if (at > now + LONGEST_MS) throw invalid('Subscription expiration can only be 4320 minutes in the future.');
    return new Date(Math.max(at, now + SHORTEST_MS));
  }

  #about = ({ id, tenantId, clientState, expiresAt }: Subscription) => ({
    subscriptionId: id,
    tenantId,
    clientState,
    subscriptionExpirationDateTime: expiresAt.toISOString(),
  });

  /** @throws GraphError 400 where nobody answers as they should */
  async #shakeHands(url: string): Promise<void> {
    const token = `Validation: Testing client application reachability. ${randomUUID()}`;
    const asked = new URL(url);
    asked.searchParams.set('validationToken', token);
    const answer = isHere(url)
      ? await this.#send(asked.href, { timeoutMs: HANDSHAKE_MS, contentType: 'text/plain; charset=utf-8', body: '' })
      : null;
    const isPlain = answer?.headers.get('content-type')?.startsWith('text/plain') === true;
    if (answer?.status !== 200 || !isPlain || (await answer.text()) !== token)
      throw invalid(
        'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
      );
  }

  /** Tries again for as long as Microsoft would. */
  async #post(url: string, item: object): Promise<void> {
    const { retryDelaysMs, giveUpAfterMs, now } = this.#settings;
    const since = now();
    const sending = {
      timeoutMs: DELIVERY_MS,
      contentType: 'application/json',
      body: JSON.stringify({ value: [item] }),
    };
    for (let turn = 0; ; turn += 1) {
      const answer = await this.#send(url, sending);
      if (answer?.ok === true || now() - since > giveUpAfterMs) return;
      const delay = retryDelaysMs[Math.min(turn, retryDelaysMs.length - 1)] ?? 1_000;
      const stopped = await pause(delay, false, { signal: this.#closing.signal }).catch(() => true);
      if (stopped) return;
    }
  }

  #send(url: string, { timeoutMs, contentType, body }: { timeoutMs: number; contentType: string; body: string }) {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(timeoutMs)]);
    const headers = { 'content-type': contentType };
    return fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' }).catch(() => null);
  }
}

export const subscriptionShape = ({ tenantId, expiresAt, ...one }: Subscription) => ({
  ...one,
  clientState: null,
  expirationDateTime: expiresAt.toISOString(),
  applicationId: CLIENT_ID,
  creatorId: tenantId,
  includeResourceData: false,
});
