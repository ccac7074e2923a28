/** A refusal of the connector: `{ error: { code, message } }`, or a body of its own. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly retryAfter: number | null;

  constructor(status: number, body: Record<string, unknown>, retryAfter: number | null = null) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}

export function connectorError(status: number, code: string, message: string): ConnectorError {
  return new ConnectorError(status, { error: { code, message } });
}

export function throttled(seconds: number): ConnectorError {
  const error = { code: 'Throttled', message: 'Too many requests.' };
  return new ConnectorError(429, { error }, seconds);
}

/** What Teams answers when a person has blocked or removed the bot: JSON inside JSON. */
export function messageWritesBlocked(): Record<string, unknown> {
  const details = {
    subCode: 'MessageWritesBlocked',
    details: 'Thread is blocked from message writes.',
    errorCode: null,
    errorSubCode: null,
  };
  return { errorCode: 209, message: JSON.stringify(details, null, 1) };
}
