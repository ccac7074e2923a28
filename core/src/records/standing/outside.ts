import type { Fields, Standing } from './standing.ts';
import type { Line } from './store.ts';

const TOLD: ReadonlySet<unknown> = new Set([
  'records.mirror_deleted_by_hand',
  'records.mirror_by_hand_confirmed',
  'records.mirror_still_there',
  'records.mirror_found_and_removed',
]);

/** What the last word of a copy makes of its row; how often its removal was tried since is not told. */
function become({ act, fact }: Line): Fields {
  switch (act) {
    case 'DELETED_BY_HAND':
      return { state: 'REMOVED', problem: 'records.mirror_deleted_by_hand' };
    case 'NOT_THERE':
      return { state: 'REMOVED', problem: 'records.mirror_by_hand_confirmed' };
    case 'REMOVED':
      return { state: 'REMOVED', problem: fact.problem };
    default:
      return { state: 'BLOCKED' };
  }
}

/** 写し in SharePoint: those of which somebody told that they were deleted by hand. */
const copies: Standing = {
  ...{ history: 'kaigi.records_fact', leafKind: 'records/fact' },
  ...{ kind: 'mirror', table: 'kaigi.records_mirror', id: 'record_id' },
  columns: {
    ...{ state: 't.state', problem: 't.problem', place: 't.place', itemId: 't.item_id', noticedAt: 't.noticed_at' },
  },
  name: { ja: '文書 {id} の SharePoint の写し', en: 'the copy of record {id} in SharePoint' },
  told(lines) {
    const last = lines.at(-1);
    if (!last) return {};
    const { place, itemId, noticedAt } = last.fact;
    const row = become(last);
    return {
      ...row,
      // Where it lay was found out later of copies from before that was noted; lines from before say neither of the others.
      ...(place == null ? {} : { place }),
      ...(itemId === undefined ? {} : { itemId }),
      ...(noticedAt === undefined || row.state === 'BLOCKED' ? {} : { noticedAt }),
    };
  },
  mayBeSilent: (row) => !TOLD.has(row.problem),
};

export const copyStandings: readonly Standing[] = [copies];
