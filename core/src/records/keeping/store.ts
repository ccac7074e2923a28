import type { Tx } from '../../platform/index.ts';
import type { RecordKind } from '../contract.ts';
import type { KeepingRow } from './rows.ts';

export const KEEPING_COLUMN_OF: { readonly [name in keyof KeepingRow]: string } = {
  recordId: 'record_id',
  folderId: 'folder_id',
  title: 'title',
  classificationCode: 'classification_code',
  classificationName: 'classification_name',
  note: 'note',
  unitId: 'unit_id',
  unitName: 'unit_name',
  unitPath: 'unit_path',
  level: 'level',
  levelAnswers: 'level_answers',
  onlyParticipants: 'only_participants',
  readers: 'readers',
  isSealed: 'is_sealed',
  createdOn: 'created_on',
  issuedOn: 'issued_on',
  completedOn: 'completed_on',
  eventOn: 'event_on',
  basis: 'basis',
  basisOn: 'basis_on',
  retentionYears: 'retention_years',
  isPermanent: 'is_permanent',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  action: 'action',
  ruleId: 'rule_id',
  article: 'article',
  starts: 'starts',
  keepDays: 'keep_days',
  regulationVersion: 'regulation_version',
  isHeld: 'is_held',
  heldUntil: 'held_until',
  medium: 'medium',
  custody: 'custody',
  state: 'state',
  isSettled: 'is_settled',
  version: 'version',
};
const NAMES = Object.keys(KEEPING_COLUMN_OF) as (keyof KeepingRow)[];

/** `k` is the table's name in the query. */
export const KEEPING_COLUMNS = NAMES.map((name) => `k.${KEEPING_COLUMN_OF[name]} as "${name}"`).join(', ');

const columnValue = (row: KeepingRow, name: keyof KeepingRow): unknown =>
  name === 'levelAnswers' && row.levelAnswers ? JSON.stringify(row.levelAnswers) : row[name];

const INSERT = `insert into kaigi.records_keeping (municipality_id, ${NAMES.map((name) => KEEPING_COLUMN_OF[name]).join(', ')})
  values ($1, ${NAMES.map((_, at) => `$${at + 2}`).join(', ')})`;

export async function insertKeeping(tx: Tx, row: KeepingRow): Promise<void> {
  await tx.query(INSERT, [tx.municipalityId, ...NAMES.map((name) => columnValue(row, name))]);
}

const ID_AT = NAMES.indexOf('recordId') + 2;
const VERSION_AT = NAMES.indexOf('version') + 2;
const UPDATE = `update kaigi.records_keeping k set ${NAMES.filter((name) => name !== 'recordId')
  .map((name) => `${KEEPING_COLUMN_OF[name]} = $${NAMES.indexOf(name) + 2}`)
  .join(', ')}
  where k.municipality_id = $1 and k.record_id = $${ID_AT} and k.version = $${VERSION_AT} - 1 returning k.version`;

/** On top of the version before; false where somebody was faster. */
export async function updateKeeping(tx: Tx, row: KeepingRow): Promise<boolean> {
  const touched = await tx.query(UPDATE, [tx.municipalityId, ...NAMES.map((name) => columnValue(row, name))]);
  return touched.length > 0;
}

/** Waits for whoever changes it, and keeps others waiting until the commit. */
export async function lockKeeping(tx: Tx, recordId: string): Promise<KeepingRow | null> {
  const [row] = await tx.query<KeepingRow>(
    `select ${KEEPING_COLUMNS} from kaigi.records_keeping k
     where k.municipality_id = $1 and k.record_id = $2 for no key update`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

export async function keepingOf(tx: Tx, recordId: string): Promise<KeepingRow | null> {
  const [row] = await tx.query<KeepingRow>(
    `select ${KEEPING_COLUMNS} from kaigi.records_keeping k where k.municipality_id = $1 and k.record_id = $2`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

/** A record from before the table of keeping. */
export interface Unsettled {
  readonly recordId: string;
  readonly caseId: string | null;
  readonly kind: RecordKind;
  readonly classificationCode: string;
}

export function unsettled(tx: Tx, limit: number): Promise<Unsettled[]> {
  return tx.query<Unsettled>(
    `select k.record_id as "recordId", r.case_id as "caseId", r.kind, k.classification_code as "classificationCode"
     from kaigi.records_keeping k
     join kaigi.records_record r on r.municipality_id = k.municipality_id and r.id = k.record_id
     where k.municipality_id = $1 and not k.is_settled order by k.record_id limit $2`,
    [tx.municipalityId, limit],
  );
}

/** What is kept by itself, in no 簿冊. */
export function looseKeepings(tx: Tx): Promise<KeepingRow[]> {
  return tx.query<KeepingRow>(
    `select ${KEEPING_COLUMNS} from kaigi.records_keeping k
     where k.municipality_id = $1 and k.folder_id is null and k.state = 'KEPT' and k.is_settled order by k.record_id`,
    [tx.municipalityId],
  );
}
