import type { Tx } from '../../platform/index.ts';
import { type Caller, type LocalDate, localDateOf, notAllowed, sentenceOfRefusal } from '../../shared/index.ts';
import { sightOf } from '../access.ts';
import { labelOf } from '../number-label.ts';
import { recordsTexts } from '../text.ts';
import type { PrunableList, PrunedMany, PruneManyInput } from './contract.ts';
import { removalOf } from './jobs.ts';
import { found } from './letting-go.ts';
import type { PruningParts } from './parts.ts';
import { prunesIn } from './policy.ts';
import { type DraftListed, draftsFor } from './queries.ts';
import { prunable } from './rules.ts';
import type { VersionRow } from './store.ts';
import { pruningTexts } from './text.ts';
import { withRule } from './words.ts';

const PAGE = 50;
// Drafts of which every version was acted on look as if something could go: of so many at most it is asked at once.
const LOOKED_AT = 200;
const TEXTS = { ...recordsTexts, ...pruningTexts };

type Item = PrunableList['items'][number];

function itemOf({ recordId, symbol, number, title, unitName, frozenAt }: DraftListed, going: VersionRow[]): Item {
  return {
    ...{ recordId, title, unitName, decidedOn: localDateOf(frozenAt) },
    number: labelOf({ symbol, number }),
    versions: going.map(({ fileVersion, fileName, size, addedAt }) => ({
      ...{ fileVersion, fileName, size, addedAt: addedAt.toISOString() },
    })),
    bytes: going.reduce((sum, { size }) => sum + size, 0),
  };
}

/** Of these, the first whose working versions may go today, and how far that is. */
async function firstOf(parts: PruningParts, tx: Tx, rows: readonly DraftListed[], today: LocalDate) {
  const items: Item[] = [];
  let looked = 0;
  for (const row of rows.slice(0, LOOKED_AT)) {
    if (items.length === PAGE) break;
    looked += 1;
    const { draft, versions } = await found(parts, tx, row.recordId);
    const may = new Set(prunable(draft, versions, today));
    const going = versions.filter(({ fileVersion }) => may.has(fileVersion));
    if (going.length > 0) items.push(itemOf(row, going));
  }
  return { items, last: looked < rows.length ? (rows[looked - 1]?.recordId ?? null) : null };
}

/** @throws not-allowed `records.prune_not_yours` for who prunes nowhere */
export async function prunableList(
  parts: PruningParts,
  tx: Tx,
  { caller, after }: { readonly caller: Caller; readonly after: string | null },
): Promise<PrunableList> {
  const { municipalityId, locale } = caller;
  const sight = await sightOf(parts, tx, await parts.directory.actorOf(tx, caller));
  const where = prunesIn(sight);
  if (where.sections.length === 0 && !where.central) throw notAllowed('records.prune_not_yours');
  await parts.regulations.ready(tx);
  const today = localDateOf(parts.clock.now());
  const rows = await draftsFor(tx, sight, { where, after, today, limit: LOOKED_AT + 1 });
  const { items, last } = await firstOf(parts, tx, rows, today);
  const rule = parts.regulations.workingVersionsOn({ municipalityId, day: today });
  const isEmpty = after === null && items.length === 0 && last === null;
  return {
    items,
    nextCursor: last,
    sentence: withRule(isEmpty ? 'records.prune_none' : 'records.prune_may', rule, locale),
  };
}

type One = PruneManyInput['items'][number];

interface Many {
  readonly items: readonly One[];
  readonly prune: (tx: Tx, one: One) => Promise<readonly VersionRow[]>;
}

/** Each in a transaction of its own; the bytes of all that went go afterwards. */
export async function pruneMany(parts: PruningParts, caller: Caller, { items, prune }: Many): Promise<PrunedMany> {
  const { municipalityId, locale } = caller;
  const left: PrunedMany['left'] = [];
  const gone: (readonly VersionRow[])[] = [];
  for (const one of items) {
    try {
      gone.push(await parts.db.inMunicipality(municipalityId, (tx) => prune(tx, one)));
    } catch (error) {
      left.push({ recordId: one.recordId, sentence: sentenceOfRefusal(error, TEXTS, locale) });
    }
  }
  const versions = gone.flat();
  if (versions.length > 0) await parts.enqueue([removalOf(municipalityId)]);
  return {
    records: gone.filter(({ length }) => length > 0).length,
    versions: versions.length,
    bytes: versions.reduce((sum, { size }) => sum + size, 0),
    left,
  };
}
