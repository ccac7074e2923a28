import { invariant } from '../../shared/index.ts';
import type { ClassificationRow, DataSet, DataSetRow } from '../file-plan.ts';
import type { PackFile } from '../language/schema.ts';
import { commonData } from '../packs/common-data.ts';
import { commonPlan } from '../packs/common-plan.ts';

/** The city's own plan; or the standard one with what the city has otherwise. */
export function planOf({ filePlan }: Pick<PackFile, 'filePlan'>): readonly ClassificationRow[] {
  const { rows, regulation, changes = [] } = filePlan;
  const changed = new Map(changes.map((change) => [change.code, change]));
  return (rows ?? commonPlan(regulation)).map((row) => {
    const change = changed.get(row.code);
    const named = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
    return { ...row, ...Object.fromEntries(named) };
  });
}

/** What is kept besides documents, and why. */
export const dataOf = ({ filePlan }: Pick<PackFile, 'filePlan'>): readonly DataSetRow[] =>
  filePlan.data ?? commonData(filePlan.regulation);

export function dataSetOf(file: Pick<PackFile, 'filePlan'>, set: DataSet): DataSetRow {
  const row = dataOf(file).find((one) => one.set === set);
  invariant(row, `a pack that was loaded says how long ${set} is kept`);
  return row;
}

/** After how many days working versions go by themselves, and by which article of which version. */
export interface WorkingVersionsRule {
  readonly days: number;
  readonly article: string;
  readonly regulationVersion: string;
}

/** Null where only a person lets them go. */
export function workingVersionsOf({
  file: { filePlan },
  version,
}: {
  readonly file: Pick<PackFile, 'filePlan'>;
  readonly version: string;
}): WorkingVersionsRule | null {
  const { workingVersions } = filePlan;
  return workingVersions ? { ...workingVersions, regulationVersion: version } : null;
}
