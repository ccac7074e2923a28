import { historyIn } from '../../ledger/index.ts';

/** Payload: `kind`, `id`, `seq`, `act`, and `staffId` where it is somebody's. */
export const TELEWORK_CHANGED = 'telework/changed';

export const TELEWORK_FACTS = { table: 'kaigi.telework_fact', leafKind: 'telework/fact' };

export const { addFact, factsOf, factsOfAll } = historyIn(TELEWORK_FACTS, ({ subject, seq, act, staffId }) => [
  { topic: TELEWORK_CHANGED, payload: { ...subject, seq, act, ...(staffId === null ? {} : { staffId }) } },
]);
