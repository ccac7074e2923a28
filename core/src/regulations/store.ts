import type { Person } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';

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
  readonly sha256: string;
  readonly state: 'PROPOSED' | 'ACTIVE' | 'DROPPED';
  readonly caseId: string | null;
  readonly importedBy: Person;
  readonly importedAt: Date;
  readonly inForceFrom: LocalDate | null;
}

const PACK = `p.pack_id as "packId", p.version, p.effective_from as "effectiveFrom", p.sha256, p.state, p.case_id as "caseId",
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

/** The proposed pack that a case decides upon, locked; null where the case is about something else. */
export async function proposedByCase(tx: Tx, caseId: string): Promise<PackRow | null> {
  const [row] = await tx.query<PackRow>(
    `select ${PACK} from kaigi.regulations_pack p
     where p.municipality_id = $1 and p.case_id = $2 and p.state = 'PROPOSED' for update`,
    [tx.municipalityId, caseId],
  );
  return row ?? null;
}

/** Puts it in; false when the version is there already. */
export async function insertPack(tx: Tx, row: PackRow & { yaml: string }): Promise<boolean> {
  const put = await tx.query(
    `insert into kaigi.regulations_pack (municipality_id, pack_id, version, effective_from, yaml, sha256, state, imported_by, imported_at)
     values ($1, $2, $3, $4, $5, $6, 'PROPOSED', $7, $8)
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
