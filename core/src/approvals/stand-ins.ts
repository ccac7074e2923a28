import type { ApprovalCase } from './case.ts';
import type { StandInOffer } from './contract.ts';
import type { StandInAnswer } from './facts.ts';
import type { Looking } from './looking.ts';
import type { Look } from './views.ts';

/** What is known today of absent holders of a route. */
export type AbsenceOfRoute = Pick<Looking, 'absences' | 'deputies'>;

/** Who may act for whom today: the regulations asked with what is known of absences. */
export interface StandIns {
  /** Whether this person may act for an absent one in this case, and so may see it. */
  lets(look: Look, approvalCase: ApprovalCase): Promise<boolean>;
  offers(look: Look, approvalCase: ApprovalCase): Promise<readonly StandInOffer[]>;
  ask(look: Look, approvalCase: ApprovalCase, asked: { slotId: string; instructed: boolean }): Promise<StandInAnswer>;
  askToSkip(look: Look, approvalCase: ApprovalCase, slotId: string): Promise<StandInAnswer>;
  known(look: Look, approvalCase: ApprovalCase): Promise<AbsenceOfRoute>;
}

/** A city of which no absence is known: nobody acts for anybody. */
export const noStandIns: StandIns = {
  lets: async () => false,
  offers: async () => [],
  ask: async () => ({ ok: false, code: 'approvals.no_stand_in', article: '' }),
  askToSkip: async () => ({ ok: false, code: 'approvals.no_stand_in', article: '' }),
  known: async () => ({}),
};
