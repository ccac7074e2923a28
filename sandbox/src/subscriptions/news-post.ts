import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../settings.ts';
import { invalid } from './subscription.ts';

const HANDSHAKE_MS = 10_000;
const DELIVERY_MS = 3_000;

const isHere = (url: string) => ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

/** The way to the addresses that news go to; addresses of this machine only. */
export class NewsPost {
  readonly #settings: Settings;
  readonly #closing = new AbortController();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  close(): void {
    this.#closing.abort();
  }

  /** @throws GraphError 400 where nobody answers as they should */
  async shakeHands(url: string): Promise<void> {
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
  async deliver(url: string, content: object): Promise<void> {
    const { retryDelaysMs, giveUpAfterMs, now } = this.#settings;
    const since = now();
    const sending = { timeoutMs: DELIVERY_MS, contentType: 'application/json', body: JSON.stringify(content) };
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
