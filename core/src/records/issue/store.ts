import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Within } from '../register/queries.ts';

export interface Issue {
  readonly id: string;
  readonly registerId: string;
  readonly state: 'PREPARED' | 'SEALED' | 'SENT' | 'WITHDRAWN';
  readonly sender: string;
  readonly addressee: string;
  readonly seal: 'SEAL' | 'OMITTED' | 'SIGNATURE';
  readonly method: 'POST' | 'MAIL' | 'LGWAN' | 'HAND';
  readonly sealedBy: Person | null;
  readonly sealedAt: Date | null;
  readonly sentOn: LocalDate | null;
  readonly sentBy: Person | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly signatureStatus: 'VALID' | 'INVALID' | 'UNKNOWN' | null;
  readonly signatureBy: string | null;
  readonly signatureUntil: LocalDate | null;
  readonly signatureSource: 'PLUGIN' | 'BY_HAND' | null;
  readonly version: number;
  readonly madeAt: Date;
}

const COLUMNS = `i.id, i.register_id as "registerId", i.state, i.sender, i.addressee, i.seal, i.method,
  i.sealed_by as "sealedBy", i.sealed_at as "sealedAt", i.sent_on as "sentOn", i.sent_by as "sentBy",
  i.unit_id as "unitId", i.unit_name as "unitName", i.unit_path as "unitPath", i.signature_status as "signatureStatus",
  i.signature_by as "signatureBy", i.signature_until as "signatureUntil", i.signature_source as "signatureSource",
  i.version, i.made_at as "madeAt"`;

export async function saveIssue(tx: Tx, row: Issue): Promise<void> {
  await tx.query(
    `insert into kaigi.records_issue (municipality_id, id, register_id, state, sender, addressee, seal, method, sealed_by,
       sealed_at, sent_on, sent_by, unit_id, unit_name, unit_path, signature_status, signature_by, signature_until,
       signature_source, version, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::uuid[], $16, $17, $18, $19, $20, $21)
     on conflict (municipality_id, id) do update set state = $4, sealed_by = $9, sealed_at = $10, sent_on = $11,
       sent_by = $12, signature_status = $16, signature_by = $17, signature_until = $18, signature_source = $19, version = $20`,
    [
      ...[tx.municipalityId, row.id, row.registerId, row.state, row.sender, row.addressee, row.seal, row.method],
      ...[
        row.sealedBy && JSON.stringify(row.sealedBy),
        row.sealedAt,
        row.sentOn,
        row.sentBy && JSON.stringify(row.sentBy),
      ],
      ...[row.unitId, row.unitName, row.unitPath, row.signatureStatus, row.signatureBy, row.signatureUntil],
      ...[row.signatureSource, row.version, row.madeAt],
    ],
  );
}

export async function lockIssue(tx: Tx, id: string): Promise<Issue | null> {
  const [row] = await tx.query<Issue>(
    `select ${COLUMNS} from kaigi.records_issue i where i.municipality_id = $1 and i.id = $2 for update`,
    [tx.municipalityId, id],
  );
  return row ?? null;
}

const MINE = `($2 or i.unit_id = any($3::uuid[]) or i.unit_path && $4::uuid[])`;
const mine = (tx: Tx, within: Within): unknown[] => [
  ...[tx.municipalityId, within === null, within?.sections ?? [], within?.own ?? []],
];

/** Of one number, or all that wait to be sealed or sent. */
export async function issuesOf(tx: Tx, within: Within, registerId: string | null): Promise<Issue[]> {
  return tx.query<Issue>(
    `select ${COLUMNS} from kaigi.records_issue i where i.municipality_id = $1 and ${MINE}
       and ($5::uuid is null and i.state in ('PREPARED', 'SEALED') or i.register_id = $5)
     order by i.id desc limit 200`,
    [...mine(tx, within), registerId],
  );
}

export async function signaturesUntil(tx: Tx, within: Within, day: LocalDate): Promise<Issue[]> {
  return tx.query<Issue>(
    `select ${COLUMNS} from kaigi.records_issue i where i.municipality_id = $1 and ${MINE}
       and i.signature_until <= $5 and i.state <> 'WITHDRAWN' order by i.signature_until, i.id limit 200`,
    [...mine(tx, within), day],
  );
}
