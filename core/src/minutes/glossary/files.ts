import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  Download,
  type Json,
  type Locale,
  say,
  type UploadedFile,
} from '../../shared/index.ts';
import { inside, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { GlossaryExportQuery, GlossaryImport } from './contract.ts';
import { type Problem, readTermsCsv, type TermLine, writeTermsCsv } from './csv.ts';
import { hotwords, initialPrompt } from './hotwords.ts';
import { type KeptTerm, KnownWritings } from './keeping.ts';
import { note } from './noting.ts';
import { mayKeep } from './policy.ts';
import type { Shelf } from './present.ts';
import { MOST_TERMS } from './service.ts';
import { shelfOf } from './shelf.ts';
import * as store from './store.ts';
import { termsFor } from './terms.ts';
import { glossaryTexts } from './text.ts';

export interface GlossaryFiles {
  /** All of the file or nothing; with `dryRun` only what would become of it. @throws bad-input `minutes.glossary_csv_*` */
  takeIn(caller: Caller, file: UploadedFile | null, dryRun: boolean): Promise<GlossaryImport>;
  /** @throws conflict `minutes.glossary_not_in_shift_jis` */
  give(caller: Caller, query: GlossaryExportQuery): Promise<Download>;
}

const LARGEST = 5 * 1024 * 1024;
const SHOWN = 100;

/** What a file would make of the glossary. */
interface Plan {
  readonly before: readonly KeptTerm[];
  readonly after: readonly KeptTerm[];
  readonly added: number;
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

const keyOf = ({ bodyId, written }: Pick<KeptTerm, 'bodyId' | 'written'>) => JSON.stringify([bodyId, written]);

const same = (a: KeptTerm, { content: b }: TermLine): boolean =>
  a.reading === b.reading && a.kind === b.kind && JSON.stringify(a.heard) === JSON.stringify(b.heard);

function problemsOf(shelf: Shelf, kept: readonly KeptTerm[], lines: readonly TermLine[]): Problem[] {
  const inFile = new Set(lines.map(({ content }) => keyOf(content)));
  const known = new KnownWritings(kept.filter((term) => !inFile.has(keyOf(term))));
  return lines.flatMap(({ line, content }): Problem[] => {
    const at = { line, column: null, value: content.written };
    if (!mayKeep(shelf.keeping, content.bodyId)) return [{ ...at, code: 'minutes.glossary_csv_not_yours', params: {} }];
    const clash = known.clashOf(content);
    known.add(content);
    return clash ? [{ ...at, ...clash }] : [];
  });
}

function planOf(
  parts: MinutesParts,
  open: Open,
  given: { shelf: Shelf; kept: KeptTerm[]; lines: readonly TermLine[] },
): Plan {
  const { shelf, kept, lines } = given;
  const now = { changedAt: parts.clock.now(), changedBy: personOf(open.actor) };
  const known = new Map(kept.map((term) => [keyOf(term), term]));
  const pairs = lines.map((line) => ({ line, before: known.get(keyOf(line.content)) ?? null }));
  const changed = pairs.filter(({ line, before }) => before === null || !same(before, line));
  const added = changed.filter(({ before }) => before === null).length;
  const problems = problemsOf(shelf, kept, lines);
  if (kept.length + added > MOST_TERMS)
    problems.push({
      line: 1,
      column: null,
      value: '',
      code: 'minutes.glossary_csv_full',
      params: { most: MOST_TERMS },
    });
  return {
    ...{ added, problems, unchanged: lines.length - changed.length },
    before: changed.flatMap(({ before }) => before ?? []),
    after: changed.map(({ line, before }) => ({
      ...{ ...line.content, ...now },
      ...{ termId: before?.termId ?? newId(parts.clock), version: (before?.version ?? 0) + 1 },
    })),
  };
}

const presentProblem = ({ line, column, value, code, params }: Problem, locale: Locale) => ({
  ...{ line, column, value, why: say(glossaryTexts, code, locale, params) ?? code },
});

async function takeInOnce(
  parts: MinutesParts,
  open: Open,
  given: { bytes: Uint8Array; dryRun: boolean },
): Promise<GlossaryImport> {
  const shelf = await shelfOf(parts, open);
  const held = await store.holdGlossary(open.tx);
  const kept = await store.termsOf(open.tx);
  const read = readTermsCsv(given.bytes, shelf.bodies);
  const { before, after, added, unchanged, problems } = planOf(parts, open, { shelf, kept, lines: read.lines });
  const all = [...read.problems, ...problems].toSorted((a, b) => a.line - b.line);
  const done = !given.dryRun && all.length === 0;
  if (done && after.length > 0) {
    await store.saveTerms(open.tx, after);
    await note(parts, open, { act: 'TERMS_IMPORTED', before, after, held });
  }
  return {
    ...{ added, changed: after.length - added, unchanged, done },
    problems: all.slice(0, SHOWN).map((problem) => presentProblem(problem, open.caller.locale)),
  };
}

async function takeIn(
  parts: MinutesParts,
  caller: Caller,
  { file, dryRun }: { file: UploadedFile | null; dryRun: boolean },
): Promise<GlossaryImport> {
  if (!file || file.bytes.length === 0) throw badInput('minutes.glossary_file_empty');
  if (file.bytes.length > LARGEST) throw badInput('minutes.glossary_file_too_large', { most: LARGEST / 1024 / 1024 });
  const { bytes } = file;
  const answer = await inside(parts, caller, (open) => {
    const request: Json = { use: 'minutes.import-terms', file: Buffer.from(bytes).toString('base64'), dryRun };
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(open.tx, call, async () => (await takeInOnce(parts, open, { bytes, dryRun })) as unknown as Json);
  });
  parts.wake();
  return answer as unknown as GlossaryImport;
}

const text = (fileName: string, words: string) =>
  new Download(fileName, 'text/plain; charset=utf-8', new TextEncoder().encode(words));

const give = (
  parts: MinutesParts,
  caller: Caller,
  { form, encoding, bodyId }: GlossaryExportQuery,
): Promise<Download> =>
  looking(parts, caller, async (open) => {
    const [{ bodies }, terms] = await Promise.all([shelfOf(parts, open), store.termsOf(open.tx)]);
    const told = termsFor(terms, bodyId ?? null);
    if (form === 'HOTWORDS') return text('hotwords.txt', hotwords(told));
    if (form === 'PROMPT') return text('initial-prompt.txt', initialPrompt(told));
    const wanted = bodyId === undefined ? terms : terms.filter((term) => term.bodyId === bodyId);
    const { bytes, unmappable } = writeTermsCsv(wanted, bodies, encoding);
    const signs = [...new Set(unmappable.map(({ character }) => character))];
    // 〓 in a name would come back as the city's spelling.
    if (signs.length > 0) throw conflict('minutes.glossary_not_in_shift_jis', { signs: signs.slice(0, 20).join(' ') });
    return new Download('用語集.csv', `text/csv; charset=${encoding}`, bytes);
  });

export const createGlossaryFiles = (parts: MinutesParts): GlossaryFiles => ({
  takeIn: (caller, file, dryRun) => takeIn(parts, caller, { file, dryRun }),
  give: (caller, query) => give(parts, caller, query),
});
