import { describe, expect, it } from '@jest/globals';
import { DeliveryError } from '@kaigi/core/messenger';
import { InvariantError } from '@kaigi/core/shared';
import { callFailureFields, deliveryFailure, replyWaitSeconds, retryAfterSeconds } from './delivery-failure.ts';

const NOW = new Date('2026-11-21T00:00:00Z');

interface Said {
  readonly code?: string;
  readonly body?: unknown;
  readonly retryAfter?: string;
}
function refusal(statusCode: number, { code = '', body = {}, retryAfter }: Said = {}): Error {
  const headers = new Map(retryAfter === undefined ? [] : [['retry-after', retryAfter]]);
  const response = { bodyAsText: JSON.stringify(body), headers };
  return Object.assign(new Error('refused'), { statusCode, code, response });
}
const failure = (error: unknown) => {
  const found = deliveryFailure(error, NOW);
  return found instanceof DeliveryError ? { reason: found.reason, wait: found.retryAfterSeconds } : found.name;
};

describe('a message that the channel refused', () => {
  it.each(['MessageWritesBlocked', 'ConversationBlockedByUser'])('is blocked by %s', (subCode) => {
    const message = JSON.stringify({ subCode, details: null });
    expect(failure(refusal(403, { body: { errorCode: 209, message } }))).toEqual({ reason: 'blocked' });
  });

  it('has nobody to go to when the bot is not in the conversation', () => {
    expect(failure(refusal(403, { code: 'BotNotInConversationRoster' }))).toEqual({ reason: 'gone' });
  });

  it('is blocked by a 403 that gives no reason', () => {
    expect(failure(refusal(403))).toEqual({ reason: 'blocked' });
  });

  it.each([404, 410])('has nowhere to go after %i', (status) => {
    expect(failure(refusal(status, { code: 'ConversationNotFound' }))).toEqual({ reason: 'gone' });
  });

  it('waits as long as a 429 asks', () => {
    expect(failure(refusal(429, { retryAfter: '2.128' }))).toEqual({ reason: 'try-later', wait: 3 });
  });

  it.each([401, 412, 500, 502, 503, 504])('is tried again after %i', (status) => {
    expect(failure(refusal(status))).toEqual({ reason: 'try-later' });
  });

  it.each([400, 413])('is our mistake after %i', (status) => {
    expect(deliveryFailure(refusal(status), NOW)).toBeInstanceOf(InvariantError);
  });
});

describe('a message that did not reach the channel', () => {
  it.each(['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'REQUEST_SEND_ERROR'])('is tried again after %s', (code) => {
    expect(failure(Object.assign(new Error('x'), { code }))).toEqual({ reason: 'try-later' });
  });

  it('is tried again when it was broken off, or the token did not come', () => {
    expect(failure(Object.assign(new Error('x'), { name: 'AbortError' }))).toEqual({ reason: 'try-later' });
    expect(failure(new TypeError('fetch failed'))).toEqual({ reason: 'try-later' });
    expect(failure(Object.assign(new Error('x'), { errorCode: 'invalid_client' }))).toEqual({ reason: 'try-later' });
  });

  it('is a bug when nothing of this is the case', () => {
    expect(failure(new RangeError('x'))).toBe('RangeError');
    expect(failure('x')).toBe('InvariantError');
  });
});

describe('Retry-After', () => {
  it.each([
    ['30', 30],
    ['0', 0],
    ['1.2', 2],
    ['Sat, 21 Nov 2026 00:01:00 GMT', 60],
    ['Sat, 21 Nov 2020 00:01:00 GMT', 0],
    ['999999', 3600],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%p is %p seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, NOW)).toBe(seconds);
  });
});

describe('a reply that was refused', () => {
  it.each([
    ['2.1', 3],
    ['5', 5],
    [undefined, 1],
    ['6', null],
    ['Sat, 21 Nov 2026 00:01:00 GMT', null],
  ])('with a 429 and Retry-After %p waits %p seconds', (retryAfter, wait) => {
    expect(replyWaitSeconds(refusal(429, retryAfter === undefined ? {} : { retryAfter }), NOW)).toBe(wait);
  });

  it('for any other reason is not tried again, since it may have arrived', () => {
    expect(replyWaitSeconds(refusal(503, { retryAfter: '1' }), NOW)).toBeNull();
    expect(replyWaitSeconds(new TypeError('fetch failed'), NOW)).toBeNull();
  });
});

describe('what the log keeps of a failed call', () => {
  it('is status and code, never the request with its token', () => {
    const error = Object.assign(refusal(403, { code: 'Forbidden' }), {
      request: { headers: { authorization: 'Bearer x' } },
    });
    expect(callFailureFields(error)).toEqual({ status: 403, code: 'Forbidden', error: 'Error' });
  });
});
