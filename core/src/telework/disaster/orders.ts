import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  KaigiError,
  type LocalDate,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import type { EndSwitchInput, SwitchOrderInput, SwitchOrderView } from './contract.ts';
import { followOrder } from './follow-order.ts';
import { type DisasterParts, inside, looking, type Open } from './open.ts';
import { externalIdOf, paperOf, withoutKey } from './order-case.ts';
import { maySeeOrder, maySubmit, presentOrder } from './order-present.ts';
import { type Order, type OrderAsked, type OrderRow, type Refusal, refuseEnd, refuseOrder } from './order-rules.ts';
import * as store from './order-store.ts';
import { mayOrderAtOnce, type TeleworkSwitch } from './policy.ts';

export interface Orders {
  /**
   * Has a case decide upon an order, or gives it at once.
   * @throws not-allowed `telework.switch_not_yours`, `…_not_at_once`; bad-input and conflict `telework.switch_…`
   */
  make(caller: Caller, input: SwitchOrderInput): Promise<SwitchOrderView>;
  /** Drafts and submits the case that decides upon it, or confirms it; goes on where a process was killed. */
  submit(caller: Caller, orderId: string): Promise<SwitchOrderView>;
  /** @throws conflict `telework.switch_stale`, `…_over` */
  end(caller: Caller, orderId: string, input: EndSwitchInput): Promise<SwitchOrderView>;
  read(caller: Caller, orderId: string): Promise<SwitchOrderView>;
}

const raise = (refusal: Refusal): void => {
  if (refusal) throw new KaigiError(refusal.kind, refusal.code, refusal.params);
};

function switchOf({ switches }: Open, code: string): TeleworkSwitch {
  const found = switches.find(({ id }) => id === code);
  if (!found) throw badInput('telework.switch_unknown');
  return found;
}

async function seen(open: Open, orderId: string): Promise<Order> {
  const order = await store.readOrder(open.tx, orderId);
  if (!order || !maySeeOrder(open, order)) throw notFound('telework.switch_not_found');
  return order;
}

async function makeOnce(
  parts: DisasterParts,
  open: Open,
  { caller, input }: { caller: Caller; input: SwitchOrderInput },
): Promise<string> {
  const { tx, actor, there, today } = open;
  if (!open.runs) throw notAllowed('telework.switch_not_yours');
  const named = switchOf(open, input.switch);
  if (input.atOnce && !mayOrderAtOnce(actor, there, named)) throw notAllowed('telework.switch_not_at_once');
  await store.lockOrders(tx);
  const asked = { ...input, from: input.from as LocalDate, until: input.until as LocalDate } satisfies OrderAsked;
  const others = await store.ordersAbout(tx, today, input.orderNumber);
  const limits = { article: named.article, longestDays: named.longestDays ?? null };
  raise(refuseOrder(asked, limits, { others, today }));
  const row: OrderRow = {
    ...{ orderId: newId(parts.clock), switch: asked.switch, orderNumber: asked.orderNumber },
    ...{ from: asked.from, until: asked.until, prolongs: asked.prolongs, caseId: null, deciding: false, version: 0 },
    state: input.atOnce ? 'IN_FORCE' : 'ASKED',
  };
  await store.insertOrder(tx, row);
  const { reason, orderNumber, from, until, prolongs } = input;
  const fact = { switch: input.switch, orderNumber, from, until, prolongs, reason };
  const act = input.atOnce ? 'ORDERED' : 'ASKED';
  await followOrder(parts, tx, { order: row, act, actor: personOf(actor), via: caller.via, fact });
  return row.orderId;
}

async function make(parts: DisasterParts, caller: Caller, input: SwitchOrderInput): Promise<SwitchOrderView> {
  const { orderId } = await inside(parts, caller, async (open) => {
    const request = { use: 'telework.order-switch', ...input };
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(open.tx, call, async () => ({ orderId: await makeOnce(parts, open, { caller, input }) }));
  });
  parts.wake();
  return input.atOnce ? read(parts, caller, orderId) : submit(parts, caller, orderId);
}

const read = (parts: DisasterParts, caller: Caller, orderId: string): Promise<SwitchOrderView> =>
  looking(parts, caller, async (open) => presentOrder(open, await seen(open, orderId), caller.locale));

/** The case of an order as it is drafted; the same one however often it is asked for. */
async function drafted(parts: DisasterParts, caller: Caller, orderId: string): Promise<string> {
  const { order, named } = await looking(parts, caller, async (open) => {
    const found = await seen(open, orderId);
    if (!maySubmit(open, found)) throw notAllowed('telework.switch_not_yours_to_submit');
    return { order: found, named: switchOf(open, found.switch) };
  });
  if (order.caseId !== null) return order.caseId;
  const [first] = order.facts;
  const said = { reason: String(first?.fact.reason ?? ''), confirms: order.state !== 'ASKED' };
  const { title, proposalText, matter, file } = paperOf(order, said, named);
  const { items } = await parts.regulations.classifications(caller, title);
  const classificationCode = (items.find(({ suggested }) => suggested) ?? items[0])?.code ?? '';
  const about = { code: matter, facts: {}, escalations: [], raiseTo: null, analogousTo: null };
  const input = { title, proposalText, classificationCode, matter: about, externalId: externalIdOf(orderId) };
  const urgency = matter === 'GENERAL' ? {} : { urgency: 'URGENT' as const };
  const { id: caseId } = await parts.approvals.draft(withoutKey(caller), { ...input, ...urgency }, file);
  return inside(parts, caller, async (open) => {
    await store.lockOrders(open.tx);
    const now = await seen(open, orderId);
    if (now.caseId !== null) return now.caseId;
    const actor = personOf(open.actor);
    const next = { ...now, caseId, deciding: true };
    await followOrder(parts, open.tx, { order: next, act: 'SUBMITTED', actor, via: caller.via, fact: { caseId } });
    return caseId;
  });
}

async function submit(parts: DisasterParts, caller: Caller, orderId: string): Promise<SwitchOrderView> {
  const caseId = await drafted(parts, caller, orderId);
  const { status, version } = await parts.approvals.read(caller, caseId);
  if (status === 'DRAFT') await parts.approvals.submit(withoutKey(caller), caseId, version);
  return read(parts, caller, orderId);
}

async function endOnce(
  parts: DisasterParts,
  open: Open,
  { caller, orderId, input }: { caller: Caller; orderId: string; input: EndSwitchInput },
): Promise<SwitchOrderView> {
  const { tx, today } = open;
  await store.lockOrders(tx);
  const order = await seen(open, orderId);
  if (!open.runs) throw notAllowed('telework.switch_not_yours');
  const present = async () => presentOrder(open, await seen(open, orderId), caller.locale);
  if (order.version !== input.version) throw conflict('telework.switch_stale', {}, await present());
  const actor = personOf(open.actor);
  const { reason } = input;
  const said = { actor, via: caller.via };
  if (order.state === 'ASKED' && order.caseId === null) {
    const fact = { reason };
    await followOrder(parts, tx, { order: { ...order, state: 'REFUSED' }, act: 'DROPPED', ...said, fact });
    return present();
  }
  const lastDay = input.lastDay as LocalDate;
  raise(refuseEnd(order, lastDay, today));
  const fact = { lastDay, reason };
  await followOrder(parts, tx, { order: { ...order, until: lastDay }, act: 'ENDED', ...said, fact });
  return present();
}

async function end(
  parts: DisasterParts,
  caller: Caller,
  { orderId, input }: { orderId: string; input: EndSwitchInput },
): Promise<SwitchOrderView> {
  const view = await inside(parts, caller, async (open) => {
    const request = { use: 'telework.end-switch', orderId, ...input };
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(open.tx, call, () => endOnce(parts, open, { caller, orderId, input }));
  });
  parts.wake();
  return view;
}

export const createOrders = (parts: DisasterParts): Orders => ({
  make: (caller, input) => make(parts, caller, input),
  submit: (caller, orderId) => submit(parts, caller, orderId),
  end: (caller, orderId, input) => end(parts, caller, { orderId, input }),
  read: (caller, orderId) => read(parts, caller, orderId),
});
