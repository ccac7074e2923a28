import type { Tx } from '../../platform/index.ts';
import type { EditionRow, TemplateRow } from './rows.ts';

const TEMPLATE = `select t.id, t.title, t.purpose, t.kind, t.classification_code as "classificationCode",
    t.owner_unit_id as "ownerUnitId", t.owner_unit_name as "ownerUnitName", t.state, t.edition, t.version,
    t.changed_at as "changedAt", t.changed_by as "changedBy"
  from kaigi.records_template t where t.municipality_id = $1`;

const EDITION_COLUMNS = `e.template_id as "templateId", e.edition, e.sha256, e.file_name as "fileName",
    e.media_type as "mediaType", e.size, e.note, e.added_at as "addedAt", e.added_by as "addedBy", e.leaf_id as "leafId"`;

export async function insertTemplate(tx: Tx, row: TemplateRow): Promise<void> {
  await tx.query(
    `insert into kaigi.records_template (municipality_id, id, title, purpose, kind, classification_code, owner_unit_id,
       owner_unit_name, state, edition, version, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tx.municipalityId, row.id, row.title, row.purpose, row.kind, row.classificationCode, row.ownerUnitId],
      ...[row.ownerUnitName, row.state, row.edition, row.version, row.changedAt, JSON.stringify(row.changedBy)],
    ],
  );
}

/** Puts it in the place of the version before. False when somebody else was quicker. */
export async function replaceTemplate(tx: Tx, row: TemplateRow): Promise<boolean> {
  const changed = await tx.query(
    `update kaigi.records_template set title = $3, purpose = $4, kind = $5, classification_code = $6, state = $7,
       edition = $8, version = version + 1, changed_at = $9, changed_by = $10
     where municipality_id = $1 and id = $2 and version = $11 returning id`,
    [
      ...[tx.municipalityId, row.id, row.title, row.purpose, row.kind, row.classificationCode, row.state, row.edition],
      ...[row.changedAt, JSON.stringify(row.changedBy), row.version],
    ],
  );
  return changed.length > 0;
}

export async function insertEdition(tx: Tx, row: EditionRow): Promise<void> {
  await tx.query(
    `insert into kaigi.records_template_edition (municipality_id, template_id, edition, sha256, file_name, media_type,
       size, note, added_at, added_by, leaf_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[tx.municipalityId, row.templateId, row.edition, row.sha256, row.fileName, row.mediaType, row.size, row.note],
      ...[row.addedAt, JSON.stringify(row.addedBy), row.leafId],
    ],
  );
}

export async function templateOf(tx: Tx, id: string): Promise<TemplateRow | null> {
  const [row] = await tx.query<TemplateRow>(`${TEMPLATE} and t.id = $2`, [tx.municipalityId, id]);
  return row ?? null;
}

export const allTemplates = (tx: Tx): Promise<TemplateRow[]> =>
  tx.query<TemplateRow>(`${TEMPLATE} order by t.owner_unit_name, t.title, t.id`, [tx.municipalityId]);

/** The newest edition of every template. */
export const currentEditions = (tx: Tx): Promise<EditionRow[]> =>
  tx.query<EditionRow>(
    `select ${EDITION_COLUMNS} from kaigi.records_template_edition e
     join kaigi.records_template t on t.municipality_id = e.municipality_id and t.id = e.template_id
       and t.edition = e.edition
     where e.municipality_id = $1`,
    [tx.municipalityId],
  );

/** Newest first. */
export const editionsOf = (tx: Tx, templateId: string): Promise<EditionRow[]> =>
  tx.query<EditionRow>(
    `select ${EDITION_COLUMNS} from kaigi.records_template_edition e
     where e.municipality_id = $1 and e.template_id = $2 order by e.edition desc`,
    [tx.municipalityId, templateId],
  );

/** For the log. */
export const editionsAfter = (
  tx: Tx,
  after: { templateId: string; edition: number } | null,
  limit: number,
): Promise<EditionRow[]> =>
  tx.query<EditionRow>(
    `select ${EDITION_COLUMNS} from kaigi.records_template_edition e
     where e.municipality_id = $1 and ($2::uuid is null or (e.template_id, e.edition) > ($2, $3::int))
     order by e.template_id, e.edition limit $4`,
    [tx.municipalityId, after?.templateId ?? null, after?.edition ?? null, limit],
  );
