import { expiryOf, SignedOut, type SignIn } from './sign-in.ts';

// Comes with office.js, but not with its types.
declare const OfficeRuntime: {
  auth: { getAccessToken(options: { allowSignInPrompt: boolean; allowConsentPrompt: boolean }): Promise<string> };
};

/** Legacy Office single sign-on: for Office without nested app authentication, such as LTSC 2021. */
export class HostSignIn implements SignIn {
  #token = '';

  async token({ anew = false, ask = false }: { anew?: boolean; ask?: boolean } = {}): Promise<string> {
    if (!anew && Date.now() < expiryOf(this.#token)) return this.#token;
    try {
      this.#token = await OfficeRuntime.auth.getAccessToken({ allowSignInPrompt: ask, allowConsentPrompt: ask });
      return this.#token;
    } catch (error) {
      throw new SignedOut('the host gave no token', { cause: error });
    }
  }
}
