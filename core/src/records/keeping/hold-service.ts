import { type Person, personOf } from '../../directory/index.ts';
import { type Clock, newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  isUuid,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
  type Via,
} from '../../shared/index.ts';
import { type Sight, sightOf } from '../access.ts';
import { tell } from '../history.ts';
import { secretRows } from '../readers.ts';
import type { HoldList, PlaceHold } from './contract.ts';
import { folderOf, lockFolder } from './folder-store.ts';
import * as store from './hold-store.ts';
import { heldBy, heldUntil, holdsYearMore } from './holds.ts';
import type { OpeningParts } from './opening.ts';
import { mayHold, seesFolder } from './policy.ts';
import { presentHold } from './present.ts';
import { keepingOf, lockKeeping } from './store.ts';

export interface Placing {
  readonly reason: PlaceHold['reason'];
  readonly note: string;
  readonly until: LocalDate | null;
  readonly by: Person;
  /** Of a 開示請求: the document for which it lies. */
  readonly itemId?: string;
}

export type On =
  | { readonly recordId: string; readonly folderId: null }
  | { readonly recordId: null; readonly folderId: string };

/** What is held is written beside each record that it holds: a record's own holds and its 簿冊's, the latest winning. */
export async function mark(tx: Tx, { recordId, folderId }: On): Promise<void> {
  if (folderId !== null) {
    await store.markFolder(tx, folderId, heldBy(await store.holdsOn(tx, { recordId: null, folderId })));
  }
  const ids = folderId === null ? [recordId] : await store.recordsIn(tx, folderId);
  for (const id of ids) {
    const kept = await keepingOf(tx, id);
    const holds = await store.holdsOn(tx, { recordId: id, folderId: kept?.folderId ?? null });
    await store.markRecord(tx, id, heldBy(holds));
  }
}

const lock = ({ recordId, folderId }: On, tx: Tx) =>
  folderId === null ? lockKeeping(tx, recordId) : lockFolder(tx, folderId);

/** A hold on one thing: its row, its line of history, and the mark on all that it holds. */
export async function place(
  clock: Clock,
  tx: Tx,
  on: On,
  { reason, note, until, by, itemId }: Placing,
): Promise<string> {
  const id = newId(clock);
  await lock(on, tx);
  const placedOn = localDateOf(clock.now());
  await store.insertHold(tx, { id, reason, note, ...on, placedBy: by, placedOn, until });
  const fact = { reason: note, kind: reason, ...on, placedOn, until, ...(itemId === undefined ? {} : { itemId }) };
  await tell(clock, tx, { of: 'hold', id, seq: 1, act: 'HELD', fact, by, via: 'api' });
  await mark(tx, on);
  return id;
}

/**
 * What lies in a 簿冊 whose disposal is held stays in it: outside nothing would hold it. Asked with the 簿冊 locked.
 * @throws conflict `records.folder_is_held`
 */
export async function refuseOutOfHeld(tx: Tx, folderId: string | null, today: LocalDate): Promise<void> {
  const folder = folderId === null ? null : await folderOf(tx, folderId);
  if (folder && (folder.isHeld || (folder.heldUntil !== null && folder.heldUntil >= today)))
    throw conflict('records.folder_is_held');
}

async function sightFor(parts: OpeningParts, tx: Tx, caller: Caller): Promise<Sight> {
  return sightOf(parts, tx, await parts.directory.actorOf(tx, caller));
}

/** @throws not-allowed `records.cannot_hold`; not-found, also of what they may not see */
async function placeAll(parts: OpeningParts, tx: Tx, caller: Caller, input: PlaceHold): Promise<void> {
  const sight = await sightFor(parts, tx, caller);
  const { reason, note, recordIds, folderIds } = input;
  if (recordIds.length + folderIds.length === 0) throw badInput('records.hold_nothing');
  if (input.until !== undefined && input.until < localDateOf(parts.clock.now())) throw badInput('records.hold_over');
  if (input.until !== undefined && holdsYearMore(reason)) throw badInput('records.hold_without_day');
  const placing = { reason, note, until: (input.until ?? null) as LocalDate | null, by: personOf(sight.actor) };
  // Always in one order: two who hold the same things at once wait for each other and do not block.
  for (const folderId of [...new Set(folderIds)].sort()) {
    const folder = await folderOf(tx, folderId);
    if (!folder || !seesFolder(sight, folder)) throw notFound('records.folder_not_found');
    if (!mayHold(sight, folder)) throw notAllowed('records.cannot_hold');
    await place(parts.clock, tx, { recordId: null, folderId }, placing);
  }
  const asked = [...new Set(recordIds)].sort().map((recordId) => ({ recordId }));
  const secret = await secretRows(tx, sight, asked);
  for (const one of asked) {
    const { recordId } = one;
    const kept = secret.has(one) ? null : await keepingOf(tx, recordId);
    if (!kept) throw notFound('records.not_found');
    if (!mayHold(sight, kept)) throw notAllowed('records.cannot_hold');
    if (kept.state !== 'KEPT') throw conflict('records.kept_no_more');
    await place(parts.clock, tx, { recordId, folderId: null }, placing);
  }
}

export interface EndOfHold {
  readonly decidedOn: LocalDate;
  /** Else as long as its kind says. */
  readonly until?: LocalDate;
  readonly note: string;
  readonly by: Person;
  readonly via: Via;
}

/** Writes the day until which it holds, with its line of history, and marks all that it held. */
export async function endHeld(
  clock: Clock,
  tx: Tx,
  hold: store.HoldRow,
  { decidedOn, until = heldUntil(hold.reason, decidedOn), note, by, via }: EndOfHold,
): Promise<void> {
  const { id, version, recordId, folderId } = hold;
  const on: On = recordId === null ? { recordId, folderId: folderId ?? '' } : { recordId, folderId: null };
  if (!(await store.endHold(tx, { id, version, until, decidedOn }))) throw conflict('records.changed_meanwhile');
  const fact = { reason: note, decidedOn, until };
  await tell(clock, tx, { of: 'hold', id, seq: version + 1, act: 'HOLD_ENDED', fact, by, via });
  await mark(tx, on);
}

interface Ending {
  readonly id: string;
  readonly version: number;
  readonly decidedOn: string;
  readonly note?: string | undefined;
}

/** Of the section's, those on what this person may see. */
async function seenBy(tx: Tx, sight: Sight, rows: readonly store.HoldRow[]): Promise<store.HoldRow[]> {
  const secret = await secretRows(tx, sight, rows);
  return rows.filter((row) => !secret.has(row) && (sight.all || sight.sections.includes(row.unitId)));
}

/** 裁決・開示決定・終結: from then it holds as long as its kind says. @throws conflict `records.hold_ended`, `…_of_request` */
async function end(
  parts: OpeningParts,
  tx: Tx,
  caller: Caller,
  { id, version, decidedOn, note }: Ending,
): Promise<void> {
  const sight = await sightFor(parts, tx, caller);
  const found = isUuid(id) ? await store.holdOf(tx, id) : null;
  const [hold] = found ? await seenBy(tx, sight, [found]) : [];
  if (!hold) throw notFound('records.hold_not_found');
  if (!mayHold(sight, hold)) throw notAllowed('records.cannot_hold');
  if (hold.decidedOn !== null) throw conflict('records.hold_ended');
  if (hold.isOfRequest) throw conflict('records.hold_of_request');
  if (hold.version !== version) throw conflict('records.changed_meanwhile');
  const day = decidedOn as LocalDate;
  if (day > localDateOf(parts.clock.now())) throw badInput('records.day_to_come');
  // A decision may be older than its hold by as long as it would have held: older ones never asked for it.
  if (heldUntil(hold.reason, day) < hold.placedOn) throw badInput('records.day_before_hold', { day: hold.placedOn });
  await endHeld(parts.clock, tx, hold, {
    decidedOn: day,
    note: note ?? '',
    by: personOf(sight.actor),
    via: caller.via,
  });
}

export interface Holds {
  list(caller: Caller): Promise<HoldList>;
  place(caller: Caller, input: PlaceHold): Promise<HoldList>;
  end(caller: Caller, ending: Ending): Promise<HoldList>;
}

export function createHolds(parts: OpeningParts): Holds {
  const inside = <T>(caller: Caller, work: (tx: Tx) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, work);
  const list: Holds['list'] = (caller) =>
    inside(caller, async (tx) => {
      const sight = await sightFor(parts, tx, caller);
      const sections = sight.all ? null : sight.sections;
      const { rows, truncated } = await store.holdsNow(tx, localDateOf(parts.clock.now()), sections);
      const seen = await seenBy(tx, sight, rows);
      const mayPlace = sight.all || sight.actor.roles.includes('RECORDS_OFFICER') || sight.headed.length > 0;
      return { items: seen.map((row) => presentHold(row, sight)), truncated, mayPlace };
    });
  return {
    list,
    place: async (caller, input) => {
      await inside(caller, async (tx) => {
        const { staffId } = await parts.directory.actorOf(tx, caller);
        const request = { use: 'records.hold', ...input, until: input.until ?? null };
        await onlyOnce(tx, { staffId, key: caller.idempotencyKey, request }, async () => {
          await placeAll(parts, tx, caller, input);
          return null;
        });
      });
      return list(caller);
    },
    end: async (caller, ending) => {
      await inside(caller, (tx) => end(parts, tx, caller, ending));
      return list(caller);
    },
  };
}
