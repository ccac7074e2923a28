import type { ErrorParams } from '@kaigi/core/shared';

export interface Checked {
  readonly status: 'ok' | 'warn' | 'fail';
  /** What was looked at. */
  readonly check: string;
  readonly code: string;
  readonly params: ErrorParams;
}

export function checked(status: Checked['status'], code: string, params: ErrorParams = {}): Checked {
  return { status, check: code.split('.')[0] ?? code, code: `doctor.${code}`, params };
}
