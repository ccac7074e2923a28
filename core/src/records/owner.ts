import type { Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Regulations } from '../regulations/index.ts';
import { badInput, type LocalDate } from '../shared/index.ts';

interface OwnerParts {
  readonly directory: Pick<Directory, 'unitPath'>;
  readonly regulations: Pick<Regulations, 'numberSeries' | 'ready'>;
}

/** 主務課, with the ids of it and of the units above, nearest first. */
export interface Owner {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
}

/** Who answers for what somebody of this unit files: the nearest unit that numbers. @throws bad-input `records.no_unit` */
export async function ownerOf(
  { directory, regulations }: OwnerParts,
  tx: Tx,
  { unitId, day }: { unitId: string | undefined; day: LocalDate },
): Promise<Owner> {
  if (unitId === undefined) throw badInput('records.no_unit');
  const [path] = await Promise.all([directory.unitPath(tx, unitId), regulations.ready(tx)]);
  const unit = regulations.numberSeries({ municipalityId: tx.municipalityId, day }, path, 'DRAFTED')?.unit;
  if (!unit) throw badInput('records.no_unit');
  const unitPath = path.slice(path.indexOf(unit)).map((above) => above.unitId);
  return { unitId: unit.unitId, unitName: unit.name, unitPath };
}
