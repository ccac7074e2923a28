import type { Tx } from '../../platform/index.ts';
import type { KeptTerm } from './keeping.ts';

const ROWS = `select t.term_id as "termId", t.version, nullif(t.body_id, '') as "bodyId", t.written, t.reading, t.kind,
    t.heard, t.changed_at as "changedAt", t.changed_by as "changedBy"
  from kaigi.minutes_term t where t.municipality_id = $1 and not t.gone`;

/** Those of the whole city first, by their reading. */
export const termsOf = (tx: Tx): Promise<KeptTerm[]> =>
  tx.query<KeptTerm>(`${ROWS} order by t.body_id, coalesce(nullif(t.reading, ''), t.written), t.written, t.term_id`, [
    tx.municipalityId,
  ]);

/** The version of the newest fact about the glossary. Of two who change it the later one waits here for the earlier. */
export async function holdGlossary(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `insert into kaigi.minutes_glossary as g (municipality_id, version) values ($1, 0)
     on conflict (municipality_id) do update set version = g.version returning g.version`,
    [tx.municipalityId],
  );
  return row?.version ?? 0;
}

export async function countGlossaryOn(tx: Tx, version: number): Promise<void> {
  await tx.query('update kaigi.minutes_glossary set version = $2 where municipality_id = $1', [
    ...[tx.municipalityId, version],
  ]);
}

/** Puts the terms in, or in the place of those with their ids. */
export async function saveTerms(tx: Tx, terms: readonly KeptTerm[]): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_term (municipality_id, term_id, version, body_id, written, reading, kind, heard,
       changed_at, changed_by)
     select $1, r."termId", r.version, coalesce(r."bodyId", ''), r.written, r.reading, r.kind, r.heard, r."changedAt",
       r."changedBy"
     from jsonb_to_recordset($2) as r("termId" uuid, version int, "bodyId" text, written text, reading text, kind text,
       heard text[], "changedAt" timestamptz, "changedBy" jsonb)
     on conflict (municipality_id, term_id) do update set version = excluded.version, written = excluded.written,
       reading = excluded.reading, kind = excluded.kind, heard = excluded.heard, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by`,
    [tx.municipalityId, JSON.stringify(terms)],
  );
}

export async function takeTermAway(tx: Tx, { termId, version }: KeptTerm): Promise<void> {
  await tx.query(
    `update kaigi.minutes_term set gone = true, version = $3 where municipality_id = $1 and term_id = $2`,
    [tx.municipalityId, termId, version + 1],
  );
}

/** 会議体 whose meetings somebody else had this person record. */
export async function bodiesRecordedBy(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.query<{ bodyId: string }>(
    `select distinct m.content ->> 'bodyId' as "bodyId" from kaigi.meeting_staff s
     join kaigi.meeting m on m.municipality_id = s.municipality_id and m.meeting_id = s.meeting_id
     where s.municipality_id = $1 and s.staff_id = $2 and m.content ->> 'bodyId' is not null and m.organiser_id <> $2
       and m.content -> 'attendees' @> jsonb_build_array(jsonb_build_object('staffId', $2::uuid::text, 'role', 'RECORDER'))`,
    [tx.municipalityId, staffId],
  );
  return rows.map(({ bodyId }) => bodyId);
}

/** 会議体 of which these sections keep minutes. */
export async function bodiesOf(tx: Tx, unitIds: ReadonlySet<string>): Promise<string[]> {
  const rows = await tx.query<{ bodyId: string }>(
    `select distinct m.content ->> 'bodyId' as "bodyId" from kaigi.meeting m
     where m.municipality_id = $1 and m.unit_id = any($2::uuid[]) and m.content ->> 'bodyId' is not null`,
    [tx.municipalityId, [...unitIds]],
  );
  return rows.map(({ bodyId }) => bodyId);
}
