import type { Doer } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Means } from './contract.ts';

export interface Suggestion {
  readonly suggestionId: string;
  readonly nth: number;
  /** Whose wish it is; null of whoever keeps the minutes and did not attend. */
  readonly attendeeId: string | null;
  readonly madeBy: Doer;
  readonly means: Means | null;
  /** When it was told to whoever wrote it down. */
  readonly toldOn: LocalDate | null;
  readonly madeAt: Date;
  readonly isLate: boolean;
  readonly of: 'SENTENCE' | 'LINE';
  readonly targetId: string;
  readonly targetVersion: number;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'VOID';
  readonly settledBy: Doer | null;
  readonly settledAt: Date | null;
  readonly comment: string;
}

const ROWS = `select s.suggestion_id as "suggestionId", s.nth, s.attendee_id as "attendeeId", s.made_by as "madeBy",
    s.means, s.told_on as "toldOn", s.made_at as "madeAt", s.is_late as "isLate", s.target_kind as of, s.target_id as "targetId",
    s.target_version as "targetVersion", s.before, s.after, s.reason, s.state, s.settled_by as "settledBy",
    s.settled_at as "settledAt", s.comment
  from kaigi.minutes_suggestion s where s.municipality_id = $1 and s.meeting_id = $2`;

/** Those of one round, in the order in which they were made. */
export const suggestionsOf = (tx: Tx, meetingId: string, nth: number): Promise<Suggestion[]> =>
  tx.query<Suggestion>(`${ROWS} and s.nth = $3 order by s.made_at, s.suggestion_id`, [
    ...[tx.municipalityId, meetingId, nth],
  ]);

interface Place {
  readonly meetingId: string;
  readonly nth: number;
}

/** The meeting and the round in which it was made. */
export async function placeOf(tx: Tx, suggestionId: string): Promise<Place | null> {
  const [place] = await tx.query<Place>(
    `select s.meeting_id as "meetingId", s.nth from kaigi.minutes_suggestion s
     where s.municipality_id = $1 and s.suggestion_id = $2`,
    [tx.municipalityId, suggestionId],
  );
  return place ?? null;
}

/** What waits to be settled in meetings that somebody called or attended, the oldest first. */
export const settleable = (
  tx: Tx,
  staffId: string,
): Promise<{ readonly suggestionId: string; readonly meetingId: string }[]> =>
  tx.query(
    `select s.suggestion_id as "suggestionId", s.meeting_id as "meetingId" from kaigi.minutes_suggestion s
     join kaigi.meeting m on m.municipality_id = s.municipality_id and m.meeting_id = s.meeting_id
     where s.municipality_id = $1 and s.state = 'OPEN' and m.state = 'CONFIRMING'
       and (m.organiser_id = $2 or exists (select from kaigi.meeting_staff p
         where p.municipality_id = $1 and p.meeting_id = m.meeting_id and p.staff_id = $2))
     order by s.made_at, s.suggestion_id`,
    [tx.municipalityId, staffId],
  );

/** False where the id is taken. */
export async function insertSuggestion(tx: Tx, meetingId: string, suggestion: Suggestion): Promise<boolean> {
  const { suggestionId, nth, attendeeId, madeBy, means, toldOn, madeAt, isLate, of, targetId, targetVersion } =
    suggestion;
  const rows = await tx.query(
    `insert into kaigi.minutes_suggestion (municipality_id, meeting_id, suggestion_id, nth, attendee_id, made_by, means,
       made_at, is_late, target_kind, target_id, target_version, before, after, reason, state,
       told_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict do nothing returning suggestion_id`,
    [
      ...[tx.municipalityId, meetingId, suggestionId, nth, attendeeId, JSON.stringify(madeBy), means, madeAt, isLate],
      ...[
        of,
        targetId,
        targetVersion,
        suggestion.before,
        suggestion.after,
        suggestion.reason,
        suggestion.state,
        toldOn,
      ],
    ],
  );
  return rows.length > 0;
}

export async function updateSuggestion(tx: Tx, meetingId: string, suggestion: Suggestion): Promise<void> {
  const { suggestionId, state, settledBy, settledAt, comment } = suggestion;
  await tx.query(
    `update kaigi.minutes_suggestion set state = $4, settled_by = $5, settled_at = $6, comment = $7
     where municipality_id = $1 and meeting_id = $2 and suggestion_id = $3`,
    [
      ...[tx.municipalityId, meetingId, suggestionId, state],
      ...[settledBy === null ? null : JSON.stringify(settledBy), settledAt, comment],
    ],
  );
}

/** Those that nobody settled before the minutes were opened again. */
export async function voidSuggestions(tx: Tx, meetingId: string): Promise<void> {
  await tx.query(
    `update kaigi.minutes_suggestion set state = 'VOID'
     where municipality_id = $1 and meeting_id = $2 and state = 'OPEN'`,
    [tx.municipalityId, meetingId],
  );
}
