import type { Tx } from '../../platform/index.ts';
import type { ActiveSwitch } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';

/** The orders in force on the day, as the telework rules take them. They end by themselves with their last day. */
export async function activeSwitches(tx: Tx, day: LocalDate): Promise<ActiveSwitch[]> {
  return switchesWithin(tx, { from: day, until: day });
}

/** The same for applications of several days: every order that holds on any of them. */
export async function switchesWithin(
  tx: Tx,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<ActiveSwitch[]> {
  return tx.query<ActiveSwitch>(
    `select o.switch, o.order_number as "orderNumber", o.from_day as "from", o.until_day as until
     from kaigi.telework_switch_order o
     where o.municipality_id = $1 and o.state in ('IN_FORCE', 'OVER') and o.until_day >= $2 and o.from_day <= $3
     order by o.from_day, o.order_id`,
    [tx.municipalityId, from, until],
  );
}
