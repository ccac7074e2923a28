import type { LocalDate } from '../../shared/index.ts';
import { judgeTelework } from '../telework/judge.ts';
import type { TeleworkQuestion, TeleworkVerdict } from '../telework/vocabulary.ts';
import type { PackFile } from './schema.ts';
import type { TeleworkExample, TeleworkFacts } from './telework.ts';
import type { Difference } from './try-examples.ts';

type Organisation = PackFile['organisation'];

/** The unit and those above it. */
function pathOf({ units }: Organisation, code: string): string[] {
  const under = units.find((unit) => unit.code === code)?.under;
  return under === undefined ? [code] : [code, ...pathOf({ units, posts: [] }, under)];
}

const dated = <T extends { readonly date: string }>(one: T) => ({ ...one, date: one.date as LocalDate });
const spanned = <T extends { readonly from: string; readonly until: string }>(one: T) => ({
  ...one,
  from: one.from as LocalDate,
  until: one.until as LocalDate,
});

/** The facts of an example as the question that an application is. */
export function questionOf(organisation: Organisation, facts: TeleworkFacts): TeleworkQuestion {
  const { employment, reasons, unit, registration, today, days, commitments, switches, ...request } = facts;
  const units = pathOf(organisation, unit);
  return {
    person: { employment, reasons, units, registration: registration && spanned(registration) },
    request: dated(request),
    situation: {
      today: today as LocalDate,
      days: days.map(dated),
      commitments: commitments.map(dated),
      switches: switches.map(spanned),
    },
  };
}

type Expected = Required<TeleworkExample['expect']>;

const rows = (many: readonly { readonly row: string }[]): string[] => many.map(({ row }) => row);

function actualOf(verdict: TeleworkVerdict): Expected {
  const { findings, procedures, reports, treatments, relaxed, breaks } = verdict;
  return {
    verdict: verdict.verdict,
    articles: [...new Set(findings.map(({ article }) => article ?? ''))].toSorted(),
    procedures: rows(procedures),
    reports: rows(reports),
    treatments: rows(treatments),
    relaxed: rows(relaxed),
    breaks: [...breaks],
  };
}

// In which order these are written says nothing; a verdict without articles has broken none.
const UNORDERED: readonly string[] = ['articles', 'reports', 'treatments', 'relaxed'];

/** In what the example differs from what its rules say. */
export function teleworkDifference(file: PackFile, example: TeleworkExample): Difference | null {
  if (!file.telework) return null;
  const { usual } = file.telework.examples;
  const given = Object.fromEntries(Object.entries(example.with).filter(([, value]) => value !== undefined));
  const question = questionOf(file.organisation, { ...usual, ...given });
  const actual = actualOf(judgeTelework(file.telework, question));
  const expected = { articles: [], ...example.expect };
  const comparable = (what: string, value: unknown) =>
    JSON.stringify(UNORDERED.includes(what) && Array.isArray(value) ? value.toSorted() : value);
  const names = Object.keys(expected) as (keyof Expected)[];
  const what = names.find(
    (name) => expected[name] !== undefined && comparable(name, expected[name]) !== comparable(name, actual[name]),
  );
  return what === undefined ? null : { what, expected: expected[what], actual: actual[what] };
}
