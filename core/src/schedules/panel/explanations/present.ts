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
  readonly subject: string | null;
  readonly mayChange: boolean;
  /** Whether it is their calendar, or they keep it. */
  readonly keeps: boolean;
  readonly now: Date;
}

export function presentExplanation(one: One, { person, subject, mayChange, keeps, now }: Around): ExplanationView {
  const { explanationId, caseId, staffId } = one.explanation;
  const { bookingId, version, booker, from, to, outlook, tentative } = one.booking;
  const isOpen = stateOf(one, now) === 'OPEN';
  return {
    ...{ explanationId, caseId, bookingId, version, state: stateOf(one, now), asker: booker },
    person: person ?? { staffId, name: '', postTitle: '', unitName: '' },
    ...{ from: from.toISOString(), to: to.toISOString(), tentative },
    ...{ subject, joinUrl: mayChange ? outlook.joinUrl : null },
    mayChange: mayChange && isOpen,
    mayConfirm: keeps && isOpen && tentative,
  };
}
