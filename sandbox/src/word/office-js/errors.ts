import type { WordFailure } from '../protocol.ts';

/** As Word's API throws it: `code` is what an add-in branches on. */
export class OfficeExtensionError extends Error {
  override readonly name = 'RichApi.Error';
  readonly code: string;
  readonly debugInfo: { code: string; message: string; errorLocation: string };
  readonly traceMessages: string[] = [];

  constructor(failure: WordFailure) {
    super(failure.message);
    this.code = String(failure.code);
    this.debugInfo = { code: this.code, message: failure.message, errorLocation: failure.errorLocation ?? '' };
  }
}

export function asOfficeError(reason: unknown): unknown {
  if (
    typeof reason === 'object' &&
    reason !== null &&
    'code' in reason &&
    'message' in reason &&
    !(reason instanceof Error)
  ) {
    return new OfficeExtensionError(reason as WordFailure);
  }
  return reason;
}

export function notLoaded(property: string): OfficeExtensionError {
  return new OfficeExtensionError({
    code: 'PropertyNotLoaded',
    message: `The property '${property}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
    errorLocation: property,
  });
}
