import type { Actor, OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { addDays, type LocalDate, type Locale, say, startOfDay } from '../../shared/index.ts';
import type { WeekItem } from '../week/contract.ts';
import { readableSections } from './policy.ts';
import { inWeek } from './present.ts';
import { itemsAround } from './store.ts';
import { yearlyTexts } from './text.ts';

export interface YearlyAsked {
  readonly there: OrganisationSnapshot;
  readonly actor: Actor;
  readonly locale: Locale;
  /** The unit shown; null: all of the city hall. */
  readonly unitId: string | null;
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
}

/** Of the sections that this reader may read, those in which the unit lies or that lie in it. */
function sectionsShown({ there, actor, unitId }: YearlyAsked): string[] {
  const own = new Set(actor.posts.map(({ sectionId }) => sectionId));
  if (unitId === null) return [...own];
  const above = new Set(there.lineAbove(unitId).map((line) => line.unitId));
  const isBelow = (id: string) => there.lineAbove(id).some((line) => line.unitId === unitId);
  return readableSections(actor, there).filter((id) => above.has(id) || isBelow(id));
}

/** 年次行事 of the section for its week: at midnight to midnight, by their days. */
export async function yearlyOfWeek(tx: Tx, asked: YearlyAsked): Promise<WeekItem[]> {
  const unitIds = sectionsShown(asked);
  if (unitIds.length === 0) return [];
  const items = await itemsAround(tx, { unitIds, from: asked.from, to: asked.to });
  const [from, to] = [startOfDay(asked.from), startOfDay(addDays(asked.to, 1))];
  return items
    .flatMap((item) =>
      inWeek(item, say(yearlyTexts, 'schedules.yearly_prepare', asked.locale, { title: item.title }) ?? item.title),
    )
    .filter((item) => new Date(item.from) < to && new Date(item.to) > from)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
