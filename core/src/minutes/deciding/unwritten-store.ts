import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Deadline } from '../meetings/rules.ts';
import { MEETING_ROWS } from '../meetings/store.ts';
import { MS_A_LETTER } from '../transcript/joined.ts';
import type { Work } from './hours-saved.ts';

/** Meetings that were held until a day and whose minutes are not final, the oldest first; null: of every section. */
export const unwrittenOf = (
  tx: Tx,
  { until, unitIds }: { readonly until: LocalDate; readonly unitIds: readonly string[] | null },
): Promise<Meeting[]> =>
  tx.query<Meeting>(
    `${MEETING_ROWS} and m.state not in ('FINAL', 'CANCELLED') and m.held_on <= $2
       and ($3::uuid[] is null or m.unit_id = any($3)) order by m.held_on, m.meeting_id`,
    [tx.municipalityId, until, unitIds],
  );

export interface Reminder {
  readonly meetingId: string;
  readonly kind: Deadline['kind'];
  readonly dueOn: LocalDate;
  readonly step: number;
}

/** Answers those that were not noted before. */
export const noteReminders = (tx: Tx, reminders: readonly Reminder[], at: Date): Promise<Reminder[]> =>
  tx.query<Reminder>(
    `insert into kaigi.minutes_reminder (municipality_id, meeting_id, kind, due_on, step, reminded_at)
     select $1, r."meetingId", r.kind, r."dueOn", r.step, $3
     from jsonb_to_recordset($2) as r("meetingId" uuid, kind text, "dueOn" date, step int)
     on conflict do nothing returning meeting_id as "meetingId", kind, due_on as "dueOn", step`,
    [tx.municipalityId, JSON.stringify(reminders), at],
  );

/** Of one section, and of nobody in particular. */
export interface Measured {
  readonly unitId: string;
  readonly final: number;
  /** From the meetings until their minutes were final, added up. */
  readonly days: number;
  /** Of the final minutes, those that were drafted by rules. */
  readonly drafts: number;
  readonly corrected: number;
  readonly untouched: number;
}

/** What went into the minutes of a meeting of one section. */
export interface UnitWork extends Work {
  readonly unitId: string;
}

/** The minutes of these sections that became final since a day. */
interface Finished {
  readonly since: LocalDate;
  readonly unitIds: readonly string[];
}

/** Sections without any are left out. */
export const measuresOf = (tx: Tx, { since, unitIds }: Finished): Promise<Measured[]> =>
  tx.query<Measured>(
    `with done as (
       select m.meeting_id, m.unit_id, m.final_on - m.held_on as days from kaigi.meeting m
       where m.municipality_id = $1 and m.state = 'FINAL' and m.final_on >= $2 and m.unit_id = any($3::uuid[])),
     edited as (
       select f.subject_id as meeting_id, sum((f.fact ->> 'ofDraft')::int) as corrected
       from kaigi.minutes_fact f join done d on d.meeting_id = f.subject_id
       where f.municipality_id = $1 and f.subject_kind = 'minutes' and f.act = 'EDITED' group by f.subject_id),
     kept as (
       select s.meeting_id, count(*) as untouched from kaigi.minutes_sentence s join done d using (meeting_id)
       where s.municipality_id = $1 and s.origin = 'RULES' and not s.gone group by s.meeting_id)
     select d.unit_id as "unitId", count(*)::int as final, sum(d.days)::int as days,
       count(*) filter (where coalesce(e.corrected, 0) + coalesce(k.untouched, 0) > 0)::int as drafts,
       coalesce(sum(e.corrected), 0)::int as corrected, coalesce(sum(k.untouched), 0)::int as untouched
     from done d left join edited e using (meeting_id) left join kept k using (meeting_id) group by d.unit_id`,
    [tx.municipalityId, since, unitIds],
  );

/**
 * What went into those whose transcript says when people spoke: a chat does not, nor does a file without times. Who edited
 * is nowhere said, only that they were several.
 */
export const workOn = (tx: Tx, { since, unitIds }: Finished): Promise<UnitWork[]> =>
  tx.query<UnitWork>(
    `with spoken as (
       select m.meeting_id, m.unit_id, range_agg(int8range(l.start_ms,
         greatest(l.start_ms, coalesce(l.end_ms, l.start_ms + length(l.words) * $4)))) as times
       from kaigi.meeting m
       join kaigi.minutes_line l on l.municipality_id = $1 and l.meeting_id = m.meeting_id and not l.gone
       join kaigi.meeting_transcript t on t.municipality_id = $1 and t.transcript_id = l.transcript_id
       where m.municipality_id = $1 and m.state = 'FINAL' and m.final_on >= $2 and m.unit_id = any($3::uuid[])
         and t.timed and t.source <> 'CHAT'
       group by m.municipality_id, m.meeting_id)
     select s.unit_id as "unitId", (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(s.times) r)::float8 as "spokenMs",
       (select coalesce(json_agg(e.moments), '[]')
        from (select array_agg(extract(epoch from f.at)::int8 * 1000) as moments from kaigi.minutes_fact f
          where f.municipality_id = $1 and f.subject_kind in ('transcript', 'minutes') and f.subject_id = s.meeting_id
            and f.act = 'EDITED' and f.via <> 'rules'
          group by f.actor ->> 'staffId') e) as edits
     from spoken s`,
    [tx.municipalityId, since, unitIds, MS_A_LETTER],
  );

/** Which of these sections have called a meeting. */
export async function unitsWithMeetings(tx: Tx, unitIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select distinct m.unit_id as id from kaigi.meeting m where m.municipality_id = $1 and m.unit_id = any($2::uuid[])`,
    [tx.municipalityId, unitIds],
  );
  return new Set(rows.map(({ id }) => id));
}
