import { emit, type Tx } from '../../platform/index.ts';
import { INSTRUCTION_CHANGED } from './store.ts';

/** Says that what was written in it goes, once and for good. False where it went before. */
async function begun(tx: Tx, instructionId: string, caseId: string): Promise<boolean> {
  const going = await tx.query(
    `insert into kaigi.approvals_instruction_gone (municipality_id, instruction_id, case_id, gone_at)
     select l.municipality_id, l.instruction_id, l.case_id, g.gone_at from kaigi.approvals_instruction_line l
     join kaigi.approvals_words_gone g on g.municipality_id = l.municipality_id and g.case_id = l.case_id
     where l.municipality_id = $1 and l.instruction_id = $2 and l.case_id = $3 and l.act = 'DRAFTED'
     on conflict do nothing returning instruction_id`,
    [tx.municipalityId, instructionId, caseId],
  );
  return going.length > 0;
}

/**
 * The document that was drafted from it goes, and with it what was written. Who, when, for whom and which case stay; the log
 * has the hash of what was written, so that every line is proved still.
 */
export async function forgetInstructionWords(tx: Tx, instructionId: string, caseId: string): Promise<void> {
  if (!(await begun(tx, instructionId, caseId))) return;
  for (const table of ['approvals_instruction', 'approvals_instruction_line'])
    await tx.query(
      `update kaigi.${table} w set said_sha256 = encode(sha256(convert_to(w.said::text, 'UTF8')), 'hex'), said = null
       where w.municipality_id = $1 and w.instruction_id = $2 and w.said is not null`,
      [tx.municipalityId, instructionId],
    );
  await emit(tx, [{ topic: INSTRUCTION_CHANGED, payload: { instructionId, seq: 0 } }]);
}
