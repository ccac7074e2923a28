import { hasRole } from '../../directory/index.ts';
import type { Locale } from '../../shared/index.ts';
import type { SwitchOrderView } from './contract.ts';
import type { Open } from './open.ts';
import { isUnconfirmed, type Order, stateOn, wasAtOnce } from './order-rules.ts';
import { isRunner } from './policy.ts';

type Row = SwitchOrderView['relaxes'][number];

/** The rows that a switch relaxes, and those that hold only under it, in their own words. */
function relaxed({ rules, switches, emergency }: Open, code: string, locale: Locale): Row[] {
  const { policy } = rules;
  if (!policy) return [];
  const rows = new Map([...policy.rules, ...policy.procedures, ...policy.reports].map((row) => [row.id, row]));
  const found = switches.find(({ id }) => id === code);
  const eased = (found?.relaxes ?? []).flatMap(({ rows: named, to }) =>
    named.flatMap((id): Row[] => {
      const row = rows.get(id);
      return row ? [{ row: id, article: row.article, sentence: row.sentence[locale], to }] : [];
    }),
  );
  const added = emergency.filter(({ whileOrdered }) => whileOrdered?.includes(code));
  return [
    ...eased,
    ...added.map(({ id, article, sentence }) => ({ row: id, article, sentence: sentence[locale], to: 'IN_FORCE' })),
  ];
}

const reasonOf = (fact: Readonly<Record<string, unknown>>): string =>
  typeof fact.reason === 'string' ? fact.reason : '';

/** The case is to be drafted: by who asked for it, or for an order at once by any office that runs them. */
export function maySubmit({ actor }: Open, order: Order): boolean {
  const by = order.facts[0]?.actor.staffId;
  if (order.state === 'ASKED') return by === actor.staffId;
  return isUnconfirmed(order) && (by === actor.staffId || isRunner(actor));
}

/** An order may be asked for by who runs them. Nobody but they sees one before it is in force. */
export const maySeeOrder = ({ runs, actor }: Open, order: Order): boolean =>
  runs || hasRole(actor, 'AUDITOR') || order.state === 'IN_FORCE' || order.state === 'OVER';

export function presentOrder(open: Open, order: Order, locale: Locale): SwitchOrderView {
  const { actor, runs, switches, today } = open;
  const [first] = order.facts;
  const named = switches.find(({ id }) => id === order.switch);
  const state = stateOn(order, today);
  const holds = state === 'IN_FORCE' || state === 'COMING';
  const waits = order.state === 'ASKED' && order.caseId === null;
  const nobody = { staffId: '', name: '', postTitle: '', unitName: '' };
  return {
    id: order.orderId,
    version: order.version,
    switch: order.switch,
    name: named?.name[locale] ?? order.switch,
    article: named?.article ?? '',
    ...{ orderNumber: order.orderNumber, from: order.from, until: order.until },
    reason: reasonOf(first?.fact ?? {}),
    state,
    atOnce: wasAtOnce(order),
    unconfirmed: isUnconfirmed(order),
    prolongs: order.prolongs,
    caseId: runs ? order.caseId : null,
    askedBy: first?.actor ?? nobody,
    relaxes: relaxed(open, order.switch, locale),
    history: order.facts.map(({ seq, at, act, actor: by, fact }) => ({
      ...{ seq, at: at.toISOString(), act: act as SwitchOrderView['history'][number]['act'], actor: by },
      reason: reasonOf(fact),
    })),
    may: {
      end: runs && (holds || waits),
      prolong: runs && holds && order.state === 'IN_FORCE',
      afterAction: runs || hasRole(actor, 'AUDITOR'),
      submit: maySubmit(open, order) && order.unsubmitted,
    },
  };
}
