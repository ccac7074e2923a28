import { emit, type Tx } from '../../platform/index.ts';
import type { SourceRefusal, TranscriptKey } from './source.ts';

/** Told after the commit: a transcript waits to be fetched. */
export const TRANSCRIPT_HEARD = 'minutes/transcript-heard';

export type HeardKey = Omit<TranscriptKey, 'municipalityId'>;

/** Keeps what was heard of, once, and has it fetched; what is taken in already is not fetched again. */
export async function hear(tx: Tx, keys: readonly HeardKey[], now: Date): Promise<number> {
  const heard = await tx.query<HeardKey>(
    `insert into kaigi.minutes_arrival as a (municipality_id, meeting_key, transcript_key, organizer_oid, heard_at)
     select distinct on (k."meetingKey", k."transcriptKey") $1::uuid, k."meetingKey", k."transcriptKey", k."organizerOid", $3::timestamptz
     from jsonb_to_recordset($2) as k("meetingKey" text, "transcriptKey" text, "organizerOid" uuid)
     on conflict (municipality_id, meeting_key, transcript_key) do update set refusal = null
       where a.taken_in_at is null
     returning meeting_key as "meetingKey", transcript_key as "transcriptKey", organizer_oid as "organizerOid"`,
    [tx.municipalityId, JSON.stringify(keys), now],
  );
  await emit(
    tx,
    heard.map((key) => ({ topic: TRANSCRIPT_HEARD, payload: { ...key } })),
  );
  return heard.length;
}

export interface Arrival {
  readonly heardAt: Date;
  readonly takenInAt: Date | null;
  readonly refusal: SourceRefusal | null;
}

export async function arrivalOf(tx: Tx, { meetingKey, transcriptKey }: HeardKey): Promise<Arrival | null> {
  const [row] = await tx.query<Arrival>(
    `select heard_at as "heardAt", taken_in_at as "takenInAt", refusal from kaigi.minutes_arrival
     where municipality_id = $1 and meeting_key = $2 and transcript_key = $3`,
    [tx.municipalityId, meetingKey, transcriptKey],
  );
  return row ?? null;
}

export async function noteArrival(
  tx: Tx,
  { meetingKey, transcriptKey }: HeardKey,
  { takenInAt, refusal }: Pick<Arrival, 'takenInAt' | 'refusal'>,
): Promise<void> {
  await tx.query(
    `update kaigi.minutes_arrival set taken_in_at = $4, refusal = $5
     where municipality_id = $1 and meeting_key = $2 and transcript_key = $3`,
    [tx.municipalityId, meetingKey, transcriptKey, takenInAt, refusal],
  );
}

/** What was heard of and never came, since `from`; what is gone stays so. */
export const openArrivals = (tx: Tx, from: Date): Promise<HeardKey[]> =>
  tx.query<HeardKey>(
    `select meeting_key as "meetingKey", transcript_key as "transcriptKey", organizer_oid as "organizerOid"
     from kaigi.minutes_arrival
     where municipality_id = $1 and taken_in_at is null and heard_at >= $2
       and refusal is distinct from 'minutes.graph_gone'
     order by heard_at`,
    [tx.municipalityId, from],
  );
