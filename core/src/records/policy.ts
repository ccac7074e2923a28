import { type Actor, hasRole, type UnitRef } from '../directory/index.ts';
import type { Level } from '../shared/index.ts';

/** Who reads: the person, and where in the organisation they stand today. */
export interface Reader {
  readonly actor: Actor;
  /** The units of their posts with all units above them, nearest first, one path per post. */
  readonly paths: readonly (readonly UnitRef[])[];
}

/** What decides who may read a record, of how it is kept today. */
export interface Readable {
  readonly state: 'OPEN' | 'FROZEN' | 'DISCARDED';
  readonly caseId: string | null;
  /** Of a case above 自治体機密性 2, or somebody's own matter: its participants' only, for ever. */
  readonly onlyParticipants: boolean;
  readonly level: Level;
  /** 主管課 today, and the units above it, nearest first. */
  readonly unitId: string;
  readonly unitPath: readonly string[];
  /** Staff named for it. */
  readonly readers: readonly string[];
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

/** What its 自治体機密性 lets: 2 and 1 the section and the units above; 3C the section itself; 3B its head; 3A nobody by their post. */
function byLevel({ own, sections, headed }: Where, { level, unitId, unitPath }: Readable): boolean {
  switch (level) {
    case 'C1':
    case 'C2':
      return sections.includes(unitId) || own.some((held) => unitPath.includes(held));
    case 'C3C':
      return sections.includes(unitId);
    case 'C3B':
      return headed.includes(unitId);
    case 'C3A':
      return false;
  }
}

/** From where somebody looks (`access.ts`). */
export interface Where {
  readonly actor: Pick<Actor, 'staffId'>;
  readonly all: boolean;
  readonly own: readonly string[];
  readonly sections: readonly string[];
  readonly headed: readonly string[];
}

/**
 * True when the organisation alone lets them read it. Papers of a case that is confidential, or not decided, are its
 * participants' only. Lists ask the same of the database (`visible`).
 */
export function mayRead(where: Where, record: Readable): boolean {
  if (where.all || record.readers.includes(where.actor.staffId)) return true;
  if (record.caseId !== null && (record.onlyParticipants || record.state !== 'FROZEN')) return false;
  return byLevel(where, record);
}
