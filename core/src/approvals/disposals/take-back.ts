import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import type { Database, JobSpec, Task, Tx } from '../../platform/index.ts';
import { forgetCaseWords } from './words-gone.ts';

export interface TakingBackParts {
  readonly db: Database;
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly stopping?: AbortSignal | undefined;
}

const BEGIN = 'approvals/take-back-words';
const TASK = 'approvals/take-back-words-city';
const City = z.object({ municipalityId: z.uuid() });
const AT_ONCE = 50;

/** Documents that were disposed of, and of whose case or 作成指示 it is not said that the words went too. */
async function leftBehind(tx: Tx, after: string | null): Promise<string[]> {
  const rows = await tx.query<{ recordId: string }>(
    `select r.id as "recordId" from kaigi.records_tombstone t
     join kaigi.records_record r on r.municipality_id = t.municipality_id and r.id = t.subject_id
     join kaigi.approvals_case c on c.municipality_id = r.municipality_id and c.case_id = r.case_id
     where t.municipality_id = $1 and t.subject_kind = 'RECORD' and t.content_goes
       and ($2::uuid is null or t.subject_id > $2)
       and (not exists (select from kaigi.approvals_words_gone g
           where g.municipality_id = r.municipality_id and g.case_id = r.case_id)
         or exists (select from kaigi.approvals_instruction_line l
           where l.municipality_id = c.municipality_id and l.case_id = c.case_id and l.act = 'DRAFTED'
             and l.instruction_id = (c.content #>> '{links,instructionId}')::uuid
             and not exists (select from kaigi.approvals_instruction_gone i
               where i.municipality_id = l.municipality_id and i.instruction_id = l.instruction_id)))
     order by t.subject_id limit $3`,
    [tx.municipalityId, after, AT_ONCE],
  );
  return rows.map(({ recordId }) => recordId);
}

/**
 * What disposals left behind that were carried out before words went with the document, each case in a transaction of its
 * own: broken off anywhere, the next run goes on with those that are left.
 */
async function takeBackWords({ db, stopping }: TakingBackParts, municipalityId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const recordIds: string[] = await db.inMunicipality(municipalityId, (tx) => leftBehind(tx, from));
    for (const recordId of recordIds) {
      if (stopping?.aborted) return;
      await db.inMunicipality(municipalityId, (tx) => forgetCaseWords(tx, recordId));
    }
    after = recordIds.at(-1) ?? null;
    if (after === null) return;
  }
}

export const takingBack = (parts: TakingBackParts): { tasks: Record<string, Task>; cron: Record<string, string> } => ({
  tasks: {
    [BEGIN]: () => everywhere(parts, queuedCityJob(TASK)),
    [TASK]: (payload) => takeBackWords(parts, City.parse(payload).municipalityId),
  },
  // Nothing is left after the first time, and then it is one question.
  cron: { [BEGIN]: '35 * * * *' },
});
