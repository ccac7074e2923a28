import type { Blobs, Clock, Database, Tx } from '../../platform/index.ts';
import { type NamesOf, removeBytes } from '../../records/index.ts';

/** Attachments in every version, unless they went with the document of their case. */
export const attachmentNames: NamesOf = async (owner, sha256s) => {
  const { rows } = await owner.query<{ sha256: string }>(
    `select distinct h.detail->>'sha256' as sha256 from kaigi.approvals_history h
     where h.act in ('ATTACHED', 'ATTACHMENT_REPLACED') and h.detail->>'sha256' = any($1::text[])
       and not exists (select from kaigi.approvals_attachment_gone g where g.municipality_id = h.municipality_id
         and g.case_id = h.case_id and g.sha256 = h.detail->>'sha256')`,
    [sha256s],
  );
  return rows.map(({ sha256 }) => sha256);
};

interface GoneParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly names: () => readonly NamesOf[];
}

export interface DisposedDocument {
  readonly municipalityId: string;
  readonly recordId: string;
  readonly caseId: string;
}

/** Which bytes go, written down before the first of them does. */
async function listed(tx: Tx, { recordId, caseId }: DisposedDocument): Promise<void> {
  await tx.query(
    `insert into kaigi.approvals_attachment_gone (municipality_id, case_id, sha256, record_id)
     select distinct h.municipality_id, h.case_id, h.detail->>'sha256', $3::uuid
     from kaigi.approvals_history h
     where h.municipality_id = $1 and h.case_id = $2 and h.act in ('ATTACHED', 'ATTACHMENT_REPLACED')
     on conflict do nothing`,
    [tx.municipalityId, caseId, recordId],
  );
}

const waiting = (tx: Tx, caseId: string): Promise<{ sha256: string }[]> =>
  tx.query(
    `select g.sha256 from kaigi.approvals_attachment_gone g
     where g.municipality_id = $1 and g.case_id = $2 and g.outcome is null`,
    [tx.municipalityId, caseId],
  );

/**
 * The document of a case is gone, and so is what was attached to it. Told again, it goes on where it stopped. True when
 * something was put so lately that somebody may be about to use it: to be done again later.
 */
export async function removeAttachments(parts: GoneParts, gone: DisposedDocument): Promise<boolean> {
  const { db, clock } = parts;
  const { municipalityId, caseId } = gone;
  const rows = await db.inMunicipality(municipalityId, async (tx) => {
    await listed(tx, gone);
    return waiting(tx, caseId);
  });
  let isLater = false;
  for (const { sha256 } of rows) {
    const outcome = await removeBytes(parts, sha256);
    if (outcome === 'LATER') isLater = true;
    else
      await db.singly(municipalityId, (tx) =>
        tx.query(
          `update kaigi.approvals_attachment_gone g set outcome = $4, settled_at = $5
           where g.municipality_id = $1 and g.case_id = $2 and g.sha256 = $3`,
          [tx.municipalityId, caseId, sha256, outcome, clock.now()],
        ),
      );
  }
  return isLater;
}
