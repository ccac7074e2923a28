import type { Person } from '../directory/index.ts';
import type { Database, Tx } from '../platform/index.ts';
import type { LocalDate, Sentence } from '../shared/index.ts';

export interface ActiveRow {
  readonly version: string;
  readonly sha256: string;
  /** Empty where the asker knows the text by its hash. */
  readonly yaml: string;
  readonly inForceFrom: LocalDate;
}

/** The packs that were activated; the text only of those that the asker does not know. */
export async function activePacks(tx: Tx, known: readonly string[]): Promise<ActiveRow[]> {
  return tx.query<ActiveRow>(
    `select p.version, p.sha256, case when p.sha256 = any($2::text[]) then '' else p.yaml end as yaml,
       p.in_force_from as "inForceFrom"
     from kaigi.regulations_pack p where p.municipality_id = $1 and p.state = 'ACTIVE'
     order by p.in_force_from, p.activated_at`,
    [tx.municipalityId, known],
  );
}

export interface PackRow {
  readonly packId: string;
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly title: Sentence;
  /** Rows of the decision table. */
  readonly rows: number;
  readonly sha256: string;
  readonly state: 'PROPOSED' | 'ACTIVE' | 'DROPPED';
  readonly caseId: string | null;
  readonly importedBy: Person;
  readonly importedAt: Date;
  readonly inForceFrom: LocalDate | null;
}

const PACK = `p.pack_id as "packId", p.version, p.effective_from as "effectiveFrom", p.title, p.decision_rows as rows, p.sha256, p.state, p.case_id as "caseId",
  p.imported_by as "importedBy", p.imported_at as "importedAt", p.in_force_from as "inForceFrom"`;

export async function packs(tx: Tx): Promise<PackRow[]> {
  return tx.query<PackRow>(
    `select ${PACK} from kaigi.regulations_pack p where p.municipality_id = $1 order by p.imported_at desc limit 200`,
    [tx.municipalityId],
  );
}

export async function packById(tx: Tx, packId: string): Promise<(PackRow & { yaml: string }) | null> {
  const [row] = await tx.query<PackRow & { yaml: string }>(
    `select ${PACK}, p.yaml from kaigi.regulations_pack p where p.municipality_id = $1 and p.pack_id = $2`,
    [tx.municipalityId, packId],
  );
  return row ?? null;
}

/** Proposed packs that a case decides upon, locked: two processes that look at once do not both act. */
export async function underDecision(tx: Tx): Promise<PackRow[]> {
  return tx.query<PackRow>(
    `select ${PACK} from kaigi.regulations_pack p
     where p.municipality_id = $1 and p.state = 'PROPOSED' and p.case_id is not null order by p.imported_at for update`,
    [tx.municipalityId],
  );
}

/** The municipalities that have such packs. */
export async function municipalitiesDeciding({ owner }: Database): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select distinct p.municipality_id as id from kaigi.regulations_pack p
     where p.state = 'PROPOSED' and p.case_id is not null`,
  );
  return rows.map(({ id }) => id);
}

/** The case came to nothing: another one may decide. */
export async function unnameCase(tx: Tx, packId: string): Promise<void> {
  await tx.query(
    `update kaigi.regulations_pack p set case_id = null where p.municipality_id = $1 and p.pack_id = $2 and p.state = 'PROPOSED'`,
    [tx.municipalityId, packId],
  );
}

/** Puts it in; false when the version is there already. */
export async function insertPack(tx: Tx, row: PackRow & { yaml: string }): Promise<boolean> {
  const put = await tx.query(
    `insert into kaigi.regulations_pack (municipality_id, pack_id, version, effective_from, yaml, sha256, state, imported_by, imported_at, title, decision_rows)
     values ($1, $2, $3, $4, $5, $6, 'PROPOSED', $7, $8, $9, $10)
     on conflict (municipality_id, version) where state <> 'DROPPED' do nothing returning pack_id`,
    [
      tx.municipalityId,
      row.packId,
      row.version,
      row.effectiveFrom,
      row.yaml,
      row.sha256,
      JSON.stringify(row.importedBy),
      row.importedAt,
      JSON.stringify(row.title),
      row.rows,
    ],
  );
  return put.length > 0;
}

/** False when it is no longer proposed, or another case is about it. */
export async function nameCase(tx: Tx, packId: string, caseId: string): Promise<boolean> {
  const named = await tx.query(
    `update kaigi.regulations_pack p set case_id = $3
     where p.municipality_id = $1 and p.pack_id = $2 and p.state = 'PROPOSED' and (p.case_id is null or p.case_id = $3)
     returning p.pack_id`,
    [tx.municipalityId, packId, caseId],
  );
  return named.length > 0;
}

export async function activate(tx: Tx, packId: string, { from, at }: { from: LocalDate; at: Date }): Promise<boolean> {
  const done = await tx.query(
    `update kaigi.regulations_pack p set state = 'ACTIVE', in_force_from = $3, activated_at = $4
     where p.municipality_id = $1 and p.pack_id = $2 and p.state = 'PROPOSED' returning p.pack_id`,
    [tx.municipalityId, packId, from, at],
  );
  return done.length > 0;
}

export async function drop(tx: Tx, packId: string): Promise<boolean> {
  const done = await tx.query(
    `update kaigi.regulations_pack p set state = 'DROPPED'
     where p.municipality_id = $1 and p.pack_id = $2 and p.state = 'PROPOSED' returning p.pack_id`,
    [tx.municipalityId, packId],
  );
  return done.length > 0;
}

/** Whom the holders of posts named as deputies, by post. */
export async function namings(tx: Tx): Promise<Map<string, readonly string[]>> {
  const rows = await tx.query<{ postId: string; deputies: readonly string[] }>(
    `select distinct on (n.post_id) n.post_id as "postId", to_json(n.deputy_post_ids) as deputies
     from kaigi.regulations_naming n where n.municipality_id = $1 order by n.post_id, n.named_at desc, n.naming_id desc`,
    [tx.municipalityId],
  );
  return new Map(rows.map(({ postId, deputies }) => [postId, deputies]));
}

export interface Naming {
  readonly namingId: string;
  readonly postId: string;
  readonly deputyPostIds: readonly string[];
  readonly by: Person;
  readonly at: Date;
}

export async function insertNaming(tx: Tx, { namingId, postId, deputyPostIds, by, at }: Naming): Promise<void> {
  await tx.query(
    `insert into kaigi.regulations_naming (municipality_id, naming_id, post_id, deputy_post_ids, named_by, named_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.municipalityId, namingId, postId, deputyPostIds, JSON.stringify(by), at],
  );
}
