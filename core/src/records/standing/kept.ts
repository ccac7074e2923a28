import { FOLDER_COLUMNS } from '../keeping/folder-store.ts';
import { KEEPING_COLUMN_OF } from '../keeping/store.ts';
import type { Fields, Standing } from './standing.ts';
import type { Line } from './store.ts';

const FACTS = { history: 'kaigi.records_fact', leafKind: 'records/fact' } as const;
const inTable = (columns: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, `t.${column}`]));

const membersOf = (line: Line | undefined, name: string): Fields => (line?.fact[name] ?? {}) as Fields;

/** How records are kept: the last line says all that is the record's own. */
const records: Standing = {
  ...{ ...FACTS, kind: 'record', table: 'kaigi.records_keeping', id: 'record_id', whole: 'kept' },
  columns: inTable(KEEPING_COLUMN_OF),
  name: { ja: '文書 {id} の保存のしかた', en: 'how record {id} is kept' },
  // A line says until when it is kept longer only where it is.
  told: ([line]) => ({ extendedUntil: null, ...membersOf(line, 'kept'), version: line?.seq ?? 0 }),
  // From before there was a history of keeping, until the job has looked at it.
  mayBeSilent: (row) => row.isSettled === false && row.version === 0,
};

/** 簿冊: the last line says all of it but what holds lie on it. */
const folders: Standing = {
  ...{ ...FACTS, kind: 'folder', table: 'kaigi.records_folder', id: 'id', whole: 'folder' },
  columns: inTable(FOLDER_COLUMNS),
  name: { ja: '簿冊 {id}', en: 'folder {id}' },
  told([line]) {
    const { isHeld: _, heldUntil: __, ...said } = membersOf(line, 'folder');
    return { ...said, version: line?.seq };
  },
};

/** 廃棄の停止: from the line that placed it, and the one that ended it. */
const holds: Standing = {
  ...{ ...FACTS, kind: 'hold', table: 'kaigi.records_hold', id: 'id' },
  columns: inTable({
    ...{ reason: 'reason', note: 'note', recordId: 'record_id', folderId: 'folder_id', placedBy: 'placed_by' },
    ...{ placedOn: 'placed_on', until: 'until', decidedOn: 'decided_on', version: 'version' },
  }),
  name: { ja: '廃棄の停止 {id}', en: 'hold {id}' },
  told(lines) {
    const [placed] = lines;
    const ended = lines.findLast(({ fact }) => 'decidedOn' in fact)?.fact;
    const { kind, reason, recordId, folderId, placedOn, until } = placed?.fact ?? {};
    return {
      ...{ reason: kind, note: reason, recordId, folderId, placedOn, placedBy: placed?.actor },
      ...{ until: ended ? ended.until : until, decidedOn: ended?.decidedOn ?? null, version: lines.length },
    };
  },
};

export const keptStandings: readonly Standing[] = [records, folders, holds];
