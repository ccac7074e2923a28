import { type Actor, type Directory, hasRole, personOf } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import { type Caller, isUuid, type LocalDate, localDateOf, notFound, warekiFiscalYear } from '../../shared/index.ts';
import { type PartInCase, type Sight, sightOf } from '../access.ts';
import { factsOf, tell } from '../history.ts';
import { labelOf } from '../number-label.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import type { BoxSearchInput, PaperBox, PaperBoxView, PaperLoan, PaperView, RecordBox } from './contract.ts';
import * as store from './store.ts';

export interface PaperParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove' | 'sectionOf'>;
  readonly partInCase: PartInCase;
}

export interface Open {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly today: LocalDate;
}

const SHOWN = 200;

export const inside = <T>(parts: PaperParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const sight = await sightOf(parts, tx, actor);
    return work({ tx, caller, actor, sight, today: localDateOf(parts.clock.now()) });
  });

export const keepsPaper = (actor: Actor): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'RECORDS_OFFICER');

/** 総括文書管理者, and the 文書主任 of the section. */
export const keeps = (actor: Actor, { unitId }: Pick<store.BoxRow, 'unitId'>): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') ||
  (hasRole(actor, 'RECORDS_OFFICER') &&
    actor.posts.some((post) => post.sectionId === unitId || post.unitId === unitId));

export const sees = ({ all, own, sections }: Sight, { unitId, unitPath }: store.BoxRow): boolean =>
  all || sections.includes(unitId) || own.some((held) => unitPath.includes(held));

export const placeName = ({ store: room, shelf }: Pick<store.PlaceRow, 'store' | 'shelf'>): string =>
  `${room} ${shelf}`;

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

export async function viewOf(open: Open, { q, only }: BoxSearchInput): Promise<PaperView> {
  const { tx, sight, actor, today } = open;
  const reader = sight.all ? null : { own: sight.own, sections: sight.sections };
  const loan = only && { only, today, staffId: actor.staffId };
  const [places, found] = await Promise.all([
    store.placesOf(tx),
    store.boxesOf(tx, { q, reader, limit: SHOWN + 1, loan }),
  ]);
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
export async function boxFor({ tx, sight }: Open, boxId: string, { locked = false } = {}): Promise<store.BoxRow> {
  const box = isUuid(boxId) ? await store.boxOf(tx, boxId, { locked }) : null;
  if (!box || !sees(sight, box)) throw notFound('records.box_not_found');
  return box;
}

export async function boxViewOf(open: Open, boxId: string): Promise<PaperBoxView> {
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
      number: labelOf(one),
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

/** @throws not-found `records.not_found`, also for who may not see the record */
export async function boxOfRecord({ tx, sight }: Open, recordId: string): Promise<RecordBox> {
  const found = isUuid(recordId) ? await store.boxedIn(tx, sight, recordId) : null;
  if (!found) throw notFound('records.not_found');
  const box = found.boxId === null ? null : await store.boxOf(tx, found.boxId);
  if (!box || !sees(sight, box)) return { box: null };
  const loans = await store.openLoans(tx, [box.id]);
  const { id, code, title, store: room, shelf } = box;
  return { box: { id, code, title, place: { store: room, shelf }, isLent: loans.length > 0 } };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

interface Told {
  readonly of: 'box' | 'loan';
  readonly id: string;
  readonly seq: number;
  readonly act: string;
  readonly fact: Record<string, string | number | null>;
}

export const telling = ({ clock }: PaperParts, { tx, actor, caller }: Open, told: Told): Promise<boolean> =>
  tell(clock, tx, { ...told, by: personOf(actor), via: caller.via });
