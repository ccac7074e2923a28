import { type Clock, newId, type Tx } from '../../platform/index.ts';
import type { AbsenceSource } from './contract.ts';
import type { GraphSource } from './rules.ts';
import { compare, type Known, type Sighting } from './sightings.ts';

export interface NewAbsence {
  readonly staffId: string;
  readonly source: AbsenceSource;
  readonly from: Date;
  readonly until: Date | null;
  readonly note: string;
  readonly ref: string | null;
  readonly recordedBy: string | null;
}

export async function addAbsences(tx: Tx, clock: Clock, absences: readonly NewAbsence[]): Promise<string[]> {
  if (absences.length === 0) return [];
  const at = clock.now();
  const rows = absences.map((absence) => ({
    ...absence,
    absenceId: newId(clock),
    confirmedAt: absence.source.startsWith('GRAPH_') ? at : null,
  }));
  await tx.query(
    `insert into kaigi.directory_absence (municipality_id, absence_id, staff_id, source, from_at, until_at, note,
       source_ref, recorded_at, recorded_by, confirmed_at, begun_told)
     select $1, x."absenceId", x."staffId", x.source, x."from", x."until", x.note, x.ref, $3, x."recordedBy",
       x."confirmedAt", x."from" <= $3
     from jsonb_to_recordset($2) as x("absenceId" uuid, "staffId" uuid, source text, "from" timestamptz,
       "until" timestamptz, note text, ref text, "recordedBy" uuid, "confirmedAt" timestamptz)`,
    [tx.municipalityId, JSON.stringify(rows), at],
  );
  return rows.map(({ absenceId }) => absenceId);
}

/** Whose absence, known before, has begun by now; each is named once. */
export async function takeBegun(tx: Tx, at: Date): Promise<string[]> {
  const rows = await tx.query<{ staffId: string; until: Date | null }>(
    `update kaigi.directory_absence set begun_told = true
     where municipality_id = $1 and not begun_told and cancelled_at is null and from_at <= $2
     returning staff_id as "staffId", until_at as "until"`,
    [tx.municipalityId, at],
  );
  return [...new Set(rows.filter(({ until }) => until === null || until > at).map(({ staffId }) => staffId))];
}

interface Cancelling {
  readonly at: Date;
  /** null when its source took it back. */
  readonly by: string | null;
}

export async function cancel(tx: Tx, absenceIds: readonly string[], { at, by }: Cancelling): Promise<void> {
  if (absenceIds.length === 0) return;
  await tx.query(
    `update kaigi.directory_absence set cancelled_at = $3, cancelled_by = $4
     where municipality_id = $1 and absence_id = any($2::uuid[]) and cancelled_at is null`,
    [tx.municipalityId, absenceIds, at, by],
  );
}

export async function openByRef(
  tx: Tx,
  { source, ref }: { source: AbsenceSource; ref: string },
): Promise<{ absenceId: string; staffId: string; from: Date; until: Date | null; note: string } | null> {
  const [row] = await tx.query<{ absenceId: string; staffId: string; from: Date; until: Date | null; note: string }>(
    `select absence_id as "absenceId", staff_id as "staffId", from_at as "from", until_at as "until", note
     from kaigi.directory_absence
     where municipality_id = $1 and source = $2 and source_ref = $3 and cancelled_at is null for update`,
    [tx.municipalityId, source, ref],
  );
  return row ?? null;
}

export interface SourceReading {
  readonly source: GraphSource;
  /** Whose answer was understood. */
  readonly answered: readonly string[];
  /** How many were asked and gave an error instead. */
  readonly unread: number;
  readonly seen: readonly Sighting[];
}

/** Takes over one reading of a source; returns the staff for whom something changed. */
export async function saveReading(tx: Tx, clock: Clock, reading: SourceReading): Promise<string[]> {
  const { source, answered, unread, seen } = reading;
  const at = clock.now();
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`absence ${tx.municipalityId} ${source}`]);
  const known = await tx.query<Known>(
    `select absence_id as "absenceId", staff_id as "staffId", from_at as "from", until_at as "until",
       cancelled_by is not null as denied
     from kaigi.directory_absence
     where municipality_id = $1 and source = $2 and staff_id = any($3::uuid[]) and (until_at is null or until_at > $4)
       and (cancelled_at is null or (cancelled_by is not null and confirmed_at is not null))`,
    [tx.municipalityId, source, answered, at],
  );
  const { confirmed, withdrawn, settled, added } = compare(known, seen);
  const confirm = (ids: readonly string[], value: Date | null) =>
    tx.query(
      `update kaigi.directory_absence set confirmed_at = $3 where municipality_id = $1 and absence_id = any($2::uuid[])`,
      [tx.municipalityId, ids, value],
    );
  if (confirmed.length > 0) await confirm(confirmed, at);
  if (settled.length > 0) await confirm(settled, null);
  await cancel(tx, withdrawn, { at, by: null });
  const fresh = added.map(({ staffId, from, until }): NewAbsence => {
    return { staffId, source, from: from ?? at, until, note: '', ref: null, recordedBy: null };
  });
  await addAbsences(tx, clock, fresh);
  await tx.query(
    `insert into kaigi.directory_absence_source (municipality_id, source, read_at, unread) values ($1, $2, $3, $4)
     on conflict (municipality_id, source) do update
       set read_at = excluded.read_at, unread = excluded.unread, failed_since = null, problem = null`,
    [tx.municipalityId, source, at, unread],
  );
  const gone = known.filter(({ absenceId }) => withdrawn.includes(absenceId)).map(({ staffId }) => staffId);
  return [...new Set([...gone, ...added.map(({ staffId }) => staffId)])];
}

export async function saveFailure(tx: Tx, failure: { source: GraphSource; problem: string; at: Date }): Promise<void> {
  await tx.query(
    `insert into kaigi.directory_absence_source as s (municipality_id, source, failed_since, problem)
     values ($1, $2, $3, $4)
     on conflict (municipality_id, source) do update
       set failed_since = coalesce(s.failed_since, excluded.failed_since), problem = excluded.problem`,
    [tx.municipalityId, failure.source, failure.at, failure.problem],
  );
}
