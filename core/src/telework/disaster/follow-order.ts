import type { Person } from '../../directory/index.ts';
import { type Clock, newId, type Tx } from '../../platform/index.ts';
import { conflict, type Json, type Via } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import type { SwitchAct } from './contract.ts';
import type { OrderRow } from './order-rules.ts';
import { ORDER, updateOrder } from './order-store.ts';

export interface OrderStep {
  /** As it is from now on, with the version that it had. */
  readonly order: OrderRow;
  readonly act: SwitchAct;
  readonly actor: Person;
  readonly via: Via;
  readonly fact: Readonly<Record<string, Json>>;
}

/** The next fact of an order, and its row with it. */
export async function followOrder(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  { order, act, actor, via, fact }: OrderStep,
): Promise<void> {
  const seq = order.version + 1;
  const { staffId, name, postTitle, unitName } = actor;
  const added = await addFact(tx, {
    ...{ subject: { kind: ORDER, id: order.orderId }, seq, at: clock.now(), act, staffId: null, fact, via },
    actor: { staffId, name, postTitle, unitName },
    leafId: newId(clock),
  });
  if (!added) throw conflict('telework.switch_stale');
  await updateOrder(tx, { ...order, version: seq });
}
