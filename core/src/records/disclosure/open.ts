import { hasRole, personOf } from '../../directory/index.ts';
import type { DisclosureScheme } from '../../regulations/index.ts';
import { badInput, conflict, isUuid, type Json, type LocalDate, notAllowed, notFound } from '../../shared/index.ts';
import type { Sight } from '../access.ts';
import { tell } from '../history.ts';
import { mayManage } from '../keeping/policy.ts';
import { secretRows } from '../readers.ts';
import type { At } from '../register/at.ts';
import { type RequestRow, requestOf, updateRequest } from './request-store.ts';
import { type Clocked, checkOpen } from './rules.ts';
import { asksOf, type ItemRow, itemsOf } from './store.ts';

type OfUnit = Pick<RequestRow, 'unitId' | 'unitPath'>;

/** 主管課 and 総括文書管理者 work on it; 監査 only looks. */
export const works = ({ actor, sections }: Sight, { unitId }: OfUnit): boolean =>
  sections.includes(unitId) || hasRole(actor, 'CHIEF_RECORDS_MANAGER');

/** Also a section that was asked, for what it sees itself. */
export const collects = (sight: Sight, request: OfUnit, asked: readonly { readonly unitId: string }[]): boolean =>
  works(sight, request) || asked.some(({ unitId }) => sight.sections.includes(unitId));

/** 開示決定: the head and the 文書主任 of the section, and 総括文書管理者. */
export const decides = (sight: Sight, { unitId }: OfUnit): boolean => mayManage(sight, { unitId, custody: 'SECTION' });

const sees = (sight: Sight, request: OfUnit, asked: readonly { readonly unitId: string }[]): boolean =>
  sight.all || sight.own.some((unitId) => request.unitPath.includes(unitId)) || collects(sight, request, asked);

export interface OpenRequest {
  readonly at: At;
  readonly request: RequestRow;
  readonly items: readonly ItemRow[];
  readonly asked: readonly { readonly unitId: string; readonly unitName: string }[];
  /** Of records that this person may not see. */
  readonly hidden: ReadonlySet<ItemRow>;
}

/** @throws not-found `records.disclosure_not_found`, also for who may not see it */
export async function requestFor(at: At, id: string, { locked = false } = {}): Promise<OpenRequest> {
  const { tx, sight } = at;
  const request = isUuid(id) ? await requestOf(tx, id, { locked }) : null;
  if (!request) throw notFound('records.disclosure_not_found');
  const [items, asked] = [await itemsOf(tx, [id]), await asksOf(tx, id)];
  if (!sees(sight, request, asked)) throw notFound('records.disclosure_not_found');
  return { at, request, items, asked, hidden: await secretRows(tx, sight, items) };
}

/** @throws not-found `records.disclosure_item_not_found` */
export function itemFor({ items }: OpenRequest, itemId: string): ItemRow {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw notFound('records.disclosure_item_not_found');
  return item;
}

/** Whoever judges a document has read it. */
export const mayJudge = ({ at: { sight }, request, asked, hidden }: OpenRequest, item: ItemRow): boolean =>
  request.state === 'OPEN' &&
  !hidden.has(item) &&
  (item.recordId === null ? works(sight, request) : collects(sight, request, asked));

export const clockOf = (request: RequestRow): Clocked => ({
  receivedOn: request.receivedOn,
  termDays: request.scheme.term.days,
  extensionDays: request.scheme.extension.days,
  isExtended: request.extendedOn !== null,
  correctionDays: request.correctionDays,
  correctionAskedOn: request.correctionAskedOn,
});

export const groundsOf = ({ grounds }: DisclosureScheme): string[] => grounds.map(({ id }) => id);

/** @throws not-allowed `records.disclosure_not_yours` */
export function assure(isAllowed: boolean): void {
  if (!isAllowed) throw notAllowed('records.disclosure_not_yours');
}

export const assureOpen = ({ request }: OpenRequest): void => checkOpen(request.state);

/** A day that has come, and not before another. @throws bad-input `records.day_to_come`, `…disclosure_day_before` */
export function checkedDay({ today }: At, on: string, from: LocalDate): LocalDate {
  if (on > today) throw badInput('records.day_to_come');
  if (on < from) throw badInput('records.disclosure_day_before', { day: from });
  return on as LocalDate;
}

interface Saying {
  readonly act: string;
  readonly fact: Readonly<Record<string, Json>>;
}

/** The request as it is after an act, with its line of history. @throws conflict `records.changed_meanwhile` */
export async function saved(
  { at: { parts, tx, actor, caller }, request }: OpenRequest,
  change: Partial<RequestRow>,
  { act, fact }: Saying,
): Promise<void> {
  const next = { ...request, ...change, version: request.version + 1 };
  if (!(await updateRequest(tx, next))) throw conflict('records.changed_meanwhile');
  const told = { of: 'disclosure', id: request.id, seq: next.version, act, fact };
  await tell(parts.clock, tx, { ...told, by: personOf(actor), via: caller.via });
}
