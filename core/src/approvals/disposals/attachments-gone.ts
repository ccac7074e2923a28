import type { Tx } from '../../platform/index.ts';
import type { NamesOf } from '../../records/index.ts';

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

/**
 * The document of a case goes, and with it what was attached to the case, in every version: which files, for whoever removes
 * them. Written down in the transaction in which the document goes.
 */
export async function forgetAttachments(tx: Tx, recordId: string): Promise<readonly string[]> {
  const gone = await tx.query<{ sha256: string }>(
    `insert into kaigi.approvals_attachment_gone (municipality_id, case_id, sha256, record_id)
     select distinct h.municipality_id, h.case_id, h.detail->>'sha256', $2::uuid
     from kaigi.records_record r
     join kaigi.approvals_history h on h.municipality_id = r.municipality_id and h.case_id = r.case_id
     where r.municipality_id = $1 and r.id = $2 and h.act in ('ATTACHED', 'ATTACHMENT_REPLACED')
     on conflict do nothing returning sha256`,
    [tx.municipalityId, recordId],
  );
  return gone.map(({ sha256 }) => sha256);
}
