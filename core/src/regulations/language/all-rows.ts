import { leaveRowsOf } from './leave.ts';
import { meetingRowsOf } from './meetings.ts';
import type { PackFile, Row } from './schema.ts';
import type { Telework } from './telework.ts';
import { workingTimeRowsOf } from './working-time.ts';

/** The rows of the telework rules, of every kind. */
export const teleworkRowsOf = ({ rules, procedures, reports, treatments, switches }: Telework) => [
  ...rules,
  ...procedures,
  ...reports,
  ...treatments,
  ...switches,
];

/** The rows of every table, each with its article and sentence. */
export function allRows(file: PackFile): readonly Row[] {
  const { decisions, steps, escalations, deputies, deputyLimits, absence, postReview, skips, reminders, series } = file;
  const tables: (readonly Row[])[] = [
    ...[decisions, steps, escalations, deputies, deputyLimits, absence, postReview, skips, reminders, series],
  ];
  return [
    ...tables.flat(),
    ...(file.telework ? [...teleworkRowsOf(file.telework), ...(file.telework.talk ? [file.telework.talk] : [])] : []),
    ...(file.workingTime ? workingTimeRowsOf(file.workingTime) : []),
    ...(file.leave ? leaveRowsOf(file.leave) : []),
    ...(file.meetings ? meetingRowsOf(file.meetings) : []),
    ...(file.registers?.need?.rows ?? []),
    ...(file.disclosure?.schemes ?? []).flatMap(({ grounds }) => grounds),
    ...(file.schedules ? [...file.schedules.travel, ...file.schedules.executives] : []),
  ];
}

export const rowsByName = (file: PackFile): ReadonlyMap<string, Row> =>
  new Map(allRows(file).map((row) => [row.id, row]));
