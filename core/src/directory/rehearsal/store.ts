import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Person } from '../contract.ts';
import type { RehearsalSummary } from './contract.ts';

export interface Rehearsal {
  readonly rehearsalId: string;
  readonly title: string;
  readonly effectiveOn: LocalDate;
  readonly state: RehearsalSummary['state'];
  readonly createdAt: Date;
  readonly createdBy: Person;
  readonly activatedAt: Date | null;
  readonly activatedBy: Person | null;
}

const COLUMNS = `
  r.rehearsal_id as "rehearsalId", r.title, r.effective_on as "effectiveOn", r.state, r.created_at as "createdAt",
  r.created_by as "createdBy", r.activated_at as "activatedAt", r.activated_by as "activatedBy"`;

const LISTED = 100;

export async function rehearsals(tx: Tx): Promise<Rehearsal[]> {
  return tx.query<Rehearsal>(
    `select ${COLUMNS} from kaigi.directory_rehearsal r where r.municipality_id = $1
     order by r.created_at desc, r.rehearsal_id desc limit ${LISTED}`,
    [tx.municipalityId],
  );
}

export async function rehearsalOf(tx: Tx, rehearsalId: string): Promise<(Rehearsal & { csv: Buffer }) | null> {
  const [row] = await tx.query<Rehearsal & { csv: Buffer }>(
    `select ${COLUMNS}, r.csv from kaigi.directory_rehearsal r where r.municipality_id = $1 and r.rehearsal_id = $2`,
    [tx.municipalityId, rehearsalId],
  );
  return row ?? null;
}

export interface NewRow {
  readonly rehearsalId: string;
  readonly title: string;
  readonly effectiveOn: LocalDate;
  readonly csv: Uint8Array;
  readonly contentHash: string;
  readonly newestStart: LocalDate;
  readonly at: Date;
  readonly by: Person;
}

export async function insertRehearsal(tx: Tx, row: NewRow): Promise<void> {
  const { rehearsalId, title, effectiveOn, csv, contentHash, newestStart, at, by } = row;
  await tx.query(
    `insert into kaigi.directory_rehearsal (municipality_id, rehearsal_id, title, effective_on, csv, content_hash,
       newest_start, state, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, 'REHEARSED', $8, $9)`,
    [
      tx.municipalityId,
      rehearsalId,
      title,
      effectiveOn,
      Buffer.from(csv),
      contentHash,
      newestStart,
      at,
      JSON.stringify(by),
    ],
  );
}

/** Another one that was activated for the same day gives way. */
export async function markActivated(
  tx: Tx,
  { rehearsalId, effectiveOn }: Rehearsal,
  { at, by }: { at: Date; by: Person },
): Promise<void> {
  await tx.query(
    `update kaigi.directory_rehearsal set state = 'REPLACED'
     where municipality_id = $1 and state = 'ACTIVATED' and effective_on = $2 and rehearsal_id <> $3`,
    [tx.municipalityId, effectiveOn, rehearsalId],
  );
  await tx.query(
    `update kaigi.directory_rehearsal set state = 'ACTIVATED', activated_at = $3, activated_by = $4
     where municipality_id = $1 and rehearsal_id = $2`,
    [tx.municipalityId, rehearsalId, at, JSON.stringify(by)],
  );
}

export interface Acceptance {
  readonly breakId: string;
  readonly reason: string;
  readonly acceptedAt: Date;
  readonly acceptedBy: Person;
}

export async function acceptances(tx: Tx, rehearsalId: string): Promise<Acceptance[]> {
  return tx.query<Acceptance>(
    `select break_id as "breakId", reason, accepted_at as "acceptedAt", accepted_by as "acceptedBy"
     from kaigi.directory_rehearsal_acceptance where municipality_id = $1 and rehearsal_id = $2 order by accepted_at, break_id`,
    [tx.municipalityId, rehearsalId],
  );
}

/** `what` is the break as it was shown to whoever accepted it. */
export async function accept(
  tx: Tx,
  rehearsalId: string,
  accepted: readonly (Acceptance & { readonly what: object })[],
): Promise<void> {
  if (accepted.length === 0) return;
  await tx.query(
    `insert into kaigi.directory_rehearsal_acceptance (municipality_id, rehearsal_id, break_id, what, reason, accepted_at, accepted_by)
     select $1, $2, a."breakId", a.what, a.reason, a."acceptedAt", a."acceptedBy"
     from jsonb_to_recordset($3) as a("breakId" text, what jsonb, reason text, "acceptedAt" timestamptz, "acceptedBy" jsonb)
     on conflict do nothing`,
    [tx.municipalityId, rehearsalId, JSON.stringify(accepted)],
  );
}
