import type { Readable } from 'node:stream';
import { z } from 'zod';
import { type Caller, type Route, route } from '../../shared/index.ts';
import { checkRecord } from './check.ts';
import { type RecordCheck, RecordCheckSchema } from './check-contract.ts';
import { type RecordProof, RecordProofSchema } from './contract.ts';
import { recordsNamed } from './evidence.ts';
import { type PackageParts, type PackageRequest, proofOfRecord, writePackage } from './package.ts';

export interface Packages {
  /**
   * Records with files, metadata, history and proofs as one bag (RFC 8493), a zip that is written as it is read. Who may
   * ask for it is settled by the caller of this function. The stream fails with `records.content_missing` or
   * `records.content_altered`.
   */
  write(request: PackageRequest): Promise<Readable>;
  /** Which records these ids mean: their own, or those of their cases. For the command line, which asks nobody. */
  named(municipalityId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** @throws not-found `records.not_found`, also for who may not read the record */
  proofOf(caller: Caller, recordId: string): Promise<RecordProof>;
  /** Whether it is as it was recorded, looked at now. @throws not-found `records.not_found` */
  check(caller: Caller, recordId: string): Promise<RecordCheck>;
}

interface Parts extends PackageParts {
  /** Refuses who may not read the record. */
  readonly read: (caller: Caller, recordId: string) => Promise<{ readonly id: string }>;
}

export function createPackages(parts: Parts): Packages {
  return {
    write: (request) => writePackage(parts, request),
    named: (municipalityId, ids) => parts.db.inMunicipality(municipalityId, (tx) => recordsNamed(tx, ids)),
    async proofOf(caller, recordId) {
      const { id } = await parts.read(caller, recordId);
      return proofOfRecord(parts, caller.municipalityId, id);
    },
    async check(caller, recordId) {
      const { id } = await parts.read(caller, recordId);
      return checkRecord(parts, { municipalityId: caller.municipalityId, recordId: id });
    },
  };
}

export const packagesRoutes = (packages: Packages): Route[] => [
  route({
    method: 'GET',
    path: '/records/{id}/proof',
    summary: { ja: '文書が改ざんされていないことの証明', en: 'What proves that a record is as it was recorded' },
    params: z.object({ id: z.string().max(100) }),
    answer: RecordProofSchema,
    handle: (caller, { params }) => packages.proofOf(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/records/{id}/proof/check',
    summary: {
      ja: '文書が登録の後に変わっていないかを、いま調べた結果',
      en: 'Whether a record is as it was recorded, looked at now',
    },
    params: z.object({ id: z.string().max(100) }),
    answer: RecordCheckSchema,
    handle: (caller, { params }) => packages.check(caller, params.id),
  }),
];
