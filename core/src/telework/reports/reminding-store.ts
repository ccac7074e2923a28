import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { ReportKind } from './contract.ts';

/** Somebody is reminded of a report. */
export interface ReportNotice {
  readonly noticeId: string;
  readonly staffId: string;
  readonly date: LocalDate;
  readonly kind: ReportKind;
}

/** Notes whom to remind; who was reminded before is left out. Returns those that are new. */
export async function noteReminders(tx: Tx, notices: readonly ReportNotice[], at: Date): Promise<ReportNotice[]> {
  if (notices.length === 0) return [];
  const noted = await tx.query<{ noticeId: string }>(
    `insert into kaigi.telework_report_notice (municipality_id, staff_id, date, kind, notice_id, noticed_at)
     select $1, r."staffId", r.date, r.kind, r."noticeId", $3
     from jsonb_to_recordset($2) as r("noticeId" uuid, "staffId" uuid, date date, kind text)
     order by r."staffId", r.date, r.kind on conflict do nothing returning notice_id as "noticeId"`,
    [tx.municipalityId, JSON.stringify(notices), at],
  );
  const fresh = new Set(noted.map(({ noticeId }) => noticeId));
  return notices.filter(({ noticeId }) => fresh.has(noticeId));
}

export async function readReminder(tx: Tx, noticeId: string): Promise<ReportNotice | null> {
  const [row] = await tx.query<ReportNotice>(
    `select n.notice_id as "noticeId", n.staff_id as "staffId", n.date, n.kind from kaigi.telework_report_notice n
     where n.municipality_id = $1 and n.notice_id = $2`,
    [tx.municipalityId, noticeId],
  );
  return row ?? null;
}
