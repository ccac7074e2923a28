import type { Directory, OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Regulations, ScheduleRules } from '../../regulations/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { calendarSight } from './sight.ts';

export interface KeepingParts {
  readonly regulations: Regulations;
  readonly clock: { now(): Date };
}

/** By which rules calendars are kept today. */
export async function keepingRules({ regulations, clock }: KeepingParts, tx: Tx): Promise<ScheduleRules> {
  await regulations.ready(tx);
  return regulations.schedulesOn({ municipalityId: tx.municipalityId, day: localDateOf(clock.now()) });
}

interface Kept {
  readonly there: OrganisationSnapshot;
  readonly rules: ScheduleRules;
  readonly staffId: string;
}

const withThoseBelow = (there: OrganisationSnapshot, unitId: string): string[] => [
  unitId,
  ...there.unitsBelow(unitId).flatMap((unit) => withThoseBelow(there, unit.unitId)),
];

/** Those who work in the units that keep the calendar by the regulations. */
const inKeepingUnits = ({ there, rules, staffId }: Kept): string[] =>
  there
    .postsOf(staffId)
    .flatMap(({ code }) => rules.keepersOf(code))
    .flatMap((code) => there.unitByCode(code) ?? [])
    .flatMap(({ unitId }) => withThoseBelow(there, unitId))
    .flatMap((unitId) => there.postsIn(unitId))
    .flatMap(({ holders }) => holders.map((holder) => holder.staffId));

/** Who keeps somebody's calendar besides themselves: of executives their secretaries; nobody for most. */
export async function keepersOf(
  parts: KeepingParts & { readonly directory: Directory },
  tx: Tx,
  staffId: string,
): Promise<string[]> {
  const { directory } = parts;
  const [there, rules, secretaries] = await Promise.all([
    directory.organisation(tx),
    keepingRules(parts, tx),
    directory.actorsWith(tx, 'SECRETARY'),
  ]);
  const byUnit = await Promise.all(inKeepingUnits({ there, rules, staffId }).map((id) => directory.actorById(tx, id)));
  const owner = { kind: 'STAFF', ownerId: staffId } as const;
  const keeps = [...secretaries, ...byUnit].flatMap((actor) => {
    const may =
      actor && actor.staffId !== staffId && calendarSight({ there, actor, rules, locale: 'ja' }).mayWrite(owner);
    return may ? [actor.staffId] : [];
  });
  return [...new Set(keeps)];
}
