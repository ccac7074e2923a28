import type { Tx } from '../../platform/index.ts';
import { REDACTION, sealOfCopy } from '../disclosure/sealed.ts';
import type { RedactionRow } from '../disclosure/store.ts';
import type { Derived } from './derived.ts';

const PAGE = 500;

type Sealed = RedactionRow & { readonly seal: string | null };

const copiesAfter = (tx: Tx, after: Pick<Sealed, 'itemId' | 'nth'> | undefined): Promise<Sealed[]> =>
  tx.query<Sealed>(
    `select c.item_id as "itemId", c.nth, c.record_id as "recordId", c.source_sha256 as "sourceSha256",
       c.text_sha256 as "textSha256", c.passages, c.sha256, c.size, c.pages, c.made_by as "madeBy",
       c.made_at as "madeAt", c.salt, f.fact ->> 'seal' as seal
     from kaigi.records_redaction c
     left join kaigi.records_fact f on f.municipality_id = c.municipality_id and f.subject_kind = '${REDACTION}'
       and f.subject_id = c.item_id and f.seq = c.nth
     where c.municipality_id = $1 and ($2::uuid is null or (c.item_id, c.nth) > ($2, $3::int))
     order by c.item_id, c.nth limit ${PAGE}`,
    [tx.municipalityId, after?.itemId ?? null, after?.nth ?? null],
  );

/** Copies go with their record, and never before. */
const deleted = (tx: Tx): Promise<Derived[]> =>
  tx.query<Derived>(
    `select distinct 'redacted' as kind, f.subject_id as id, array['nth'] as fields from kaigi.records_fact f
     where f.municipality_id = $1 and f.subject_kind = '${REDACTION}'
       and not exists (select from kaigi.records_redaction c
         where c.municipality_id = $1 and c.item_id = f.subject_id and c.nth = f.seq)
       and exists (select from kaigi.records_keeping k
         where k.municipality_id = $1 and k.record_id::text = f.fact ->> 'recordId' and k.state = 'KEPT')`,
    [tx.municipalityId],
  );

/** Redacted copies whose bars are not what was sealed when they were made. */
export async function redactedWrongly(tx: Tx): Promise<Derived[]> {
  const found = await deleted(tx);
  for (let after: Sealed | undefined; ; ) {
    const page: Sealed[] = await copiesAfter(tx, after);
    for (const copy of page)
      if (sealOfCopy(copy) !== copy.seal) found.push({ kind: 'redacted', id: copy.itemId, fields: ['passages'] });
    after = page.at(-1);
    if (after === undefined) return found;
  }
}
