import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

/** Somebody was asked about a start or an end. */
export interface MissingNotice {
  readonly noticeId: string;
  readonly staffId: string;
  readonly day: LocalDate;
  readonly missing: 'START' | 'END';
}

/** One page of those who punched lately, or were to telework today: whose days are to be looked at. */
export async function toLookAt(
  tx: Tx,
  { since, today, after, limit }: { since: Date; today: LocalDate; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select c.staff_id as "staffId" from (
       select p.staff_id from kaigi.telework_punch p
       where p.municipality_id = $1 and p.server_at >= $2 and p.kind = 'TAPPED'
       union
       select d.staff_id from kaigi.telework_day d
       where d.municipality_id = $1 and d.date = $3 and d.kind = 'TELEWORK' and d.state = 'APPROVED') c
     where $4::uuid is null or c.staff_id > $4 order by c.staff_id limit $5`,
    [tx.municipalityId, since, today, after, limit],
  );
  return rows.map(({ staffId }) => staffId);
}

/** Notes whom to ask; what was asked before, by whichever process, is left out. Returns those that are new. */
export async function noteMissing(tx: Tx, notices: readonly MissingNotice[], at: Date): Promise<Set<string>> {
  if (notices.length === 0) return new Set();
  const noted = await tx.query<{ noticeId: string }>(
    `insert into kaigi.telework_punch_notice (municipality_id, staff_id, day, missing, notice_id, noticed_at)
     select $1, r."staffId", r.day, r.missing, r."noticeId", $3
     from jsonb_to_recordset($2) as r("noticeId" uuid, "staffId" uuid, day date, missing text)
     order by r."staffId", r.day on conflict do nothing returning notice_id as "noticeId"`,
    [tx.municipalityId, JSON.stringify(notices), at],
  );
  return new Set(noted.map(({ noticeId }) => noticeId));
}

export async function readMissing(tx: Tx, noticeId: string): Promise<MissingNotice | null> {
  const [row] = await tx.query<MissingNotice>(
    `select n.notice_id as "noticeId", n.staff_id as "staffId", n.day, n.missing from kaigi.telework_punch_notice n
     where n.municipality_id = $1 and n.notice_id = $2`,
    [tx.municipalityId, noticeId],
  );
  return row ?? null;
}
