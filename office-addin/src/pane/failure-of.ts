import type { Problem } from '@kaigi/core/contract';
import { ApiFailure } from '../api/failure.ts';
import { SignedOut } from '../sign-in/sign-in.ts';
import { WordProblem } from '../word/word-document.ts';
import type { Failure } from './pane-state.ts';

/** The service's sentence; the number only where the sentence does not name it. */
const toldBy = ({ detail, errorId }: Problem): Pick<Failure, 'sentence' | 'errorId'> =>
  detail.includes(errorId) ? { sentence: detail } : { sentence: detail, errorId };

/** What a person is told about anything that went wrong. */
export function failureOf(error: unknown, options: { changing: boolean }): Failure {
  if (error instanceof WordProblem) return { code: `word.${error.code}`, unsure: false };
  if (error instanceof SignedOut) return { code: 'failed.signedOut', unsure: false };
  if (!(error instanceof ApiFailure)) return { code: 'failed.unexpected', unsure: false };
  if (error.kind === 'signedOut') return { code: 'failed.signedOut', unsure: false };
  const told = error.problem ? toldBy(error.problem) : {};
  if (error.kind === 'unsure' && options.changing) return { code: 'unsure', unsure: true };
  return { code: error.kind === 'unsure' ? 'failed.network' : 'failed.unexpected', unsure: false, ...told };
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof SignedOut || (error instanceof ApiFailure && error.kind === 'signedOut');
}

export function isNotFound(error: unknown): boolean {
  const status = error instanceof ApiFailure ? error.problem?.status : undefined;
  return status === 404 || status === 403;
}
