import { type Caller, isUuid, notFound } from '../../shared/index.ts';
import { sightOf } from '../access.ts';
import { cut } from '../cut.ts';
import { labelOf } from '../number-label.ts';
import type { RecordsParts } from '../parts.ts';
import { keptWhereSeen } from '../readings/store.ts';
import type { CapturedAgain } from './again-contract.ts';
import { sharingMessages } from './store.ts';

const MOST = 50;

/** @throws not-found `records.not_found` */
export async function capturedAgain(parts: RecordsParts, caller: Caller, recordId: string): Promise<CapturedAgain> {
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const sight = await sightOf(parts, tx, await parts.directory.actorOf(tx, caller));
    if (!isUuid(recordId) || !(await keptWhereSeen(tx, sight, recordId))) throw notFound('records.not_found');
    const { rows, truncated } = cut(await sharingMessages(tx, sight, { recordId, limit: MOST + 1 }), MOST);
    return {
      recordId,
      items: rows.map(({ symbol, number, ...row }) => ({ ...row, number: labelOf({ symbol, number }) })),
      truncated,
    };
  });
}
