import { announce, type Database } from '../platform/index.ts';
import { inParts } from '../shared/index.ts';
import type { JobsParts } from './jobs.ts';

// NOTIFY takes 8,000 bytes; an id is 39 with its quotes and comma.
const AUDIENCE_AT_ONCE = 150;

/** Tells the open pages of every process that cases have changed. */
export const caseAnnouncer =
  (db: Database): JobsParts['announce'] =>
  (municipalityId, told) => {
    const facts = told.flatMap(({ event: { id: caseId, version }, audience }) =>
      inParts(audience, AUDIENCE_AT_ONCE).map((some) => ({
        ...{ municipalityId, topic: 'approvals/case-changed', payload: { caseId, version, audience: some } },
      })),
    );
    return announce(db.owner, facts);
  };
