import type { Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { keepingOf } from './policy.ts';
import type { Shelf } from './present.ts';
import { bodiesOf } from './store.ts';

/** The 会議体 of today, and whose terms this person may keep. */
export async function shelfOf(
  { regulations }: Pick<MinutesParts, 'regulations'>,
  { tx, today: day, caller: { locale }, actor, sight }: Open,
): Promise<Shelf> {
  const { bodies } = regulations.meetingsOn({ municipalityId: tx.municipalityId, day });
  return {
    ...{ locale, keeping: keepingOf(actor, await bodiesOf(tx, sight.units)) },
    bodies: bodies.map(({ id, name }) => ({ id, name: name[locale] })),
  };
}
