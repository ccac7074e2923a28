import { SignedOut, type SignIn } from './sign-in.ts';

/** Tries one way of signing in after the other, and stays with the first that gave a token. */
export class FirstThatWorks implements SignIn {
  readonly #ways: readonly SignIn[];
  #chosen: SignIn | undefined;

  constructor(ways: readonly SignIn[]) {
    this.#ways = ways;
  }

  async token(options: { anew?: boolean; ask?: boolean } = {}): Promise<string> {
    // Who is asked to sign in may do so by any of them: what worked before may have stopped.
    const ways = this.#chosen && !options.ask ? [this.#chosen] : this.#ways;
    let last: unknown;
    for (const way of ways) {
      try {
        const token = await way.token(options);
        this.#chosen = way;
        return token;
      } catch (error) {
        last = error;
      }
    }
    throw last instanceof SignedOut ? last : new SignedOut('no way to sign in gave a token', { cause: last });
  }
}
