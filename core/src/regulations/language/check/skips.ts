import { type Finding, finding } from '../finding.ts';
import type { PackFile, SkipRow } from '../schema.ts';

const DECIDING: readonly SkipRow['duties'][number][] = ['DECISION', 'PROVISIONAL'];

/** 後閲 never takes the place of a decision, and comes by itself only where the pack lets it on absence. */
export function unfitSkips({ skips, absence }: PackFile): Finding[] {
  const accepted = new Set(absence.flatMap(({ sources }) => sources));
  return skips.flatMap(({ id, duties, allowed, triggers, automatic }) => {
    const unknown = automatic?.sources.filter((source) => !accepted.has(source)) ?? [];
    return [
      ...(allowed && duties.some((duty) => DECIDING.includes(duty))
        ? [finding(id, 'regulations.pack_skip_of_decision')]
        : []),
      ...(automatic && !(allowed && triggers.includes('ABSENCE'))
        ? [finding(id, 'regulations.pack_automatic_not_allowed')]
        : []),
      ...unknown.map((source) => finding(id, 'regulations.pack_automatic_not_absence', { source })),
    ];
  });
}
