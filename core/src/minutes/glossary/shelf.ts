import type { Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { keepingOf } from './policy.ts';
import type { Shelf } from './present.ts';
import { bodiesOf, bodiesRecordedBy } from './store.ts';

/** The 会議体 of today, and whose terms this person may keep. */
export async function shelfOf({ regulations }: Pick<MinutesParts, 'regulations'>, open: Open): Promise<Shelf> {
  const {
    tx,
    today: day,
    sight,
    caller: { locale },
  } = open;
  const { bodies } = regulations.meetingsOn({ municipalityId: tx.municipalityId, day });
  const [held, recorded] = await Promise.all([bodiesOf(tx, sight.units), bodiesRecordedBy(tx, sight.staffId)]);
  return {
    ...{ locale, keeping: keepingOf(open, bodies, { held, recorded }) },
    bodies: bodies.map(({ id, name }) => ({ id, name: name[locale] })),
  };
}
