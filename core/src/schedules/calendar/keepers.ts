import type { Tx } from '../../platform/index.ts';
import type { Regulations, ScheduleRules } from '../../regulations/index.ts';
import { localDateOf } from '../../shared/index.ts';

export interface KeepingParts {
  readonly regulations: Regulations;
  readonly clock: { now(): Date };
}

/** By which rules calendars are kept today. */
export async function keepingRules({ regulations, clock }: KeepingParts, tx: Tx): Promise<ScheduleRules> {
  await regulations.ready(tx);
  return regulations.schedulesOn({ municipalityId: tx.municipalityId, day: localDateOf(clock.now()) });
}
