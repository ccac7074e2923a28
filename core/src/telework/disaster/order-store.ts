import { caseStates } from '../../approvals/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { factsOfAll } from '../history/store.ts';
import type { Order, OrderRow } from './order-rules.ts';

export const ORDER = 'switch-order';

const ROWS = `select o.order_id as "orderId", o.switch, o.order_number as "orderNumber", o.from_day as "from",
    o.until_day as until, o.state, o.prolongs, o.case_id as "caseId", o.deciding, o.version
  from kaigi.telework_switch_order o where o.municipality_id = $1`;

async function withFacts(tx: Tx, rows: readonly OrderRow[]): Promise<Order[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ orderId }) => orderId);
  const caseIds = rows.flatMap(({ caseId, deciding }) => (caseId !== null && deciding ? [caseId] : []));
  const [facts, cases] = await Promise.all([factsOfAll(tx, ORDER, ids), caseStates(tx, caseIds)]);
  const drafts = new Set(cases.flatMap(({ caseId, status }) => (status === 'DRAFT' ? [caseId] : [])));
  return rows.map((row) => ({
    ...row,
    facts: facts.get(row.orderId) ?? [],
    unsubmitted: row.caseId === null || drafts.has(row.caseId),
  }));
}

/** Until the end of the transaction nobody else makes or changes an order. */
export async function lockOrders(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `kaigi.telework_switch_order ${tx.municipalityId}`,
  ]);
}

export async function readOrder(tx: Tx, orderId: string): Promise<Order | null> {
  const rows = await tx.query<OrderRow>(`${ROWS} and o.order_id = $2`, [tx.municipalityId, orderId]);
  const [order] = await withFacts(tx, rows);
  return order ?? null;
}

/** Those that are asked for or not over on the day, and every one with this number. */
export async function ordersAbout(tx: Tx, day: LocalDate, orderNumber: string): Promise<OrderRow[]> {
  return tx.query<OrderRow>(
    `${ROWS} and o.state <> 'REFUSED' and (o.until_day >= $2 or o.state = 'ASKED' or o.order_number = $3)
     order by o.from_day, o.order_id`,
    [tx.municipalityId, day, orderNumber],
  );
}

/** Newest first: those of today and to come, and some that are past. */
export async function latestOrders(tx: Tx, limit: number): Promise<Order[]> {
  const rows = await tx.query<OrderRow>(`${ROWS} order by o.order_id desc limit $2`, [tx.municipalityId, limit]);
  return withFacts(tx, rows);
}

/** Those whose case is not over. */
export async function ordersDeciding(tx: Tx): Promise<Order[]> {
  return withFacts(tx, await tx.query<OrderRow>(`${ROWS} and o.deciding order by o.order_id`, [tx.municipalityId]));
}

/** Where anything of orders is to be looked at by itself: a case to be followed, a last day that is over. */
export async function citiesWithOrders({ owner }: Database): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select distinct municipality_id as id from kaigi.telework_switch_order where deciding or state = 'IN_FORCE' order by 1`,
  );
  return rows.map(({ id }) => id);
}

/** Those whose last day is over, and of which nobody has been told so. */
export async function ordersPast(tx: Tx, today: LocalDate): Promise<Order[]> {
  const rows = await tx.query<OrderRow>(`${ROWS} and o.state = 'IN_FORCE' and o.until_day < $2 order by o.order_id`, [
    tx.municipalityId,
    today,
  ]);
  return withFacts(tx, rows);
}

export async function insertOrder(tx: Tx, row: OrderRow): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_switch_order (municipality_id, order_id, switch, order_number, from_day, until_day,
       state, prolongs, case_id, deciding, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[tx.municipalityId, row.orderId, row.switch, row.orderNumber, row.from, row.until],
      ...[row.state, row.prolongs, row.caseId, row.deciding, row.version],
    ],
  );
}

export async function updateOrder(tx: Tx, row: OrderRow): Promise<void> {
  await tx.query(
    `update kaigi.telework_switch_order set from_day = $3, until_day = $4, state = $5, case_id = $6, deciding = $7,
       version = $8 where municipality_id = $1 and order_id = $2`,
    [tx.municipalityId, row.orderId, row.from, row.until, row.state, row.caseId, row.deciding, row.version],
  );
}

/** Whether it goes on under another order. */
export async function isProlonged(tx: Tx, orderId: string): Promise<boolean> {
  const rows = await tx.query(
    `select from kaigi.telework_switch_order o
     where o.municipality_id = $1 and o.prolongs = $2 and o.state = 'IN_FORCE' limit 1`,
    [tx.municipalityId, orderId],
  );
  return rows.length > 0;
}
