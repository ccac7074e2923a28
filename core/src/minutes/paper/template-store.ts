import type { Person } from '../../directory/index.ts';
import { historyIn } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { MINUTES_FACTS } from '../history/store.ts';
import type { PaperForm } from './contract.ts';

/** A city's own template in use. */
export interface Template {
  readonly templateId: string;
  readonly version: number;
  readonly form: PaperForm;
  readonly bodyId: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly addedAt: Date;
  readonly addedBy: Person;
}

export const templateHistory = historyIn(MINUTES_FACTS, () => []);

const ROWS = `select t.template_id as "templateId", t.version, t.form, nullif(t.body_id, '') as "bodyId",
    t.file_name as "fileName", t.sha256, t.added_at as "addedAt", t.added_by as "addedBy"
  from kaigi.minutes_template t where t.municipality_id = $1 and not t.gone`;

export const templatesOf = (tx: Tx): Promise<Template[]> =>
  tx.query<Template>(`${ROWS} order by t.form, t.body_id`, [tx.municipalityId]);

export async function templateById(tx: Tx, templateId: string): Promise<Template | null> {
  const [row] = await tx.query<Template>(`${ROWS} and t.template_id = $2 for no key update`, [
    ...[tx.municipalityId, templateId],
  ]);
  return row ?? null;
}

/** The one of the 会議体 before the one of all. */
export async function templateFor(tx: Tx, form: PaperForm, bodyId: string | null): Promise<Template | null> {
  const [row] = await tx.query<Template>(
    `${ROWS} and t.form = $2 and t.body_id in ('', $3) order by t.body_id desc limit 1`,
    [tx.municipalityId, form, bodyId ?? ''],
  );
  return row ?? null;
}

/** Of two who bring one for the same papers at the same moment the later one waits for the earlier. */
export async function holdTemplates(tx: Tx, form: PaperForm, bodyId: string | null): Promise<Template | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `minutes_template ${tx.municipalityId} ${form} ${bodyId ?? ''}`,
  ]);
  const [row] = await tx.query<Template>(`${ROWS} and t.form = $2 and t.body_id = $3`, [
    ...[tx.municipalityId, form, bodyId ?? ''],
  ]);
  return row ?? null;
}

export async function insertTemplate(tx: Tx, template: Template): Promise<void> {
  const { templateId, version, form, bodyId, fileName, sha256, addedAt, addedBy } = template;
  await tx.query(
    `insert into kaigi.minutes_template (municipality_id, template_id, version, form, body_id, file_name, sha256,
       added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.municipalityId, templateId, version, form, bodyId ?? '', fileName, sha256, addedAt],
      JSON.stringify(addedBy),
    ],
  );
}

export async function takeTemplateAway(tx: Tx, { templateId, version }: Template): Promise<void> {
  await tx.query(
    `update kaigi.minutes_template set gone = true, version = $3 where municipality_id = $1 and template_id = $2`,
    [tx.municipalityId, templateId, version + 1],
  );
}
