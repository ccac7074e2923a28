import type { SheetRow } from '../working-time/sheet-rows.ts';

const AWAY_FROM_OFFICE: readonly string[] = ['HOME', 'SATELLITE', 'MOBILE'];

/** Days on which something was worked by telework, each once however many parts it had. */
export const teleworkDays = (rows: readonly SheetRow[]): number =>
  rows.filter(({ worked, spentAs }) => worked > 0 && spentAs.some(({ kind }) => AWAY_FROM_OFFICE.includes(kind)))
    .length;
