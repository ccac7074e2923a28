import { type Actor, hasRole } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import { addDays, type Locale, localDateOf, notAllowed } from '../../shared/index.ts';
import { sightOf } from '../access.ts';
import { listName } from '../disposal/proposal.ts';
import { listsOf } from '../disposal/queries.ts';
import { labelOf } from '../number-label.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import type { RecordsTodo } from './contract.ts';
import type { SpaceParts } from './service.ts';
import * as queries from './todo-queries.ts';

const SOON_DAYS = 90;

interface Looking {
  readonly actor: Actor;
  readonly locale: Locale;
}

/** Null: of all sections. @throws not-allowed `records.todo_not_yours` */
function unitsOf(actor: Actor): queries.Units {
  if (hasRole(actor, 'CHIEF_RECORDS_MANAGER')) return null;
  if (!hasRole(actor, 'RECORDS_OFFICER')) throw notAllowed('records.todo_not_yours');
  return [...new Set(actor.posts.flatMap(({ unitId, sectionId }) => [unitId, sectionId]))];
}

/** The 課 that are looked at, as they are called. */
async function sectionNames({ directory }: SpaceParts, tx: Tx, actor: Actor): Promise<string[]> {
  const named = actor.posts.map(async ({ unitId, unitName, sectionId }) => {
    const path = await directory.unitPath(tx, unitId);
    return path.find((unit) => unit.unitId === sectionId)?.name ?? unitName;
  });
  return [...new Set(await Promise.all(named))];
}

const countOf = (rows: readonly { readonly all: number }[]): number => rows[0]?.all ?? 0;

/** 廃棄・移管目録 that wait for this person's step. */
async function listsFor(tx: Tx, units: queries.Units): Promise<RecordsTodo['lists']> {
  const state = units === null ? 'RECORDS' : 'SECTION';
  const reader = units === null ? null : { own: [], sections: units };
  const { rows } = await listsOf(tx, { fiscalYear: null, state, reader });
  return rows.map((list) => ({ id: list.id, name: listName(list), undecided: list.undecided }));
}

/** 文書主任の今週の仕事, as it is at this moment. */
export async function todoOf(parts: SpaceParts, tx: Tx, { actor, locale }: Looking): Promise<RecordsTodo> {
  const units = unitsOf(actor);
  const today = localDateOf(parts.clock.now());
  const until = addDays(today, SOON_DAYS);
  const unfiled = await queries.unfiledOf(tx, units);
  const unnumbered = await queries.unnumberedOf(tx, units);
  const undistributed = await queries.undistributedOf(tx, units);
  const reserved = await queries.reservedOf(tx, units);
  const rows = [...unfiled, ...unnumbered, ...undistributed, ...reserved];
  const secret: ReadonlySet<object> = await secretRows(tx, await sightOf(parts, tx, actor), rows);
  const titleOf = (row: { readonly title: string }) => (secret.has(row) ? hiddenTitle(locale) : row.title);
  const found = (row: (typeof unfiled)[number]) => ({
    ...{ recordId: row.recordId, title: titleOf(row) },
    number: labelOf(row),
  });
  const numbered = (row: (typeof reserved)[number] | (typeof undistributed)[number]) => ({
    ...{ registerId: row.registerId, number: numberLabel(row.symbol, row.number), title: titleOf(row) },
  });
  const expiring = await queries.endingSoon(tx, units, { today, until });
  const overdue = await queries.overdueOf(tx, units, today);
  const lists = await listsFor(tx, units);
  const counts = [unfiled, unnumbered, undistributed, reserved, overdue].map(countOf);
  return {
    unitNames: units === null ? [] : await sectionNames(parts, tx, actor),
    unfiled: { count: countOf(unfiled), items: unfiled.map(found) },
    unnumbered: { count: countOf(unnumbered), items: unnumbered.map(found) },
    undistributed: {
      count: countOf(undistributed),
      items: undistributed.map((row) => ({ ...numbered(row), takenOn: row.takenOn })),
    },
    expiring: { ...expiring, until },
    lists,
    reserved: {
      count: countOf(reserved),
      items: reserved.map((row) => ({ ...numbered(row), until: row.until.toISOString() })),
    },
    overdue: {
      count: countOf(overdue),
      items: overdue.map(({ boxId, code, title, borrower, dueOn }) => ({
        ...{ boxId, code, title, borrower: borrower.name, dueOn },
      })),
    },
    total: counts.reduce((sum, count) => sum + count, 0) + expiring.count + lists.length,
  };
}
