import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Caller, isUuid, type LocalDate, localDateOf, notFound } from '../../shared/index.ts';
import { type Sight, sightOf } from '../access.ts';
import type { RecordsParts } from '../parts.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import { receiptUnit } from '../receipts/store.ts';
import type { NumberView } from './contract.ts';
import { factsOf } from './history.ts';
import type { NumberRow } from './number-row.ts';
import { presentNumber } from './present.ts';
import { branchesOf, oneNumber, type Within } from './queries.ts';

/** Who works at the register, when, inside which transaction. */
export interface At {
  readonly parts: RecordsParts;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly now: Date;
  readonly today: LocalDate;
}

export async function atRegister(parts: RecordsParts, tx: Tx, caller: Caller): Promise<At> {
  const actor = await parts.directory.actorOf(tx, caller);
  const now = parts.clock.now();
  return { parts, tx, caller, actor, sight: await sightOf(parts, tx, actor), now, today: localDateOf(now) };
}

export const withinOf = (sight: Sight): Within => (sight.all ? null : sight);

/** In a unit that the reader stands in or above. */
export const isWithin = (within: Within, unitId: string, unitPath: readonly string[]): boolean =>
  within === null || within.sections.includes(unitId) || within.own.some((own) => unitPath.includes(own));

/** What a confidential case is about, only to whoever takes part in it; the number stays. */
export async function withoutSecrets({ tx, sight, caller }: At, rows: readonly NumberRow[]): Promise<NumberRow[]> {
  const hidden = await secretRows(tx, sight, rows);
  if (hidden.size === 0) return [...rows];
  const title = hiddenTitle(caller.locale);
  const nothing = {
    counterparty: null,
    laterTitle: null,
    laterCounterparty: null,
    theirNumber: null,
    note: null,
    voidReason: null,
    caseId: null,
  };
  return rows.map((row) => (hidden.has(row) ? { ...row, ...nothing, title } : row));
}

/** A number that the reader may see. @throws not-found */
export async function numberFor(at: At, id: string): Promise<NumberRow> {
  const row = isUuid(id) ? await oneNumber(at.tx, id) : null;
  if (!row) throw notFound('records.number_not_found');
  const within = withinOf(at.sight);
  if (isWithin(within, row.unitId, row.unitPath)) return row;
  const receipt = await receiptUnit(at.tx, id);
  if (receipt && isWithin(within, receipt.unitId, receipt.unitPath)) return row;
  throw notFound('records.number_not_found');
}

export async function viewOf(at: At, id: string): Promise<NumberView> {
  const found = await numberFor(at, id);
  const [row = found, ...branches] = await withoutSecrets(at, [found, ...(await branchesOf(at.tx, found))]);
  const isHidden = row.title !== found.title;
  const facts = isHidden ? [] : await factsOf(at.tx, { kind: 'number', id });
  const looking = { locale: at.caller.locale, today: at.today };
  const others = branches.filter((one) => one.id !== id);
  return presentNumber({ row, branches: others, facts }, at.actor, looking);
}
