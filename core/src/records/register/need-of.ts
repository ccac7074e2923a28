import type { Tx } from '../../platform/index.ts';
import { badInput, localDateOf } from '../../shared/index.ts';
import type { FileRecordInput } from '../contract.ts';
import type { RecordsParts } from '../parts.ts';

/** 「番号は要る?」 as it was answered. @throws bad-input `records.need_incomplete` */
export async function needOf(
  { regulations }: RecordsParts,
  tx: Tx,
  { answers, at }: { answers: FileRecordInput['need']; at: Date },
) {
  if (answers === undefined) return null;
  const when = { municipalityId: tx.municipalityId, day: localDateOf(at) };
  await regulations.ready(tx);
  const verdict = regulations.registersOn(when).need(answers);
  if (!verdict) throw badInput('records.need_incomplete');
  const { version } = regulations.packOf(when.municipalityId, when.day);
  return { answers, regulationVersion: version, ...verdict };
}
