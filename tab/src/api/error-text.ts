import { type Locale, say } from '@kaigi/core/shared';
import { SignInError, signInSentence } from '../teams/sign-in-error.ts';
import { ProblemError, UnreachableError } from './problem.ts';
import { apiText } from './text.ts';

export interface ErrorWords {
  readonly sentence: string;
  /** Null also where the sentence names it already. */
  readonly errorId: string | null;
  /** True where only signing in again helps. */
  readonly signIn: boolean;
}

function problemWords({ problem }: ProblemError, locale: Locale): ErrorWords {
  const fallback = problem.status === 404 ? 'client.not_found' : 'client.bad_answer';
  const sentence = problem.detail || say(apiText, problem.code, locale) || apiText[fallback][locale];
  const named = sentence.includes(problem.errorId);
  return { sentence, errorId: named ? null : problem.errorId, signIn: problem.status === 401 };
}

/** What to tell the person. The service's own sentence is best: it knows why. */
export function errorWords(error: unknown, locale: Locale): ErrorWords {
  if (error instanceof ProblemError) return problemWords(error, locale);
  if (error instanceof SignInError) return { sentence: signInSentence(error, locale), errorId: null, signIn: true };
  const code = error instanceof UnreachableError ? 'client.unreachable' : 'client.unknown';
  return { sentence: apiText[code][locale], errorId: null, signIn: false };
}
