import type { Booking } from '../bookings/booking.ts';
import { takesPart } from '../bookings/policy.ts';
import type { Plan } from './plan.ts';

/** Who looks at the papers of a meeting, or lays some. */
export interface PaperReader {
  readonly staffId: string;
  /** Whether they work in a section of somebody who takes part. */
  readonly sharesSection: boolean;
}

type Of = Pick<Booking, 'bookedBy' | 'required' | 'optional' | 'visibility'>;
type By = Pick<Plan, 'recorderId' | 'readers' | 'agenda'>;

/** Those who take part, and where it was said so their sections: nobody else, whoever they are. */
export const mayReadPapers = (booking: Of, plan: By, { staffId, sharesSection }: PaperReader): boolean =>
  takesPart(booking, staffId) || (plan.readers === 'SECTIONS' && sharesSection);

/** 次第 and 会議録: whoever called the meeting, and the 記録者 as long as they take part. */
export const mayPlan = (booking: Of, { recorderId }: By, { staffId }: Pick<PaperReader, 'staffId'>): boolean =>
  booking.bookedBy === staffId || (recorderId === staffId && takesPart(booking, staffId));

/** Papers of an item: its owner too, as long as they take part. */
export const mayLay = (booking: Of, plan: By, by: PaperReader & { readonly itemId: string | null }): boolean =>
  mayPlan(booking, plan, by) ||
  (takesPart(booking, by.staffId) &&
    plan.agenda.some(({ itemId, ownerId }) => itemId === by.itemId && ownerId === by.staffId));
