import { type Finding, finding } from '../finding.ts';
import type { Applies, Designation, FactTest, NumberTest } from '../parts.ts';
import type { Fact, PackFile } from '../schema.ts';

const NUMBERS = ['amountYen', 'nights', 'count', 'days', 'number'];

function fitsFact({ type, choices }: Fact, test: FactTest): boolean {
  if (typeof test === 'boolean') return type === 'boolean';
  if (typeof test === 'string' || Array.isArray(test)) {
    const wanted = Array.isArray(test) ? test : [test];
    return type === 'choice' && wanted.every((value) => choices?.some((choice) => choice.value === value));
  }
  return NUMBERS.includes(type);
}

function isEmpty(test: FactTest): boolean {
  if (typeof test !== 'object' || Array.isArray(test)) return false;
  const low = test.from ?? test.over ?? Number.NEGATIVE_INFINITY;
  const high = test.upTo ?? test.below ?? Number.POSITIVE_INFINITY;
  return low > high || (low === high && (test.over !== undefined || test.below !== undefined));
}

interface Conditioned {
  readonly id: string;
  readonly when?: Applies['when'];
}

/** Tests must be of the kind that the fact is, and leave room for a value. */
export function unfitTests(file: PackFile): Finding[] {
  const facts = new Map(file.facts.map((fact) => [fact.key, fact]));
  const { decisions, steps, escalations, deputies, deputyLimits, absence, postReview, skips, reminders, series } = file;
  const tables: (readonly Conditioned[])[] = [
    absence,
    decisions,
    steps,
    escalations,
    deputies,
    deputyLimits,
    postReview,
    skips,
    reminders,
    series,
    deputies.flatMap(({ id, order }) => order.map(({ only }) => ({ id, when: only?.when }))),
  ];
  const choiceless = file.facts.filter(({ type, choices }) => type === 'choice' && !choices?.length);
  return [
    ...choiceless.map(({ key }) => finding(key, 'regulations.pack_test_does_not_fit', { fact: key })),
    ...deputies.flatMap(({ id, absentDays }) =>
      absentDays && isEmpty(absentDays) ? [finding(id, 'regulations.pack_empty_range', { fact: 'absentDays' })] : [],
    ),
    ...tables.flat().flatMap(({ id, when }) => {
      const anyOf = when === undefined ? [] : Array.isArray(when) ? when : [when];
      return anyOf.flatMap((tests) =>
        Object.entries(tests).flatMap(([key, test]) => {
          const fact = facts.get(key);
          if (fact && !fitsFact(fact, test)) return [finding(id, 'regulations.pack_test_does_not_fit', { fact: key })];
          return isEmpty(test) ? [finding(id, 'regulations.pack_empty_range', { fact: key })] : [];
        }),
      );
    }),
  ];
}

const RELATIVE = ['beside', 'below', 'named'];
const misplaced = (words: Designation, not: readonly string[]) => Object.keys(words).some((key) => not.includes(key));

/** A section cannot decide, also not by way of a function; functions may name functions. */
function meansSection({ functions }: PackFile, words: Designation): boolean {
  const seen = new Set<string>();
  const open = [words];
  for (const one of open) {
    if ('section' in one) return true;
    if (!('function' in one) || seen.has(one.function)) continue;
    seen.add(one.function);
    const named = functions.find((candidate) => candidate.function === one.function);
    open.push(...(named?.rows ?? []).map(({ to }) => to));
  }
  return false;
}

/** Words that mean nothing where they stand. */
export function misplacedWords(file: PackFile): Finding[] {
  const told = (id: string) => [finding(id, 'regulations.pack_misplaced')];
  return [
    ...file.decisions.flatMap(({ id, decider }) =>
      typeof decider !== 'string' &&
      (misplaced(decider, [...RELATIVE, 'section', 'superior']) || meansSection(file, decider))
        ? told(id)
        : [],
    ),
    ...file.steps.flatMap(({ id, to, duty }) =>
      to.some((words) => misplaced(words, RELATIVE)) || (duty === 'PROVISIONAL') !== (to.length === 0) ? told(id) : [],
    ),
    ...file.functions.flatMap(({ function: id, rows }) =>
      rows.some(({ to }) => misplaced(to, [...RELATIVE, 'superior'])) ? told(id) : [],
    ),
    ...file.deputies.flatMap(({ id, order }) =>
      order.some(({ who }) => (Array.isArray(who) ? who : [who]).some((words) => misplaced(words, ['section'])))
        ? told(id)
        : [],
    ),
    ...file.deputies.flatMap(({ id, vacant, absentDays }) =>
      vacant === true && absentDays ? [finding(id, 'regulations.pack_length_of_vacancy')] : [],
    ),
  ];
}

type Ordered = Readonly<Record<string, unknown>> & { readonly id: string };
const CONDITIONS = [
  ...[
    'matters',
    'groups',
    'exceptMatters',
    'exceptGroups',
    'minor',
    'when',
    'units',
    'exceptUnits',
    'unitKinds',
    'drafterClasses',
    'deciderClasses',
  ],
  ...['deciderFrom', 'urgent', 'escalations', 'classes', 'posts', 'duties', 'reasons', 'triggers', 'deadlock'],
  ...['vacant', 'instructed', 'absentDays', 'whileOrdered'],
];

const EMPTY_LIMIT = ['id', 'article', 'sentence', 'lifted'];

/** What must be there at least for the other rows to have a meaning. */
export function missingRows(file: PackFile): Finding[] {
  const covered = new Set(file.escalations.flatMap(({ reasons }) => reasons));
  return [
    ...(file.matters.some(({ code }) => code === 'GENERAL') ? [] : [finding(null, 'regulations.pack_no_general')]),
    ...file.reasons
      .filter(({ code }) => !covered.has(code))
      .map(({ code }) => finding(code, 'regulations.pack_reason_without_row', { reason: code })),
    ...(file.absence.some((row) => CONDITIONS.every((key) => (row as Ordered)[key] === undefined))
      ? []
      : [finding(null, 'regulations.pack_no_absence')]),
    ...file.deputyLimits
      .filter((row) => Object.keys(row).every((key) => EMPTY_LIMIT.includes(key)))
      .map(({ id }) => finding(id, 'regulations.pack_limit_without_condition')),
  ];
}

/** The conditions that a row names, each as what it compares equal by: all rows of a table are held against each other. */
interface Narrowed {
  readonly id: string;
  readonly named: readonly {
    readonly key: string;
    readonly text: string;
    readonly values: ReadonlySet<string> | null;
    readonly range: NumberTest | null;
  }[];
  readonly byKey: ReadonlyMap<string, Narrowed['named'][number]>;
}

function narrowed(row: Ordered): Narrowed {
  const named = CONDITIONS.filter((key) => row[key] !== undefined).map((key) => {
    const value = row[key];
    const isList = Array.isArray(value) && !key.startsWith('except');
    return {
      key,
      text: JSON.stringify(value),
      values: isList ? new Set(value.map((one) => JSON.stringify(one))) : null,
      range: key === 'absentDays' ? (value as NumberTest) : null,
    };
  });
  return { id: row.id, named, byKey: new Map(named.map((condition) => [condition.key, condition])) };
}

/** Whether every number of the later range lies in the earlier one. */
function spans(earlier: NumberTest, later: NumberTest): boolean {
  const low = ({ from, over }: NumberTest) => from ?? over ?? Number.NEGATIVE_INFINITY;
  const high = ({ upTo, below }: NumberTest) => upTo ?? below ?? Number.POSITIVE_INFINITY;
  const [lowest, highest] = [low(later) - low(earlier), high(earlier) - high(later)];
  const startsInside =
    lowest > 0 || (low(earlier) === low(later) && (earlier.over === undefined || later.over !== undefined));
  const endsInside =
    highest > 0 || (high(earlier) === high(later) && (earlier.below === undefined || later.below !== undefined));
  return startsInside && endsInside;
}

/** Whether wherever the later row holds, the earlier one holds too. */
const covers = (earlier: Narrowed, later: Narrowed): boolean =>
  earlier.named.every(({ key, text, values, range }) => {
    const narrow = later.byKey.get(key);
    if (narrow === undefined) return false;
    if (range && narrow.range) return spans(range, narrow.range);
    return values && narrow.values ? [...narrow.values].every((one) => values.has(one)) : narrow.text === text;
  });

/** Where the first row that holds counts, a row below a wider one can never hold. */
export function unreachableRows(file: PackFile): Finding[] {
  const { escalations, deputies, absence, postReview, skips, reminders, series } = file;
  const tables: (readonly Ordered[])[] = [escalations, deputies, absence, postReview, skips, reminders, series];
  return tables.flatMap((table) => {
    const rows = table.map(narrowed);
    return rows.flatMap((row, at) => {
      const hiding = rows.find((earlier, before) => before >= at || covers(earlier, row));
      return hiding && hiding !== row ? [finding(row.id, 'regulations.pack_unreachable', { by: hiding.id })] : [];
    });
  });
}

const otherConditions = (row: Ordered): string[] =>
  CONDITIONS.filter((key) => key !== 'whileOrdered' && row[key] !== undefined);

/** 緊急時の代決 is always reviewed afterwards: by a row for every such case, behind none that asks for no review. */
export function unreviewedOrders({ deputies, absence, postReview }: PackFile): Finding[] {
  const rows = [...deputies, ...absence].flatMap(({ id, whileOrdered = [] }) =>
    whileOrdered.map((code) => ({ id, code })),
  );
  return rows.flatMap(({ id, code }) => {
    const speaking = postReview.filter(({ whileOrdered }) => whileOrdered?.includes(code) ?? true);
    const always = speaking.findIndex((row) => row.whileOrdered !== undefined && otherConditions(row).length === 0);
    const reviewed = always >= 0 && speaking.slice(0, always + 1).every(({ required }) => required);
    return reviewed ? [] : [finding(id, 'regulations.pack_order_unreviewed', { name: code })];
  });
}
