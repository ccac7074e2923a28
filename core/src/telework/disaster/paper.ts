import type { Tx } from '../../platform/index.ts';
import { badInput, conflict, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { Paper } from './paper-contract.ts';
import type { RollMember } from './roll-store.ts';

/** Papers are for the days of an order, whether or not it is over by now. @throws bad-input `telework.paper_order_unknown` */
export async function refuseUnlessOrdered(
  tx: Tx,
  { orderNumber, day }: { readonly orderNumber: string; readonly day: LocalDate },
): Promise<void> {
  const rows = await tx.query(
    `select from kaigi.telework_switch_order o
     where o.municipality_id = $1 and o.order_number = $2 and o.state in ('IN_FORCE', 'OVER')
       and o.from_day <= $3 and o.until_day >= $3`,
    [tx.municipalityId, orderNumber, day],
  );
  if (rows.length === 0) throw badInput('telework.paper_order_unknown', { number: orderNumber, day });
}

/**
 * An answer from paper never stands in the place of the person's own, nor of a newer one.
 * @throws bad-input `telework.paper_for_oneself`, `…_future`, `…_order_unknown`; conflict `telework.paper_answered_already`
 */
export async function refusePaper(
  tx: Tx,
  { paper, member, now, self }: { paper: Paper; member: RollMember; now: Date; self: boolean },
): Promise<void> {
  if (self) throw badInput('telework.paper_for_oneself');
  const at = new Date(paper.at);
  if (at > now) throw badInput('telework.paper_future');
  await refuseUnlessOrdered(tx, { orderNumber: paper.orderNumber, day: localDateOf(at) });
  const { answeredAt, answeredBy, person } = member;
  if (answeredAt !== null && (answeredBy === null || answeredAt > at))
    throw conflict('telework.paper_answered_already', { name: person.name });
}
