import type { Directory } from '../../directory/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import type { ApprovalCase } from '../case.ts';
import { permissions } from '../permissions.ts';
import { maySee } from '../policy.ts';
import { readCases } from '../queries.ts';
import type { Summaries, SummariesInput } from './contract.ts';
import { noteShown } from './queries.ts';

export interface BulkSummaries {
  /** What a list for bulk approval shows of each case that the caller may see; from then on they have seen it. */
  summaries(caller: Caller, input: SummariesInput): Promise<Summaries>;
}

const summaryOf = (one: ApprovalCase, mayBulkApprove: boolean): Summaries['items'][number] => ({
  caseId: one.caseId,
  version: one.version,
  title: one.title,
  proposalText: one.proposalText,
  drafterName: one.drafter.name,
  unitName: one.unitName,
  facts: { ...one.details.matter.facts },
  document: one.document.file.fileName,
  attachments: one.attachments.map(({ name }) => name),
  mayBulkApprove,
});

export function createSummaries(parts: { db: Database; clock: Clock; directory: Directory }): BulkSummaries {
  const { db, clock, directory } = parts;
  return {
    summaries: (caller, { caseIds }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const [actor, cases] = await Promise.all([directory.actorOf(tx, caller), readCases(tx, [...new Set(caseIds)])]);
        const place = new Map(caseIds.map((caseId, at) => [caseId, at]));
        const seen = cases
          .filter((one) => maySee(actor, one))
          .sort((a, b) => (place.get(a.caseId) ?? 0) - (place.get(b.caseId) ?? 0));
        await noteShown(tx, { staffId: actor.staffId, at: clock.now(), cases: seen });
        return { items: seen.map((one) => summaryOf(one, permissions.bulkApprove(actor, one))) };
      }),
  };
}
