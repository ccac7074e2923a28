import { describe, expect, it } from '@jest/globals';
import { FirstThatWorks } from './first-that-works.ts';
import { SignedOut, type SignIn } from './sign-in.ts';

function way(token: string | null, asked: string[], name: string): SignIn & { answer: string | null } {
  const made = {
    answer: token,
    async token(options: { ask?: boolean } = {}) {
      asked.push(`${name}${options.ask ? ' asking' : ''}`);
      if (made.answer === null) throw new SignedOut(name);
      return made.answer;
    },
  };
  return made;
}

describe('R-30: signing in where nested app authentication does not work', () => {
  it('R-30: falls back to the host, stays there, and begins with the first again when the person is asked', async () => {
    const asked: string[] = [];
    const nested = way(null, asked, 'nested');
    const host = way('token', asked, 'host');
    const signIn = new FirstThatWorks([nested, host]);
    expect([await signIn.token(), await signIn.token()]).toEqual(['token', 'token']);
    nested.answer = 'new';
    expect(await signIn.token({ ask: true })).toBe('new');
    expect(await signIn.token()).toBe('new');
    expect(asked).toEqual(['nested', 'host', 'host', 'nested asking', 'nested']);
  });

  it('R-30: says that nobody is signed in when no way gives a token', async () => {
    const asked: string[] = [];
    const signIn = new FirstThatWorks([way(null, asked, 'nested'), way(null, asked, 'host')]);
    await expect(signIn.token()).rejects.toBeInstanceOf(SignedOut);
    await expect(new FirstThatWorks([]).token()).rejects.toBeInstanceOf(SignedOut);
  });
});
