import { describe, expect, it } from '@jest/globals';
import { type AuthenticateRequestResult, ClaimsIdentity } from 'botframework-connector';
import { createVerifiedTokens } from './verified-tokens.ts';

const SECOND = 1_000;
const START = 1_700_000_000 * SECOND;

function checked(exp: unknown): AuthenticateRequestResult {
  // The SDK's type says string; what was a number in the token is a number here.
  return { claimsIdentity: new ClaimsIdentity([{ type: 'exp', value: exp as string }], true), audience: '' };
}

function memory() {
  let time = START;
  const tokens = createVerifiedTokens(() => time);
  const after = (seconds: number) => {
    time = START + seconds * SECOND;
  };
  return { tokens, after };
}

describe('a token that was found right', () => {
  it('is known again, and no other text is', () => {
    const { tokens } = memory();
    const result = checked(START / SECOND + 3_600);
    tokens.keep('Bearer a.b.c', result);
    expect(tokens.find('Bearer a.b.c')).toBe(result);
    for (const other of ['Bearer a.b.d', 'bearer a.b.c', 'Bearer a.b.c ', 'a.b.c', '']) {
      expect(tokens.find(other)).toBeNull();
    }
  });

  it('is checked anew after a minute, lest a withdrawn key be believed', () => {
    const { tokens, after } = memory();
    tokens.keep('Bearer a.b.c', checked(START / SECOND + 3_600));
    after(59);
    expect(tokens.find('Bearer a.b.c')).not.toBeNull();
    after(60);
    expect(tokens.find('Bearer a.b.c')).toBeNull();
  });

  it('is not known past its own end', () => {
    const { tokens, after } = memory();
    tokens.keep('Bearer a.b.c', checked(START / SECOND + 5));
    after(4.9);
    expect(tokens.find('Bearer a.b.c')).not.toBeNull();
    after(5);
    expect(tokens.find('Bearer a.b.c')).toBeNull();
  });

  it.each([undefined, null, 'soon', String(START)])('is checked each time when its end is %j', (exp) => {
    const { tokens } = memory();
    tokens.keep('Bearer a.b.c', checked(exp));
    expect(tokens.find('Bearer a.b.c')).toBeNull();
  });

  it('gives way to newer ones when there are very many', () => {
    const { tokens } = memory();
    for (let i = 0; i <= 1_000; i += 1) tokens.keep(`Bearer ${i}`, checked(START / SECOND + 3_600));
    expect(tokens.find('Bearer 0')).toBeNull();
    expect(tokens.find('Bearer 1')).not.toBeNull();
    expect(tokens.find('Bearer 1000')).not.toBeNull();
  });
});
