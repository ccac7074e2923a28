import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { keepingRules } from '../calendar/keepers.ts';
import { calendarSight } from '../calendar/sight.ts';
import type { Looking } from './policy.ts';

const EXECUTIVES: ReadonlySet<string> = new Set(['MAYOR', 'DEPUTY_MAYOR']);

/** Oneself, and those whose calendars one keeps. */
export async function keptBy(
  parts: Pick<BookingParts, 'directory' | 'regulations' | 'clock'>,
  tx: Tx,
  { staffId, looking }: { readonly staffId: string; readonly looking: Looking },
): Promise<string[]> {
  const [there, rules] = await Promise.all([parts.directory.organisation(tx), keepingRules(parts, tx)]);
  const holders = [...there.posts.values()]
    .filter(({ rank, code }) => EXECUTIVES.has(rank) || rules.keepersOf(code).length > 0)
    .flatMap((post) => post.holders.map((holder) => holder.staffId));
  return [...new Set([staffId, ...holders.filter(looking.mayWriteFor)])];
}

export async function lookingAs(
  parts: Pick<BookingParts, 'directory' | 'regulations' | 'clock'>,
  tx: Tx,
  actor: Actor,
): Promise<Looking> {
  const [there, rules] = await Promise.all([parts.directory.organisation(tx), keepingRules(parts, tx)]);
  const sight = calendarSight({ there, actor, rules, locale: 'ja' });
  return { mayWriteFor: (ownerId) => sight.mayWrite({ kind: 'STAFF', ownerId }) };
}
