import type { ChatMessage } from '../shared/index.ts';

/** Sends into a person's chat; answered by `bot/`, so that nothing here knows Teams. */
export interface Messenger {
  /** @throws DeliveryError */
  send(reference: unknown, message: ChatMessage): Promise<{ activityId: string }>;
  /** Replaces a message sent before. @throws DeliveryError */
  update(reference: unknown, activityId: string, message: ChatMessage): Promise<void>;
}

/**
 * Why a message did not arrive: `blocked` (the person or a policy refuses the app: do not try again),
 * `gone` (the app was removed, or the conversation or message is no more), `try-later` (limits, outage).
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly reason: 'blocked' | 'gone' | 'try-later';
  readonly retryAfterSeconds: number | undefined;

  constructor(reason: DeliveryError['reason'], retryAfterSeconds?: number) {
    super(reason);
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
