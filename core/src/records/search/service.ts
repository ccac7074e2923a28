import { z } from 'zod';
import type { Directory } from '../../directory/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import { addDays, badInput, type Caller, type LocalDate, startOfDay } from '../../shared/index.ts';
import { type PartInCase, sightOf } from '../access.ts';
import { type Asked, askedFor, isSentence } from './asked.ts';
import type { RecordsSearch, RecordsSearchQuery } from './contract.ts';
import { letting, lettingAttached } from './filters.ts';
import { find, type Let, type Place } from './finding.ts';
import { lines, shownOf } from './lines.ts';
import { rank } from './ranking.ts';
import { FILE_TEXT } from './segment.ts';
import { rememberedIndex, type View } from './snapshot.ts';
import type { Stretch } from './stretches.ts';
import { tellingWords } from './telling-words.ts';

export interface SearchParts {
  readonly db: Database;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove'>;
  readonly partInCase: PartInCase;
  /** The decided cases that somebody may open, and with them what is attached; answered by the cases too. */
  readonly opensCase: PartInCase;
}

export interface RecordsFinder {
  /**
   * Only what the caller may see, also in the number.
   * @throws bad-input `records.search_too_short`, `records.search_single_letter`, `records.search_too_many_words`,
   * `records.search_bad_cursor`, `records.search_reversed_days`
   */
  searchRecords(caller: Caller, query: RecordsSearchQuery): Promise<RecordsSearch>;
}

const PAGE = 20;
/** Exactly counted up to here. */
const COUNTED = 200;
const MOST_WORDS = 10;
const MOST_RELATED = 50;

const CursorSchema = z.tuple([z.number(), z.uuid(), z.number().int().min(0).max(COUNTED), z.boolean()]);

interface Cursor extends Place {
  readonly total: number;
  readonly more: boolean;
}

/** @throws bad-input `records.search_bad_cursor` */
function cursorOf(typed: string | undefined): Cursor | null {
  if (typed === undefined) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(typed, 'base64url').toString());
    const [at, recordId, total, more] = CursorSchema.parse(read);
    return { at, recordId, total, more };
  } catch {
    throw badInput('records.search_bad_cursor');
  }
}

const written = ({ at, recordId, total, more }: Cursor): string =>
  Buffer.from(JSON.stringify([at, recordId, total, more])).toString('base64url');

/** @throws bad-input `records.search_reversed_days` */
function stretchOf({ from, to }: RecordsSearchQuery): Stretch {
  if (from !== undefined && to !== undefined && from > to) throw badInput('records.search_reversed_days');
  return {
    from: from ? startOfDay(from as LocalDate).getTime() : Number.NEGATIVE_INFINITY,
    to: to ? startOfDay(addDays(to as LocalDate, 1)).getTime() : Number.POSITIVE_INFINITY,
  };
}

interface Looking {
  readonly tx: Tx;
  readonly view: View;
  readonly asked: Asked;
  readonly let: Let;
  readonly letAttached: Let;
}

async function exact(
  { tx, view, asked, let: allow, letAttached }: Looking,
  query: RecordsSearchQuery,
): Promise<RecordsSearch> {
  const cursor = cursorOf(query.cursor);
  const most = cursor ? PAGE + 1 : COUNTED + 1;
  const { words } = asked;
  const found = await find(view, { words, stretch: stretchOf(query), after: cursor, most, let: allow, letAttached });
  const total = cursor?.total ?? Math.min(found.length, COUNTED);
  const more = cursor?.more ?? found.length > COUNTED;
  const page = found.slice(0, PAGE);
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    ...{ mode: 'EXACT', total, totalIsMore: more },
    items: await lines(tx, page.map(shownOf), words),
    nextCursor: last ? written({ at: last.at, recordId: last.recordId, total, more }) : null,
    rebuilding: await view.rebuilding,
  };
}

/** The best that may be seen. */
async function allowedBest(ranked: readonly string[], allow: Let): Promise<string[]> {
  const best: string[] = [];
  for (let at = 0; at < ranked.length && best.length < MOST_RELATED; at += MOST_RELATED * 4) {
    const some = ranked.slice(at, at + MOST_RELATED * 4);
    const seen = await allow(some);
    best.push(...some.filter((recordId) => seen.has(recordId)));
  }
  return best.slice(0, MOST_RELATED);
}

async function related({ tx, view, asked, let: allow }: Looking): Promise<RecordsSearch> {
  const ranked = await rank(tx, await view.now, asked.sentence);
  const best = await allowedBest(
    ranked.map(({ recordId }) => recordId),
    allow,
  );
  const items = await lines(
    tx,
    best.slice(0, PAGE).map((recordId) => ({ recordId, part: FILE_TEXT, place: null })),
    tellingWords(asked.sentence),
  );
  const rebuilding = await view.rebuilding;
  return { mode: 'RELATED', total: items.length, totalIsMore: false, items, nextCursor: null, rebuilding };
}

export function createFinder(parts: SearchParts): RecordsFinder {
  const { db, directory } = parts;
  const remembered = rememberedIndex();
  return {
    async searchRecords(caller, query) {
      const asked = askedFor(query.q);
      if (asked.words.length > MOST_WORDS) throw badInput('records.search_too_many_words', { most: MOST_WORDS });
      return db.inMunicipality(caller.municipalityId, async (tx) => {
        // One view of the index for all that is asked of it: segments may be merged meanwhile.
        const still = tx.query('set transaction isolation level repeatable read, read only');
        const seeing = directory.actorOf(tx, caller).then((actor) => sightOf(parts, tx, actor));
        const looking: Looking = {
          ...{ tx, view: remembered.look(tx, asked.words), asked },
          let: async (recordIds) => letting(tx, await seeing, query)(recordIds),
          letAttached: async (recordIds) => lettingAttached(tx, await seeing, parts.opensCase)(recordIds),
        };
        // Who may not search at all hears so, also where nothing is found.
        const [answer] = await Promise.all([exact(looking, query), seeing, still]);
        if (answer.total > 0 || query.cursor !== undefined || !isSentence(asked)) return answer;
        const { from, to } = query;
        return from === undefined && to === undefined ? related(looking) : answer;
      });
    },
  };
}
