import { type Actor, hasRole, type UnitRef } from '../directory/index.ts';

/** Who reads: the person, and where in the organisation they stand today. */
export interface Reader {
  readonly actor: Actor;
  /** The units of their posts with all units above them, nearest first, one path per post. */
  readonly paths: readonly (readonly UnitRef[])[];
}

export interface Readable {
  readonly state: 'OPEN' | 'FROZEN' | 'DISCARDED';
  readonly caseId: string | null;
  readonly ownerUnitId: string;
  readonly ownerUnitPath: readonly string[];
  /** Of a case above 自治体機密性 2: its participants' only, for ever. */
  readonly confidential: boolean;
}

/** 総括文書管理者 and 監査 see every section. A 文書主任 sees their own section like everybody in it. */
export function seesEverySection({ actor }: Reader): boolean {
  return hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'AUDITOR');
}

/** Where they stand: the units held, and those with the 課 above them. What a 部 or the 市 itself files stays above. */
export function sectionsOf({ paths }: Reader): { own: string[]; sections: string[] } {
  const own = paths.flatMap((path) => path.slice(0, 1)).map((unit) => unit.unitId);
  const above = paths.flat().filter((unit) => unit.kind !== 'DEPARTMENT' && unit.kind !== 'BUREAU');
  return { own, sections: [...new Set([...own, ...above.map((unit) => unit.unitId)])] };
}

/** In the owning section: in it or below it (its 係), or in a unit above it (部長, 市長). */
function inSection(reader: Reader, unitId: string, unitPath: readonly string[]): boolean {
  const { own, sections } = sectionsOf(reader);
  return sections.includes(unitId) || own.some((held) => unitPath.includes(held));
}

/** True when the organisation alone lets them read it. Papers of a case that is confidential, or not decided, are its participants' only. */
export function mayRead(reader: Reader, record: Readable): boolean {
  if (seesEverySection(reader)) return true;
  if (record.confidential || (record.caseId !== null && record.state !== 'FROZEN')) return false;
  return inSection(reader, record.ownerUnitId, record.ownerUnitPath);
}
