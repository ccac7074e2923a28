import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

/** Rows beside the facts, each of one person and of one time. Names are ours, never somebody's input. */
export interface Traces {
  /** What the fact calls them. */
  readonly name: string;
  readonly table: string;
  /** Which column says of when they are, and of what kind it is. */
  readonly of: readonly ['INSTANT' | 'DAY' | 'MONTH', string];
  /** Whose they are. */
  readonly staff: string;
  /** Whether a month that is not closed, or an application that is not decided, may still be looked at with them. */
  readonly isEvidence: boolean;
}

const own = { staff: 't.staff_id', isEvidence: false };
const evidence = { staff: 't.staff_id', isEvidence: true };

/** 在席・行先. Somebody who came back early was still said to be away until `expires_at`. */
export const PRESENCE_TRACES: readonly Traces[] = [
  { ...own, name: 'whereabouts', table: 'kaigi.telework_whereabouts', of: ['INSTANT', 'expires_at'] },
  { ...own, name: 'nudges', table: 'kaigi.telework_nudge', of: ['INSTANT', 'due_at'] },
];

/** 勤務の申請・打刻・業務報告, but for what the log names: that stays as long as the log. */
export const TELEWORK_TRACES: readonly Traces[] = [
  { ...evidence, name: 'pcLogs', table: 'kaigi.telework_pc_log', of: ['INSTANT', 'on_at'] },
  { ...evidence, name: 'punchNotices', table: 'kaigi.telework_punch_notice', of: ['DAY', 'day'] },
  { ...evidence, name: 'reportNotices', table: 'kaigi.telework_report_notice', of: ['DAY', 'date'] },
  { ...evidence, name: 'confirmNotices', table: 'kaigi.telework_confirm_notice', of: ['MONTH', 'month'] },
  { ...own, name: 'bossDays', table: 'kaigi.telework_boss_day', staff: 't.boss_id', of: ['DAY', 'date'] },
  { ...own, name: 'talks', table: 'kaigi.telework_talk', of: ['DAY', 'through'] },
];

/** Wholly before the day `$2`, as an index of the column finds it. */
const IS_BEFORE = {
  INSTANT: "< ($2::date)::timestamp at time zone 'Asia/Tokyo'",
  DAY: '< $2::date',
  MONTH: "< to_char($2::date, 'YYYY-MM')",
} as const;

const MONTH_OF = {
  INSTANT: (column: string) => `to_char(${column} at time zone 'Asia/Tokyo', 'YYYY-MM')`,
  DAY: (column: string) => `to_char(${column}, 'YYYY-MM')`,
  MONTH: (column: string) => column,
} as const;

/** The person's month is open: begun and not closed, being closed, or something asked for in it is not decided. */
function stillNeeded({ staff, of: [kind, column] }: Traces): string {
  const month = MONTH_OF[kind](`t.${column}`);
  return `(exists (select from kaigi.telework_sheet s where s.municipality_id = t.municipality_id
      and s.staff_id = ${staff} and s.month = ${month} and s.closed is null)
    or exists (select from kaigi.telework_closing c where c.municipality_id = t.municipality_id
      and c.month = ${month} and c.done_at is null)
    or exists (select from kaigi.telework_day d where d.municipality_id = t.municipality_id
      and d.staff_id = ${staff} and d.state = 'ASKED' and to_char(d.date, 'YYYY-MM') = ${month}))`;
}

/** Takes away at most so many of the days before this one; a row that somebody changes meanwhile is left for the next night. */
export async function removeTraces(
  tx: Tx,
  traces: Traces,
  { before, limit }: { readonly before: LocalDate; readonly limit: number },
): Promise<number> {
  const [kind, column] = traces.of;
  const rows = await tx.query(
    `delete from ${traces.table} where municipality_id = $1 and ctid = any(array(
       select t.ctid from ${traces.table} t where t.municipality_id = $1 and t.${column} ${IS_BEFORE[kind]}
         ${traces.isEvidence ? `and not ${stillNeeded(traces)}` : ''}
       order by t.${column} limit $3)) returning 1 as one`,
    [tx.municipalityId, before, limit],
  );
  return rows.length;
}
