import { type Caller, isUuid, type LocalDate, localDateOf, notFound } from '../../shared/index.ts';
import { type Copy, copiesOf } from '../mirror/queries.ts';
import { withoutNote } from '../mirror/told.ts';
import { sectionsOf, seesEverySection } from '../policy.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import { type Buried, buriedFound } from './buried-queries.ts';
import type { Tombstone, TombstoneLine, Tombstones, TombstonesQuery } from './contract.ts';
import { type DisposalParts, inside } from './open.ts';
import { seesList } from './policy.ts';
import { presentTombstone } from './present.ts';
import { tombstoneOf } from './tombstones.ts';

/** 廃棄記録 of one record. @throws not-found `records.tombstone_not_found` */
export const tombstone = (parts: DisposalParts, caller: Caller, recordId: string): Promise<Tombstone> =>
  inside(parts, caller, async ({ tx, reader, sight }) => {
    const found = isUuid(recordId) ? await tombstoneOf(tx, 'RECORD', recordId) : null;
    if (!found || !seesList(reader, found)) throw notFound('records.tombstone_not_found');
    const copies = await copiesOf(tx, [found.subjectId]);
    const row = { recordId: found.subjectId };
    const isSecret = (await secretRows(tx, sight, [row])).has(row);
    const shown = presentTombstone(found, toldOf(copies.get(found.subjectId), isSecret), caller.locale);
    return isSecret ? { ...shown, title: hiddenTitle(caller.locale) } : shown;
  });

const toldOf = (copy: Copy | undefined, isSecret: boolean): Copy | null =>
  copy ? (isSecret ? withoutNote(copy) : copy) : null;

function lineOf(row: Buried, copy: Copy | undefined, { locale }: Caller): TombstoneLine {
  const { buriedAt, ...shown } = presentTombstone(row, toldOf(copy, !row.isNamed), locale);
  const title = row.isNamed ? shown.title : hiddenTitle(locale);
  const mayOpen = row.isNamed && row.subjectKind === 'RECORD';
  return { ...shown, title, buriedAt, buriedOn: localDateOf(row.buriedAt), mayOpen };
}

/** 廃棄の記録: what was disposed of of the reader's sections, the newest first. */
export const tombstones = (parts: DisposalParts, caller: Caller, query: TombstonesQuery): Promise<Tombstones> =>
  inside(parts, caller, async ({ tx, reader, sight }) => {
    const { q = '', from = null, to = null } = query;
    const within = seesEverySection(reader) ? null : sectionsOf(reader);
    const days = { from: from as LocalDate | null, to: to as LocalDate | null };
    const { rows, truncated } = await buriedFound(tx, sight, { q, ...days, within });
    const ids = rows.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'RECORD' ? [subjectId] : []));
    const copies = await copiesOf(tx, ids);
    return { items: rows.map((row) => lineOf(row, copies.get(row.subjectId), caller)), truncated };
  });
