import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { type Blobs, type Database, enqueue, type Report, type Task } from '../../platform/index.ts';
import { createReader, type ReadFile } from '../reading/index.ts';
import { type AttachedOf, readAttached } from './attached.ts';
import { filedAsFacts, fileOf, markUnread, takeUnread, unreadAfter } from './filed-as.ts';
import { type IndexingSizes, workOnIndex } from './indexing.ts';
import { wordsOfSame } from './store.ts';
import { putFiledAs, putRegisteredAgain, putText } from './words.ts';
import { wordsOfFile } from './words-of-file.ts';

export interface SearchJobsParts {
  readonly db: Database;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly read?: ReadFile;
  readonly attachedOf: AttachedOf;
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly report?: Report;
  readonly stopping?: AbortSignal;
  readonly sizes?: IndexingSizes;
}

const BEGIN = 'records/search';
const TASK = 'records/search-city';
const City = z.object({ municipalityId: z.uuid() });
const READ_AT_ONCE = 10;

/** What to write of a file; null where it is asked another time. */
async function textOf(parts: SearchJobsParts, read: ReadFile, sha256: string): Promise<string | null> {
  const said = await wordsOfFile({ ...parts, read }, sha256);
  if ('text' in said) return said.text;
  // A file on which reading breaks off is not read each minute, unless it broke off because the service ends.
  return said.later === 'BROKE_OFF' && !parts.stopping?.aborted ? '' : null;
}

/**
 * Reads a file with nothing locked, which may take half a minute, and writes its words in a transaction of their own. Until
 * then it waits to be read, so that whatever breaks off in between is done again.
 */
async function readOne(
  parts: SearchJobsParts,
  read: ReadFile,
  { municipalityId, recordId }: { municipalityId: string; recordId: string },
): Promise<void> {
  const { db } = parts;
  const seen = await db.inMunicipality(municipalityId, async (tx) => {
    const file = await fileOf(tx, recordId);
    return file && { ...file, known: await wordsOfSame(tx, file.sha256) };
  });
  const text = seen === null ? '' : (seen.known ?? (await textOf(parts, read, seen.sha256)));
  if (text === null) return;
  await db.inMunicipality(municipalityId, async (tx) => {
    if (!(await takeUnread(tx, recordId))) return;
    const [filed, file] = await Promise.all([filedAsFacts(tx, recordId), fileOf(tx, recordId)]);
    if (!filed || !file) return;
    await putFiledAs(tx, filed);
    await putRegisteredAgain(tx, recordId);
    // Another version came meanwhile: its words are read the next time.
    if (file.sha256 === seen?.sha256) await putText(tx, { recordId, sha256: file.sha256, text });
    else await markUnread(tx, recordId);
  });
}

/** Reads what was filed before there was a search, each once: what cannot be had now waits for the next time. */
async function readUnread(parts: SearchJobsParts, read: ReadFile, municipalityId: string): Promise<void> {
  const { db, stopping } = parts;
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const recordIds: string[] = await db.inMunicipality(municipalityId, (tx) => unreadAfter(tx, from, READ_AT_ONCE));
    for (const recordId of recordIds) {
      if (stopping?.aborted) return;
      await readOne(parts, read, { municipalityId, recordId });
    }
    after = recordIds.at(-1) ?? null;
    if (after === null) return;
  }
}

/** Takes new words into the index, and reads what was filed before there was one, and what is attached to decided cases. */
export function searchJobs(parts: SearchJobsParts): { tasks: Record<string, Task>; cron: Record<string, string> } {
  const { db, directory, sizes, stopping, read = createReader() } = parts;
  return {
    tasks: {
      [BEGIN]: () => everywhere({ directory, enqueue: (jobs) => enqueue(db.owner, jobs) }, queuedCityJob(TASK)),
      [TASK]: async (payload) => {
        const { municipalityId } = City.parse(payload);
        await readUnread(parts, read, municipalityId);
        const how = { ...(sizes ? { sizes } : {}), ...(stopping ? { stopping } : {}) };
        for (let more = true; more; await workOnIndex(db, municipalityId, how))
          more = await readAttached(parts, read, municipalityId);
      },
    },
    cron: { [BEGIN]: '* * * * *' },
  };
}
