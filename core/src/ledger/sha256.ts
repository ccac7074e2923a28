import { hash } from 'node:crypto';

/** The one hash of the log. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
