import type { Blobs, Database, Report, Tx } from '../../platform/index.ts';
import type { ReadFile } from '../reading/index.ts';
import {
  type AttachedPaper,
  firstWaiting,
  listAttached,
  MOST_ATTACHED,
  settlePaper,
  stillWaits,
  takeUnlisted,
  type WaitingPaper,
} from './attached-store.ts';
import { putAttached } from './words.ts';
import { wordsOfFile } from './words-of-file.ts';

/** What is attached to a decided case, in its order; answered by the cases, which stand above the records. */
export type AttachedOf = (tx: Tx, caseId: string) => Promise<readonly AttachedPaper[]>;

interface AttachedParts {
  readonly db: Database;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly attachedOf: AttachedOf;
  readonly report?: Report;
  readonly stopping?: AbortSignal;
}

const LISTED_AT_ONCE = 50;
const READ_IN_A_ROW = 20;
/** A file on which the process that reads it dies each time is found by its name alone. */
const MOST_DEATHS = 3;

/** Asks the cases what is attached. False when nobody waits to be asked for. */
const listSome = ({ db, attachedOf }: AttachedParts, municipalityId: string): Promise<boolean> =>
  db.inMunicipality(municipalityId, async (tx) => {
    const unlisted = await takeUnlisted(tx, LISTED_AT_ONCE);
    for (const { recordId, caseId } of unlisted) {
      const papers = caseId === null ? [] : await attachedOf(tx, caseId);
      if (papers.length > 0) await listAttached(tx, recordId, papers.slice(0, MOST_ATTACHED));
    }
    return unlisted.length > 0;
  });

interface Tried {
  /** What to write of it; null where it is read another time. */
  readonly text: string | null;
  readonly deaths: number;
}

async function tryPaper(parts: AttachedParts, read: ReadFile, { sha256, deaths }: WaitingPaper): Promise<Tried> {
  const said = await wordsOfFile({ ...parts, read }, sha256);
  if ('text' in said) return { text: said.text, deaths };
  // Whoever ends the service ends what it reads by: that is nothing of the file's.
  if (said.later === 'ASK_AGAIN' || parts.stopping?.aborted) return { text: null, deaths };
  return { text: deaths + 1 >= MOST_DEATHS ? '' : null, deaths: deaths + 1 };
}

/**
 * Reads one paper with nothing locked, and writes its words where they are still wanted: what was disposed of meanwhile
 * leaves none. False when there is none, or reading is in trouble.
 */
async function readOne(parts: AttachedParts, read: ReadFile, municipalityId: string): Promise<boolean> {
  const { db } = parts;
  const paper = await db.inMunicipality(municipalityId, firstWaiting);
  if (!paper) return false;
  const { text, deaths } = await tryPaper(parts, read, paper);
  if (text === null && parts.stopping?.aborted) return false;
  await db.inMunicipality(municipalityId, async (tx) => {
    if (!(await stillWaits(tx, paper))) return;
    if (text !== null) await putAttached(tx, { ...paper, text });
    const isPutOff = text === null;
    await settlePaper(tx, paper, { waits: isPutOff, tries: paper.tries + (isPutOff ? 1 : 0), deaths });
  });
  return text !== null;
}

/**
 * Words of what is attached to cases that were decided since, or before there was a search for it. True where more may
 * wait. Killed at any point, the next run goes on: what was read is written with the note that it was.
 */
export async function readAttached(parts: AttachedParts, read: ReadFile, municipalityId: string): Promise<boolean> {
  while (!parts.stopping?.aborted && (await listSome(parts, municipalityId)));
  for (let nth = 0; nth < READ_IN_A_ROW; nth += 1)
    if (parts.stopping?.aborted || !(await readOne(parts, read, municipalityId))) return false;
  return true;
}
