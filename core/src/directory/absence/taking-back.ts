import { onlyOnce, type Tx } from '../../platform/index.ts';
import { type Caller, conflict, isUuid, localDateOf, notAllowed, notFound } from '../../shared/index.ts';
import type { AbsenceView } from './contract.ts';
import { presentAbsence } from './present.ts';
import * as queries from './queries.ts';
import { type Absence, fromGraph, mayRecordFor } from './rules.ts';
import type { AbsencesParts } from './service.ts';
import * as store from './store.ts';
import { tellOf } from './told.ts';

/** What leave and trips tell ends with them. */
export const isTheirs = ({ source }: Absence) => source === 'MANUAL' || fromGraph(source);

interface Meant {
  readonly caller: Caller;
  readonly absenceId: string;
}

/** The absence, locked, for somebody who may take it back. */
async function theirs({ clock, directory }: AbsencesParts, tx: Tx, { caller, absenceId }: Meant) {
  const hidden = notFound('directory.absence_not_found');
  if (!isUuid(absenceId)) throw hidden;
  const actor = await directory.actorOf(tx, caller);
  const absence = await queries.absenceById(tx, absenceId);
  if (!absence) throw hidden;
  const found = await queries.absentPerson(tx, absence.staffId, localDateOf(clock.now()));
  const may = absence.recordedBy === actor.staffId || (found !== null && mayRecordFor(actor, found));
  if (!may) throw hidden;
  return { actor, absence, person: found?.person ?? null };
}

/** Takes back what was typed, or contradicts what a mailbox says. */
export async function cancel(parts: AbsencesParts, tx: Tx, meant: Meant): Promise<void> {
  const { actor, absence } = await theirs(parts, tx, meant);
  if (!isTheirs(absence)) throw notAllowed('directory.absence_of_its_source');
  await store.cancel(tx, [absence.absenceId], { at: parts.clock.now(), by: actor.staffId });
  await tellOf(tx, [absence.staffId]);
}

/** The person is back: what was typed ends now. */
export async function end(parts: AbsencesParts, tx: Tx, meant: Meant): Promise<AbsenceView> {
  const { clock, directory } = parts;
  const { caller, absenceId } = meant;
  const { staffId } = await directory.actorOf(tx, caller);
  const call = { staffId, key: caller.idempotencyKey, request: { act: 'absence-end', absenceId } };
  return onlyOnce(tx, call, async () => {
    const at = clock.now();
    const { actor, absence, person } = await theirs(parts, tx, meant);
    if (person === null) throw notFound('directory.absence_not_found');
    if (absence.source !== 'MANUAL') throw notAllowed('directory.absence_not_typed');
    if (absence.from >= at) throw conflict('directory.absence_not_begun');
    const shown = { person, mayCancel: true };
    const reading = { at, locale: caller.locale };
    if (absence.until !== null && absence.until <= at) return presentAbsence(absence, shown, reading);
    // Rows stay as they were written: the long one is taken back, a short one stands in its place.
    await store.cancel(tx, [absenceId], { at, by: actor.staffId });
    const short = { ...absence, until: at, recordedBy: actor.staffId };
    const [added = ''] = await store.addAbsences(tx, clock, [{ ...short, ref: null }]);
    await tellOf(tx, [absence.staffId]);
    const made = { ...short, absenceId: added, recordedAt: at, recordedByName: actor.name };
    return presentAbsence(made, shown, reading);
  });
}
