import { type ClassificationRow, DATA_SETS, type DataSetRow } from '../../file-plan.ts';
import { dataOf } from '../../retention/of-pack.ts';
import { type Finding, finding } from '../finding.ts';
import type { PackFile } from '../schema.ts';

/** Classes that are changed or tried but stand in no row; and what is said twice. */
export function unknownInPlan({ filePlan }: PackFile, codes: readonly string[]): Finding[] {
  const { changes = [], examples = [], data = [] } = filePlan;
  const unknown = [
    ...changes.map(({ code }) => ({ row: code, code })),
    ...examples.map((one) => ({ row: one.name, code: one.class })),
  ];
  const twice = (what: string, names: readonly string[]) =>
    names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => finding(name, 'regulations.pack_twice', { what, name }));
  return [
    ...unknown
      .filter(({ code }) => !codes.includes(code))
      .map(({ row, code }) => finding(row, 'regulations.pack_unknown', { what: 'filePlan', name: code })),
    ...twice(
      'changes',
      changes.map(({ code }) => code),
    ),
    ...twice(
      'data',
      data.map(({ set }) => set),
    ),
  ];
}

type Period = Pick<
  ClassificationRow,
  'retentionYears' | 'retentionBasis' | 'permanent' | 'keepDays' | 'event' | 'endAction'
>;

function unfitPeriod(name: string, row: Period): Finding[] {
  const found: Finding[] = [];
  if (row.retentionBasis === 'EVENT' && !row.event) found.push(finding(name, 'regulations.pack_event_unnamed'));
  if (row.retentionBasis !== 'EVENT' && row.event) found.push(finding(name, 'regulations.pack_event_not_asked'));
  if (row.keepDays !== undefined && row.retentionYears > 0) found.push(finding(name, 'regulations.pack_days_of_years'));
  const forever = row.permanent === true && (row.retentionYears === 0 || row.endAction === 'DESTROY');
  if (forever) found.push(finding(name, 'regulations.pack_permanent_unfit'));
  return found;
}

const nameOf = (row: DataSetRow) => `data.${row.set}`;

/** Periods that cannot be counted, data that no row speaks of, and exceptions that no example tries. */
export function unfitRetention(file: PackFile, plan: readonly ClassificationRow[]): Finding[] {
  const data = dataOf(file);
  const { changes = [], examples = [] } = file.filePlan;
  const missing = DATA_SETS.filter((set) => !data.some((row) => row.set === set));
  const untried = changes.filter(({ code }) => !examples.some((example) => example.class === code));
  return [
    ...plan.flatMap((row) => unfitPeriod(row.code, row)),
    ...data.flatMap((row) => unfitPeriod(nameOf(row), row)),
    ...missing.map((set) => finding(`data.${set}`, 'regulations.pack_data_set_missing', { set })),
    ...untried.map(({ code }) => finding(code, 'regulations.pack_retention_untried', { code })),
  ];
}
