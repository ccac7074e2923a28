import type { Tx } from '../../platform/index.ts';
import type { RequestHold } from './rules.ts';

/** The holds that a request laid upon what still is among its documents. */
export const holdTermsOf = (tx: Tx, requestId: string): Promise<RequestHold[]> =>
  tx.query<RequestHold>(
    `select h.until, d.reason from kaigi.records_disclosure_item i
     join kaigi.records_disclosure_hold d on d.municipality_id = $1 and d.item_id = i.id
     join kaigi.records_hold h on h.municipality_id = $1 and h.id = d.hold_id
     where i.municipality_id = $1 and i.request_id = $2 and not i.is_dropped`,
    [tx.municipalityId, requestId],
  );
