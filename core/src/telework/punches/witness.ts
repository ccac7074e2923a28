import type { Witnessed } from '../../ledger/index.ts';
import { entryOf, PUNCH_KIND } from './fact.ts';
import { punchesAfter } from './store.ts';

/** What `kaigi verify` asks about 打刻. */
export const punchWitness: Witnessed = {
  kind: PUNCH_KIND,
  name: (subject) => {
    const [, at = ''] = subject.split('/');
    return { ja: `打刻の記録 ${at}`, en: `the record of a punch at ${at}` };
  },
  entries: async (tx, after, limit) => {
    const [staffId = '', at = '', factId = ''] = after?.split('/') ?? [];
    return (await punchesAfter(tx, after === null ? null : { staffId, at, factId }, limit)).map(entryOf);
  },
};
