import { isOfSecretariat, secretariatOf } from '../meetings/secretariat.ts';
import type { Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { keepingOf } from './policy.ts';
import type { Shelf } from './present.ts';
import { bodiesOf, bodiesRecordedBy } from './store.ts';

/** The 会議体 of today, and whose terms this person may keep. */
export async function shelfOf(
  { regulations }: Pick<MinutesParts, 'regulations'>,
  { tx, there, today: day, caller: { locale }, actor, sight }: Open,
): Promise<Shelf> {
  const { bodies } = regulations.meetingsOn({ municipalityId: tx.municipalityId, day });
  const [held, recorded] = [await bodiesOf(tx, sight.units), await bodiesRecordedBy(tx, actor.staffId)];
  const kept = bodies.filter((body) => {
    const secretariat = secretariatOf(there, body);
    if (!secretariat) return held.includes(body.id);
    return isOfSecretariat(secretariat, sight) || recorded.includes(body.id);
  });
  return {
    ...{
      locale,
      keeping: keepingOf(
        actor,
        kept.map(({ id }) => id),
      ),
    },
    bodies: bodies.map(({ id, name }) => ({ id, name: name[locale] })),
  };
}
