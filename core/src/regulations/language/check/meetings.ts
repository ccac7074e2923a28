import type { Sentence } from '../../../shared/index.ts';
import { fits } from '../../engine/asking.ts';
import { type Finding, finding } from '../finding.ts';
import type { MeetingBodyRow, MeetingsBlock, MeetingTermRow } from '../meetings.ts';
import type { PackFile } from '../schema.ts';

const repeated = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);
const twice = (what: string, names: readonly string[]): Finding[] =>
  repeated(names).map((name) => finding(name, 'regulations.pack_twice', { what, name }));

function unknown({ grounds, bodies, examples }: MeetingsBlock): Finding[] {
  const known = { meetingGround: grounds.map(({ id }) => id), meetingBody: bodies.map(({ id }) => id) };
  const used = [
    ...bodies.flatMap(({ id, closedGrounds = [] }) =>
      closedGrounds.map((name) => ({ row: id, kind: 'meetingGround' as const, name })),
    ),
    ...examples.map(({ name: row, body: name }) => ({ row, kind: 'meetingBody' as const, name })),
  ];
  return used
    .filter(({ kind, name }) => !known[kind].includes(name))
    .map(({ row, kind, name }) => finding(row, 'regulations.pack_unknown', { kind, name }));
}

/** Grounds and bodies that nobody defined; people choose a body by its name, so no two have the same. */
export const unknownInMeetings = ({ meetings }: PackFile): Finding[] =>
  meetings
    ? [
        ...twice(
          'meetingBody',
          meetings.bodies.map(({ name }) => name.ja),
        ),
        ...unknown(meetings),
      ]
    : [];

/** Facts that decide and are not said, and values that the matter cannot have. */
function unfitFacts(file: PackFile, { id, decision }: MeetingBodyRow): Finding[] {
  const matter = decision && file.matters.find(({ code }) => code === decision.matter);
  if (!decision || !matter) return [];
  const asked = file.facts.filter(({ key, everyMatter }) => matter.facts.includes(key) || everyMatter === true);
  const missing = asked.filter(({ key, optional }) => optional !== true && decision.facts[key] === undefined);
  const wrong = Object.entries(decision.facts).filter(([key, value]) => {
    const fact = asked.find((one) => one.key === key);
    return !fact || !fits(fact, value);
  });
  return [
    ...missing.map(({ key }) => finding(id, 'regulations.pack_fact_unsaid', { fact: key, matter: matter.code })),
    ...wrong.map(([key, said]) =>
      finding(id, 'regulations.pack_fact_unfit', { fact: key, matter: matter.code, said: String(said) }),
    ),
  ];
}

const TERMS = {
  summary: { ja: '会議概要', en: 'the summary' },
  confirmation: { ja: '出席者の確認', en: 'confirmation' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** So many working days take at least so many days of the calendar. */
const alwaysLater = (one: MeetingTermRow, other: MeetingTermRow): boolean =>
  one.days > other.days && !(one.count === 'CALENDAR' && other.count === 'WORKING');

function late({ id, deadlines, confirmation }: MeetingBodyRow): Finding[] {
  const { summary, minutes } = deadlines;
  if (!minutes) return [];
  const terms = [
    { what: TERMS.summary, term: summary },
    { what: TERMS.confirmation, term: confirmation?.term ?? null },
  ];
  return terms.flatMap(({ what, term }) =>
    term && alwaysLater(term, minutes)
      ? [finding(id, 'regulations.pack_after_minutes', { what, said: String(term.days), most: String(minutes.days) })]
      : [],
  );
}

/** Bodies whose rules could not be kept to. */
export function unfitMeetings(file: PackFile): Finding[] {
  const { bodies = [], grounds = [] } = file.meetings ?? {};
  return bodies.flatMap((row): Finding[] => [
    ...(row.openness === 'CLOSED' && (row.closedGrounds ?? grounds).length === 0
      ? [finding(row.id, 'regulations.pack_closed_without_ground')]
      : []),
    ...(row.signers === 1 ? [finding(row.id, 'regulations.pack_one_signer')] : []),
    ...late(row),
    ...unfitFacts(file, row),
  ]);
}
