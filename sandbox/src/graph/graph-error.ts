import { randomUUID } from 'node:crypto';

/** A refusal as Graph words it. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;
  /** What some services say more exactly inside. */
  readonly innerCode: string | null;

  constructor(...[status, code, message, innerCode = null]: [number, string, string, (string | null)?]) {
    super(message);
    this.status = status;
    this.code = code;
    this.innerCode = innerCode;
  }

  toJSON(now: number): Record<string, unknown> {
    const requestId = randomUUID();
    // Graph writes this one date without a zone.
    const date = new Date(now).toISOString().slice(0, 19);
    const inner = this.innerCode === null ? {} : { code: this.innerCode };
    const innerError = { ...inner, date, 'request-id': requestId, 'client-request-id': requestId };
    return { error: { code: this.code, message: this.message, innerError } };
  }
}

export function unsupported(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message);
}

export function unknownResource(id: string): GraphError {
  const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return new GraphError(404, 'Request_ResourceNotFound', message);
}
