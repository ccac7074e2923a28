import type { Tx } from '../../platform/index.ts';

const ABOVE_2 = "k.level not in ('C2', 'C1') or k.only_participants";
const UNDECIDED = "r.case_id is not null and r.state <> 'FROZEN'";

async function among(tx: Tx, ids: readonly string[], condition: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ recordId: string }>(
    `select k.record_id as "recordId" from kaigi.records_keeping k
     join kaigi.records_record r on r.municipality_id = $1 and r.id = k.record_id
     where k.municipality_id = $1 and k.record_id = any($2::uuid[]) and (${condition})`,
    [tx.municipalityId, ids],
  );
  return new Set(rows.map(({ recordId }) => recordId));
}

/** Those above 自治体機密性 2: of them a chat shows neither title nor words, not even to whoever may open them. */
export const hiddenInChats = (tx: Tx, ids: readonly string[]) => among(tx, ids, ABOVE_2);

/** Those, and the papers of open cases: their titles are not for everybody in a conversation. */
export const hiddenFromOthers = (tx: Tx, ids: readonly string[]) => among(tx, ids, `${ABOVE_2} or (${UNDECIDED})`);
