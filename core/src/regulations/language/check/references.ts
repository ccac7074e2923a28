import { teleworkRowsOf } from '../all-rows.ts';
import { type Finding, finding } from '../finding.ts';
import type { Applies, Designation } from '../parts.ts';
import type { DeputyRow, PackFile } from '../schema.ts';

/** `head`: a unit whose head is meant. */
type Kind =
  | 'head'
  | 'class'
  | 'matter'
  | 'group'
  | 'nameless group'
  | 'reason'
  | 'function'
  | 'unit'
  | 'post'
  | 'row'
  | 'fact'
  | 'switch'
  | 'classification';

const SAID: Readonly<Partial<Record<Kind, Kind>>> = { head: 'unit', 'nameless group': 'group' };

interface Named {
  readonly row: string;
  readonly kind: Kind;
  readonly name: string;
}

const many = (row: string, kind: Kind, names: readonly string[] | undefined): Named[] =>
  (names ?? []).map((name) => ({ row, kind, name }));
const one = (row: string, kind: Kind, name: string | undefined): Named[] =>
  many(row, kind, name === undefined ? [] : [name]);

function inWhen(row: string, when: Applies['when']): Named[] {
  const anyOf = when === undefined ? [] : Array.isArray(when) ? when : [when];
  return anyOf.flatMap((tests) => many(row, 'fact', Object.keys(tests)));
}

function inApplies(row: string, applies: Applies): Named[] {
  return [
    ...many(row, 'matter', applies.matters),
    ...many(row, 'matter', applies.exceptMatters),
    ...many(row, 'group', applies.groups),
    ...many(row, 'group', applies.exceptGroups),
    ...many(row, 'unit', applies.units),
    ...many(row, 'unit', applies.exceptUnits),
    ...many(row, 'class', applies.drafterClasses),
    ...many(row, 'class', applies.deciderClasses),
    ...one(row, 'class', applies.deciderFrom),
    ...many(row, 'reason', applies.escalations),
    ...inWhen(row, applies.when),
  ];
}

function inDesignation(row: string, words: Designation): Named[] {
  if ('post' in words) return one(row, 'post', words.post);
  if ('head' in words) return one(row, 'head', words.head);
  if ('section' in words) return one(row, 'unit', words.section);
  if ('function' in words) return one(row, 'function', words.function);
  if ('inLine' in words) return one(row, 'class', words.inLine);
  if ('below' in words) return one(row, 'class', words.below);
  return 'beside' in words ? one(row, 'class', words.beside.class) : [];
}

function inDecisions({ decisions }: PackFile): Named[] {
  return decisions.flatMap((row) => {
    const line = typeof row.line === 'object' ? row.line : {};
    const decider = row.decider;
    return [
      ...inApplies(row.id, row),
      ...(typeof decider === 'string' ? one(row.id, 'class', decider) : inDesignation(row.id, decider)),
      ...one(row.id, 'class', line.from),
      ...one(row.id, 'class', line.upTo),
      ...many(row.id, 'class', line.skip),
    ];
  });
}

function inDeputies(row: DeputyRow): Named[] {
  return [
    ...row.order.flatMap(({ who, only }) => [
      ...(Array.isArray(who) ? who : [who]).flatMap((words) => inDesignation(row.id, words)),
      ...(only === undefined ? [] : inApplies(row.id, only)),
    ]),
  ];
}

function inTables(file: PackFile): Named[] {
  const { steps, escalations, deputies, deputyLimits, absence, postReview, skips, reminders, series } = file;
  const conditioned = [
    ...absence,
    ...steps,
    ...escalations,
    ...deputies,
    ...deputyLimits,
    ...postReview,
    ...skips,
    ...reminders,
  ];
  return [
    ...[...conditioned, ...series].flatMap((row) => inApplies(row.id, row)),
    ...[...deputies, ...absence, ...postReview].flatMap((row) => many(row.id, 'switch', row.whileOrdered)),
    ...[...deputies, ...deputyLimits, ...absence, ...postReview, ...skips].flatMap((row) => [
      ...many(row.id, 'class', row.classes),
      ...many(row.id, 'post', row.posts),
    ]),
    ...steps.flatMap((row) => [
      ...row.to.flatMap((words) => inDesignation(row.id, words)),
      ...(typeof row.place === 'object' ? one(row.id, 'class', row.place.after) : []),
      ...many(row.id, 'row', row.afterRows),
    ]),
    ...escalations.flatMap((row) => [
      ...many(row.id, 'reason', row.reasons),
      ...('to' in row.raises ? one(row.id, 'class', row.raises.to) : []),
    ]),
    ...deputies.flatMap(inDeputies),
  ];
}

function inHead(file: PackFile): Named[] {
  const { unlisted, analogy, line, functions, ladder, numbering, matters } = file;
  return [
    ...one('changedBy', 'matter', file.changedBy),
    ...one('unlisted', 'matter', unlisted?.as),
    ...many('analogy', 'class', analogy?.exceptClasses),
    ...one('line', 'class', line.from),
    ...many('line', 'class', line.skip),
    ...functions.flatMap(({ function: name, rows }) =>
      rows.flatMap(({ units, to }) => [...many(name, 'unit', units), ...inDesignation(name, to)]),
    ),
    ...ladder.flatMap((step) => [
      ...many(step.class, 'post', step.posts),
      ...(step.inCharge ?? []).flatMap(({ post, units }) => [
        ...one(step.class, 'post', post),
        ...many(step.class, 'unit', units),
      ]),
    ]),
    ...many(
      'numbering',
      'unit',
      numbering.symbols.map(({ unit }) => unit),
    ),
    ...matters.flatMap((matter) => [
      ...many(matter.code, 'fact', matter.facts),
      ...one(matter.code, 'matter', matter.sameAs),
      ...one(matter.code, 'classification', matter.classification),
    ]),
  ];
}

function inOrganisation({ organisation }: PackFile): Named[] {
  return [
    ...organisation.units.flatMap(({ code, under }) => one(code, 'unit', under)),
    ...organisation.posts.flatMap(({ code, unit }) => one(code, 'unit', unit)),
  ];
}

function inTelework({ telework }: PackFile): Named[] {
  if (!telework) return [];
  const { contacts, rules, procedures, reports, switches } = telework;
  return [
    ...contacts.flatMap(({ code, to }) => (to === undefined ? [] : inDesignation(code, to))),
    ...rules.flatMap(({ id, by }) => (by === undefined ? [] : inDesignation(id, by))),
    ...procedures.flatMap(({ id, by, matter }) => [...inDesignation(id, by), ...one(id, 'matter', matter)]),
    ...reports.flatMap(({ id, to }) => inDesignation(id, to)),
    ...switches.flatMap(({ id, matter, atOnceBy }) => [
      ...one(id, 'matter', matter),
      ...atOnceBy.flatMap((by) => inDesignation(id, by)),
    ]),
    ...teleworkRowsOf(telework).flatMap(({ id, when, unless }) =>
      [when ?? [], unless ?? []].flat().flatMap(({ units }) => many(id, 'unit', units)),
    ),
  ];
}

const inMeetings = ({ meetings }: PackFile): Named[] =>
  (meetings?.bodies ?? []).flatMap(({ id, decision, classification, secretariat }) => [
    ...many(id, 'unit', secretariat),
    ...one(id, 'matter', decision?.matter),
    ...one(id, 'classification', classification ?? undefined),
  ]);

const inSchedules = ({ schedules }: PackFile): Named[] => [
  ...(schedules?.executives ?? []).flatMap(({ id, posts, secretaries }) => [
    ...many(id, 'post', posts),
    ...many(id, 'unit', secretaries),
  ]),
  ...[...(schedules?.travel ?? []), ...(schedules?.examples ?? []).map((one) => ({ ...one, id: one.name }))].flatMap(
    ({ id, between }) => many(id, 'unit', between),
  ),
];

/** Every name that a row uses, with the row. */
export const namesIn = (file: PackFile): Named[] => [
  ...inHead(file),
  ...inDecisions(file),
  ...inTables(file),
  ...inTelework(file),
  ...inMeetings(file),
  ...inSchedules(file),
];

/** Where the groups have names, every group that a matter belongs to has one. */
function namelessGroups({ groups, matters }: PackFile): Named[] {
  const named = new Set(groups.map(({ group }) => group));
  if (named.size === 0) return [];
  return matters.flatMap(({ code, group }) => (named.has(group) ? [] : one(code, 'nameless group', group)));
}

/** Every name in the file must be that of something: a class, a matter, a post. */
export function unknownNames(file: PackFile, classifications: readonly string[]): Finding[] {
  const units = new Set(file.organisation.units.map(({ code }) => code));
  const known: Readonly<Record<Kind, ReadonlySet<string>>> = {
    class: new Set(file.ladder.map((step) => step.class)),
    matter: new Set(file.matters.map(({ code }) => code)),
    group: new Set(file.matters.map(({ group }) => group)),
    'nameless group': new Set(),
    reason: new Set(file.reasons.map(({ code }) => code)),
    function: new Set(file.functions.map((named) => named.function)),
    unit: units,
    head: units,
    post: new Set(file.organisation.posts.map(({ code }) => code)),
    row: new Set(file.steps.map(({ id }) => id)),
    fact: new Set(file.facts.map(({ key }) => key)),
    switch: new Set(file.telework?.switches.map(({ id }) => id)),
    classification: new Set(classifications),
  };
  return [...namesIn(file), ...inOrganisation(file), ...namelessGroups(file)]
    .filter(({ kind, name }) => !known[kind].has(name))
    .map(({ row, kind, name }) => finding(row, 'regulations.pack_unknown', { kind: SAID[kind] ?? kind, name }));
}
