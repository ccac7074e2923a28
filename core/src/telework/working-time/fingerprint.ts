import { hash } from 'node:crypto';
import { canonicalJson, type Json } from '../../shared/index.ts';
import type { MonthSheet } from './sheet.ts';
import type { SheetRow } from './sheet-rows.ts';
import { WORK_CLASSES } from './work-classes.ts';

type Cell = (row: SheetRow) => unknown;

// Parts that are objects, member by member, so that the order in which they were put together does not matter.
const PARTS: Readonly<Partial<Record<keyof SheetRow, Cell>>> = {
  byClass: ({ byClass }) => WORK_CLASSES.map((name) => [byClass[name].minutes, byClass[name].night]),
  spentAs: (row) => row.spentAs.map(({ kind, leave, part }) => [kind, leave, part]),
  reported: ({ reported }) => [reported.plan, reported.result],
};

/** What was closed: the same sheet has the same one wherever and whenever it is made again, and no other sheet has it. */
export function fingerprintOf({ month, rows, totals }: MonthSheet): string {
  const [first] = rows;
  const names = first ? (Object.keys(first) as (keyof SheetRow)[]).sort() : [];
  const cells = names.map((name): Cell => PARTS[name] ?? ((row) => row[name]));
  // canonicalJson alone takes as long as making the sheet, which counts where a whole city is closed.
  const text = JSON.stringify([month, names, rows.map((row) => cells.map((cell) => cell(row)))]);
  return hash('sha256', text + canonicalJson(totals as unknown as Json), 'hex');
}
