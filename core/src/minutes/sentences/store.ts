import type { Tx } from '../../platform/index.ts';
import type { Sentence } from './sentence.ts';

const ROWS = `select s.sentence_id as "sentenceId", s.version, s.part, s.item_id as "itemId", s.place, s.words as text,
    s.origin, s.sources, s.detail
  from kaigi.minutes_sentence s where s.municipality_id = $1 and s.meeting_id = $2`;

/** In their order. */
export const sentencesOf = (tx: Tx, meetingId: string): Promise<Sentence[]> =>
  tx.query<Sentence>(`${ROWS} and not s.gone order by s.place, s.sentence_id`, [tx.municipalityId, meetingId]);

/** Whatever a person has written, changed or taken out. */
export const settledBy = (tx: Tx, meetingId: string): Promise<Sentence[]> =>
  tx.query<Sentence>(`${ROWS} and s.origin <> 'RULES'`, [tx.municipalityId, meetingId]);

/** The 議題 of the meeting were changed after the newest draft was made. */
export async function isAgendaNewer(tx: Tx, meetingId: string): Promise<boolean> {
  const [row] = await tx.query<{ newer: boolean }>(
    `select exists (select from kaigi.minutes_fact c where c.municipality_id = $1 and c.subject_kind = 'meeting'
         and c.subject_id = $2 and c.act = 'CHANGED' and c.seq > drafted.on
         and c.fact::jsonb -> 'parts' @> '["agenda"]') as newer
     from (select (f.fact ->> 'meetingVersion')::int as on from kaigi.minutes_fact f
       where f.municipality_id = $1 and f.subject_kind = 'minutes' and f.subject_id = $2 and f.act = 'DRAFTED'
       order by f.seq desc limit 1) drafted`,
    [tx.municipalityId, meetingId],
  );
  return row?.newer === true;
}

export async function sentenceById(tx: Tx, meetingId: string, sentenceId: string): Promise<Sentence | null> {
  const [row] = await tx.query<Sentence>(`${ROWS} and not s.gone and s.sentence_id = $3`, [
    ...[tx.municipalityId, meetingId, sentenceId],
  ]);
  return row ?? null;
}

const COLUMNS = 'sentence_id, version, part, item_id, place, words, origin, sources, detail';

/** False where one of the ids is taken. */
export async function insertSentences(tx: Tx, meetingId: string, sentences: readonly Sentence[]): Promise<boolean> {
  const rows = await tx.query(
    `insert into kaigi.minutes_sentence (municipality_id, meeting_id, ${COLUMNS})
     select $1, $2, r."sentenceId", r.version, r.part, r."itemId", r.place, r.text, r.origin, r.sources, r.detail
     from jsonb_to_recordset($3) as r("sentenceId" uuid, version int, part text, "itemId" uuid, place double precision,
       text text, origin text, sources uuid[], detail jsonb)
     on conflict do nothing returning sentence_id`,
    [tx.municipalityId, meetingId, JSON.stringify(sentences)],
  );
  return rows.length === sentences.length;
}

export async function updateSentence(tx: Tx, meetingId: string, sentence: Sentence, gone = false): Promise<void> {
  const { sentenceId, version, text, origin, sources, detail } = sentence;
  await tx.query(
    `update kaigi.minutes_sentence set version = $4, words = $5, origin = $6, sources = $7, detail = $8, gone = $9
     where municipality_id = $1 and meeting_id = $2 and sentence_id = $3`,
    [tx.municipalityId, meetingId, sentenceId, version, text, origin, sources, JSON.stringify(detail), gone],
  );
}

/** What the rules drafted before and nobody has touched. */
export async function takeDraftAway(tx: Tx, meetingId: string): Promise<void> {
  await tx.query(
    `update kaigi.minutes_sentence set gone = true
     where municipality_id = $1 and meeting_id = $2 and origin = 'RULES' and not gone`,
    [tx.municipalityId, meetingId],
  );
}
