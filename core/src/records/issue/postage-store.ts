import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Within } from '../register/queries.ts';
import type { Reckoned } from './rules.ts';

export interface PostageRow {
  readonly id: string;
  readonly sentOn: LocalDate;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly issueId: string | null;
  readonly addressee: string;
  readonly chargeId: string;
  readonly chargeName: string;
  readonly extras: Reckoned['extras'];
  readonly unitYen: number;
  readonly pieces: number;
  readonly chargesFrom: LocalDate;
  readonly article: string;
  readonly enteredBy: Person;
  readonly enteredAt: Date;
}

export interface PostageEntered extends PostageRow {
  readonly totalYen: number;
  readonly voidReason: string | null;
  readonly version: number;
}

const COLUMNS = `p.id, p.sent_on as "sentOn", p.unit_id as "unitId", p.unit_name as "unitName", p.unit_path as "unitPath",
  p.issue_id as "issueId", p.addressee, p.charge_id as "chargeId", p.charge_name as "chargeName", p.extras,
  p.unit_yen as "unitYen", p.pieces, p.total_yen::float8 as "totalYen", p.charges_from as "chargesFrom", p.article,
  p.entered_by as "enteredBy", p.entered_at as "enteredAt", p.void_reason as "voidReason", p.version`;

export async function insertPostage(tx: Tx, row: PostageRow): Promise<void> {
  await tx.query(
    `insert into kaigi.records_postage (municipality_id, id, sent_on, unit_id, unit_name, unit_path, issue_id, addressee,
       charge_id, charge_name, extras, unit_yen, pieces, charges_from, article, entered_by, entered_at, version)
     values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)`,
    [
      ...[tx.municipalityId, row.id, row.sentOn, row.unitId, row.unitName, row.unitPath, row.issueId, row.addressee],
      ...[
        row.chargeId,
        row.chargeName,
        JSON.stringify(row.extras),
        row.unitYen,
        row.pieces,
        row.chargesFrom,
        row.article,
      ],
      ...[JSON.stringify(row.enteredBy), row.enteredAt],
    ],
  );
}

/** With the document that it was sent for, where the store has it. */
export type PostageListed = PostageEntered & { readonly recordId: string | null };

/** Of the days `from` to before `to`, as far as the reader sees. */
export async function postageBetween(
  tx: Tx,
  within: Within,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<PostageListed[]> {
  return tx.query<PostageListed>(
    `select ${COLUMNS}, g.record_id as "recordId" from kaigi.records_postage p
     left join kaigi.records_issue i on i.municipality_id = p.municipality_id and i.id = p.issue_id
     left join kaigi.records_register g on g.municipality_id = i.municipality_id and g.id = i.register_id
     where p.municipality_id = $1 and p.sent_on >= $2 and p.sent_on < $3
       and ($4 or p.unit_id = any($5::uuid[]) or p.unit_path && $6::uuid[])
     order by p.sent_on, p.id limit 20000`,
    [tx.municipalityId, from, to, within === null, within?.sections ?? [], within?.own ?? []],
  );
}

export async function lockPostage(tx: Tx, id: string): Promise<PostageEntered | null> {
  const [row] = await tx.query<PostageEntered>(
    `select ${COLUMNS} from kaigi.records_postage p where p.municipality_id = $1 and p.id = $2 for update`,
    [tx.municipalityId, id],
  );
  return row ?? null;
}

export async function voidPostage(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.query(
    `update kaigi.records_postage set void_reason = $3, version = version + 1 where municipality_id = $1 and id = $2`,
    [tx.municipalityId, id, reason],
  );
}
