import type { Finding } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type LineRow, type LineSeen, type LinesAct, oddLines } from './lines-seen.ts';
import { MINUTES_FACTS } from './store.ts';

interface Row {
  readonly act: string;
  readonly fact: { readonly transcriptId?: string; readonly state?: string; readonly lines?: number };
  /** Null once the words were disposed of. */
  readonly change: {
    readonly before?: readonly LineSeen[];
    readonly after?: readonly LineSeen[];
    readonly removed?: readonly string[];
    readonly linesDigest?: string;
  } | null;
}

const factsOf = (tx: Tx, meetingId: string): Promise<Row[]> =>
  tx.query<Row>(
    `select f.act, f.fact, c.change from kaigi.minutes_fact f
     left join kaigi.minutes_change c using (municipality_id, subject_kind, subject_id, seq)
     where f.municipality_id = $1 and f.subject_kind = 'transcript' and f.subject_id = $2 order by f.seq`,
    [tx.municipalityId, meetingId],
  );

const rowsOf = (tx: Tx, meetingId: string): Promise<LineRow[]> =>
  tx.query<LineRow>(
    `select l.line_id as "lineId", l.version, l.attendee_id as "attendeeId",
       l.start_ms as "startMs", l.end_ms as "endMs", l.heard, l.words as text, l.sure, l.transcript_id as "transcriptId", l.gone
     from kaigi.minutes_line l where l.municipality_id = $1 and l.meeting_id = $2`,
    [tx.municipalityId, meetingId],
  );

async function keptBeside(tx: Tx, meetingId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `select t.transcript_id as id from kaigi.meeting_transcript t
     where t.municipality_id = $1 and t.meeting_id = $2 and t.state = 'KEPT'`,
    [tx.municipalityId, meetingId],
  );
  return new Set(rows.map(({ id }) => id));
}

function actOf({ act, fact, change }: Row): LinesAct[] {
  const { before = [], after = [], removed = [] } = change ?? {};
  const edited: LinesAct = { act: 'EDITED', before, after, removed };
  if (act === 'EDITED') return [edited];
  if (act !== 'TAKEN_IN') return [];
  const lines = fact.state === 'USED' ? (fact.lines ?? 0) : 0;
  // A chat that was read again changes lines whose messages were changed, besides adding new ones.
  return [{ act, transcriptId: fact.transcriptId ?? '', lines, digest: change?.linesDigest ?? null }, edited];
}

/** Lines that stand otherwise than their history left them. Where its words were disposed of, nothing is left to compare. */
export async function* alteredLines(tx: Tx): AsyncGenerator<Finding> {
  const meetings = await tx.query<{ id: string }>(
    `select m.meeting_id as id from kaigi.meeting m where m.municipality_id = $1 and m.lines_version > 0
     union select l.meeting_id from kaigi.minutes_line l where l.municipality_id = $1
     except select t.meeting_id from kaigi.meeting_transcript t
       where t.municipality_id = $1 and t.disposed_at is not null
     order by 1`,
    [tx.municipalityId],
  );
  for (const { id: meetingId } of meetings) {
    const facts = await factsOf(tx, meetingId);
    if (facts.some(({ act, change }) => act === 'EDITED' && change === null)) continue;
    const odd = oddLines(facts.flatMap(actOf), await rowsOf(tx, meetingId), await keptBeside(tx, meetingId));
    for (const id of odd)
      yield {
        ...{ kind: MINUTES_FACTS.leafKind, subject: `line/${meetingId}/${id}`, code: 'minutes.lines_altered' },
        sentence: {
          ja: `会議 ${meetingId} の発言（${id}）：変更の記録と合いません。`,
          en: `Of the meeting ${meetingId}, what was said (${id}) is not as its history left it.`,
        },
      };
  }
}
