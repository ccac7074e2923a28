import type { Problem } from '@kaigi/core/contract';

/**
 * `unsure`: nobody knows whether it arrived (connection lost, the service in trouble): the same action may be sent
 * again under the same key. `refused`: the service answered, and its answer stands.
 */
export type FailureKind = 'unsure' | 'refused' | 'signedOut';

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly kind: FailureKind;
  readonly problem: Problem | undefined;

  constructor(kind: FailureKind, details: { problem?: Problem | undefined; cause?: unknown } = {}) {
    super(details.problem?.detail ?? kind, { cause: details.cause });
    this.kind = kind;
    this.problem = details.problem;
  }
}

/** 408, 425, 429 and 5xx say nothing about whether the action was done. */
export function kindOf(status: number): FailureKind {
  if (status === 401) return 'signedOut';
  if (status >= 500 || status === 408 || status === 425 || status === 429) return 'unsure';
  return 'refused';
}
