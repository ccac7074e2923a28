import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { type Blobs, type Database, enqueue, type Report, silentReport, type Task } from '../../platform/index.ts';
import { createReader, kindsFor, type ReadFile } from '../reading/index.ts';
import { filedAsFacts, fileOf, takeUnread } from './filed-as.ts';
import { type IndexingSizes, workOnIndex } from './indexing.ts';
import { wordsOfSame } from './store.ts';
import { putFiledAs, putRegisteredAgain, putText } from './words.ts';

export interface SearchJobsParts {
  readonly db: Database;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly read?: ReadFile;
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly report?: Report;
  readonly stopping?: AbortSignal;
  readonly sizes?: IndexingSizes;
}

const BEGIN = 'records/search';
const TASK = 'records/search-city';
const City = z.object({ municipalityId: z.uuid() });
const READ_AT_ONCE = 10;

/** What a stored file says; nothing where it is not there or cannot be read. */
async function textOf(
  { blobs, report = silentReport }: SearchJobsParts,
  read: ReadFile,
  sha256: string,
): Promise<string> {
  try {
    const bytes = await blobs.get(sha256);
    return bytes ? (await read({ bytes, accept: kindsFor('RECEIPT') })).text : '';
  } catch (error) {
    report.failed(`records: the words of ${sha256} cannot be read`, error);
    return '';
  }
}

/** Reads some of what was filed before there was a search. False when nothing is left. */
async function readSome(parts: SearchJobsParts, read: ReadFile, municipalityId: string): Promise<boolean> {
  return parts.db.inMunicipality(municipalityId, async (tx) => {
    const recordIds = await takeUnread(tx, READ_AT_ONCE);
    for (const recordId of recordIds) {
      const [filed, file] = await Promise.all([filedAsFacts(tx, recordId), fileOf(tx, recordId)]);
      if (!filed || !file) continue;
      await putFiledAs(tx, filed);
      await putRegisteredAgain(tx, recordId);
      const { sha256 } = file;
      await putText(tx, {
        recordId,
        sha256,
        text: (await wordsOfSame(tx, sha256)) ?? (await textOf(parts, read, sha256)),
      });
    }
    return recordIds.length > 0;
  });
}

/** Takes new words into the index, and reads what was filed before there was one. */
export function searchJobs(parts: SearchJobsParts): { tasks: Record<string, Task>; cron: Record<string, string> } {
  const { db, directory, sizes, stopping, read = createReader() } = parts;
  return {
    tasks: {
      [BEGIN]: () => everywhere({ directory, enqueue: (jobs) => enqueue(db.owner, jobs) }, queuedCityJob(TASK)),
      [TASK]: async (payload) => {
        const { municipalityId } = City.parse(payload);
        while (!stopping?.aborted && (await readSome(parts, read, municipalityId)));
        await workOnIndex(db, municipalityId, { ...(sizes ? { sizes } : {}), ...(stopping ? { stopping } : {}) });
      },
    },
    cron: { [BEGIN]: '* * * * *' },
  };
}
