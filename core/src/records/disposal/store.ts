import type { Tx } from '../../platform/index.ts';
import type { Item, ListRow } from './list.ts';

type Columns<T> = { readonly [name in keyof T]: string };

const LIST: Columns<ListRow> = {
  id: 'id',
  fiscalYear: 'fiscal_year',
  unitId: 'unit_id',
  unitName: 'unit_name',
  unitPath: 'unit_path',
  isOrphan: 'is_orphan',
  nth: 'nth',
  endsBy: 'ends_by',
  state: 'state',
  version: 'version',
  madeBy: 'made_by',
  madeAt: 'made_at',
  note: 'note',
  round: 'round',
  fingerprint: 'fingerprint',
  proposedBy: 'proposed_by',
  proposedAs: 'proposed_as',
  caseId: 'case_id',
  approvedAt: 'approved_at',
  begunBy: 'begun_by',
  begunIsChief: 'begun_is_chief',
  begunAt: 'begun_at',
  confirmedBy: 'confirmed_by',
  confirmedAt: 'confirmed_at',
  packageSha256: 'package_sha256',
  receipt: 'receipt',
  doneAt: 'done_at',
};
const ITEM: Columns<Item> = {
  subjectKind: 'subject_kind',
  subjectId: 'subject_id',
  place: 'place',
  folderId: 'folder_id',
  folderTitle: 'folder_title',
  title: 'title',
  numberLabel: 'number_label',
  classificationCode: 'classification_code',
  classificationName: 'classification_name',
  filedOn: 'filed_on',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  ruleId: 'rule_id',
  regulationVersion: 'regulation_version',
  medium: 'medium',
  proposed: 'proposed',
  mark: 'mark',
  files: 'files',
  bytes: 'bytes',
  filesSha256: 'files_sha256',
  choice: 'choice',
  reason: 'reason',
  until: 'until',
  chosenBy: 'chosen_by',
  historical: 'historical',
  state: 'state',
  refusal: 'refusal',
  settledAt: 'settled_at',
};

const selecting = <T>(columns: Columns<T>, table: string): string =>
  (Object.entries(columns) as [string, string][]).map(([name, column]) => `${table}.${column} as "${name}"`).join(', ');

export const LIST_COLUMNS = selecting(LIST, 'l');
export const ITEM_COLUMNS = selecting(ITEM, 'i');

const LIST_NAMES = Object.keys(LIST) as (keyof ListRow)[];
const ITEM_NAMES = Object.keys(ITEM) as (keyof Item)[];

/** Objects go into json columns; an array of ids is one of the database's own. */
const asValue = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
    ? JSON.stringify(value)
    : value;

/** False where somebody else has made the same list meanwhile. */
export async function insertList(tx: Tx, row: ListRow): Promise<boolean> {
  const made = await tx.query(
    `insert into kaigi.records_disposal_list (municipality_id, ${LIST_NAMES.map((name) => LIST[name]).join(', ')})
     values ($1, ${LIST_NAMES.map((_, at) => `$${at + 2}`).join(', ')}) on conflict do nothing returning id`,
    [tx.municipalityId, ...LIST_NAMES.map((name) => asValue(row[name]))],
  );
  return made.length > 0;
}

const MUTABLE = LIST_NAMES.filter(
  (name) => !['id', 'fiscalYear', 'unitId', 'unitName', 'unitPath', 'nth', 'madeBy', 'madeAt'].includes(name),
);

/** On top of the version before; false where somebody was faster. */
export async function updateList(tx: Tx, row: ListRow): Promise<boolean> {
  const touched = await tx.query(
    `update kaigi.records_disposal_list l set ${MUTABLE.map((name, at) => `${LIST[name]} = $${at + 3}`).join(', ')}
     where l.municipality_id = $1 and l.id = $2 and l.version = $${MUTABLE.indexOf('version') + 3} - 1 returning l.id`,
    [tx.municipalityId, row.id, ...MUTABLE.map((name) => asValue(row[name]))],
  );
  return touched.length > 0;
}

/** With `locked`, whoever else works on the list waits until the commit. */
export async function readList(tx: Tx, listId: string, { locked = false } = {}): Promise<ListRow | null> {
  const [row] = await tx.query<ListRow>(
    `select ${LIST_COLUMNS} from kaigi.records_disposal_list l where l.municipality_id = $1 and l.id = $2
     ${locked ? 'for update' : ''}`,
    [tx.municipalityId, listId],
  );
  return row ?? null;
}

const ITEM_TYPES: Partial<Record<keyof Item, string>> = {
  ...{ subjectId: 'uuid', folderId: 'uuid', place: 'int', files: 'int', bytes: 'bigint' },
  ...{ filedOn: 'date', startsOn: 'date', endsOn: 'date', until: 'date', chosenBy: 'jsonb' },
  ...{ historical: 'boolean', settledAt: 'timestamptz' },
};

/** What stands on another list under way already is left there; gives how many are on this one now. */
export async function insertItems(tx: Tx, listId: string, items: readonly Item[]): Promise<number> {
  if (items.length === 0) return 0;
  const described = ITEM_NAMES.map((name) => `"${name}" ${ITEM_TYPES[name] ?? 'text'}`).join(', ');
  const made = await tx.query(
    `insert into kaigi.records_disposal_item (municipality_id, list_id, ${ITEM_NAMES.map((name) => ITEM[name]).join(', ')})
     select $1, $2, ${ITEM_NAMES.map((name) => `g."${name}"`).join(', ')}
     from jsonb_to_recordset($3) as g(${described}) on conflict do nothing returning subject_id`,
    [tx.municipalityId, listId, JSON.stringify(items)],
  );
  return made.length;
}

/** All of a list, in its order. */
export const itemsOf = (tx: Tx, listId: string): Promise<Item[]> =>
  tx.query<Item>(
    `select ${ITEM_COLUMNS} from kaigi.records_disposal_item i where i.municipality_id = $1 and i.list_id = $2
     order by i.place, i.subject_id`,
    [tx.municipalityId, listId],
  );

export async function readItem(tx: Tx, listId: string, subjectId: string): Promise<Item | null> {
  const [row] = await tx.query<Item>(
    `select ${ITEM_COLUMNS} from kaigi.records_disposal_item i
     where i.municipality_id = $1 and i.list_id = $2 and i.subject_id = $3`,
    [tx.municipalityId, listId, subjectId],
  );
  return row ?? null;
}

export type Decided = Pick<Item, 'choice' | 'reason' | 'until' | 'chosenBy' | 'historical'>;

/** Of several lines at once: they were decided upon together. */
export async function decideItems(
  tx: Tx,
  listId: string,
  { items, decided }: { readonly items: readonly Pick<Item, 'subjectId'>[]; readonly decided: Decided },
): Promise<void> {
  const { choice, reason, until, chosenBy, historical } = decided;
  await tx.query(
    `update kaigi.records_disposal_item i set choice = $4, reason = $5, until = $6, chosen_by = $7, historical = $8
     where i.municipality_id = $1 and i.list_id = $2 and i.subject_id = any($3::uuid[])`,
    [
      tx.municipalityId,
      listId,
      items.map(({ subjectId }) => subjectId),
      choice,
      reason,
      until,
      asValue(chosenBy),
      historical,
    ],
  );
}

export interface Settled extends Pick<Item, 'state' | 'refusal' | 'settledAt'> {
  /** Only what stands so now. */
  readonly from: readonly Item['state'][];
}

/** What became of lines; all of the list where none are named. */
export async function settleItems(
  tx: Tx,
  { listId, subjectIds = null }: { readonly listId: string; readonly subjectIds?: readonly string[] | null },
  { state, refusal, settledAt, from }: Settled,
): Promise<number> {
  const touched = await tx.query(
    `update kaigi.records_disposal_item i set state = $4, refusal = $5, settled_at = $6
     where i.municipality_id = $1 and i.list_id = $2 and ($3::uuid[] is null or i.subject_id = any($3))
       and i.state = any($7::text[]) returning i.subject_id`,
    [tx.municipalityId, listId, subjectIds, state, refusal, settledAt, from],
  );
  return touched.length;
}

/** How things stand when they are looked at again: what is held since is marked so. */
export async function remarkItems(
  tx: Tx,
  listId: string,
  marks: readonly Pick<Item, 'subjectId' | 'mark'>[],
): Promise<void> {
  if (marks.length === 0) return;
  await tx.query(
    `update kaigi.records_disposal_item i set mark = g.mark
     from jsonb_to_recordset($3) as g("subjectId" uuid, mark text)
     where i.municipality_id = $1 and i.list_id = $2 and i.subject_id = g."subjectId" and i.mark is distinct from g.mark`,
    [tx.municipalityId, listId, JSON.stringify(marks)],
  );
}

export const nameCaseOf = (tx: Tx, listId: string, caseId: string): Promise<unknown> =>
  tx.query('update kaigi.records_disposal_list l set case_id = $3 where l.municipality_id = $1 and l.id = $2', [
    ...[tx.municipalityId, listId, caseId],
  ]);
