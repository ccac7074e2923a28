import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { keepingRules } from '../calendar/keepers.ts';
import { calendarSight } from '../calendar/sight.ts';
import type { Looking } from './policy.ts';

export async function lookingAs(
  parts: Pick<BookingParts, 'directory' | 'regulations' | 'clock'>,
  tx: Tx,
  actor: Actor,
): Promise<Looking> {
  const [there, rules] = await Promise.all([parts.directory.organisation(tx), keepingRules(parts, tx)]);
  const sight = calendarSight({ there, actor, rules, locale: 'ja' });
  return { mayWriteFor: (ownerId) => sight.mayWrite({ kind: 'STAFF', ownerId }) };
}
