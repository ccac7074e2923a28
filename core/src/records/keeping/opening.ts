import { type Directory, personOf } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import { type Caller, isUuid, notFound } from '../../shared/index.ts';
import { ABOVE_3C, type PartInCase, type Sight, sightOf } from '../access.ts';
import { mayRead } from '../policy.ts';
import { type RecordInFull, recordsInFull } from '../queries.ts';
import { noteReading } from '../readings/store.ts';
import { receivedIn } from '../receipts/store.ts';
import type { KeepingRow } from './rows.ts';
import { keepingOf } from './store.ts';

export interface OpeningParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove'>;
  /** Whether the person takes part in the case today, also for somebody who is away. */
  readonly participates: (tx: Tx, caseId: string, staffId: string) => Promise<boolean>;
  readonly partInCase: PartInCase;
}

/** What of it is opened. */
export type Opened = 'RECORD' | 'CONTENT';

/** A record that somebody may see, with how it is kept. */
export interface OpenRecord {
  readonly full: RecordInFull;
  readonly kept: KeepingRow;
  readonly sight: Sight;
}

/** 収受の配布: it lies in their section. As `visible` says it. */
const isReceivedBy = async (tx: Tx, sight: Sight, { level, recordId }: Pick<KeepingRow, 'level' | 'recordId'>) =>
  !ABOVE_3C.has(level) && (await receivedIn(tx, recordId, sight));

/**
 * Opens a record for somebody who may see it; each opening of what is above 自治体機密性 3C stands in the log.
 * @throws not-found `records.not_found`, also for who may not see it
 */
export async function opened(
  parts: OpeningParts,
  tx: Tx,
  { caller, recordId, what }: { readonly caller: Caller; readonly recordId: string; readonly what: Opened },
): Promise<OpenRecord> {
  const hidden = notFound('records.not_found');
  if (!isUuid(recordId)) throw hidden;
  const actor = await parts.directory.actorOf(tx, caller);
  const sight = await sightOf(parts, tx, actor);
  const [[full], kept] = await Promise.all([recordsInFull(tx, [recordId]), keepingOf(tx, recordId)]);
  if (!full || !kept) throw hidden;
  const { caseId, state } = full.record;
  const seen = mayRead(sight, { ...kept, caseId, state }) || (await isReceivedBy(tx, sight, { ...kept, recordId }));
  if (!seen && (caseId === null || !(await parts.participates(tx, caseId, actor.staffId)))) throw hidden;
  if (ABOVE_3C.has(kept.level)) {
    const opening = { recordId, level: kept.level, what, via: caller.via };
    await noteReading(parts.clock, tx, opening, personOf(actor));
  }
  return { full, kept, sight };
}
