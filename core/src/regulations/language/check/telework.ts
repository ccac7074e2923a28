import { teleworkRowsOf } from '../all-rows.ts';
import { type Finding, finding } from '../finding.ts';
import type { PackFile } from '../schema.ts';
import type { Telework, TeleworkRule } from '../telework.ts';
import { type TeleworkTest, WORD_LISTS, type WordList } from '../telework-parts.ts';

interface Named {
  readonly row: string;
  readonly list: WordList;
  readonly name: string;
}

type Lists = Readonly<Partial<Record<WordList, readonly string[] | undefined>>>;

const inLists = (row: string, lists: Lists): Named[] =>
  WORD_LISTS.flatMap((list) => (lists[list] ?? []).map((name) => ({ row, list, name })));

function inRule(rule: TeleworkRule): Named[] {
  if (rule.rule === 'ONLY') return inLists(rule.id, rule.allowed);
  return rule.rule === 'REASON' ? inLists(rule.id, { reasons: rule.reasons }) : [];
}

function inTests(row: string, tests: TeleworkTest | TeleworkTest[] | undefined): Named[] {
  return (tests === undefined ? [] : [tests].flat()).flatMap((test) => inLists(row, test));
}

/** Words of examples are tried by the examples themselves: an unknown one is refused. */
function unknownWords(telework: Telework): Finding[] {
  const rows = teleworkRowsOf(telework).flatMap(({ id, when, unless }) => [
    ...inTests(id, when),
    ...inTests(id, unless),
  ]);
  return [...rows, ...telework.rules.flatMap(inRule)]
    .filter(({ list, name }) => !telework.words[list].some(({ code }) => code === name))
    .map(({ row, list, name }) => finding(row, 'regulations.pack_unknown', { kind: `telework.${list}`, name }));
}

function unknownRows({ contacts, ask, rules, procedures, reports, switches }: Telework): Finding[] {
  const known = new Set(contacts.map(({ code }) => code));
  const asked = [{ id: 'telework', ask }, ...rules].filter(({ ask: code }) => code !== undefined && !known.has(code));
  const rows = new Set([...rules, ...procedures, ...reports].map(({ id }) => id));
  return [
    ...asked.map((row) => finding(row.id, 'regulations.pack_unknown', { kind: 'contact', name: row.ask ?? '' })),
    ...switches.flatMap(({ id, relaxes }) =>
      relaxes
        .flatMap((one) => one.rows)
        .filter((row) => !rows.has(row))
        .map((name) => finding(id, 'regulations.pack_unknown', { kind: 'row', name })),
    ),
  ];
}

function twice({ words, contacts }: Telework): Finding[] {
  const lists = [
    ...WORD_LISTS.map((list) => [`telework.${list}`, words[list]] as const),
    ['contact', contacts] as const,
  ];
  return lists.flatMap(([what, list]) =>
    list
      .map(({ code }) => code)
      .filter((code, at, all) => all.indexOf(code) !== at)
      .map((name) => finding(name, 'regulations.pack_twice', { what, name })),
  );
}

/** Names that telework rows use and nobody defined. */
export const unknownInTelework = ({ telework }: PackFile): Finding[] =>
  telework ? [...unknownWords(telework), ...unknownRows(telework), ...twice(telework)] : [];

/** Rows of telework that could not be followed: nobody to approve, nothing forbidden in particular, no time left. */
export function unfitTelework({ telework }: PackFile): Finding[] {
  if (!telework) return [];
  const { rules, switches } = telework;
  const eased = new Set(
    switches.flatMap(({ relaxes }) => relaxes.flatMap(({ to, rows }) => (to === 'NEEDS_SPECIAL_APPROVAL' ? rows : []))),
  );
  return rules.flatMap((rule): Finding[] => {
    const { id, by, otherwise } = rule;
    const special =
      otherwise === 'NEEDS_SPECIAL_APPROVAL' ||
      ('late' in rule && rule.late === 'NEEDS_SPECIAL_APPROVAL') ||
      eased.has(id);
    const spans = rule.rule === 'HOURS' ? [rule] : rule.rule === 'BREAKS' ? rule.usual : [];
    return [
      ...(special && by === undefined ? [finding(id, 'regulations.pack_no_approver')] : []),
      ...(rule.rule === 'FORBIDDEN' && rule.when === undefined ? [finding(id, 'regulations.pack_forbids_all')] : []),
      ...(by !== undefined && ('beside' in by || 'named' in by || 'below' in by)
        ? [finding(id, 'regulations.pack_misplaced')]
        : []),
      ...(spans.some(({ from, to }) => from >= to) ? [finding(id, 'regulations.pack_empty_time')] : []),
    ];
  });
}
