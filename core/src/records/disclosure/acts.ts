import { personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import { badInput, conflict, type LocalDate, localDateOf, notAllowed } from '../../shared/index.ts';
import { factsOf } from '../history.ts';
import { opened } from '../keeping/opening.ts';
import { type At, numberFor } from '../register/at.ts';
import { checkedBars } from './checked-bars.ts';
import type { DisclosureAct } from './contract.ts';
import { endHolds, holdItem } from './holding.ts';
import { clockOf, collects, decides, groundsOf, itemFor, mayJudge, type OpenRequest, saved, works } from './open.ts';
import { checkCorrection, checkDecision, checkExtension, checkJudgement, daysBetween } from './rules.ts';
import * as store from './store.ts';

type Act<A extends DisclosureAct['act']> = Extract<DisclosureAct, { act: A }>;

const assure = (isAllowed: boolean): void => {
  if (!isAllowed) throw notAllowed('records.disclosure_not_yours');
};
const assureOpen = ({ request }: OpenRequest): void => {
  if (request.state !== 'OPEN') throw conflict('records.disclosure_not_open');
};

/** A day that has come, and not before another. @throws bad-input */
function checkedDay({ today }: At, on: string, from: LocalDate): LocalDate {
  if (on > today) throw badInput('records.day_to_come');
  if (on < from) throw badInput('records.disclosure_day_before', { day: from });
  return on as LocalDate;
}

/** Only what this person may see; each gets its hold in the same transaction. */
async function collect(open: OpenRequest, { recordIds }: Act<'collect'>): Promise<void> {
  const { at, request } = open;
  const { parts, tx, caller, actor, now } = at;
  assure(collects(at.sight, request, open.asked));
  assureOpen(open);
  const known = new Set(open.items.map(({ recordId }) => recordId));
  const wanted = [...new Set(recordIds)].filter((id) => !known.has(id)).sort();
  for (const recordId of wanted) {
    const { kept } = await opened(parts, tx, { caller, recordId, what: 'RECORD' });
    if (kept.state !== 'KEPT') throw conflict('records.kept_no_more');
    const item = { id: newId(parts.clock), recordId };
    const row = { ...item, requestId: request.id, described: null, by: personOf(actor), at: now };
    if (await store.insertItem(tx, row)) await holdItem(open, item, 'DISCLOSURE');
  }
  if (wanted.length > 0) await saved(open, {}, { act: 'COLLECTED', fact: { recordIds: wanted } });
}

async function describe(open: OpenRequest, { described }: Act<'describe'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  assureOpen(open);
  const id = newId(at.parts.clock);
  const row = { id, requestId: request.id, recordId: null, described, by: personOf(at.actor), at: at.now };
  await store.insertItem(at.tx, row);
  await saved(open, {}, { act: 'DESCRIBED', fact: { itemId: id, described } });
}

async function drop(open: OpenRequest, { itemId, reason }: Act<'drop'>): Promise<void> {
  const { at } = open;
  const item = itemFor(open, itemId);
  assure(mayJudge(open, item));
  assureOpen(open);
  await store.dropItem(at.tx, itemId);
  await endHolds(at, [item], { reason: 'DISCLOSURE', decidedOn: at.today, until: at.today, note: reason });
  await saved(open, {}, { act: 'DROPPED', fact: { itemId, recordId: item.recordId, reason } });
}

async function ask(open: OpenRequest, { unitId }: Act<'ask'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  assureOpen(open);
  const unit = (await at.parts.directory.organisation(at.tx)).units.get(unitId);
  if (!unit) throw badInput('records.unit_not_found');
  const asking = { requestId: request.id, unitId, unitName: unit.name, by: personOf(at.actor), at: at.now };
  if (await store.insertAsk(at.tx, asking)) await saved(open, {}, { act: 'ASKED', fact: { unitId } });
}

async function judge(open: OpenRequest, { itemId, decision, grounds, note }: Act<'judge'>): Promise<void> {
  const { at, request } = open;
  const item = itemFor(open, itemId);
  assureOpen(open);
  assure(mayJudge(open, item));
  checkJudgement({ isRecord: item.recordId !== null, decision, grounds }, groundsOf(request.scheme));
  const judged = { decision, grounds: [...new Set(grounds)], note };
  await store.judgeItem(at.tx, itemId, { ...judged, by: personOf(at.actor), at: at.now });
  await saved(open, {}, { act: 'JUDGED', fact: { itemId, recordId: item.recordId, ...judged } });
}

async function extend(open: OpenRequest, { reason }: Act<'extend'>): Promise<void> {
  const { at, request } = open;
  assure(decides(at.sight, request));
  assureOpen(open);
  checkExtension(clockOf(request), at.today);
  await saved(open, { extendedOn: at.today, extensionReason: reason }, { act: 'EXTENDED', fact: { reason } });
}

/** The day of the last correction. */
async function correctedOn({ at, request }: OpenRequest): Promise<LocalDate | null> {
  const facts = await factsOf(at.tx, { kind: 'disclosure', id: request.id });
  const last = facts.findLast(({ act }) => act === 'CORRECTED')?.fact.on;
  return typeof last === 'string' ? (last as LocalDate) : null;
}

async function askCorrection(open: OpenRequest, { on }: Act<'askCorrection'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  assureOpen(open);
  const day = checkedDay(at, on, request.receivedOn);
  checkCorrection(clockOf(request), { on: day, before: await correctedOn(open) });
  await saved(open, { correctionAskedOn: day }, { act: 'CORRECTION_ASKED', fact: { on: day } });
}

async function corrected(open: OpenRequest, { on }: Act<'corrected'>): Promise<void> {
  const { at, request } = open;
  const { correctionAskedOn: since } = request;
  assure(works(at.sight, request));
  if (since === null) throw conflict('records.disclosure_not_correcting');
  const days = daysBetween(since, checkedDay(at, on, since));
  const change = { correctionAskedOn: null, correctionDays: request.correctionDays + days };
  await saved(open, change, { act: 'CORRECTED', fact: { on, days } });
}

/** 開示決定: by the number of the 起案 that decided. From then on each hold ends a year later. */
async function decide(open: OpenRequest, { registerId, unbarredSeen }: Act<'decide'>): Promise<void> {
  const { at, request, items } = open;
  assure(decides(at.sight, request));
  const number = await numberFor(at, registerId);
  // A case gets its number by its decision. A number taken by hand says nothing of who decided, or whether anybody did.
  const isDecided = number.direction === 'DRAFTED' && number.state === 'TAKEN' && number.caseId !== null;
  if (!isDecided) throw badInput('records.disclosure_no_decision');
  const { takenAt } = number;
  const decidedOn = localDateOf(takenAt);
  checkDecision({ ...request, items }, { takenOn: decidedOn, takenAt });
  const unbarred = await checkedBars(open, unbarredSeen === true);
  const decisionLabel = numberLabel(number.symbol, number.number, number.branch);
  await endHolds(at, items, { reason: 'DISCLOSURE', decidedOn, note: `${decisionLabel}` });
  const change = { state: 'DECIDED', decidedOn, decisionRegisterId: registerId, decisionLabel } as const;
  await saved(open, change, { act: 'DECIDED', fact: { registerId, decidedOn, number: decisionLabel, ...unbarred } });
}

/** 審査請求: everything is held again until its ruling, and a year more. */
async function appeal(open: OpenRequest, { on }: Act<'appeal'>): Promise<void> {
  const { at, request, items } = open;
  assure(works(at.sight, request));
  if (request.state !== 'DECIDED' || request.decidedOn === null) throw conflict('records.disclosure_not_decided');
  const day = checkedDay(at, on, request.decidedOn);
  for (const item of items) await holdItem(open, item, 'APPEAL');
  await saved(open, { state: 'APPEALED', appealedOn: day, ruledOn: null }, { act: 'APPEALED', fact: { on: day } });
}

async function rule(open: OpenRequest, { on }: Act<'rule'>): Promise<void> {
  const { at, request, items } = open;
  assure(decides(at.sight, request));
  if (request.state !== 'APPEALED' || request.appealedOn === null) throw conflict('records.disclosure_not_appealed');
  const day = checkedDay(at, on, request.appealedOn);
  await endHolds(at, items, { reason: 'APPEAL', decidedOn: day, note: request.numberLabel });
  await saved(open, { state: 'DECIDED', ruledOn: day }, { act: 'RULED', fact: { on: day } });
}

const ACTS: { readonly [A in DisclosureAct['act']]: (open: OpenRequest, act: Act<A>) => Promise<void> } = {
  ...{ collect, describe, drop, ask, judge, extend, askCorrection, corrected, decide, appeal, rule },
};

/** One act upon a request, which is locked. @throws conflict `records.changed_meanwhile`, and what the act itself refuses */
export async function takeAct(open: OpenRequest, act: DisclosureAct): Promise<void> {
  if (open.request.version !== act.version) throw conflict('records.changed_meanwhile');
  const take = ACTS[act.act] as (open: OpenRequest, act: DisclosureAct) => Promise<void>;
  await take(open, act);
}
