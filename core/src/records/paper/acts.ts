import { type Person, personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { addYears, badInput, conflict, isUuid, type LocalDate, notAllowed, notFound } from '../../shared/index.ts';
import { secretRows } from '../readers.ts';
import type { AddBoxInput, BoxRecordInput, LendInput, MoveBoxInput } from './contract.ts';
import { boxFor, keeps, keepsPaper, type Open, type PaperParts, placeName, sees, telling } from './open.ts';
import * as store from './store.ts';

const NUMBER = /^\s*(.+?)\s*第\s*(\d{1,7})\s*号\s*$/u;

export async function addBox(parts: PaperParts, open: Open, input: AddBoxInput): Promise<string> {
  const { tx, actor } = open;
  const main = actor.posts[0];
  if (!keepsPaper(actor) || !main) throw notAllowed('records.box_not_yours');
  const place = await store.placeOf(tx, input.placeId);
  if (!place) throw notFound('records.place_not_found');
  const unitId = await parts.directory.sectionOf(tx, main.unitId);
  const path = await parts.directory.unitPath(tx, unitId);
  const [id, code] = [newId(parts.clock), await store.nextCode(tx)];
  const { title, fiscalYear, placeId } = input;
  const unit = { unitId, unitName: path[0]?.name ?? main.unitName, unitPath: path.map((one) => one.unitId) };
  await store.insertBox(tx, { id, code, title, fiscalYear, placeId, version: 1, ...unit });
  const fact = { code, title, fiscalYear, unitId, from: null, to: placeName(place) };
  await telling(parts, open, { of: 'box', id, seq: 1, act: 'MADE', fact });
  return id;
}

/** @throws not-allowed `records.box_not_yours` */
async function kept(open: Open, boxId: string): Promise<store.BoxRow> {
  const box = await boxFor(open, boxId, { locked: true });
  if (!keeps(open.actor, box)) throw notAllowed('records.box_not_yours');
  return box;
}

export async function move(
  parts: PaperParts,
  open: Open,
  boxId: string,
  { version, placeId }: MoveBoxInput,
): Promise<void> {
  const box = await kept(open, boxId);
  if (box.placeId === placeId) return;
  if (box.version !== version) throw conflict('records.box_stale');
  const place = await store.placeOf(open.tx, placeId);
  if (!place) throw notFound('records.place_not_found');
  const seq = box.version + 1;
  await store.updateBox(open.tx, { id: boxId, placeId, version: seq });
  const fact = { from: placeName(box), to: placeName(place) };
  await telling(parts, open, { of: 'box', id: boxId, seq, act: 'MOVED', fact });
}

export async function put(parts: PaperParts, open: Open, boxId: string, input: BoxRecordInput): Promise<void> {
  const box = await kept(open, boxId);
  const [, symbol, number] = NUMBER.exec(input.number.normalize('NFKC')) ?? [];
  if (symbol === undefined) throw badInput('records.box_number_unread');
  const asked = { fiscalYear: input.fiscalYear, symbol, number: Number(number) };
  const recordId = await store.recordNumbered(open.tx, asked);
  const row = { recordId };
  if (recordId === null || (await secretRows(open.tx, open.sight, [row])).has(row))
    throw notFound('records.box_number_not_found');
  await store.putInto(open.tx, boxId, recordId);
  const seq = box.version + 1;
  await store.updateBox(open.tx, { id: boxId, placeId: box.placeId, version: seq });
  await telling(parts, open, { of: 'box', id: boxId, seq, act: 'PUT_IN', fact: { recordId } });
}

export async function lend(parts: PaperParts, open: Open, boxId: string, input: LendInput): Promise<void> {
  const { tx, actor, today } = open;
  await boxFor(open, boxId, { locked: true });
  const dueOn = input.dueOn as LocalDate;
  if (dueOn < today || dueOn > addYears(today, 1)) throw badInput('records.loan_due');
  const id = newId(parts.clock);
  const borrower: Person = personOf(actor);
  const loan = { id, boxId, borrower, staffId: actor.staffId, purpose: input.purpose, lentOn: today, dueOn };
  if (!(await store.insertLoan(tx, loan))) {
    const [now] = await store.openLoans(tx, [boxId]);
    // Pressed twice: it is with them already.
    if (now?.staffId === actor.staffId) return;
    throw conflict('records.box_lent', { name: now?.borrower.name ?? '' });
  }
  const fact = { boxId, purpose: input.purpose, lentOn: today, dueOn };
  await telling(parts, open, { of: 'loan', id, seq: 1, act: 'LENT', fact });
}

export async function giveBack(parts: PaperParts, open: Open, loanId: string): Promise<string> {
  const { tx, actor, today } = open;
  const loan = isUuid(loanId) ? await store.loanOf(tx, loanId) : null;
  const box = loan && (await store.boxOf(tx, loan.boxId));
  if (!loan || !box || !sees(open.sight, box)) throw notFound('records.loan_not_found');
  if (loan.returnedOn !== null) return box.id;
  if (loan.staffId !== actor.staffId && !keeps(actor, box)) throw notAllowed('records.loan_not_yours');
  await store.returnLoan(tx, loanId, today, personOf(actor));
  await telling(parts, open, {
    of: 'loan',
    id: loanId,
    seq: 2,
    act: 'RETURNED',
    fact: { boxId: box.id, returnedOn: today },
  });
  return box.id;
}
