import type { Tx } from '../../platform/index.ts';
import type { Redaction } from './redaction.ts';

/** In the order in which they were made. */
export async function redactionsOf(tx: Tx, meetingId: string): Promise<Redaction[]> {
  const rows = await tx.query<{ content: Redaction }>(
    `select r.content from kaigi.minutes_redaction r
     where r.municipality_id = $1 and r.meeting_id = $2 and not r.gone order by r.place`,
    [tx.municipalityId, meetingId],
  );
  return rows.map(({ content }) => content);
}

/** False where the id is taken. */
export async function insertRedaction(tx: Tx, meetingId: string, redaction: Redaction): Promise<boolean> {
  const rows = await tx.query(
    `insert into kaigi.minutes_redaction (municipality_id, meeting_id, redaction_id, content) values ($1, $2, $3, $4)
     on conflict do nothing returning redaction_id`,
    [tx.municipalityId, meetingId, redaction.id, JSON.stringify(redaction)],
  );
  return rows.length > 0;
}

export async function takeRedactionAway(tx: Tx, meetingId: string, redactionId: string): Promise<void> {
  await tx.query(
    `update kaigi.minutes_redaction set gone = true
     where municipality_id = $1 and meeting_id = $2 and redaction_id = $3`,
    [tx.municipalityId, meetingId, redactionId],
  );
}
