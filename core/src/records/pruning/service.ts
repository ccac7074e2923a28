import { personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Caller, conflict, type Locale, localDateOf, notAllowed } from '../../shared/index.ts';
import { type OpenRecord, opened } from '../keeping/opening.ts';
import type { PrunableList, PrunedMany, PruneInput, PruneManyInput, VersionsView } from './contract.ts';
import { removalOf } from './jobs.ts';
import { type Found, found, letGo } from './letting-go.ts';
import { prunableList, pruneMany } from './many.ts';
import type { PruningParts } from './parts.ts';
import { mayPrune } from './policy.ts';
import { prunable, standingOf, whyNot } from './rules.ts';
import type { VersionRow } from './store.ts';
import { withRule, words } from './words.ts';

export interface Pruning {
  /** Every version of its file, and which of them may go. @throws not-found `records.not_found` */
  versions(caller: Caller, recordId: string): Promise<VersionsView>;
  /**
   * Lets go of working versions; those that went before are left out.
   * @throws not-allowed `records.prune_not_yours`; conflict `records.prune_not_decided`, `records.prune_held`,
   * `records.prune_decided` …; not-found `records.prune_no_version`
   */
  prune(caller: Caller, recordId: string, input: PruneInput): Promise<VersionsView>;
  /** Whatever this person may let go of, with what would go. @throws not-allowed `records.prune_not_yours` */
  list(caller: Caller, after: string | null): Promise<PrunableList>;
  /** Of many, each by itself: what is refused is told and keeps no other from going. */
  pruneMany(caller: Caller, input: PruneManyInput): Promise<PrunedMany>;
}

function itemsOf({ draft, versions }: Found, locale: Locale): VersionsView['items'] {
  return versions.map((one) => {
    const { fileVersion, fileName, size, sha256, addedAt, addedBy, prunedAt, prunedBy, reason, rule } = one;
    const standing = standingOf(draft, one);
    const pruned =
      prunedAt && prunedBy && reason !== null
        ? { at: prunedAt.toISOString(), by: prunedBy.name, reason, article: rule?.article ?? null }
        : null;
    const told = words(`records.version_${standing}`, locale);
    return { fileVersion, fileName, size, sha256, addedAt: addedAt.toISOString(), addedBy, standing, told, pruned };
  });
}

async function viewOf(
  parts: PruningParts,
  tx: Tx,
  { caller, open }: { readonly caller: Caller; readonly open: OpenRecord },
): Promise<VersionsView> {
  const { locale, municipalityId } = caller;
  const recordId = open.full.record.id;
  const today = localDateOf(parts.clock.now());
  const [there] = await Promise.all([found(parts, tx, recordId), parts.regulations.ready(tx)]);
  const refusal = whyNot(there.draft, today);
  const some = prunable(there.draft, there.versions, today).length > 0;
  const rule = some ? parts.regulations.workingVersionsOn({ municipalityId, day: today }) : null;
  const code = refusal ?? (some ? 'records.prune_may' : 'records.prune_none');
  return {
    ...{ recordId, items: itemsOf(there, locale), mayPrune: some && mayPrune(open.sight, open.kept) },
    sentence: withRule(code, rule, locale),
  };
}

interface Going {
  readonly caller: Caller;
  readonly recordId: string;
  readonly input: PruneInput;
}

/** One document's, by somebody who may; answers what went. */
async function pruneIn(
  parts: PruningParts,
  tx: Tx,
  { caller, recordId, input }: Going,
): Promise<{ readonly open: OpenRecord; readonly gone: readonly VersionRow[] }> {
  const open = await opened(parts, tx, { caller, recordId, what: 'RECORD' });
  if (!mayPrune(open.sight, open.kept)) throw notAllowed('records.prune_not_yours');
  const { draft } = await found(parts, tx, recordId);
  const refusal = whyNot(draft, localDateOf(parts.clock.now()));
  if (refusal) throw conflict(refusal);
  const by = personOf(open.sight.actor);
  return { open, gone: await letGo(parts, tx, { recordId, ...input, rule: null, by, via: caller.via }) };
}

async function prune(parts: PruningParts, going: Going): Promise<VersionsView> {
  const { caller } = going;
  const view = await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const { open } = await pruneIn(parts, tx, going);
    return viewOf(parts, tx, { caller, open });
  });
  await parts.enqueue([removalOf(caller.municipalityId)]);
  return view;
}

export function createPruning(parts: PruningParts): Pruning {
  return {
    versions: (caller, recordId) =>
      parts.db.inMunicipality(caller.municipalityId, async (tx) =>
        viewOf(parts, tx, { caller, open: await opened(parts, tx, { caller, recordId, what: 'RECORD' }) }),
      ),
    prune: (caller, recordId, input) => prune(parts, { caller, recordId, input }),
    list: (caller, after) =>
      parts.db.inMunicipality(caller.municipalityId, (tx) => prunableList(parts, tx, { caller, after })),
    pruneMany: (caller, { items, reason }) =>
      pruneMany(parts, caller, {
        items,
        prune: async (tx, { recordId, fileVersions }) =>
          (await pruneIn(parts, tx, { caller, recordId, input: { fileVersions, reason } })).gone,
      }),
  };
}
