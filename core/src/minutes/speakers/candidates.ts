import { folded } from '../../shared/index.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { SpeakerKind } from '../transcript/speakers.ts';
import { bareName } from './names.ts';

/** Somebody whom a label may mean. A person decides; only a whole name that is one attendee's alone decides itself. */
export interface Candidate {
  readonly attendeeId: string;
  /** 0 to 1. */
  readonly likelihood: number;
  readonly why: 'NAME' | 'FAMILY_NAME' | 'CALLED' | 'PRESENT';
}

/** From here on a label is put to the attendee without asking (M-06). */
export const CERTAIN = 1;

function likelihoodOf(label: string, { name }: AttendeeInput): Omit<Candidate, 'attendeeId'> | null {
  const [heard, known] = [bareName(label), bareName(name)];
  if (known === '') return null;
  if (heard === known) return { likelihood: CERTAIN, why: 'NAME' };
  if (folded(label).includes(known)) return { likelihood: 0.9, why: 'NAME' };
  // 「山田課長」: of a family name there may be others in the room, and others of whom nobody knows.
  return known.startsWith(heard) && heard.length >= 2 ? { likelihood: 0.6, why: 'FAMILY_NAME' } : null;
}

/**
 * Who a label may be, the likeliest first. Of a room, where several speak through one account, and of somebody who
 * hides who they are, nobody is guessed (M-07, M-19).
 */
export function candidatesFor(
  { label, kind }: { readonly label: string | null; readonly kind: SpeakerKind },
  attendees: readonly AttendeeInput[],
): Candidate[] {
  if (label === null || kind !== 'NAME') return [];
  const found = attendees.flatMap((attendee) => {
    const one = likelihoodOf(label, attendee);
    return one ? [{ attendeeId: attendee.id, ...one }] : [];
  });
  const certain = found.filter(({ likelihood }) => likelihood >= CERTAIN).length;
  // Two of one name: neither is certain.
  const shared = certain > 1 ? found.map((one) => ({ ...one, likelihood: Math.min(one.likelihood, 0.5) })) : found;
  return shared.toSorted((a, b) => b.likelihood - a.likelihood);
}

/** The one attendee whom a label means beyond doubt. */
export function certainOf(candidates: readonly Candidate[]): string | null {
  const [first] = candidates;
  return first && first.likelihood >= CERTAIN ? first.attendeeId : null;
}
