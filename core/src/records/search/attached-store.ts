import type { Tx } from '../../platform/index.ts';
import { FIRST_ATTACHED, LAST_ATTACHED, type Part } from './segment.ts';

/** A paper attached to a decided case. */
export interface AttachedPaper {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** What is attached to the case of this document is to be found by its words, once somebody has read it. */
export async function noteAttached(tx: Tx, recordId: string): Promise<void> {
  await tx.query(
    `insert into kaigi.records_search_unlisted (municipality_id, record_id) values ($1, $2) on conflict do nothing`,
    [tx.municipalityId, recordId],
  );
}

/** A document of which it is not known yet what is attached; without a case where there is nothing to ask for. */
interface Unlisted {
  readonly recordId: string;
  readonly caseId: string | null;
}

/** Takes some of those; nobody else takes them until the transaction ends. */
export const takeUnlisted = (tx: Tx, limit: number): Promise<Unlisted[]> =>
  tx.query<Unlisted>(
    `with taken as (
       delete from kaigi.records_search_unlisted u
       using (select record_id from kaigi.records_search_unlisted where municipality_id = $1 order by record_id desc limit $2
         for update skip locked) t
       where u.municipality_id = $1 and u.record_id = t.record_id returning u.record_id)
     select t.record_id as "recordId", r.case_id as "caseId" from taken t
     left join kaigi.records_record r on r.municipality_id = $1 and r.id = t.record_id and r.state = 'FROZEN'
       and not exists (select from kaigi.records_tombstone g where g.municipality_id = $1
         and g.subject_kind = 'RECORD' and g.subject_id = r.id and g.content_goes)`,
    [tx.municipalityId, limit],
  );

/** Their words are to be read. Again is harmless. */
export async function listAttached(tx: Tx, recordId: string, papers: readonly AttachedPaper[]): Promise<void> {
  await tx.query(
    `insert into kaigi.records_search_attachment (municipality_id, record_id, part, attachment_id, file_name, sha256)
     select $1, $2, ($3 + p.nth - 1)::smallint, p.attachment_id, p.file_name, p.sha256
     from unnest($4::uuid[], $5::text[], $6::text[]) with ordinality p(attachment_id, file_name, sha256, nth)
     on conflict do nothing`,
    [
      ...[tx.municipalityId, recordId, FIRST_ATTACHED],
      papers.map(({ attachmentId }) => attachmentId),
      papers.map(({ fileName }) => fileName),
      papers.map(({ sha256 }) => sha256),
    ],
  );
}

/** So many papers of one case can stand in the index. */
export const MOST_ATTACHED = LAST_ATTACHED - FIRST_ATTACHED + 1;

/** A paper whose words are to be read. */
export interface WaitingPaper {
  readonly recordId: string;
  readonly part: Part;
  readonly fileName: string;
  readonly sha256: string;
  /** How often it was put off, whatever the reason: those with less come first. */
  readonly tries: number;
  /** How often the process that read it died. */
  readonly deaths: number;
}

/** Of the newest case, those in trouble last. */
export async function firstWaiting(tx: Tx): Promise<WaitingPaper | null> {
  const [paper] = await tx.query<WaitingPaper>(
    `select a.record_id as "recordId", a.part, a.file_name as "fileName", a.sha256, a.tries, a.deaths
     from kaigi.records_search_attachment a where a.municipality_id = $1 and a.waits
     order by a.tries, a.record_id desc, a.part limit 1`,
    [tx.municipalityId],
  );
  return paper ?? null;
}

/**
 * False where somebody else wrote the words of this paper, or its document was disposed of. Until the transaction ends nobody
 * does either.
 */
export async function stillWaits(tx: Tx, { recordId, part, sha256 }: WaitingPaper): Promise<boolean> {
  const rows = await tx.query(
    `select from kaigi.records_search_attachment a
     where a.municipality_id = $1 and a.record_id = $2 and a.part = $3 and a.sha256 = $4 and a.waits for update`,
    [tx.municipalityId, recordId, part, sha256],
  );
  return rows.length > 0;
}

/** It was read, or is to be tried again later. */
export async function settlePaper(
  tx: Tx,
  { recordId, part }: WaitingPaper,
  to: { readonly waits: boolean } & Pick<WaitingPaper, 'tries' | 'deaths'>,
): Promise<void> {
  await tx.query(
    `update kaigi.records_search_attachment set waits = $4, tries = least($5::int, 32767), deaths = $6
     where municipality_id = $1 and record_id = $2 and part = $3`,
    [tx.municipalityId, recordId, part, to.waits, to.tries, to.deaths],
  );
}
