import type { MeetingBody } from '../../regulations/index.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';

/** Who signs: the chair, and the 署名委員 (地方自治法 123 条 2 項); of those who were there. */
export const signersOf = ({ content }: Pick<Meeting, 'content'>): readonly AttendeeInput[] =>
  content.attendees
    .filter(({ attended, role }) => attended && (role === 'CHAIR' || role === 'SIGNER'))
    .toSorted((a, b) => Number(b.role === 'CHAIR') - Number(a.role === 'CHAIR'));

export interface Lacking {
  readonly chair: boolean;
  /** 署名委員 that the rules want and nobody is named as. */
  readonly signers: number;
}

/** Who is not there yet to sign as the rules of the body have it; null: nobody lacks. */
export function lackingOf(
  meeting: Pick<Meeting, 'content'>,
  body: Pick<MeetingBody, 'signers'> | null,
): Lacking | null {
  const signers = signersOf(meeting);
  const chairs = signers.filter(({ role }) => role === 'CHAIR').length;
  const lacking = { chair: chairs === 0, signers: Math.max(0, (body?.signers ?? 0) - (signers.length - chairs)) };
  return lacking.chair || lacking.signers > 0 ? lacking : null;
}

/** Everybody who signs has signed. */
export function isSigned(meeting: Pick<Meeting, 'content'>, signedBy: readonly string[]): boolean {
  const signers = signersOf(meeting);
  return signers.length > 0 && signers.every(({ id }) => signedBy.includes(id));
}
