import { type Document, isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { compile, type Pack } from '../engine/pack.ts';
import { builtInFile } from '../packs/texts.ts';
import { planOf } from '../retention/of-pack.ts';
import { type BaseOf, withBase } from './base.ts';
import { overlapsAndGaps } from './check/coverage.ts';
import { unfitMeetings, unknownInMeetings } from './check/meetings.ts';
import { circlesIn, doubledNames } from './check/names.ts';
import { unknownNames } from './check/references.ts';
import { unfitRegisters } from './check/registers.ts';
import { unfitRetention, unknownInPlan } from './check/retention.ts';
import { misplacedWords, missingRows, unfitTests, unreachableRows, unreviewedOrders } from './check/rows.ts';
import { doubledTravel } from './check/schedules.ts';
import { unfitSkips } from './check/skips.ts';
import { unfitTelework, unknownInTelework } from './check/telework.ts';
import { unknownInWorkingTime, unlawfulWorkingTime } from './check/working-time.ts';
import { type Finding, finding } from './finding.ts';
import { PackFileSchema } from './schema.ts';
import { shapeWords } from './shape-words.ts';
import { failingExamples } from './try-examples.ts';

export type Loaded =
  | { readonly ok: true; readonly pack: Pack }
  /** Every reason that was found, not only the first. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The name of the row in which the path ends: its id, code or name; else the path itself. */
function rowAt(value: unknown, path: readonly PropertyKey[]): string {
  let name = path.slice(0, 2).join('.');
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) break;
    at = (at as Record<PropertyKey, unknown>)[step];
    if (typeof at !== 'object' || at === null) continue;
    const { id, code, class: step_class, name: called } = at as Record<string, unknown>;
    const found = [id, code, step_class, called].find((candidate) => typeof candidate === 'string');
    if (typeof found === 'string') name = found;
  }
  return name;
}

function shapeFinding(value: unknown, issue: z.core.$ZodIssue): Finding {
  const row = rowAt(value, issue.path);
  if (issue.path.at(-1) === 'article') return finding(row, 'regulations.pack_no_article');
  // The file as a whole has no path.
  const path = issue.path.join('.') || { ja: 'ファイル全体', en: 'the whole file' };
  return finding(row === '' ? null : row, 'regulations.pack_shape', { path, message: shapeWords(issue, value) });
}

const unreadable = (line: string, message: string): Loaded => ({
  ok: false,
  findings: [
    finding(null, 'regulations.pack_unreadable', {
      line: line === '' ? { ja: 'ファイル全体', en: 'the whole file' } : { ja: `${line}行目`, en: `line ${line}` },
      message,
    }),
  ],
});

// The reader looks for each alias in the whole text: some thousand of them would hold everybody up for minutes.
const MOST_ALIASES = 100;

interface Unfit {
  readonly code: 'ALIASES' | 'DUPLICATE_KEY';
  readonly at: number | undefined;
}

/** The same name twice, told in one pass: the reader's own check compares each name with all before it. */
function twiceNamed(map: YAMLMap): Unfit | null {
  const names = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (names.has(key.value)) return { code: 'DUPLICATE_KEY', at: key.range?.[0] };
    names.add(key.value);
  }
  return null;
}

/** What would take too long to read, or could be read in two ways. */
function unfitIn(document: Document): Unfit | null {
  let aliases = 0;
  let unfit: Unfit | null = null;
  visit(document, {
    Alias: (_, { range }) => {
      aliases += 1;
      if (aliases > MOST_ALIASES) unfit = { code: 'ALIASES', at: range?.[0] };
      return unfit ? visit.BREAK : undefined;
    },
    Map: (_, map) => {
      unfit = twiceNamed(map);
      return unfit ? visit.BREAK : undefined;
    },
  });
  return unfit;
}

/** Reads a pack and refuses what cannot be relied on: each finding names the row and why. */
export function loadPack(yaml: string): Loaded {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys: false, lineCounter });
  const [error] = document.errors;
  if (error) return unreadable(String(error.linePos?.[0].line ?? ''), error.code);
  const unfit = unfitIn(document);
  if (unfit) return unreadable(unfit.at === undefined ? '' : String(lineCounter.linePos(unfit.at).line), unfit.code);
  let value: unknown;
  try {
    // Aliases that multiply (a "billion laughs" file) are refused by the reader.
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return unreadable('', 'ALIASES');
  }
  return checkPack(value);
}

/** The same for what was read from a file already. */
export function checkPack(written: unknown, baseOf: BaseOf = builtInFile): Loaded {
  const based = withBase(written, baseOf);
  if ('finding' in based) return { ok: false, findings: [based.finding] };
  const { value } = based;
  const parsed = PackFileSchema.safeParse(value);
  if (!parsed.success) return { ok: false, findings: parsed.error.issues.map((issue) => shapeFinding(value, issue)) };
  const file = parsed.data;
  const classifications = planOf(file);
  const codes = classifications.map(({ code }) => code);
  const names = [
    ...doubledNames(file),
    ...unknownNames(file, codes),
    ...circlesIn(file),
    ...unknownInTelework(file),
    ...unknownInWorkingTime(file),
    ...unknownInMeetings(file),
    ...doubledTravel(file),
    ...unknownInPlan(file, codes),
  ];
  if (names.length > 0) return { ok: false, findings: names };
  const rows = [
    ...missingRows(file),
    ...unfitTests(file),
    ...unfitSkips(file),
    ...unreviewedOrders(file),
    ...unfitTelework(file),
    ...unlawfulWorkingTime(file),
    ...unfitMeetings(file),
    ...unfitRegisters(file),
    ...misplacedWords(file),
    ...unreachableRows(file),
    ...unfitRetention(file, classifications),
  ];
  if (rows.length > 0) return { ok: false, findings: rows };
  const pack = compile(file, classifications);
  const covered = overlapsAndGaps(pack);
  const findings = covered.length > 0 ? covered : failingExamples(pack);
  return findings.length > 0 ? { ok: false, findings } : { ok: true, pack };
}
