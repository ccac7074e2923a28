import { personOf } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { disposalOf } from '../../records/index.ts';
import { BY_THE_RULES } from '../acts/pass-over.ts';
import { history } from '../facts.ts';
import { forgetInstructionWords } from '../instructions/words-gone.ts';
import { lockedCase } from '../queries.ts';
import { save } from '../store.ts';
import { withoutWords } from './without-words.ts';

/** Says that the words of the case go, once and for good. Null where there is no case, or they went before. */
async function begun(tx: Tx, recordId: string): Promise<{ caseId: string; goneAt: Date } | null> {
  const [going] = await tx.query<{ caseId: string; goneAt: Date }>(
    `insert into kaigi.approvals_words_gone (municipality_id, case_id, record_id, gone_at)
     select r.municipality_id, r.case_id, r.id, t.buried_at from kaigi.records_record r
     join kaigi.records_tombstone t on t.municipality_id = r.municipality_id and t.subject_kind = 'RECORD'
       and t.subject_id = r.id and t.content_goes
     where r.municipality_id = $1 and r.id = $2 and r.case_id is not null
     on conflict do nothing returning case_id as "caseId", gone_at as "goneAt"`,
    [tx.municipalityId, recordId],
  );
  return going ?? null;
}

/** The hash in the log covers what each line changed and what was said with it: both may go, and the line is proved still. */
const forgetLines = (tx: Tx, caseId: string, before: number): Promise<unknown> =>
  tx.query(
    `update kaigi.approvals_history h set change_sha256 = encode(sha256(convert_to(h.change::text, 'UTF8')), 'hex'),
       change = case when h.change::text like '{"salt":"%' then '{"salt":null}' else '{}' end::json,
       comment = case when h.change::text like '{"salt":"%' then null else h.comment end
     where h.municipality_id = $1 and h.case_id = $2 and h.seq < $3 and h.change_sha256 is null`,
    [tx.municipalityId, caseId, before],
  );

/** Nothing happens where there is no case, or its words went before. */
async function forgetCase(tx: Tx, recordId: string): Promise<void> {
  const going = await begun(tx, recordId);
  if (!going) return;
  const [before, disposal] = [await lockedCase(tx, going.caseId), await disposalOf(tx, recordId)];
  if (!before || !disposal) return;
  const next = {
    ...withoutWords(before),
    disposed: { ...disposal, actedAt: before.updatedAt },
    version: before.version + 1,
    updatedAt: going.goneAt,
  };
  const { listId, action, on } = disposal;
  const said = history('WORDS_GONE', personOf(BY_THE_RULES), { detail: { listId, action, disposedOn: on } });
  await save(tx, { next, before, history: said, via: 'rules', leafId: newId() });
  await forgetLines(tx, going.caseId, next.version);
}

/**
 * The document of a case goes, and with it 伺い文, opinions, reasons, questions, the names of files and what was written in
 * the 作成指示 that it was drafted from. Who did what when stays, and a line that says when and by which list the rest went.
 * It has no files of its own. Again is harmless.
 */
export async function forgetCaseWords(tx: Tx, recordId: string): Promise<readonly string[]> {
  await forgetCase(tx, recordId);
  const [drafted] = await tx.query<{ caseId: string; instructionId: string }>(
    `select c.case_id as "caseId", c.content #>> '{links,instructionId}' as "instructionId"
     from kaigi.records_record r
     join kaigi.approvals_case c on c.municipality_id = r.municipality_id and c.case_id = r.case_id
     where r.municipality_id = $1 and r.id = $2 and c.content #>> '{links,instructionId}' is not null`,
    [tx.municipalityId, recordId],
  );
  if (drafted) await forgetInstructionWords(tx, drafted.instructionId, drafted.caseId);
  return [];
}
