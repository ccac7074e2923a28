import type { Doer } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Json } from '../../shared/index.ts';

export interface Signature {
  readonly signatureId: string;
  readonly attendeeId: string;
  /** Null: not of the city's staff. */
  readonly staffId: string | null;
  /** Of the minutes as they stood. */
  readonly digest: string;
  readonly signedAt: Date;
  /** Who signed, or wrote down that it was signed. */
  readonly signedBy: Doer;
  readonly measure: string;
  readonly proof: Json;
  readonly paper: string | null;
}

/** Those that hold, in the order in which they came. */
export const signaturesOf = (tx: Tx, meetingId: string): Promise<Signature[]> =>
  tx.query<Signature>(
    `select s.signature_id as "signatureId", s.attendee_id as "attendeeId", s.staff_id as "staffId", s.digest,
       s.signed_at as "signedAt", s.signed_by as "signedBy", s.measure, s.proof, s.paper
     from kaigi.minutes_signature s where s.municipality_id = $1 and s.meeting_id = $2 and not s.is_void
     order by s.signed_at, s.signature_id`,
    [tx.municipalityId, meetingId],
  );

/** False where this attendee has signed already. */
export async function insertSignature(tx: Tx, meetingId: string, signature: Signature): Promise<boolean> {
  const { signatureId, attendeeId, staffId, digest, signedAt, signedBy, measure, proof, paper } = signature;
  const rows = await tx.query(
    `insert into kaigi.minutes_signature (municipality_id, meeting_id, signature_id, attendee_id, staff_id, digest,
       signed_at, signed_by, measure, proof, paper)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning signature_id`,
    [
      ...[tx.municipalityId, meetingId, signatureId, attendeeId, staffId, digest],
      ...[signedAt, JSON.stringify(signedBy), measure, JSON.stringify(proof), paper],
    ],
  );
  return rows.length > 0;
}

/** The minutes were opened again: what was signed is kept, and holds no more. */
export async function voidSignatures(tx: Tx, meetingId: string): Promise<void> {
  await tx.query(
    `update kaigi.minutes_signature set is_void = true
     where municipality_id = $1 and meeting_id = $2 and not is_void`,
    [tx.municipalityId, meetingId],
  );
}

/** Meetings that are being signed, of those that this person attends. */
export async function meetingsToSign(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.query<{ meetingId: string }>(
    `select m.meeting_id as "meetingId" from kaigi.meeting m
     join kaigi.meeting_staff s on s.municipality_id = m.municipality_id and s.meeting_id = m.meeting_id
     where m.municipality_id = $1 and s.staff_id = $2 and m.state = 'SIGNING' order by m.held_on, m.meeting_id`,
    [tx.municipalityId, staffId],
  );
  return rows.map(({ meetingId }) => meetingId);
}
