import type { Person } from '../../../directory/contract.ts';
import type { Booking } from '../../bookings/booking.ts';
import type { ExplanationView } from './contract.ts';

interface One {
  readonly explanation: {
    readonly explanationId: string;
    readonly caseId: string;
    readonly staffId: string;
    readonly state: ExplanationView['state'];
  };
  readonly booking: Booking;
}

/** Its booking may have been cancelled by itself, and its time passes. */
export function stateOf({ explanation, booking }: One, now: Date): ExplanationView['state'] {
  if (explanation.state !== 'OPEN') return explanation.state;
  if (booking.state === 'CANCELLED') return 'CANCELLED';
  return booking.to <= now ? 'OVER' : 'OPEN';
}

interface Around {
  /** null: not of the staff any more. */
  readonly person: Person | null;
  readonly mayChange: boolean;
  readonly now: Date;
}

export function presentExplanation(one: One, { person, mayChange, now }: Around): ExplanationView {
  const { explanationId, caseId, staffId } = one.explanation;
  const { bookingId, version, booker, from, to, outlook } = one.booking;
  const state = stateOf(one, now);
  return {
    ...{ explanationId, caseId, bookingId, version, state, asker: booker },
    person: person ?? { staffId, name: '', postTitle: '', unitName: '' },
    ...{ from: from.toISOString(), to: to.toISOString() },
    joinUrl: mayChange ? outlook.joinUrl : null,
    mayChange: mayChange && state === 'OPEN',
  };
}
