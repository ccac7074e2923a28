import { z } from 'zod';
import type { Cities } from '../city/cities.ts';
import type { City, Person } from '../city/city.ts';
import { GraphError } from '../graph/graph-error.ts';

/** A mail that somebody of the made-up cities was sent. */
export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly contentType: 'text' | 'html';
  readonly importance: 'low' | 'normal' | 'high';
}

/** Every city has one mailbox that belongs to nobody. */
const SHARED_NAME = 'kaigi';
const KEPT = 500;
const RECIPIENTS = 500;

// Graph takes names and values of enumerations in any case («Text», «text»).
const anyCase = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.toLowerCase() : value), z.enum(values));
const recipients = z.array(
  z.looseObject({ emailAddress: z.looseObject({ address: z.string(), name: z.string().nullish() }) }),
);
const sending = z.looseObject({
  message: z.looseObject({
    subject: z.string().nullish(),
    body: z.looseObject({ contentType: anyCase(['text', 'html']), content: z.string() }).nullish(),
    importance: anyCase(['low', 'normal', 'high']).optional(),
    toRecipients: recipients.nullish(),
    ccRecipients: recipients.nullish(),
    bccRecipients: recipients.nullish(),
  }),
  saveToSentItems: z.boolean().nullish(),
});

const isAddress = (text: string) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text);

/** Mail of the made-up cities, in memory: forgotten with the process. */
export class Mails {
  readonly #mails: Mail[] = [];
  readonly #cities: Cities;
  readonly #now: () => number;
  #made = 0;

  constructor(cities: Cities, now: () => number) {
    this.#cities = cities;
    this.#now = now;
  }

  /** The mailbox of a person, or the shared one, that a caller of this city names. @throws GraphError 404 */
  senderIn(city: City, name: string): string {
    if (name.toLowerCase() === `${SHARED_NAME}@${city.domain}`) return name.toLowerCase();
    const person = this.#cities.inTenant(city.tenantId, name);
    if (person) return person.signInName;
    throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${name}' is invalid.`);
  }

  /** @throws GraphError 400 */
  send(from: string, body: unknown): void {
    const wish = sending.safeParse(body);
    if (!wish.success) throw new GraphError(400, 'BadRequest', 'Unable to read JSON request payload.');
    const { message } = wish.data;
    const named = [message.toRecipients, message.ccRecipients, message.bccRecipients].flatMap((some) => some ?? []);
    const to = named.map(({ emailAddress }) => emailAddress.address.trim().toLowerCase());
    if (to.length === 0 || to.length > RECIPIENTS || !to.every(isAddress)) {
      throw new GraphError(400, 'ErrorInvalidRecipients', "At least one recipient isn't valid.");
    }
    this.#made += 1;
    this.#mails.unshift({
      id: `mail-${this.#made}`,
      at: new Date(this.#now()).toISOString(),
      from,
      to,
      subject: message.subject ?? '',
      text: message.body?.content ?? '',
      contentType: message.body?.contentType ?? 'text',
      importance: message.importance ?? 'normal',
    });
    this.#mails.length = Math.min(this.#mails.length, KEPT);
  }

  /** What this person was sent, the newest first. */
  of(person: Person): Mail[] {
    return this.#mails.filter(({ to }) => to.includes(person.signInName));
  }
}
