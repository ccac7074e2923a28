import { type Actor, hasRole, type OrganisationSnapshot } from '../../directory/index.ts';
import type { TeleworkRules } from '../../regulations/index.ts';

export type TeleworkSwitch = NonNullable<TeleworkRules['policy']>['switches'][number];

const RUNNERS = ['ADMIN', 'PERSONNEL', 'GENERAL_AFFAIRS'] as const;
export const isRunner = (actor: Actor): boolean => RUNNERS.some((role) => hasRole(actor, role));

const isMayor = ({ posts }: Actor): boolean => posts.some(({ rank }) => rank === 'MAYOR' || rank === 'DEPUTY_MAYOR');

/** Mayor, deputy mayor, and the posts that the city's rules name beside them. */
export function mayOrderAtOnce(actor: Actor, there: OrganisationSnapshot, { atOnceBy }: TeleworkSwitch): boolean {
  if (isMayor(actor)) return true;
  const named = atOnceBy.map((by) =>
    'post' in by ? there.postByCode(by.post) : there.headOf(there.unitByCode(by.head)?.unitId ?? ''),
  );
  return actor.posts.some(({ postId }) => named.some((post) => post?.postId === postId));
}

/** Who watches over orders and rolls: the offices that run them, and whoever may order one at once. */
export const mayRun = (actor: Actor, there: OrganisationSnapshot, switches: readonly TeleworkSwitch[]): boolean =>
  isRunner(actor) || isMayor(actor) || switches.some((one) => mayOrderAtOnce(actor, there, one));
