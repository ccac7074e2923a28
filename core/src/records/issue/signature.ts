import type { LocalDate } from '../../shared/index.ts';

/** What a checker of signatures (LGPKI, PAdES) finds in a file; none comes with the product. */
export interface SignatureFound {
  readonly status: 'VALID' | 'INVALID' | 'UNKNOWN';
  readonly by: string;
  readonly until: LocalDate | null;
}
export type CheckSignature = (bytes: Uint8Array) => Promise<SignatureFound>;
