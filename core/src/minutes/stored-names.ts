import type { NamesOf } from '../records/index.ts';

/**
 * Files that 会議録 count on: transcripts as they came, recordings, forms, and a paper until it lies where it belongs.
 * Asked before bytes of a disposed record are removed.
 */
export const minutesNames: NamesOf = async (owner, sha256s) => {
  const { rows } = await owner.query<{ sha256: string }>(
    `select t.sha256 from kaigi.meeting_transcript t where t.sha256 = any($1::text[]) and t.disposed_at is null
     union select r.sha256 from kaigi.minutes_recording r where r.sha256 = any($1::text[]) and r.disposed_at is null
     union select f.sha256 from kaigi.minutes_template f where f.sha256 = any($1::text[])
     union select d.paper_sha256 from kaigi.minutes_deciding d
       where d.paper_sha256 = any($1::text[]) and d.state = 'FILING'`,
    [sha256s],
  );
  return rows.map(({ sha256 }) => sha256);
};
