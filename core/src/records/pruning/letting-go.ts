import type { Person } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { conflict, localDateOf, notFound, type Via } from '../../shared/index.ts';
import { changeKeeping } from '../keeping/change.ts';
import { forgetRenditionsOf } from '../renditions/index.ts';
import type { PruningParts } from './parts.ts';
import type { PruningRule } from './row.ts';
import { type Draft, standingOf, whyNot } from './rules.ts';
import { draftOf, insertPrunings, type VersionRow, versionsOf } from './store.ts';

export interface Found {
  readonly draft: Draft;
  readonly versions: readonly (VersionRow & { readonly isPruned: boolean })[];
}

/** What there is of a record, and what the cases say of it. @throws not-found `records.not_found` */
export async function found(
  { actedVersions }: Pick<PruningParts, 'actedVersions'>,
  tx: Tx,
  recordId: string,
): Promise<Found> {
  const [draft, versions] = await Promise.all([draftOf(tx, recordId), versionsOf(tx, recordId)]);
  if (!draft) throw notFound('records.not_found');
  const actedOn = draft.caseId === null ? null : await actedVersions(tx, draft.caseId);
  return {
    draft: { ...draft, actedOn },
    versions: versions.map((one) => ({ ...one, isPruned: one.prunedAt !== null })),
  };
}

interface LettingGo {
  readonly recordId: string;
  /** Null: all that may go. */
  readonly fileVersions: readonly number[] | null;
  readonly reason: string;
  readonly rule: PruningRule | null;
  readonly by: Person;
  readonly via: Via;
}

/** Those asked for that are still there. @throws conflict `records.prune_decided`; not-found `records.prune_no_version` */
function chosen({ draft, versions }: Found, asked: LettingGo['fileVersions']): VersionRow[] {
  if (asked === null) return versions.filter((one) => standingOf(draft, one) === 'WORKING');
  return [...new Set(asked)].flatMap((version) => {
    const one = versions.find(({ fileVersion }) => fileVersion === version);
    if (!one) throw notFound('records.prune_no_version', { version });
    // Pressed twice is normal.
    if (one.isPruned) return [];
    if (standingOf(draft, one) !== 'WORKING') throw conflict('records.prune_decided', { version });
    return [one];
  });
}

/**
 * Lets go of working versions under the lock of their record: rows, leaves and a line of the record's history in one
 * transaction. The bytes go afterwards, unless somebody counts on them. Answers what went.
 * @throws conflict `records.prune_not_decided`, `records.prune_held` …
 */
export async function letGo(parts: PruningParts, tx: Tx, going: LettingGo): Promise<readonly VersionRow[]> {
  const { recordId, fileVersions, reason, rule, by, via } = going;
  const first = chosen(await found(parts, tx, recordId), fileVersions);
  if (first.length === 0) return [];
  const said = { reason, versions: first.map(({ fileVersion }) => fileVersion) };
  const doing = { recordId, act: 'VERSIONS_PRUNED', by, via, said, alwaysTold: true } as const;
  await changeKeeping(parts.clock, tx, doing, async (before) => {
    // Looked at again under the lock: a hold may have come meanwhile, or another who pressed.
    const now = await found(parts, tx, recordId);
    const prunedAt = parts.clock.now();
    const refusal = whyNot(now.draft, localDateOf(prunedAt));
    if (refusal) throw conflict(refusal);
    if (chosen(now, said.versions).length !== first.length) throw conflict('records.changed_meanwhile');
    const rows = first.map(({ fileVersion, sha256, size }) => ({
      ...{ recordId, fileVersion, sha256, size, reason, rule, prunedBy: by, via, prunedAt, leafId: newId(parts.clock) },
    }));
    await insertPrunings(tx, rows);
    await forgetRenditionsOf(tx, recordId, said.versions);
    return before;
  });
  return first;
}
