import type { SchedulesBlock } from '../language/schedules.ts';
import type { PackFile } from '../language/schema.ts';
import type { ScheduleRules, Travel } from './vocabulary.ts';

const NOWHERE: Travel = { minutes: 0, article: null };
const NONE: SchedulesBlock = {
  ...{ title: { ja: '', en: '' }, article: '', mainOffice: { ja: '本庁', en: 'Main office' } },
  ...{ travel: [], otherwise: 30, executives: [], examples: [] },
};

/** Two offices in one order, whichever was named first. */
export const pairOf = (from: string | null, to: string | null): string => [from ?? '', to ?? ''].sort().join(' ');

const pairOfRow = ([from, to]: readonly string[]): string => pairOf(from ?? null, to ?? null);

function rulesOf({ mainOffice, travel, otherwise, executives }: SchedulesBlock): ScheduleRules {
  const ways = new Map(travel.map(({ between, minutes, article }) => [pairOfRow(between), { minutes, article }]));
  return {
    mainOffice,
    offices: new Set(travel.flatMap(({ between }) => between)),
    travel: (from, to) =>
      from === to ? NOWHERE : (ways.get(pairOf(from, to)) ?? { minutes: otherwise, article: null }),
    keepersOf: (postCode) =>
      executives.flatMap(({ posts, secretaries }) => (posts.includes(postCode) ? secretaries : [])),
  };
}

// Asked for with every search: made once for a version.
const known = new WeakMap<object, ScheduleRules>();

/** The rules of 予定 of a version; half an hour between any two offices where it says nothing. */
export function scheduleRulesOf({ schedules = NONE }: Pick<PackFile, 'schedules'>): ScheduleRules {
  const rules = known.get(schedules) ?? rulesOf(schedules);
  known.set(schedules, rules);
  return rules;
}
