import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type Cut, cut } from '../cut.ts';
import type { KeepingRow } from './rows.ts';

/** 簿冊 as it stands in the database. */
export interface FolderRow
  extends Pick<
    KeepingRow,
    | 'unitId'
    | 'unitName'
    | 'unitPath'
    | 'classificationCode'
    | 'classificationName'
    | 'title'
    | 'note'
    | 'basis'
    | 'basisOn'
    | 'retentionYears'
    | 'isPermanent'
    | 'startsOn'
    | 'endsOn'
    | 'action'
    | 'ruleId'
    | 'article'
    | 'starts'
    | 'keepDays'
    | 'regulationVersion'
    | 'isHeld'
    | 'heldUntil'
    | 'custody'
    | 'version'
  > {
  readonly id: string;
  readonly fiscalYear: number;
  readonly copiedFrom: string | null;
  readonly madeAt: Date;
}

export const FOLDER_COLUMNS: { readonly [name in keyof FolderRow]: string } = {
  id: 'id',
  fiscalYear: 'fiscal_year',
  unitId: 'unit_id',
  unitName: 'unit_name',
  unitPath: 'unit_path',
  classificationCode: 'classification_code',
  classificationName: 'classification_name',
  title: 'title',
  note: 'note',
  copiedFrom: 'copied_from',
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
  custody: 'custody',
  madeAt: 'made_at',
  version: 'version',
};
const NAMES = Object.keys(FOLDER_COLUMNS) as (keyof FolderRow)[];
const ALL = NAMES.map((name) => `f.${FOLDER_COLUMNS[name]} as "${name}"`).join(', ');
const place = (name: keyof FolderRow) => `$${NAMES.indexOf(name) + 2}`;

const INSERT = `insert into kaigi.records_folder (municipality_id, ${NAMES.map((name) => FOLDER_COLUMNS[name]).join(', ')})
  values ($1, ${NAMES.map(place).join(', ')}) on conflict do nothing returning id`;
const UPDATE = `update kaigi.records_folder f set ${NAMES.filter((name) => name !== 'id')
  .map((name) => `${FOLDER_COLUMNS[name]} = ${place(name)}`)
  .join(
    ', ',
  )} where f.municipality_id = $1 and f.id = ${place('id')} and f.version = ${place('version')} - 1 returning f.id`;

const valuesOf = (tx: Tx, row: FolderRow) => [tx.municipalityId, ...NAMES.map((name) => row[name])];

/** False where the section has one of that name, year and class already. */
export const insertFolder = async (tx: Tx, row: FolderRow): Promise<boolean> =>
  (await tx.query(INSERT, valuesOf(tx, row))).length > 0;

export const updateFolder = async (tx: Tx, row: FolderRow): Promise<boolean> =>
  (await tx.query(UPDATE, valuesOf(tx, row))).length > 0;

export async function folderOf(tx: Tx, id: string): Promise<FolderRow | null> {
  const [row] = await tx.query<FolderRow>(
    `select ${ALL} from kaigi.records_folder f where f.municipality_id = $1 and f.id = $2`,
    [tx.municipalityId, id],
  );
  return row ?? null;
}

const MOST_CHOICES = 200;

/** 簿冊 of one section and class, the newest first; so many at most. */
export const foldersOfClass = async (
  tx: Tx,
  { unitId, classificationCode }: Pick<FolderRow, 'unitId' | 'classificationCode'>,
): Promise<Cut<FolderRow>> => {
  const rows = await tx.query<FolderRow>(
    `select ${ALL} from kaigi.records_folder f
     where f.municipality_id = $1 and f.unit_id = $2 and f.classification_code = $3
     order by f.fiscal_year desc, f.title, f.id limit ${MOST_CHOICES + 1}`,
    [tx.municipalityId, unitId, classificationCode],
  );
  return cut(rows, MOST_CHOICES);
};

/** Waits for whoever files into it or counts it: a filing's foreign key waits for this, and this for it. */
export async function lockFolder(tx: Tx, id: string): Promise<FolderRow | null> {
  const [row] = await tx.query<FolderRow>(
    `select ${ALL} from kaigi.records_folder f where f.municipality_id = $1 and f.id = $2 for update`,
    [tx.municipalityId, id],
  );
  return row ?? null;
}

export interface FolderSearch {
  readonly fiscalYear: number;
  /** Null shows every section's. */
  readonly unitIds: readonly string[] | null;
  /** Units above the section, of those who stand there. */
  readonly above: readonly string[];
}

export type ListedFolder = FolderRow & { readonly records: number; readonly open: number };

const MOST = 2_000;

/** 簿冊 of a 年度, by section; so many at most. */
export async function foldersOf(tx: Tx, { fiscalYear, unitIds, above }: FolderSearch): Promise<Cut<ListedFolder>> {
  const rows = await tx.query<ListedFolder>(
    `select ${ALL}, coalesce(n.records, 0)::int as records, coalesce(n.open, 0)::int as open
     from kaigi.records_folder f
     left join lateral (select count(*) as records, count(*) filter (where k.basis_on is null) as open
       from kaigi.records_keeping k where k.municipality_id = f.municipality_id and k.folder_id = f.id) n on true
     where f.municipality_id = $1 and f.fiscal_year = $2
       and ($3::uuid[] is null or f.unit_id = any($3::uuid[]) or f.unit_path && $4::uuid[])
     order by f.unit_name, f.classification_code, f.title limit ${MOST + 1}`,
    [tx.municipalityId, fiscalYear, unitIds, above],
  );
  return cut(rows, MOST);
}

/** The only 簿冊 of the section, year and class; null where there is none, or more than one to choose from. */
export async function onlyFolder(
  tx: Tx,
  { unitId, fiscalYear, code }: { unitId: string; fiscalYear: number; code: string },
): Promise<FolderRow | null> {
  const rows = await tx.query<FolderRow>(
    `select ${ALL} from kaigi.records_folder f
     where f.municipality_id = $1 and f.unit_id = $2 and f.fiscal_year = $3 and f.classification_code = $4 limit 2`,
    [tx.municipalityId, unitId, fiscalYear, code],
  );
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** Whether a section has one of that name, year and class already. */
export async function hasSuchFolder(
  tx: Tx,
  {
    unitId,
    fiscalYear,
    classificationCode,
    title,
  }: Pick<FolderRow, 'unitId' | 'fiscalYear' | 'classificationCode' | 'title'>,
): Promise<boolean> {
  const rows = await tx.query(
    `select f.id from kaigi.records_folder f where f.municipality_id = $1 and f.unit_id = $2 and f.fiscal_year = $3
       and f.classification_code = $4 and f.title = $5`,
    [tx.municipalityId, unitId, fiscalYear, classificationCode, title],
  );
  return rows.length > 0;
}

/** The latest day of all in it, and how many have none yet. */
export async function basisWithin(tx: Tx, folderId: string): Promise<{ latest: LocalDate | null; open: number }> {
  const [row] = await tx.query<{ latest: LocalDate | null; open: number }>(
    `select max(k.basis_on) as latest, count(*) filter (where k.basis_on is null)::int as open
     from kaigi.records_keeping k where k.municipality_id = $1 and k.folder_id = $2 and k.state = 'KEPT'`,
    [tx.municipalityId, folderId],
  );
  return row ?? { latest: null, open: 0 };
}

/** Everything in a 簿冊 shares its period, its end and where it lies. */
export async function shareWithin(
  tx: Tx,
  folder: Pick<FolderRow, 'id'>,
  recordId: string | null = null,
): Promise<void> {
  await tx.query(
    `update kaigi.records_keeping k set starts_on = f.starts_on, ends_on = case when f.ends_on is null then null else greatest(f.ends_on, k.extended_until) end,
       retention_years = f.retention_years,
       is_permanent = f.is_permanent, action = f.action, rule_id = f.rule_id, article = f.article, starts = f.starts,
       keep_days = f.keep_days, regulation_version = f.regulation_version, basis = f.basis, custody = f.custody,
       unit_id = f.unit_id, unit_name = f.unit_name, unit_path = f.unit_path
     from kaigi.records_folder f
     where f.municipality_id = $1 and f.id = $2 and k.municipality_id = $1 and k.folder_id = f.id and k.state = 'KEPT'
       and ($3::uuid is null or k.record_id = $3)`,
    [tx.municipalityId, folder.id, recordId],
  );
}

/** Every 簿冊 that still has something to keep. */
export function allFolders(tx: Tx): Promise<FolderRow[]> {
  return tx.query<FolderRow>(
    `select ${ALL} from kaigi.records_folder f where f.municipality_id = $1 and (
       exists (select from kaigi.records_keeping k where k.municipality_id = f.municipality_id and k.folder_id = f.id and k.state = 'KEPT')
       or not exists (select from kaigi.records_keeping k where k.municipality_id = f.municipality_id and k.folder_id = f.id))
     order by f.id`,
    [tx.municipalityId],
  );
}
