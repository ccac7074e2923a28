import { BY_THE_RULES } from '../../directory/index.ts';
import type { Finding, Witnessed } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type EndingParts, type EndingSet, endingJobs, removedSoFar } from '../../regulations/index.ts';
import { fill, localDateOf } from '../../shared/index.ts';
import { tell } from '../history.ts';
import {
  DATA_ENDING,
  forgetReaders,
  forgottenReaders,
  READING_KIND,
  READING_LOG,
  type ReadingRow,
  readingLeaf,
  readingsAfter,
  sealOf,
  toldForgotten,
} from './store.ts';
import { readingSentences } from './text.ts';

const PAGE = 1_000;
/** What goes, as the facts call it. */
const READERS = 'readers';

function findingOf(
  code: keyof typeof readingSentences,
  subject: string,
  params: Readonly<Record<string, string | number>>,
): Finding {
  const { ja, en } = readingSentences[code];
  return { kind: READING_KIND, subject, code, sentence: { ja: fill(ja, params), en: fill(en, params) } };
}

/** Readers that went though no night let go of them. Counted first: what goes meanwhile is told of more, never less. */
async function forgottenUntold(tx: Tx): Promise<number> {
  const gone = await forgottenReaders(tx);
  const { [READERS]: underWay = 0 } = await removedSoFar(tx, READING_LOG);
  return gone - underWay - (await toldForgotten(tx));
}

/** What `kaigi verify` asks of openings: that each is as it was written, and its reader the one who was sealed. */
export const readingWitness: Witnessed = {
  kind: READING_KIND,
  entries: async (tx, after, limit) => (await readingsAfter(tx, after, limit)).map(readingLeaf),
  async *check(tx) {
    for (let after: string | null = null; ; ) {
      const page: ReadingRow[] = await readingsAfter(tx, after, PAGE);
      for (const row of page)
        if (row.reader !== null && row.salt !== null && sealOf(row.reader, row.salt) !== row.seal)
          yield findingOf('records.reader_altered', row.id, { record: row.recordId });
      after = page.at(-1)?.id ?? null;
      if (after === null) break;
    }
    const count = await forgottenUntold(tx);
    if (count > 0) yield findingOf('records.readers_forgotten', READERS, { count });
  },
  name: (subject) => ({ ja: `閲覧の記録 ${subject}`, en: `the note ${subject} that a record was opened` }),
};

export { readingLogRoutes } from './routes.ts';
export { createReadingLogs, type ReadingLogs } from './service.ts';

/** 閲覧の記録: who it was is forgotten when the schedule says so; that it was opened stays. */
export const readingEnding = ({ clock }: Pick<EndingParts, 'clock'>): EndingSet => ({
  set: READING_LOG,
  data: [
    {
      name: READERS,
      remove: (tx, before, limit) => forgetReaders(tx, { before, today: localDateOf(clock.now()), limit }),
    },
  ],
  async tell(tx, { set, endingId, keptFrom, rule, removed, count }) {
    const fact = { set, count, removed: { ...removed }, keptFrom, rule: { ...rule } };
    const line = { of: DATA_ENDING, id: endingId, seq: 1, act: 'ENDED', fact };
    await tell(clock, tx, { ...line, by: BY_THE_RULES, via: 'rules' });
  },
});

export const readingJobs = (parts: EndingParts) => endingJobs(parts, 'records', [readingEnding(parts)]);
