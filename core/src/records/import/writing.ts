import { type OrganisationSnapshot, personOf, type SnapshotUnit } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { badInput, startOfDay } from '../../shared/index.ts';
import type { At } from '../register/at.ts';
import { note } from '../register/history.ts';
import { batches, Look, taken } from './look.ts';
import type { Rows } from './rows.ts';
import type { LegacyRow } from './rules.ts';
import { continueRuns, type ImportedNumber, insertImport, insertImported, keyOf, standing } from './store.ts';
import type { Table } from './table.ts';

interface Writing {
  readonly at: At;
  readonly importId: string;
  readonly units: ReadonlyMap<string, SnapshotUnit>;
  /** Who numbers under a 記号 today: where a row says nothing of 主務課. */
  readonly bySymbol: ReadonlyMap<string, SnapshotUnit>;
  readonly own: { readonly unitId: string; readonly unitName: string };
  /** Of a unit, with those above it. */
  readonly pathOf: (unitId: string) => string[];
}

function importedOf({ at, importId, units, bySymbol, own, pathOf }: Writing, row: LegacyRow): ImportedNumber {
  const { unitName, by, date, ...said } = row;
  const unit =
    unitName === null ? bySymbol.get(row.symbol) : units.get(unitName.normalize('NFKC').replace(/\s+/gu, ''));
  const { clock } = at.parts;
  const unitId = unit?.unitId ?? own.unitId;
  return {
    ...{ ...said, id: newId(clock), leafId: newId(clock), origin: 'IMPORTED', importId, lastYearReason: null },
    ...{ said: null },
    ...{
      takenOn: date,
      takenAt: startOfDay(date),
      unitId,
      unitName: unitName ?? unit?.name ?? own.unitName,
      unitPath: pathOf(unitId),
    },
    registeredBy: { ...personOf(at.actor), name: by ?? at.actor.name },
  };
}

const SERIES = ['DRAFTED', 'RECEIVED', 'SENT'] as const;

function unitsBySymbol({ parts, tx, today }: At, there: OrganisationSnapshot): Map<string, SnapshotUnit> {
  const when = { municipalityId: tx.municipalityId, day: today };
  const found = new Map<string, SnapshotUnit>();
  for (const unit of there.units.values()) {
    const path = there.lineAbove(unit.unitId).flatMap(({ unitId }) => there.units.get(unitId) ?? []);
    for (const series of SERIES) {
      const numbers = parts.regulations.numberSeries(when, path, series);
      if (numbers?.unit.unitId === unit.unitId) found.set(numbers.symbol, unit);
    }
  }
  return found;
}

/** @throws bad-input `records.no_unit` */
async function writingOf(at: At): Promise<Writing> {
  const there = await at.parts.directory.organisation(at.tx);
  const [post] = at.actor.posts;
  if (!post) throw badInput('records.no_unit');
  const paths = new Map<string, string[]>();
  const pathOf = (unitId: string): string[] => {
    const path = paths.get(unitId) ?? there.lineAbove(unitId).map((line) => line.unitId);
    paths.set(unitId, path);
    return path;
  };
  const own = { unitId: post.sectionId, unitName: there.units.get(post.sectionId)?.name ?? post.unitName };
  const units = new Map([...there.units.values()].map((unit) => [unit.name, unit]));
  return { at, importId: newId(at.parts.clock), units, bySymbol: unitsBySymbol(at, there), own, pathOf };
}

/** Reads the file again, and writes what does not stand yet; a file that was written before changes nothing. */
export async function write(
  at: At,
  table: Table,
  rows: Rows,
  file: { sha256: string; fileName: string; rowCount: number },
): Promise<void> {
  const writing = await writingOf(at);
  const { importId } = writing;
  if (!(await insertImport(at.tx, { ...file, id: importId, by: personOf(at.actor), at: at.now }))) return;
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
