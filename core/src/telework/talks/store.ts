import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

export interface Talk {
  readonly talkId: string;
  readonly staffId: string;
  readonly through: LocalDate;
  readonly days: number;
  readonly version: number;
  /** How the person is, in their own words; empty where they said nothing. */
  readonly mood: string;
  /** Whether their head sees it. */
  readonly shown: boolean;
}

export interface Due {
  readonly staffId: string;
  readonly days: number;
  readonly through: LocalDate;
}

/** Who has teleworked so many days since they were counted last, looking back a year. */
export const dueTalks = (tx: Tx, { before, afterDays }: { before: LocalDate; afterDays: number }): Promise<Due[]> =>
  tx.query<Due>(
    `select d.staff_id as "staffId", count(distinct d.date)::int as days, max(d.date) as through
     from kaigi.telework_day d
     where d.municipality_id = $1 and d.kind = 'TELEWORK' and d.state = 'APPROVED' and d.date < $2
       and d.date > greatest($2::date - 366, coalesce((select max(t.through) from kaigi.telework_talk t
         where t.municipality_id = $1 and t.staff_id = d.staff_id), '-infinity'))
     group by d.staff_id having count(distinct d.date) >= $3 order by d.staff_id`,
    [tx.municipalityId, before, afterDays],
  );

/** False where another process was first. */
export async function insertTalk(tx: Tx, talk: Talk, at: Date): Promise<boolean> {
  const { talkId, staffId, through, days, version } = talk;
  const rows = await tx.query(
    `insert into kaigi.telework_talk (municipality_id, talk_id, staff_id, through, days, told_at, version)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning talk_id`,
    [tx.municipalityId, talkId, staffId, through, days, at, version],
  );
  return rows.length > 0;
}

export async function readTalk(tx: Tx, talkId: string): Promise<Talk | null> {
  const [row] = await tx.query<Talk>(
    `select t.talk_id as "talkId", t.staff_id as "staffId", t.through, t.days, t.version, t.mood, t.shown
     from kaigi.telework_talk t where t.municipality_id = $1 and t.talk_id = $2`,
    [tx.municipalityId, talkId],
  );
  return row ?? null;
}

export async function saveMood(tx: Tx, { talkId, version, mood, shown }: Omit<Talk, 'staffId' | 'through' | 'days'>) {
  await tx.query(
    `update kaigi.telework_talk set mood = $3, shown = $4, version = $5 where municipality_id = $1 and talk_id = $2`,
    [tx.municipalityId, talkId, mood, shown, version],
  );
}
