import { limitedThreads } from '../../platform/index.ts';
import { KaigiError } from '../../shared/index.ts';
import type { Certificate } from './contract.ts';

/** @throws unavailable `approvals.certificate_busy` */
export type DrawCertificate = (certificate: Certificate) => Promise<Uint8Array>;

const busy = () => new KaigiError('unavailable', 'approvals.certificate_busy');

/** Drawing takes a tenth of a second of computing: in a thread of its own, so that nobody else waits for it. */
export function certificateDrawer(): DrawCertificate {
  return limitedThreads<Certificate, Uint8Array>({
    module: new URL('./certificate-worker.ts', import.meta.url),
    limits: { workers: 1, waiting: 32, deadlineMs: 20_000, heapMb: 256 },
    refusals: { tooMuch: busy, busy },
  });
}
