import type { LocalDate, Locale } from '../../shared/index.ts';
import type { WorkingTimeView } from '../contract-working-time.ts';
import type { Pack } from '../engine/pack.ts';
import type { PackFile } from '../language/schema.ts';
import { workingTimeOf } from './of-pack.ts';
import { topicsOf } from './values.ts';
import type { HoursPattern, SpecialLeaveKind, WorkingTimeRules } from './vocabulary.ts';
import { ALL_TOPICS, DAY_NAMES, relationName, shiftWords, specialWords, topicSentence } from './words.ts';

interface Asked {
  readonly file: PackFile;
  readonly rules: WorkingTimeRules;
  readonly locale: Locale;
}

/** The body's own rows as they are written, then what holds besides. */
function items({ file, rules, locale }: Asked): WorkingTimeView['items'] {
  const rows = [...(file.workingTime?.rules ?? []), ...(file.leave?.rules ?? [])];
  const said = new Set(rows.flatMap(topicsOf));
  return [
    ...rows.map((row) => ({
      ...{
        topic: topicsOf(row)[0] ?? '',
        sentence: row.sentence[locale],
        article: row.article,
        source: 'BODY' as const,
      },
    })),
    ...ALL_TOPICS.filter((topic) => !said.has(topic)).map((topic) => ({
      ...{ topic, sentence: topicSentence(topic, rules, locale), article: rules.articleOf(topic) },
      source: 'NATIONAL' as const,
    })),
  ];
}

/** Days of the week with the same hours together: 「月・火・水・木・金 8:30から17:15」. */
function hoursOf({ week }: HoursPattern, locale: Locale): string[] {
  const days = week.flatMap((shift, day) => (shift ? [{ day, words: shiftWords(shift, locale) }] : []));
  const between = locale === 'ja' ? '・' : ', ';
  return [...Map.groupBy(days, ({ words }) => words)].map(
    ([words, same]) => `${same.map(({ day }) => DAY_NAMES[day]?.[locale] ?? '').join(between)} ${words}`,
  );
}

function patterns({ file, rules, locale }: Asked): WorkingTimeView['patterns'] {
  const rows = new Map(file.workingTime?.patterns.map((row) => [row.code, row]));
  const named = new Map(file.telework?.words.employments.map(({ code, name }) => [code, name[locale]]));
  return [...rules.patterns.values()].map((pattern) => {
    const { patternId } = pattern;
    const row = rows.get(patternId);
    return {
      ...{ patternId, name: rules.nameOf(patternId, locale), hours: hoursOf(pattern, locale) },
      employments: (row?.employments ?? []).map((code) => ({ code, name: named.get(code) ?? code })),
      isUsual: patternId === rules.defaultPatternId,
      sentence: row?.sentence[locale] ?? hoursOf(pattern, locale).join(locale === 'ja' ? '、' : ', '),
      article: row?.article ?? null,
      source: row ? ('BODY' as const) : ('NATIONAL' as const),
    };
  });
}

function special(kind: SpecialLeaveKind, { file, locale }: Asked): WorkingTimeView['specialLeave'][number] {
  const { id, name, daysBy = {}, days, per, unit, paid, evidence, calendarDays, article } = kind;
  const row = file.leave?.special?.rows.find((one) => one.kind === id);
  return {
    ...{ kind: id, name: name[locale], days, per, unit, paid, evidence, calendarDays, article },
    daysBy: Object.entries(daysBy).map(([code, most]) => ({ code, name: relationName(code)[locale], days: most })),
    sentence: row?.sentence[locale] ?? specialWords(kind, locale),
    source: row ? 'BODY' : 'NATIONAL',
  };
}

/** Working time and leave of a pack as a page shows them. */
export function presentWorkingTime(
  { file }: Pick<Pack, 'file'>,
  { locale, day }: { readonly locale: Locale; readonly day: LocalDate },
): WorkingTimeView {
  const rules = workingTimeOf(file, day);
  const asked: Asked = { file, rules, locale };
  return {
    regulationVersion: file.version,
    title: file.workingTime?.title[locale] ?? null,
    leaveTitle: file.leave?.title[locale] ?? null,
    items: items(asked),
    patterns: patterns(asked),
    shifts: [...rules.shifts.values()].map((shift) => ({
      ...{ shiftId: shift.shiftId, name: rules.nameOf(shift.shiftId, locale), hours: shiftWords(shift, locale) },
    })),
    daysOff: (file.workingTime?.daysOff ?? []).map(({ on, sentence, article }) => ({
      ...{ on, sentence: sentence[locale], article },
    })),
    specialLeave: rules.specialLeave.map((kind) => special(kind, asked)),
  };
}
