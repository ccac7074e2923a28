import { hasRole, personOf, type SnapshotUnit } from '../../directory/index.ts';
import { newId, sha256Hex } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import {
  badInput,
  type Caller,
  type Locale,
  notAllowed,
  say,
  startOfDay,
  type UploadedFile,
  warekiFiscalYear,
} from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import { type At, atRegister } from '../register/at.ts';
import { note } from '../register/history.ts';
import type { ImportInput, ImportReport } from './contract.ts';
import { type Column, columnsOf, type LegacyRow, missingIn, readRow, type Said } from './rules.ts';
import {
  begunRuns,
  continueRuns,
  type ImportedNumber,
  insertImport,
  insertImported,
  keyOf,
  type Run,
  standing,
} from './store.ts';
import { type Line, readTable, type Table } from './table.ts';
import { importTexts } from './text.ts';

export interface Imports {
  /**
   * 旧台帳の移行: looks the file over; without `dryRun` it goes into the register whole, or not at all, and once.
   * @throws bad-input `records.import_*`; not-allowed `records.import_not_yours`
   */
  import(caller: Caller, input: ImportInput, file: UploadedFile | null): Promise<ImportReport>;
}

const BATCH = 1_000;
const SHOWN = 100;
const HEAD_WITHIN = 10;
const MOST_BYTES = 50 << 20;

type Columns = ReadonlyMap<Column, number>;
interface Named extends Said {
  readonly line: number;
}

interface Rows {
  readonly headAt: number;
  readonly columns: Columns;
}

/** The line of heads: among the first, below a title perhaps. @throws bad-input */
function headOf({ lines }: Table): Rows {
  let at = 0;
  for (const { line, cells } of lines()) {
    const columns = columnsOf(cells);
    if (columns) return { headAt: line, columns };
    at += 1;
    if (at >= HEAD_WITHIN) break;
  }
  throw badInput('records.import_no_head');
}

function* below({ lines }: Table, { headAt }: Rows): Generator<Line> {
  for (const one of lines()) if (one.line > headAt && one.cells.some((cell) => cell !== '')) yield one;
}

/** What is found while the file is read once; nothing of a row is kept but its number. */
class Look {
  readonly errors: Named[] = [];
  readonly warnings: Named[] = [];
  readonly sample: LegacyRow[] = [];
  readonly runs = new Map<string, { symbol: string; fiscalYear: number; numbers: number[] }>();
  private readonly lineOf = new Map<string, number>();
  rows = 0;
  known = 0;
  errorCount = 0;
  warningCount = 0;

  error(one: Named): void {
    this.errorCount += 1;
    if (this.errors.length < SHOWN) this.errors.push(one);
  }

  warn(one: Named): void {
    this.warningCount += 1;
    if (this.warnings.length < SHOWN) this.warnings.push(one);
  }

  take({ line, cells }: Line, columns: Columns): LegacyRow | null {
    this.rows += 1;
    const { row, errors, warnings } = readRow(cells, columns);
    for (const one of errors) this.error({ ...one, line });
    for (const one of warnings) this.warn({ ...one, line });
    if (!row) return null;
    const key = keyOf(row);
    const before = this.lineOf.get(key);
    if (before !== undefined) {
      const params = { number: numberLabel(row.symbol, row.number, row.branch), other: before };
      this.error({ line, column: '番号', code: 'records.import_twice', params });
      return null;
    }
    this.lineOf.set(key, line);
    const run = this.runs.get(`${row.fiscalYear}/${row.symbol}`) ?? {
      symbol: row.symbol,
      fiscalYear: row.fiscalYear,
      numbers: [],
    };
    if (row.branch === 0) run.numbers.push(row.number);
    this.runs.set(`${row.fiscalYear}/${row.symbol}`, run);
    if (this.sample.length < 5) this.sample.push(row);
    return row;
  }

  line(key: string): number {
    return this.lineOf.get(key) ?? 0;
  }

  highest(): Run[] {
    return [...this.runs.values()].flatMap(({ symbol, fiscalYear, numbers }) =>
      numbers.length === 0
        ? []
        : [{ symbol, fiscalYear, highest: numbers.reduce((most, one) => Math.max(most, one), 0) }],
    );
  }
}

function* batches(rows: Iterable<LegacyRow | null>): Generator<LegacyRow[]> {
  let batch: LegacyRow[] = [];
  for (const row of rows) {
    if (row) batch.push(row);
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function* taken(look: Look, table: Table, rows: Rows): Generator<LegacyRow | null> {
  for (const line of below(table, rows)) yield look.take(line, rows.columns);
}

const sameAsBefore = (row: LegacyRow, there: { origin: string; title: string }): boolean =>
  there.origin === 'IMPORTED' && there.title === row.title;

/** Reads the file once, beside what stands in the register. */
async function lookOver(at: At, table: Table, rows: Rows): Promise<Look> {
  const look = new Look();
  for (const batch of batches(taken(look, table, rows))) {
    const there = await standing(at.tx, batch);
    for (const row of batch) {
      const before = there.get(keyOf(row));
      if (!before) continue;
      look.known += 1;
      const params = {
        number: numberLabel(row.symbol, row.number, row.branch),
        title: before.origin === 'IMPORTED' ? before.title : '',
      };
      if (!sameAsBefore(row, before))
        look.error({ line: look.line(keyOf(row)), column: '番号', code: 'records.import_taken', params });
    }
  }
  if (look.rows === 0) throw badInput('records.import_empty');
  for (const { symbol, fiscalYear, highest } of await begunRuns(at.tx, look.highest())) {
    const params = { symbol, year: warekiFiscalYear(fiscalYear), highest };
    if (look.known < look.rows) look.error({ line: 0, column: null, code: 'records.import_overlaps', params });
  }
  return look;
}

const sentences = (all: readonly Named[], locale: Locale) =>
  all.map(({ line, column, code, params }) => ({
    line,
    column,
    sentence: say(importTexts, code as keyof typeof importTexts, locale, params ?? {}) ?? code,
  }));

function reported(
  look: Look,
  { locale, fileName, encoding }: { locale: Locale; fileName: string; encoding: string },
): Omit<ImportReport, 'imported'> {
  const gaps = [...look.runs.values()].map(({ symbol, fiscalYear, numbers }) => ({
    symbol,
    fiscalYear,
    ...missingIn(numbers),
  }));
  return {
    ...{ fileName, encoding, rows: look.rows, fresh: look.rows - look.known, known: look.known },
    ...{ errorCount: look.errorCount, warningCount: look.warningCount },
    ...{ errors: sentences(look.errors, locale), warnings: sentences(look.warnings, locale) },
    gaps: gaps
      .filter(({ count }) => count > 0)
      .slice(0, SHOWN)
      .map(({ symbol, fiscalYear, text, count }) => ({
        symbol,
        fiscalYear: warekiFiscalYear(fiscalYear),
        missing: text,
        count,
      })),
    sample: look.sample.map((row) => ({
      ...{
        number: numberLabel(row.symbol, row.number, row.branch),
        fiscalYear: warekiFiscalYear(row.fiscalYear),
        date: row.date,
      },
      ...{ direction: row.direction, title: row.title, counterparty: row.counterparty, unitName: row.unitName ?? '' },
    })),
  };
}

interface Writing {
  readonly at: At;
  readonly importId: string;
  readonly units: ReadonlyMap<string, SnapshotUnit>;
  readonly own: { readonly unitId: string; readonly unitName: string };
  /** Of a unit, with those above it. */
  readonly pathOf: (unitId: string) => string[];
}

function importedOf({ at, importId, units, own, pathOf }: Writing, row: LegacyRow): ImportedNumber {
  const { unitName, by, date, ...said } = row;
  const unit = units.get((unitName ?? '').normalize('NFKC').replace(/\s+/gu, ''));
  const { clock } = at.parts;
  const unitId = unit?.unitId ?? own.unitId;
  return {
    ...{ ...said, id: newId(clock), leafId: newId(clock), origin: 'IMPORTED', importId, lastYearReason: null },
    ...{
      takenOn: date,
      takenAt: startOfDay(date),
      unitId,
      unitName: unitName ?? own.unitName,
      unitPath: pathOf(unitId),
    },
    registeredBy: { ...personOf(at.actor), name: by ?? at.actor.name },
  };
}

async function write(
  at: At,
  table: Table,
  rows: Rows,
  file: { sha256: string; fileName: string; rowCount: number },
): Promise<void> {
  const there = await at.parts.directory.organisation(at.tx);
  const [post] = at.actor.posts;
  if (!post) throw badInput('records.no_unit');
  const importId = newId(at.parts.clock);
  if (!(await insertImport(at.tx, { ...file, id: importId, by: personOf(at.actor), at: at.now }))) return;
  const paths = new Map<string, string[]>();
  const pathOf = (unitId: string): string[] => {
    const path = paths.get(unitId) ?? there.lineAbove(unitId).map((line) => line.unitId);
    paths.set(unitId, path);
    return path;
  };
  const own = { unitId: post.sectionId, unitName: there.units.get(post.sectionId)?.name ?? post.unitName };
  const units = new Map([...there.units.values()].map((unit) => [unit.name, unit]));
  const writing = { at, importId, units, own, pathOf };
  const look = new Look();
  for (const batch of batches(taken(look, table, rows))) {
    const known = await standing(at.tx, batch);
    const fresh = batch.filter((row) => !known.has(keyOf(row)));
    if (fresh.length > 0)
      await insertImported(
        at.tx,
        fresh.map((row) => importedOf(writing, row)),
      );
  }
  await continueRuns(at.tx, look.highest());
  const fact = { ...file };
  await note(
    { clock: at.parts.clock, tx: at.tx, actor: at.actor, via: at.caller.via },
    { kind: 'import', id: importId, seq: 1, act: 'IMPORTED', fact },
  );
}

async function importNow(at: At, { dryRun }: ImportInput, { bytes, fileName }: UploadedFile): Promise<ImportReport> {
  if (!hasRole(at.actor, 'CHIEF_RECORDS_MANAGER')) throw notAllowed('records.import_not_yours');
  const table = readTable(bytes);
  const rows = headOf(table);
  const look = await lookOver(at, table, rows);
  const report = reported(look, { locale: at.caller.locale, fileName, encoding: table.encoding });
  if (dryRun || look.errorCount > 0) {
    if (!dryRun) throw badInput('records.import_has_errors', { count: look.errorCount });
    return { ...report, imported: false };
  }
  await write(at, table, rows, { sha256: sha256Hex(bytes), fileName: fileName.slice(0, 200), rowCount: look.rows });
  return { ...report, imported: true };
}

export function createImports(parts: RecordsParts): Imports {
  return {
    async import(caller, input, file) {
      if (!file) throw badInput('records.file_missing');
      if (file.bytes.length > MOST_BYTES) throw badInput('records.import_too_large');
      return parts.db.inMunicipality(caller.municipalityId, async (tx) =>
        importNow(await atRegister(parts, tx, caller), input, file),
      );
    },
  };
}
