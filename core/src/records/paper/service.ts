import { type Actor, type Directory, hasRole, type Person, personOf } from '../../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, type Tx } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import {
  addYears,
  badInput,
  type Caller,
  conflict,
  isUuid,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
  warekiFiscalYear,
} from '../../shared/index.ts';
import { type PartInCase, type Sight, sightOf } from '../access.ts';
import { factsOf, tell } from '../history.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import type {
  AddBoxInput,
  AddPlaceInput,
  BoxRecordInput,
  LendInput,
  MoveBoxInput,
  PaperBox,
  PaperBoxView,
  PaperLoan,
  PaperView,
} from './contract.ts';
import * as store from './store.ts';

export interface PaperParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove' | 'sectionOf'>;
  readonly partInCase: PartInCase;
}

export interface Paper {
  view(caller: Caller, q: string): Promise<PaperView>;
  /** @throws not-found `records.box_not_found` */
  box(caller: Caller, boxId: string): Promise<PaperBoxView>;
  /** @throws not-allowed `records.place_not_yours`; conflict `records.place_taken` */
  addPlace(caller: Caller, input: AddPlaceInput): Promise<PaperView>;
  /** @throws not-allowed `records.box_not_yours`; not-found `records.place_not_found` */
  addBox(caller: Caller, input: AddBoxInput): Promise<PaperBoxView>;
  /** @throws conflict `records.box_stale` */
  move(caller: Caller, boxId: string, input: MoveBoxInput): Promise<PaperBoxView>;
  /** @throws bad-input `records.box_number_unread`; not-found `records.box_number_not_found` */
  put(caller: Caller, boxId: string, input: BoxRecordInput): Promise<PaperBoxView>;
  /** 借覧. @throws conflict `records.box_lent`; bad-input `records.loan_due` */
  lend(caller: Caller, boxId: string, input: LendInput): Promise<PaperBoxView>;
  /** @throws not-found `records.loan_not_found`; not-allowed `records.loan_not_yours` */
  giveBack(caller: Caller, loanId: string): Promise<PaperBoxView>;
}

interface Open {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly today: LocalDate;
}

const SHOWN = 200;
const NUMBER = /^\s*(.+?)\s*第\s*(\d{1,7})\s*号\s*$/u;

const inside = <T>(parts: PaperParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const sight = await sightOf(parts, tx, actor);
    return work({ tx, caller, actor, sight, today: localDateOf(parts.clock.now()) });
  });

const keepsPaper = (actor: Actor): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'RECORDS_OFFICER');

/** 総括文書管理者, and the 文書主任 of the section. */
const keeps = (actor: Actor, { unitId }: Pick<store.BoxRow, 'unitId'>): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') ||
  (hasRole(actor, 'RECORDS_OFFICER') &&
    actor.posts.some((post) => post.sectionId === unitId || post.unitId === unitId));

const sees = ({ all, own, sections }: Sight, { unitId, unitPath }: store.BoxRow): boolean =>
  all || sections.includes(unitId) || own.some((held) => unitPath.includes(held));

const placeName = ({ store: room, shelf }: Pick<store.PlaceRow, 'store' | 'shelf'>): string => `${room} ${shelf}`;

function presentLoan({ actor, today }: Open, box: store.BoxRow, loan: store.LoanRow): PaperLoan {
  const { id, borrower, purpose, lentOn, dueOn, returnedOn, staffId } = loan;
  const isOpen = returnedOn === null;
  const mayReturn = isOpen && (staffId === actor.staffId || keeps(actor, box));
  return { id, borrower, purpose, lentOn, dueOn, returnedOn, isOverdue: isOpen && dueOn < today, mayReturn };
}

function presentBox(open: Open, box: store.BoxRow, loan: store.LoanRow | undefined): PaperBox {
  const { id, code, title, fiscalYear, unitName, version, records, placeId, store: room, shelf } = box;
  return {
    ...{ id, code, title, fiscalYear, fiscalYearLabel: warekiFiscalYear(fiscalYear), unitName, version, records },
    place: { id: placeId, store: room, shelf },
    loan: loan ? presentLoan(open, box, loan) : null,
    mayKeep: keeps(open.actor, box),
  };
}

async function viewOf(open: Open, q: string): Promise<PaperView> {
  const { tx, sight, actor } = open;
  const reader = sight.all ? null : { own: sight.own, sections: sight.sections };
  const [places, found] = await Promise.all([store.placesOf(tx), store.boxesOf(tx, { q, reader, limit: SHOWN + 1 })]);
  const boxes = found.slice(0, SHOWN);
  const loans = new Map(
    (
      await store.openLoans(
        tx,
        boxes.map(({ id }) => id),
      )
    ).map((loan) => [loan.boxId, loan]),
  );
  const may = { addPlace: keepsPaper(actor), addBox: keepsPaper(actor) };
  return {
    places,
    boxes: boxes.map((box) => presentBox(open, box, loans.get(box.id))),
    more: found.length > SHOWN,
    may,
  };
}

/** @throws not-found `records.box_not_found`, also for who may not see it */
async function boxFor({ tx, sight }: Open, boxId: string, { locked = false } = {}): Promise<store.BoxRow> {
  const box = isUuid(boxId) ? await store.boxOf(tx, boxId, { locked }) : null;
  if (!box || !sees(sight, box)) throw notFound('records.box_not_found');
  return box;
}

async function boxViewOf(open: Open, boxId: string): Promise<PaperBoxView> {
  const { tx, sight, caller } = open;
  const box = await boxFor(open, boxId);
  const [contents, loans, facts] = await Promise.all([
    store.contentsOf(tx, boxId),
    store.loansOf(tx, boxId),
    factsOf(tx, { kind: 'box', id: boxId }),
  ]);
  const secret = await secretRows(tx, sight, contents);
  return {
    ...presentBox(
      open,
      box,
      loans.find(({ returnedOn }) => returnedOn === null),
    ),
    contents: contents.map((one) => ({
      recordId: one.recordId,
      number: one.symbol === null || one.number === null ? null : numberLabel(one.symbol, one.number),
      title: secret.has(one) ? hiddenTitle(caller.locale) : one.title,
    })),
    loans: loans.map((loan) => presentLoan(open, box, loan)),
    moves: facts
      .filter(({ act }) => act === 'MADE' || act === 'MOVED')
      .map(({ at, actor, fact }) => ({
        at: at.toISOString(),
        by: actor.name,
        from: textOf(fact.from),
        to: textOf(fact.to) ?? '',
      }))
      .toReversed(),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

interface Told {
  readonly of: 'box' | 'loan';
  readonly id: string;
  readonly seq: number;
  readonly act: string;
  readonly fact: Record<string, string | number | null>;
}

const telling = ({ clock }: PaperParts, { tx, actor, caller }: Open, told: Told): Promise<boolean> =>
  tell(clock, tx, { ...told, by: personOf(actor), via: caller.via });

async function addBox(parts: PaperParts, open: Open, input: AddBoxInput): Promise<string> {
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

async function move(parts: PaperParts, open: Open, boxId: string, { version, placeId }: MoveBoxInput): Promise<void> {
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

async function put(parts: PaperParts, open: Open, boxId: string, input: BoxRecordInput): Promise<void> {
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

async function lend(parts: PaperParts, open: Open, boxId: string, input: LendInput): Promise<void> {
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
  await telling(parts, open, { of: 'loan', id, seq: 1, act: 'LENT', fact: { boxId, purpose: input.purpose, dueOn } });
}

async function giveBack(parts: PaperParts, open: Open, loanId: string): Promise<string> {
  const { tx, actor, today } = open;
  const loan = isUuid(loanId) ? await store.loanOf(tx, loanId) : null;
  const box = loan && (await store.boxOf(tx, loan.boxId));
  if (!loan || !box || !sees(open.sight, box)) throw notFound('records.loan_not_found');
  if (loan.returnedOn !== null) return box.id;
  if (loan.staffId !== actor.staffId && !keeps(actor, box)) throw notAllowed('records.loan_not_yours');
  await store.returnLoan(tx, loanId, today, personOf(actor));
  await telling(parts, open, { of: 'loan', id: loanId, seq: 2, act: 'RETURNED', fact: { boxId: box.id } });
  return box.id;
}

export function createPaper(parts: PaperParts): Paper {
  const changed = (caller: Caller, boxId: string, work: (open: Open) => Promise<void>) =>
    inside(parts, caller, async (open) => {
      await work(open);
      return boxViewOf(open, boxId);
    });
  return {
    view: (caller, q) => inside(parts, caller, (open) => viewOf(open, q)),
    box: (caller, boxId) => inside(parts, caller, (open) => boxViewOf(open, boxId)),
    addPlace: (caller, { store: room, shelf }) =>
      inside(parts, caller, async (open) => {
        if (!keepsPaper(open.actor)) throw notAllowed('records.place_not_yours');
        const place = { id: newId(parts.clock), store: room, shelf, by: personOf(open.actor), at: parts.clock.now() };
        if (!(await store.insertPlace(open.tx, place))) throw conflict('records.place_taken');
        return viewOf(open, '');
      }),
    addBox: (caller, input) =>
      inside(parts, caller, async (open) => {
        const request = { use: 'records.add_box', ...input };
        const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
        return boxViewOf(open, await onlyOnce(open.tx, call, () => addBox(parts, open, input)));
      }),
    move: (caller, boxId, input) => changed(caller, boxId, (open) => move(parts, open, boxId, input)),
    put: (caller, boxId, input) => changed(caller, boxId, (open) => put(parts, open, boxId, input)),
    lend: (caller, boxId, input) => changed(caller, boxId, (open) => lend(parts, open, boxId, input)),
    giveBack: (caller, loanId) =>
      inside(parts, caller, async (open) => boxViewOf(open, await giveBack(parts, open, loanId))),
  };
}
