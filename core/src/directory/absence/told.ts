import { emit, type Tx } from '../../platform/index.ts';

/** The fact that it is known otherwise who is away; whoever shows who may act has to look again. */
export const ABSENCE_CHANGED = 'directory/absence-changed';

export async function tellOf(tx: Tx, staffIds: readonly string[]): Promise<void> {
  if (staffIds.length > 0) await emit(tx, [{ topic: ABSENCE_CHANGED, payload: { staffIds } }]);
}
