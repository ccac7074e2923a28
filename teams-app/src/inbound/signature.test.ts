import { describe, expect, it } from '@jest/globals';
import { checkSignature, signatureOf } from './signature.ts';

// The example that the Standard Webhooks specification gives with its libraries.
const KEY = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const TIMESTAMP = '1614265330';
const BODY = Buffer.from('{"test": 2432232314}');
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const headers = { id: ID, timestamp: TIMESTAMP, signature: SIGNATURE };
const now = new Date(Number(TIMESTAMP) * 1_000 + 60_000);

describe('A-42: the signature of another system', () => {
  it('A-42: is that of the specification', () => {
    expect(`v1,${signatureOf(KEY, headers, BODY).toString('base64')}`).toBe(SIGNATURE);
    expect(checkSignature({ key: KEY, now }, headers, BODY)).toBe('fine');
  });

  it('A-42: is fine beside that of another key, while keys are being changed', () => {
    const two = { ...headers, signature: `v1,AAAA v2,${SIGNATURE.slice(3)} ${SIGNATURE}` };
    expect(checkSignature({ key: KEY, now }, two, BODY)).toBe('fine');
  });

  it.each([
    ['another body', headers, Buffer.from('{"test": 2432232315}')],
    ['another id', { ...headers, id: 'msg_other' }, BODY],
    ['another moment', { ...headers, timestamp: '1614265331' }, BODY],
    ['no signature', { ...headers, signature: '' }, BODY],
    ['another kind of signature', { ...headers, signature: SIGNATURE.replace('v1', 'v1a') }, BODY],
    ['a sixth signature', { ...headers, signature: `${'v1,AAAA '.repeat(5)}${SIGNATURE}` }, BODY],
  ])('A-42: does not fit %s', (_, given, body) => {
    expect(checkSignature({ key: KEY, now }, given, body)).toBe('wrong');
  });

  it.each([301, -301])('A-42: is too old, or of a wrong clock, %d seconds away', (seconds) => {
    const then = new Date((Number(TIMESTAMP) + seconds) * 1_000);
    expect(checkSignature({ key: KEY, now: then }, headers, BODY)).toBe('too_old');
  });
});
