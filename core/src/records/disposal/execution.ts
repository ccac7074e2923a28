import { BY_THE_RULES, type Person } from '../../directory/index.ts';
import { emit, newId, type Tx } from '../../platform/index.ts';
import { addDays, type Json, type LocalDate, localDateOf } from '../../shared/index.ts';
import { changeKeeping } from '../keeping/change.ts';
import type { KeepingRow } from '../keeping/rows.ts';
import { lockKeeping } from '../keeping/store.ts';
import { copiesOf } from '../mirror/queries.ts';
import { personFact } from '../rows.ts';
import type { Item, ListRow } from './list.ts';
import type { DisposalParts } from './open.ts';
import { othersOf } from './others.ts';
import { goesForward } from './proposal.ts';
import { filesOf, standingOf } from './queries.ts';
import { removeWaiting } from './removal.ts';
import { isOver, type Refusal, refusalOf } from './rules.ts';
import { checkUnaltered, saveStep } from './steps.ts';
import { itemsOf, readItem, readList, settleItems } from './store.ts';
import { addRemovals, bury } from './tombstones.ts';
import { makePackage } from './transfer.ts';

/** The content of something goes. Payload: `kind`, `id`, `listId`. Whoever holds a copy lets it go. */
const CONTENT_REMOVED = 'records/content_removed';
const executors = ({ begunBy, confirmedBy }: ListRow): Person[] =>
  [begunBy, confirmedBy].flatMap((person) => (person ? [person] : []));

/** What a tombstone says: that it was there, what it was, who let it go and why. */
export function tombstoneFacts(list: ListRow, item: Item, backupsUntil: LocalDate | null): Record<string, Json> {
  const { title, numberLabel, filedOn, startsOn, endsOn, ruleId, regulationVersion, medium } = item;
  return {
    ...{ title, number: numberLabel, filedOn, startsOn, endsOn, ruleId, regulationVersion, medium },
    classification: { code: item.classificationCode, name: item.classificationName },
    folder: item.folderTitle,
    unitName: list.unitName,
    reason: item.reason,
    historical: item.historical,
    proposed: item.proposed,
    caseId: list.caseId,
    fingerprint: list.fingerprint,
    by: executors(list).map(personFact),
    // Until when backups may still hold what is gone; null where nobody has said for how long they are kept.
    backupsUntil,
    receipt: list.receipt && {
      institution: list.receipt.institution,
      reference: list.receipt.reference,
      receivedOn: list.receipt.receivedOn,
    },
  };
}

interface Carrying {
  readonly list: ListRow;
  readonly item: Item;
}

const settled = (parts: DisposalParts, tx: Tx, { list, item }: Carrying, to: Pick<Item, 'state' | 'refusal'>) =>
  settleItems(
    tx,
    { listId: list.id, subjectIds: [item.subjectId] },
    { ...to, settledAt: parts.clock.now(), from: ['LISTED', 'AWAITS_RECEIPT'] },
  );

/** The record is kept no more, or longer: told in its own history as anything else that happens to it. */
const keptOtherwise = (
  { clock }: DisposalParts,
  tx: Tx,
  { list, item }: Carrying,
  to: Partial<Pick<KeepingRow, 'state' | 'endsOn' | 'extendedUntil'>>,
): Promise<unknown> =>
  changeKeeping(
    clock,
    tx,
    {
      ...{ recordId: item.subjectId, act: to.state ?? 'EXTENDED', by: BY_THE_RULES, via: 'rules' },
      said: {
        ...{ listId: list.id, caseId: list.caseId, until: item.until },
        // For the history on the record's page, which outlives what it was.
        carriedOutBy: executors(list).map(({ name }) => name),
        institution: list.receipt?.institution ?? null,
        ...(item.reason === '' ? {} : { reason: item.reason }),
      },
    },
    (before) => ({ ...before, ...to }),
  );

/** Tombstone, and every word, picture and byte of it named to go: in one transaction, so that nothing is half. */
async function letGo(parts: DisposalParts, tx: Tx, carrying: Carrying): Promise<void> {
  const { list, item } = carrying;
  const action = item.choice === 'TRANSFER' ? 'TRANSFER' : 'DESTROY';
  const contentGoes = action === 'DESTROY' || list.receipt?.keepsCopy !== true;
  const other = othersOf(parts.others, item.subjectKind);
  const files = await (other?.filesOf(tx, item.subjectKind, item.subjectId) ?? filesOf(tx, item.subjectId));
  const { clock, backupDays } = parts;
  const facts = {
    ...tombstoneFacts(list, item, backupDays === null ? null : addDays(localDateOf(clock.now()), backupDays)),
    // The copy itself goes by a job of its own; that there was one is said for good.
    copyOutside: item.subjectKind === 'RECORD' && (await copiesOf(tx, [item.subjectId])).size > 0 ? 'SHAREPOINT' : null,
  };
  await bury(tx, {
    ...{ subjectKind: item.subjectKind, subjectId: item.subjectId, unitId: list.unitId, unitPath: list.unitPath },
    ...{ listId: list.id, buriedAt: parts.clock.now(), action, contentGoes, facts, files },
    leafId: newId(parts.clock),
  });
  const state = action === 'TRANSFER' ? 'TRANSFERRED' : 'DISPOSED';
  await settled(parts, tx, carrying, { state: 'REMOVING', refusal: null });
  if (other) {
    const of = { id: item.subjectId, listId: list.id };
    await addRemovals(tx, item, await other.letGo(tx, item.subjectKind, of));
    return;
  }
  await keptOtherwise(parts, tx, carrying, { state });
  if (!contentGoes) return;
  // The package holds the content too; whoever has taken it over has their own.
  if (list.packageSha256 !== null && action === 'TRANSFER') await addRemovals(tx, item, [list.packageSha256]);
  for (const forget of parts.forget) await addRemovals(tx, item, await forget(tx, item.subjectId));
  const payload = { kind: item.subjectKind, id: item.subjectId, listId: list.id };
  await emit(tx, [{ topic: CONTENT_REMOVED, payload }]);
}

async function refusalNow(parts: DisposalParts, tx: Tx, { item }: Carrying): Promise<Refusal | null> {
  const { subjectKind: kind, subjectId: id } = item;
  const [stands] = (await othersOf(parts.others, kind)?.standing(tx, kind, [id])) ?? (await standingOf(tx, [id]));
  if (!stands || !item.choice) return 'NOT_KEPT';
  const files = { files: stands.filesSha256, listedFiles: item.filesSha256, choice: item.choice };
  return refusalOf(stands, files, localDateOf(parts.clock.now()));
}

/** One record: looked at for the last time under its own lock, then it goes, stays longer, or waits for the archives. */
async function carryOutRecord(parts: DisposalParts, tx: Tx, carrying: Carrying): Promise<void> {
  const { list, item } = carrying;
  const other = othersOf(parts.others, item.subjectKind);
  const isThere = other !== null || (await lockKeeping(tx, item.subjectId)) !== null;
  const refusal = await refusalNow(parts, tx, carrying);
  if (!isThere || refusal) {
    await settled(parts, tx, carrying, { state: 'REFUSED', refusal: refusal ?? 'NOT_KEPT' });
    return;
  }
  if (item.choice === 'EXTEND') {
    if (other && item.until) await other.extend(tx, item.subjectKind, { id: item.subjectId, until: item.until });
    else await keptOtherwise(parts, tx, carrying, { endsOn: item.until, extendedUntil: item.until });
    await settled(parts, tx, carrying, { state: 'EXTENDED', refusal: null });
  } else if (item.choice === 'TRANSFER' && !list.receipt) {
    await settled(parts, tx, carrying, { state: 'AWAITS_RECEIPT', refusal: null });
  } else {
    await letGo(parts, tx, carrying);
  }
}

/** Each line is a transaction of its own: whoever comes after a crash finds it done or untouched. */
async function carryOutLine(parts: DisposalParts, municipalityId: string, listId: string, subjectId: string) {
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const list = await readList(tx, listId, { locked: true });
    if (list?.state !== 'EXECUTING') return;
    const item = await readItem(tx, listId, subjectId);
    if (!item || !isWaiting(list, item)) return;
    await carryOutRecord(parts, tx, { list, item });
  });
}

const isWaiting = (list: ListRow, item: Item): boolean =>
  goesForward(item) && (item.state === 'LISTED' || (item.state === 'AWAITS_RECEIPT' && list.receipt !== null));

async function toDo({ db }: DisposalParts, municipalityId: string, listId: string): Promise<readonly string[]> {
  return db.inMunicipality(municipalityId, async (tx) => {
    const list = await readList(tx, listId);
    if (list?.state !== 'EXECUTING') return [];
    await checkUnaltered(tx, list);
    return (await itemsOf(tx, listId)).filter((item) => isWaiting(list, item)).map(({ subjectId }) => subjectId);
  });
}

/** What went and whose bytes are all gone, or counted on by others, and of which no copy lies outside, is over; and the list when all of it is. */
async function finish(parts: DisposalParts, municipalityId: string, listId: string): Promise<void> {
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const list = await readList(tx, listId, { locked: true });
    if (list?.state !== 'EXECUTING') return;
    const gone = await tx.query<{ id: string }>(
      `select i.subject_id as id from kaigi.records_disposal_item i
       where i.municipality_id = $1 and i.list_id = $2 and i.state = 'REMOVING' and not exists (
         select from kaigi.records_removal m where m.municipality_id = i.municipality_id
           and m.subject_kind = i.subject_kind and m.subject_id = i.subject_id and m.outcome is null)
         and not exists (select from kaigi.records_mirror c where c.municipality_id = i.municipality_id
           and i.subject_kind = 'RECORD' and c.record_id = i.subject_id and c.item_id is not null and c.state <> 'REMOVED')`,
      [tx.municipalityId, listId],
    );
    const settledAt = parts.clock.now();
    const subjectIds = gone.map(({ id }) => id);
    await settleItems(tx, { listId, subjectIds }, { state: 'GONE', refusal: null, settledAt, from: ['REMOVING'] });
    if (!isOver((await itemsOf(tx, listId)).map(({ state }) => state))) return;
    await saveStep(
      parts,
      tx,
      { ...list, state: 'DONE', doneAt: settledAt },
      { step: 'FINISH', by: BY_THE_RULES, via: 'rules' },
    );
  });
}

/**
 * Carries out what two people have confirmed. Killed at any point, the next run goes on where it stopped: lines are
 * settled one by one, and bytes are removed as often as it takes.
 */
export async function carryOut(parts: DisposalParts, municipalityId: string, listId: string): Promise<void> {
  for (const subjectId of await toDo(parts, municipalityId, listId))
    await carryOutLine(parts, municipalityId, listId, subjectId);
  await makePackage(parts, municipalityId, listId);
  await removeWaiting(parts, municipalityId);
  await finish(parts, municipalityId, listId);
}
