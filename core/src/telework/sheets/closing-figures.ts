import type { Person, Served } from '../../directory/index.ts';
import type { Locale } from '../../shared/index.ts';
import type { ClosingCounts, ClosingView } from './closing-contract.ts';
import { confirmersOf, inOrder, personOf, type Standing, sectionOf } from './month-people.ts';
import { stateOf } from './present.ts';
import { NO_MARK, type SheetMark } from './store.ts';
import { flagWord, words } from './words.ts';

type Mark = Omit<SheetMark, 'staffId' | 'month'>;

export interface PersonOfMonth {
  readonly served: Served;
  readonly mark: Mark;
  /** Who could confirm it; nobody for those at the top, whom the closing itself confirms. */
  readonly bosses: readonly Person[];
}

type Step = 'closed' | 'confirmed' | 'waiting' | 'blocked';

/** Where a person's month stands on its way to the closing. Nobody knows before it was looked at: it waits. */
export function standsAt({ mark, bosses }: PersonOfMonth): Step {
  const { reviewed } = mark;
  const state = stateOf(mark, reviewed?.fingerprint ?? '');
  if (mark.closed) return 'closed';
  if (reviewed && Object.keys(reviewed.blocks).length > 0) return 'blocked';
  if (state === 'CONFIRMED' || (bosses.length === 0 && reviewed?.isOver)) return 'confirmed';
  return 'waiting';
}

export function countsOf(people: readonly PersonOfMonth[]): ClosingCounts {
  const counts = { people: people.length, closed: 0, confirmed: 0, waiting: 0, blocked: 0 };
  for (const one of people) counts[standsAt(one)] += 1;
  return counts;
}

export function peopleOfMonth(
  served: readonly Served[],
  marks: ReadonlyMap<string, SheetMark>,
  standing: Standing,
): PersonOfMonth[] {
  return served.map((one) => ({
    ...{ served: one, mark: marks.get(one.staffId) ?? NO_MARK },
    bosses: confirmersOf(standing, one.staffId),
  }));
}

/** By 課, in the order of the city hall. */
export function byUnit(people: readonly PersonOfMonth[], standing: Standing): ClosingView['units'] {
  const sections = new Map<string, { unitId: string; unitName: string; people: PersonOfMonth[] }>();
  for (const one of people) {
    const { unitId, unitName } = sectionOf(standing, one.served);
    const section = sections.get(unitId) ?? { unitId, unitName, people: [] };
    section.people.push(one);
    sections.set(unitId, section);
  }
  return [...sections.values()]
    .sort(inOrder(standing))
    .map(({ unitId, unitName, people: some }) => ({ unitId, unitName, ...countsOf(some) }));
}

function whyOf({ mark }: PersonOfMonth, locale: Locale): ClosingView['blocking'][number]['why'] {
  const blocks = Object.entries(mark.reviewed?.blocks ?? {}).map(([code, dates]) => ({
    ...{ code, words: flagWord(code, locale), dates: [...dates] },
  }));
  const code = mark.confirmed ? 'confirmed_otherwise' : 'unconfirmed';
  const unconfirmed = { code: mark.confirmed ? 'CHANGED' : 'UNCONFIRMED', words: words(locale, code), dates: [] };
  return blocks.length > 0 ? blocks : [unconfirmed];
}

/** Who keeps the month from being closed: by 課, those with something to settle before those who only wait. */
export function blockingOf(
  people: readonly PersonOfMonth[],
  { standing, locale }: { standing: Standing; locale: Locale },
): ClosingView['blocking'] {
  const place = inOrder(standing);
  const urgency = (one: PersonOfMonth) => (changedSince(one) ? 0 : standsAt(one) === 'blocked' ? 1 : 2);
  return people
    .filter((one) => ['waiting', 'blocked'].includes(standsAt(one)) || changedSince(one))
    .sort(
      (a, b) =>
        urgency(a) - urgency(b) || place(a.served, b.served) || a.served.name.localeCompare(b.served.name, 'ja'),
    )
    .map((one) => ({
      ...{ person: personOf(one.served), bosses: [...one.bosses] },
      ...{ why: changedSince(one) ? [] : whyOf(one, locale), closedChanged: changedSince(one) },
      unlocked: one.mark.unlockedAt !== null,
    }));
}

/** Something was approved or added after the closing. */
const changedSince = ({ mark }: PersonOfMonth): boolean =>
  mark.closed !== null && mark.reviewed !== null && mark.reviewed.fingerprint !== mark.closed.fingerprint;
