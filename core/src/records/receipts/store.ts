import type { Tx } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { NumberRow } from '../register/number-row.ts';
import { COLUMNS, type Within } from '../register/queries.ts';

export interface Receipt {
  readonly registerId: string;
  readonly state: 'DISTRIBUTED' | 'ACCEPTED' | 'RETURNED';
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly cameBy: 'POST' | 'HAND' | 'FAX' | 'MAIL' | 'LGWAN' | 'TEAMS' | 'SCAN';
  readonly signature: 'VALID' | 'INVALID' | 'UNSIGNED' | 'UNCHECKED' | null;
  readonly acknowledged: 'ACCEPTED' | 'DENIED' | null;
  readonly acknowledgedOn: LocalDate | null;
  readonly returnReason: string | null;
  readonly distributedAt: Date;
  readonly acceptedBy: string | null;
  readonly version: number;
}

const RECEIPT = `t.register_id as "registerId", t.state, t.unit_id as "unitId", t.unit_name as "unitName",
  t.unit_path as "unitPath", t.came_by as "cameBy", t.signature, t.acknowledged, t.acknowledged_on as "acknowledgedOn",
  t.return_reason as "returnReason", t.distributed_at as "distributedAt", t.accepted_by as "acceptedBy", t.version`;

export async function receiptUnit(tx: Tx, registerId: string): Promise<Pick<Receipt, 'unitId' | 'unitPath'> | null> {
  const [row] = await tx.query<Pick<Receipt, 'unitId' | 'unitPath'>>(
    `select t.unit_id as "unitId", t.unit_path as "unitPath" from kaigi.records_receipt t
     where t.municipality_id = $1 and t.register_id = $2`,
    [tx.municipalityId, registerId],
  );
  return row ?? null;
}

/** Whether a document lies, as a receipt, in one of these sections. */
export async function receivedIn(tx: Tx, recordId: string, within: Exclude<Within, null>): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from kaigi.records_register g join kaigi.records_receipt t
       on t.municipality_id = g.municipality_id and t.register_id = g.id
     where g.municipality_id = $1 and g.record_id = $2 and t.state <> 'RETURNED'
       and (t.unit_id = any($3::uuid[]) or t.unit_path && $4::uuid[])`,
    [tx.municipalityId, recordId, within.sections, within.own],
  );
  return rows.length > 0;
}

/** Waits for whoever works on it. The number's row is locked before. */
export async function lockReceipt(tx: Tx, registerId: string): Promise<Receipt | null> {
  const [row] = await tx.query<Receipt>(
    `select ${RECEIPT} from kaigi.records_receipt t where t.municipality_id = $1 and t.register_id = $2 for update`,
    [tx.municipalityId, registerId],
  );
  return row ?? null;
}

export async function saveReceipt(tx: Tx, row: Receipt): Promise<void> {
  await tx.query(
    `insert into kaigi.records_receipt (municipality_id, register_id, state, unit_id, unit_name, unit_path, came_by,
       signature, acknowledged, acknowledged_on, return_reason, distributed_at, accepted_by, version)
     values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (municipality_id, register_id) do update set state = $3, unit_id = $4, unit_name = $5,
       unit_path = $6::uuid[], came_by = $7, signature = $8, acknowledged = $9, acknowledged_on = $10,
       return_reason = $11, distributed_at = $12, accepted_by = $13, version = $14`,
    [
      ...[
        tx.municipalityId,
        row.registerId,
        row.state,
        row.unitId,
        row.unitName,
        row.unitPath,
        row.cameBy,
        row.signature,
      ],
      ...[row.acknowledged, row.acknowledgedOn, row.returnReason, row.distributedAt, row.acceptedBy, row.version],
    ],
  );
}

export interface ReceivedRow {
  readonly row: NumberRow;
  readonly receipt: Receipt | null;
}

type Joined = NumberRow & {
  readonly receipt: (Omit<Receipt, 'distributedAt'> & { readonly distributedAt: string }) | null;
};

const LISTED = 100;

const unjoined = ({ receipt, ...row }: Joined): ReceivedRow => ({
  row,
  receipt: receipt && { ...receipt, distributedAt: new Date(receipt.distributedAt) },
});

/** What was received, is not completed, and is the reader's to distribute, to accept or to work on. */
export async function openReceipts(tx: Tx, within: Within): Promise<ReceivedRow[]> {
  const rows = await tx.query<Joined>(
    `select ${COLUMNS}, (select to_json(r) from (select ${RECEIPT}) r where t.register_id is not null) as receipt
     from kaigi.records_register g
     left join kaigi.records_receipt t on t.municipality_id = g.municipality_id and t.register_id = g.id
     where g.municipality_id = $1 and g.direction = 'RECEIVED' and g.state = 'TAKEN' and g.completed_on is null
       and g.origin <> 'IMPORTED'
       and ($2 or g.unit_id = any($3::uuid[]) or g.unit_path && $4::uuid[] or t.unit_id = any($3::uuid[])
         or t.unit_path && $4::uuid[])
     order by g.due_on nulls last, g.id desc limit ${LISTED * 3}`,
    [tx.municipalityId, within === null, within?.sections ?? [], within?.own ?? []],
  );
  return rows.map(unjoined);
}

/** Accepted, due by the day, not completed, and nobody was reminded of it on that day: marked as reminded, and returned. */
export async function remindOf(
  tx: Tx,
  { today, by }: { readonly today: LocalDate; readonly by: LocalDate },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update kaigi.records_receipt t set reminded_on = $2 from kaigi.records_register g
     where t.municipality_id = $1 and t.state = 'ACCEPTED' and t.reminded_on is distinct from $2
       and g.municipality_id = t.municipality_id and g.id = t.register_id and g.due_on <= $3 and g.completed_on is null
       and g.state = 'TAKEN'
     returning t.register_id as id`,
    [tx.municipalityId, today, by],
  );
  return rows.map(({ id }) => id);
}

/** What the section is told of a receipt: its number and day, never its title. */
export interface ReceiptToTell {
  readonly number: string;
  readonly unitId: string;
  readonly unitName: string;
  /** The section that took it in. */
  readonly takenInBy: string;
  readonly dueOn: LocalDate | null;
  readonly version: number;
}

export async function receiptOf(tx: Tx, registerId: string): Promise<ReceiptToTell | null> {
  const [row] = await tx.query<Omit<ReceiptToTell, 'number'> & Pick<NumberRow, 'symbol' | 'number' | 'branch'>>(
    `select g.symbol, g.number, g.branch, t.unit_id as "unitId", t.unit_name as "unitName", g.unit_id as "takenInBy",
       g.due_on as "dueOn", t.version
     from kaigi.records_receipt t
     join kaigi.records_register g on g.municipality_id = t.municipality_id and g.id = t.register_id
     where t.municipality_id = $1 and t.register_id = $2`,
    [tx.municipalityId, registerId],
  );
  if (!row) return null;
  const { symbol, number, branch, ...told } = row;
  return { ...told, number: numberLabel(symbol, number, branch) };
}
