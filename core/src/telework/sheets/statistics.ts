import { type Actor, hasRole } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import {
  type Caller,
  firstOfMonth,
  type LocalDate,
  type Locale,
  lastOfMonth,
  localDateOf,
  notAllowed,
} from '../../shared/index.ts';
import { peopleUnder } from '../people/people.ts';
import type { TeleworkStatistics } from './closing-contract.ts';
import type { Month } from './month.ts';
import { inOrder, peopleOf, type Standing, sectionOf } from './month-people.ts';
import type { SheetParts } from './parts.ts';
import { refusalsIn } from './refusals.ts';
import { FEWEST, type SectionCount, type Shown, safeStatistics } from './statistics-rules.ts';
import { words } from './words.ts';

const WATCHING = ['PERSONNEL', 'GENERAL_AFFAIRS', 'AUDITOR'] as const;

const mayLook = (actor: Actor, { today }: Standing): boolean =>
  WATCHING.some((role) => hasRole(actor, role)) || peopleUnder(today, actor).length > 0;

/** On how many days of the month, up to today, each of them was to telework. */
async function teleworkedDays(tx: Tx, from: LocalDate, to: LocalDate): Promise<Map<string, number>> {
  const rows = await tx.query<{ staffId: string; days: number }>(
    `select d.staff_id as "staffId", count(distinct d.date)::int as days from kaigi.telework_day d
     where d.municipality_id = $1 and d.date between $2 and $3 and d.kind = 'TELEWORK' and d.state = 'APPROVED' group by 1`,
    [tx.municipalityId, from, to],
  );
  return new Map(rows.map(({ staffId, days }) => [staffId, days]));
}

async function countsOf(tx: Tx, standing: Standing, { month, today }: { month: Month; today: LocalDate }) {
  const last = lastOfMonth(month);
  const [served, days] = await Promise.all([
    peopleOf(tx, month),
    teleworkedDays(tx, firstOfMonth(month), last < today ? last : today),
  ]);
  const sections = Map.groupBy(served, (one) => sectionOf(standing, one).unitId);
  const counted = [...sections].map(([unitId, people]): SectionCount => {
    const [first] = people;
    const own = people.map(({ staffId }) => days.get(staffId) ?? 0);
    return {
      ...{ unitId, unitName: first ? sectionOf(standing, first).unitName : '', people: people.length },
      ...{ teleworked: own.filter((some) => some > 0).length, days: own.reduce((sum, some) => sum + some, 0) },
    };
  });
  return counted.sort(inOrder(standing));
}

type Figures = Omit<SectionCount, 'unitId' | 'unitName'>;

const rateOf = ({ people, teleworked, days }: Figures) => ({
  ...{ people, teleworked, days },
  percent: people === 0 ? 0 : Math.round((1000 * teleworked) / people) / 10,
});

function wordsOf(shown: Shown, figures: Figures, locale: Locale): string {
  if (shown === 'TOO_FEW') return words(locale, 'statistics_hidden');
  if (shown === 'COMPLEMENT') return words(locale, 'statistics_complement');
  return words(locale, 'statistics_rate', rateOf(figures));
}

/** 実施率 by 課 and why requests were refused: never of a person, never of fewer than five. */
export const statisticsOf = ({ db, clock, directory, standing }: SheetParts, caller: Caller, month: Month) =>
  db.singly(caller.municipalityId, async (tx): Promise<TeleworkStatistics> => {
    const { locale } = caller;
    const [actor, both] = await Promise.all([directory.actorOf(tx, caller), standing(tx, month)]);
    if (!mayLook(actor, both)) throw notAllowed('telework.sheet_not_for_you');
    const today = localDateOf(clock.now());
    const [counts, refusals] = await Promise.all([
      countsOf(tx, both, { month, today }),
      refusalsIn(tx, { from: firstOfMonth(month), to: lastOfMonth(month), locale }),
    ]);
    const { whole, sections } = safeStatistics(counts);
    return {
      ...{ month, fewestPeople: FEWEST, whole: whole && rateOf(whole) },
      sections: sections.map(({ unitId, unitName, shown, ...figures }) => ({
        ...{ unitId, unitName, words: wordsOf(shown, figures, locale) },
        rate: shown === 'SHOWN' ? rateOf(figures) : null,
      })),
      refusals,
      explanation: words(locale, 'statistics_explanation'),
    };
  });
