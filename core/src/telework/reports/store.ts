import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { factsOfAll } from '../history/store.ts';
import { type DayReport, reportFrom } from './rules.ts';

export const REPORT = 'day-report';

/** Which reports of which day. */
export interface ReportRow {
  readonly reportId: string;
  readonly staffId: string;
  readonly date: LocalDate;
}

export interface KeptReport extends ReportRow, DayReport {}

const ROWS = `select r.report_id as "reportId", r.staff_id as "staffId", r.date
  from kaigi.telework_report r where r.municipality_id = $1`;

async function withFacts(tx: Tx, rows: readonly ReportRow[]): Promise<KeptReport[]> {
  if (rows.length === 0) return [];
  const facts = await factsOfAll(
    tx,
    REPORT,
    rows.map(({ reportId }) => reportId),
  );
  return rows.map((row) => ({ ...row, ...reportFrom(facts.get(row.reportId) ?? []) }));
}

/** Until the end of the transaction nobody else adds to it. */
export async function readReport(tx: Tx, reportId: string, { locked = false } = {}): Promise<KeptReport | null> {
  const rows = await tx.query<ReportRow>(`${ROWS} and r.report_id = $2${locked ? ' for update' : ''}`, [
    ...[tx.municipalityId, reportId],
  ]);
  const [report] = await withFacts(tx, rows);
  return report ?? null;
}

export async function reportsOn(tx: Tx, date: LocalDate, staffIds: readonly string[]): Promise<KeptReport[]> {
  return withFacts(
    tx,
    await tx.query<ReportRow>(`${ROWS} and r.date = $2 and r.staff_id = any($3::uuid[])`, [
      ...[tx.municipalityId, date, staffIds],
    ]),
  );
}

/** Of the days before, the last with any report. */
export async function reportBefore(
  tx: Tx,
  { staffId, date, from }: { staffId: string; date: LocalDate; from: LocalDate },
): Promise<KeptReport | null> {
  const rows = await tx.query<ReportRow>(
    `${ROWS} and r.staff_id = $2 and r.date < $3 and r.date >= $4 order by r.date desc limit 1`,
    [tx.municipalityId, staffId, date, from],
  );
  const [report] = await withFacts(tx, rows);
  return report ?? null;
}

/** The row of a day, made where there is none yet; of two who make it at the same moment one waits. */
export async function rowOfDay(tx: Tx, row: ReportRow): Promise<string> {
  await tx.query(
    `insert into kaigi.telework_report (municipality_id, staff_id, date, report_id) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.municipalityId, row.staffId, row.date, row.reportId],
  );
  const [found] = await tx.query<{ reportId: string }>(
    `select r.report_id as "reportId" from kaigi.telework_report r
     where r.municipality_id = $1 and r.staff_id = $2 and r.date = $3 for update`,
    [tx.municipalityId, row.staffId, row.date],
  );
  return found?.reportId ?? row.reportId;
}

export async function markReported(tx: Tx, reportId: string, kind: 'PLAN' | 'RESULT'): Promise<void> {
  await tx.query(
    `update kaigi.telework_report set planned = planned or $3, resulted = resulted or $4
     where municipality_id = $1 and report_id = $2`,
    [tx.municipalityId, reportId, kind === 'PLAN', kind === 'RESULT'],
  );
}

/** Who teleworks on a day, as approved; of these people, or of everybody. */
export async function teleworkersOn(tx: Tx, date: LocalDate, staffIds: readonly string[] | null): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select distinct d.staff_id as "staffId" from kaigi.telework_day d
     where d.municipality_id = $1 and d.date = $2 and d.kind = 'TELEWORK' and d.state = 'APPROVED'
       and ($3::uuid[] is null or d.staff_id = any($3))`,
    [tx.municipalityId, date, staffIds],
  );
  return rows.map(({ staffId }) => staffId);
}

/** Who of these people has reported anything of a day. */
export async function reportersOn(tx: Tx, date: LocalDate, staffIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select r.staff_id as "staffId" from kaigi.telework_report r
     where r.municipality_id = $1 and r.date = $2 and r.staff_id = any($3::uuid[])`,
    [tx.municipalityId, date, staffIds],
  );
  return rows.map(({ staffId }) => staffId);
}

/** Telework days of these people without a result. */
export async function withoutResult(
  tx: Tx,
  { staffIds, from, to }: { staffIds: readonly string[]; from: LocalDate; to: LocalDate },
): Promise<{ staffId: string; date: LocalDate }[]> {
  return tx.query(
    `select distinct d.staff_id as "staffId", d.date from kaigi.telework_day d
     where d.municipality_id = $1 and d.staff_id = any($2::uuid[]) and d.date between $3 and $4
       and d.kind = 'TELEWORK' and d.state = 'APPROVED'
       and not exists (select from kaigi.telework_report r where r.municipality_id = d.municipality_id
         and r.staff_id = d.staff_id and r.date = d.date and r.resulted)`,
    [tx.municipalityId, staffIds, from, to],
  );
}

/** What a boss's card of a day was sent for, and what it showed last. */
export interface BossDayRow {
  readonly bossId: string;
  readonly stage: number;
  readonly shown: string;
}

export async function bossDays(tx: Tx, date: LocalDate, bossIds: readonly string[]): Promise<Map<string, BossDayRow>> {
  const rows = await tx.query<BossDayRow>(
    `select b.boss_id as "bossId", b.stage, b.shown from kaigi.telework_boss_day b
     where b.municipality_id = $1 and b.date = $2 and b.boss_id = any($3::uuid[])`,
    [tx.municipalityId, date, bossIds],
  );
  return new Map(rows.map((row) => [row.bossId, row]));
}

export async function saveBossDays(tx: Tx, date: LocalDate, rows: readonly BossDayRow[]): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_boss_day (municipality_id, boss_id, date, stage, shown)
     select $1, r."bossId", $2, r.stage, r.shown
     from jsonb_to_recordset($3) as r("bossId" uuid, stage int, shown text)
     on conflict (municipality_id, boss_id, date) do update set stage = excluded.stage, shown = excluded.shown`,
    [tx.municipalityId, date, JSON.stringify(rows)],
  );
}
