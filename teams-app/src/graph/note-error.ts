import { DeliveryError } from '@kaigi/core';
import { KaigiError } from '@kaigi/core/shared';
import { GraphRefusal } from './graph-client.ts';

/** What a note's failure means for its person: refused for good, come again, or a fault of our own. */
export function noteError(error: unknown): unknown {
  if (error instanceof GraphRefusal) return new DeliveryError('blocked');
  if (!(error instanceof KaigiError) || error.kind !== 'unavailable') return error;
  const { retryAfterSeconds } = error.params;
  return new DeliveryError('try-later', typeof retryAfterSeconds === 'number' ? retryAfterSeconds : undefined);
}
