import type { MeetingBody } from '../../regulations/index.ts';
import type { ErrorParams } from '../../shared/index.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';

/** Who signs: the chair, and the 署名委員 (地方自治法 123 条 2 項); of those who were there. */
export const signersOf = ({ content }: Pick<Meeting, 'content'>): readonly AttendeeInput[] =>
  content.attendees
    .filter(({ attended, role }) => attended && (role === 'CHAIR' || role === 'SIGNER'))
    .toSorted((a, b) => Number(b.role === 'CHAIR') - Number(a.role === 'CHAIR'));

/** The signer who signs here: one of the city's staff. */
export const signerHere = (meeting: Pick<Meeting, 'content'>, staffId: string): AttendeeInput | null =>
  signersOf(meeting).find((signer) => signer.staffId === staffId) ?? null;

/** Why it cannot be signed yet as the rules of the body have it: the chair, and how many 署名委員, are not named. */
export function lackingSigners(
  meeting: Pick<Meeting, 'content'>,
  { signers: needed }: Pick<MeetingBody, 'signers'>,
): { readonly code: string; readonly params?: ErrorParams }[] {
  const signers = signersOf(meeting);
  const chairs = signers.filter(({ role }) => role === 'CHAIR').length;
  const count = needed - (signers.length - chairs);
  return [
    ...(chairs === 0 ? [{ code: 'minutes.signing_no_chair' }] : []),
    ...(count > 0 ? [{ code: 'minutes.signing_lacks', params: { count, needed } }] : []),
  ];
}

/** Everybody who signs has signed. */
export function isSigned(meeting: Pick<Meeting, 'content'>, signedBy: readonly string[]): boolean {
  const signers = signersOf(meeting);
  return signers.length > 0 && signers.every(({ id }) => signedBy.includes(id));
}
