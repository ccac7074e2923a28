import type { Locale } from '@kaigi/core/shared';
import { teamsText } from './text.ts';

export type SignInTrouble = 'failed' | 'cancelled' | 'consent' | 'expired' | 'unreachable' | 'no_host';

export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly trouble: SignInTrouble;

  constructor(trouble: SignInTrouble, cause?: unknown) {
    super(`sign_in.${trouble}`, { cause });
    this.trouble = trouble;
  }
}

/** What an identity provider or a host means by its error code. */
export function troubleOf(code: string): SignInTrouble {
  if (/cancel|access_denied|user_denied/i.test(code)) return 'cancelled';
  if (/consent/i.test(code)) return 'consent';
  if (/invalid_grant|interaction_required|login_required/i.test(code)) return 'expired';
  return 'failed';
}

export function signInSentence(error: SignInError, locale: Locale): string {
  return teamsText[`sign_in.${error.trouble}`][locale];
}
