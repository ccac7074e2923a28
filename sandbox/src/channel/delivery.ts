import { setTimeout as pause } from 'node:timers/promises';
import { BOT_RESOURCE, CLIENT_ID } from '../settings.ts';
import type { World } from '../world.ts';
import type { Activity } from './activities.ts';

export type Posted = { reached: true; status: number; body: unknown } | { reached: false; timedOut: boolean };
export type Outcome = 'delivered' | 'refused' | 'given-up';

interface Parcel {
  readonly activity: Activity;
  /** News of an installation is never given up: without it the bot does not know the chat. */
  readonly lasting: boolean;
  readonly since: number;
  readonly done: (outcome: Outcome) => void;
}

const BUSY = new Set([429, 502, 503, 504]);
const MESSAGE_TIMEOUT_MS = 15_000;

/** Carries activities to the bot, signed; one conversation's activities stay in order. */
export class Delivery {
  readonly #world: World;
  readonly #queues = new Map<string, Parcel[]>();
  readonly #closing = new AbortController();

  constructor(world: World) {
    this.#world = world;
  }

  serviceUrl(): string {
    return `${this.#world.origin()}/channel/`;
  }

  send(conversationId: string, activity: Activity, { lasting }: { lasting: boolean }): Promise<Outcome> {
    return new Promise((done) => {
      const parcel = { activity, lasting, since: this.#world.settings.now(), done };
      const queue = this.#queues.get(conversationId);
      if (queue !== undefined) {
        queue.push(parcel);
        return;
      }
      this.#queues.set(conversationId, [parcel]);
      void this.#work(conversationId);
    });
  }

  /** One try, for pressed cards: the person waits for the answer. */
  async post(activity: Activity, timeoutMs: number): Promise<Posted> {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await fetch(`${this.#world.settings.serviceUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${await this.#token()}` },
        body: JSON.stringify(activity),
        signal,
      });
      return { reached: true, status: response.status, body: parse(await response.text()) };
    } catch (error) {
      return { reached: false, timedOut: error instanceof DOMException && error.name === 'TimeoutError' };
    }
  }

  close(): void {
    this.#closing.abort();
  }

  async #work(conversationId: string): Promise<void> {
    const queue = this.#queues.get(conversationId) ?? [];
    for (let parcel = queue[0]; parcel !== undefined; parcel = queue[0]) {
      const outcome = await this.#deliver(parcel);
      if (this.#closing.signal.aborted) return;
      queue.shift();
      parcel.done(outcome);
    }
    this.#queues.delete(conversationId);
  }

  async #deliver(parcel: Parcel): Promise<Outcome> {
    const { retryDelaysMs, giveUpAfterMs, now } = this.#world.settings;
    for (let turn = 0; ; turn++) {
      const posted = await this.post(parcel.activity, MESSAGE_TIMEOUT_MS);
      if (posted.reached && posted.status < 300) return 'delivered';
      if (posted.reached && !BUSY.has(posted.status) && !parcel.lasting) return 'refused';
      if (!parcel.lasting && now() - parcel.since > giveUpAfterMs) return 'given-up';
      const delay = retryDelaysMs[Math.min(turn, retryDelaysMs.length - 1)] ?? 1_000;
      const stopped = await pause(delay, false, { signal: this.#closing.signal }).catch(() => true);
      if (stopped) return 'given-up';
    }
  }

  #token(): Promise<string> {
    const now = Math.floor(this.#world.settings.now() / 1_000);
    return this.#world.channelKeys.sign({
      iss: BOT_RESOURCE,
      aud: CLIENT_ID,
      serviceurl: this.serviceUrl(),
      nbf: now - 60,
      iat: now,
      exp: now + 3_600,
    });
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
