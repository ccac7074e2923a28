import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GraphError } from '../graph/graph-error.ts';
import { CLIENT_ID } from '../settings.ts';
import type { World } from '../world.ts';
import { checkCertificate, encrypted } from './encrypted.ts';
import { NewsPost } from './news-post.ts';
import {
  checkLifecycle,
  type Encryption,
  invalid,
  longestMs,
  readResource,
  SHORTEST_MS,
  type Subscription,
  wishSchema,
} from './subscription.ts';

export type LifecycleEvent = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';
/** What becomes of news: they arrive, are lost, arrive twice, the later first, or with forged ones beside them. */
export type NewsMode = 'deliver' | 'lose' | 'twice' | 'outOfOrder' | 'forged';

/** Something that somebody may want to be told. */
export interface News {
  readonly kind: Subscription['kind'];
  readonly ownerId: string | null;
  readonly changeType: 'created' | 'updated' | 'deleted';
  readonly resource: string;
  readonly resourceData: Readonly<Record<string, unknown>>;
  /** What it is about, for those who asked for that. */
  content(): object;
}

type Wish = z.infer<typeof wishSchema>;

/** Who a mailbox belongs to; null: nobody has it. */
export type MailboxOf = (tenantId: string, key: string) => string | null;

const MOST_OF_A_MAILBOX = 1_000;
const HELD_MS = 300;
/** Microsoft's own app, which signs for encrypted news. */
const NOTIFIER = '0bf30f3b-4a52-48df-9a82-234910c4a086';

/** Who wants to be told of what. Forgotten with the process, as if Microsoft had lost them. */
export class Subscriptions {
  readonly #world: World;
  readonly #mailboxOf: MailboxOf;
  readonly #post: NewsPost;
  readonly #all = new Map<string, Subscription>();
  readonly #held = new Map<string, { item: object; timer: NodeJS.Timeout }>();
  news: NewsMode = 'deliver';

  constructor(world: World, mailboxOf: MailboxOf) {
    this.#world = world;
    this.#mailboxOf = mailboxOf;
    this.#post = new NewsPost(world.settings);
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

  /** @throws GraphError 400, 403, 404 */
  async create(tenantId: string, body: unknown): Promise<Subscription> {
    const read = wishSchema.safeParse(body);
    if (!read.success) throw invalid(z.prettifyError(read.error));
    const wish = read.data;
    const { notificationUrl, lifecycleNotificationUrl = null, clientState = null, changeType } = wish;
    const { kind, ownerId } = this.#about(tenantId, wish);
    const encryption = encryptionOf(wish);
    const expiresAt = this.#expiry(wish.expirationDateTime, longestMs(kind, encryption !== null));
    checkLifecycle(kind, lifecycleNotificationUrl, expiresAt.getTime() - this.#world.settings.now());
    for (const url of [notificationUrl, lifecycleNotificationUrl]) if (url !== null) await this.#post.shakeHands(url);
    const made = {
      ...{ id: randomUUID(), tenantId, kind, ownerId, resource: wish.resource, changeType, expiresAt, encryption },
      ...{ notificationUrl, lifecycleNotificationUrl, clientState, awaitsReauthorization: false },
    };
    this.#all.set(made.id, made);
    return made;
  }

  renew(tenantId: string, id: string, expirationDateTime: unknown): Subscription {
    const before = this.get(tenantId, id);
    const expiresAt = this.#expiry(expirationDateTime, longestMs(before.kind, before.encryption !== null));
    const renewed = { ...before, expiresAt, awaitsReauthorization: false };
    this.#all.set(id, renewed);
    return renewed;
  }

  reauthorize(tenantId: string, id: string): void {
    this.#all.set(id, { ...this.get(tenantId, id), awaitsReauthorization: false });
  }

  remove(id: string): void {
    this.#all.delete(id);
  }

  /** Whoever asked for such news is told. */
  async tell(tenantId: string, news: News): Promise<void> {
    if (this.news === 'lose') return;
    const wanted = this.of(tenantId).filter(
      ({ kind, ownerId, changeType }) =>
        kind === news.kind && ownerId === news.ownerId && changeType.toLowerCase().includes(news.changeType),
    );
    await Promise.all(wanted.map((one) => this.#send(one, this.#itemFor(one, news))));
  }

  async lifecycle(one: Subscription, lifecycleEvent: LifecycleEvent): Promise<void> {
    if (lifecycleEvent === 'subscriptionRemoved') this.#all.delete(one.id);
    if (lifecycleEvent === 'reauthorizationRequired') this.#all.set(one.id, { ...one, awaitsReauthorization: true });
    const item = { ...this.#head(one), lifecycleEvent };
    await this.#post.deliver(one.lifecycleNotificationUrl ?? one.notificationUrl, { value: [item] });
  }

  close(): void {
    for (const { timer } of this.#held.values()) clearTimeout(timer);
    this.#post.close();
  }

  #isOver = ({ expiresAt }: Subscription): boolean => expiresAt.getTime() <= this.#world.settings.now();

  #about(tenantId: string, { resource, changeType }: Wish): Pick<Subscription, 'kind' | 'ownerId'> {
    const asked = readResource(resource, changeType);
    if (asked.kind === 'transcripts') return { kind: asked.kind, ownerId: null };
    const ownerId = this.#mailboxOf(tenantId, asked.mailbox);
    if (ownerId === null) throw new GraphError(404, 'ResourceNotFound', 'The mailbox was not found.');
    if (this.of(tenantId).filter((one) => one.ownerId === ownerId).length >= MOST_OF_A_MAILBOX)
      throw new GraphError(403, 'ExtensionError', 'The mailbox has reached its limit of 1000 subscriptions.');
    return { kind: asked.kind, ownerId };
  }

  #expiry(asked: unknown, longest: number): Date {
    const now = this.#world.settings.now();
    const at = typeof asked === 'string' ? Date.parse(asked) : Number.NaN;
    if (Number.isNaN(at) || at <= now) throw invalid('Subscription expiration must be in the future.');
    if (at > now + longest)
      throw invalid(`Subscription expiration can only be ${longest / 60_000} minutes in the future.`);
    return new Date(Math.max(at, now + SHORTEST_MS));
  }

  #head = ({ id, tenantId, clientState, expiresAt }: Subscription) => ({
    subscriptionId: id,
    tenantId,
    clientState,
    subscriptionExpirationDateTime: expiresAt.toISOString(),
  });

  #itemFor(one: Subscription, { changeType, resource, resourceData, content }: News) {
    const item = { ...this.#head(one), changeType, resource, resourceData };
    return one.encryption === null ? item : { ...item, encryptedContent: encrypted(one.encryption, content()) };
  }

  async #send(one: Subscription, item: object): Promise<void> {
    if (this.news === 'outOfOrder') {
      this.#holdBack(one, item);
      return;
    }
    await this.#deliver(one, item);
    if (this.news === 'twice') await this.#deliver(one, item);
    if (this.news !== 'forged') return;
    await this.#deliver(one, { ...item, clientState: 'guessed' });
    await this.#deliver(one, { ...item, subscriptionId: randomUUID() });
  }

  /** Sent after the one that comes next, or a little later by itself. */
  #holdBack(one: Subscription, item: object): void {
    const held = this.#held.get(one.id);
    if (held !== undefined) {
      clearTimeout(held.timer);
      this.#held.delete(one.id);
      void this.#deliver(one, item).then(() => this.#deliver(one, held.item));
      return;
    }
    const timer = setTimeout(() => {
      this.#held.delete(one.id);
      void this.#deliver(one, item);
    }, HELD_MS);
    this.#held.set(one.id, { item, timer });
  }

  async #deliver({ notificationUrl, tenantId, encryption }: Subscription, item: object): Promise<void> {
    const proof = encryption === null ? {} : { validationTokens: [await this.#validationToken(tenantId)] };
    await this.#post.deliver(notificationUrl, { value: [item], ...proof });
  }

  #validationToken(tenantId: string): Promise<string> {
    const now = Math.floor(this.#world.settings.now() / 1_000);
    const lifetime = { iat: now, nbf: now, exp: now + 3_600 };
    const issuer = `https://sts.windows.net/${tenantId}/`;
    return this.#world.entraKeys.sign({ aud: CLIENT_ID, iss: issuer, tid: tenantId, appid: NOTIFIER, ...lifetime });
  }
}

/** @throws GraphError 400 */
function encryptionOf(wish: Wish): Encryption | null {
  if (wish.includeResourceData !== true) return null;
  const { encryptionCertificate: certificate, encryptionCertificateId: certificateId, resource } = wish;
  if (!certificate || !certificateId) throw invalid('An encryption certificate and its id are needed.');
  if (/events/i.test(resource) && !resource.includes('$select='))
    throw invalid('A $select is needed for resource data of this resource.');
  checkCertificate(certificate);
  return { certificate, certificateId };
}
