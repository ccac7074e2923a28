import { type Caller, isUuid, type Locale, notFound, say } from '../../shared/index.ts';
import { sightOf } from '../access.ts';
import { mayHold } from '../keeping/policy.ts';
import type { RecordsParts } from '../parts.ts';
import type { ReadingLog } from './contract.ts';
import { keptWhereSeen, newestReadings, type ReadingRow } from './store.ts';
import { readingWords } from './text.ts';

export interface ReadingLogs {
  /** Who opened it: for whoever manages it, and for 監査. @throws not-found `records.not_found` */
  readingLog(caller: Caller, recordId: string): Promise<ReadingLog>;
}

const MOST = 200;

function itemOf({ id, at, what, reader }: ReadingRow, locale: Locale): ReadingLog['items'][number] {
  const told = say(readingWords, what, locale) ?? what;
  const by = reader && [reader.unitName, reader.postTitle, reader.name].filter((word) => word !== '').join(' ');
  return { id, at: at.toISOString(), what, told, by };
}

/** To look at it is no opening: nothing of the document is in it. */
export const createReadingLogs = (parts: RecordsParts): ReadingLogs => ({
  readingLog: (caller, recordId) =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => {
      const sight = await sightOf(parts, tx, await parts.directory.actorOf(tx, caller));
      const kept = isUuid(recordId) ? await keptWhereSeen(tx, sight, recordId) : null;
      if (!kept) throw notFound('records.not_found');
      if (!mayHold(sight, kept)) return { recordId, mayLook: false, items: [], more: false };
      const rows = await newestReadings(tx, recordId, MOST + 1);
      const items = rows.slice(0, MOST).map((row) => itemOf(row, caller.locale));
      return { recordId, mayLook: true, items, more: rows.length > MOST };
    }),
});
