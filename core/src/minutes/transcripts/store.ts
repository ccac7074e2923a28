import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { ErrorParams } from '../../shared/index.ts';

/** Something odd in a file, by the code of its sentence. */
export interface Remark {
  readonly code: string;
  readonly params: ErrorParams;
}

export interface TakenRow {
  readonly transcriptId: string;
  readonly meetingId: string;
  readonly sha256: string;
  readonly source: 'FILE' | 'TEAMS' | 'RECORDING' | 'CHAT';
  readonly fileName: string;
  readonly takenAt: Date;
  readonly takenBy: Person;
  readonly state: 'USED' | 'KEPT';
  readonly timed: boolean;
  readonly remarks: { readonly warnings: readonly Remark[]; readonly doubts: readonly Remark[] };
  readonly lines: number;
  /** So much after the beginning of the first one used it begins; 0 where it follows none. */
  readonly fromMs: number;
}

const ROWS = `select t.transcript_id as "transcriptId", t.meeting_id as "meetingId", t.sha256, t.source,
    t.file_name as "fileName", t.taken_at as "takenAt", t.taken_by as "takenBy", t.state, t.timed, t.remarks, t.lines,
    t.from_ms::float8 as "fromMs"
  from kaigi.meeting_transcript t where t.municipality_id = $1 and t.meeting_id = $2`;

export const transcriptsOf = (tx: Tx, meetingId: string): Promise<TakenRow[]> =>
  tx.query<TakenRow>(`${ROWS} order by t.taken_at, t.transcript_id`, [tx.municipalityId, meetingId]);

/** False where the same bytes are used already. */
export async function insertTranscript(tx: Tx, row: TakenRow): Promise<boolean> {
  const { transcriptId, meetingId, sha256, source, fileName, takenAt, takenBy, state, timed, remarks, lines, fromMs } =
    row;
  const rows = await tx.query(
    `insert into kaigi.meeting_transcript (municipality_id, transcript_id, meeting_id, sha256, source, file_name,
       taken_at, taken_by, state, timed, remarks, lines, from_ms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning transcript_id`,
    [
      ...[tx.municipalityId, transcriptId, meetingId, sha256, source, fileName, takenAt, JSON.stringify(takenBy)],
      ...[state, timed, JSON.stringify(remarks), lines, fromMs],
    ],
  );
  return rows.length > 0;
}

export async function keepOthers(tx: Tx, meetingId: string, transcriptId: string): Promise<void> {
  await tx.query(
    `update kaigi.meeting_transcript set state = 'KEPT'
     where municipality_id = $1 and meeting_id = $2 and transcript_id <> $3 and state = 'USED'`,
    [tx.municipalityId, meetingId, transcriptId],
  );
}
