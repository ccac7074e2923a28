import type { Problem } from '@kaigi/core/contract';

/** The wish was refused by the service, with its own sentence. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** Seconds the service asked us to wait, or null. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.code);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** No answer came: no network, no service, or it took too long. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  const { code, detail, status } = value as Record<string, unknown>;
  return typeof code === 'string' && typeof detail === 'string' && typeof status === 'number';
}

/** `client.bad_answer` stands for whatever is not ours, such as a gateway's page of HTML. */
export function problemOf(status: number, body: unknown): Problem {
  if (isProblem(body)) return { ...body, errorId: typeof body.errorId === 'string' ? body.errorId : '' };
  return { type: 'about:blank', title: '', status, detail: '', code: 'client.bad_answer', errorId: '' };
}

export function retryAfterOf(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 60) : null;
}

/** True where the same wish may succeed a moment later without anybody changing it. */
export function isPassing(error: unknown): boolean {
  if (error instanceof UnreachableError) return true;
  return error instanceof ProblemError && (error.problem.status === 429 || error.problem.status >= 500);
}

/** True where the service has looked at the wish and says no: asked again, it would say the same. */
export function isRefusal(error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError) || isPassing(error)) return false;
  const { status } = error.problem;
  return status >= 400 && status !== 401;
}

/** How long to wait before try number `attempt` (from 0), in milliseconds. */
export function retryDelay(attempt: number, error: unknown): number {
  if (error instanceof ProblemError && error.retryAfter !== null) return error.retryAfter * 1000;
  return Math.min(400 * 2 ** attempt, 5000);
}

export function isConflict(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.problem.status === 409;
}

/** The present state that came with a 409, when it is the thing meant. */
export function presentOf<T extends { id: string; version: number }>(error: unknown, id: string): T | null {
  if (!isConflict(error)) return null;
  const present = error.problem.present;
  if (typeof present !== 'object' || present === null) return null;
  const { id: presentId, version } = present as Record<string, unknown>;
  return presentId === id && typeof version === 'number' ? (present as T) : null;
}
