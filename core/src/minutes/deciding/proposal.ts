import type { Person } from '../../directory/index.ts';
import type { Caller, ErrorParams } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { DecideMeetingInput } from './contract.ts';

export type DecidedForm = NonNullable<DecideMeetingInput['form']>;

/** A meeting by its versions: who has the same has the same minutes before them. */
export interface Stand {
  readonly meeting: number;
  readonly lines: number;
  readonly sentences: number;
}

/** What there is to tell of it, for the card. */
export interface Outcome {
  readonly kind: 'FINAL' | 'SENT_BACK' | 'PULLED_BACK' | 'GIVEN_UP' | 'OTHERWISE' | 'REFUSED' | 'NOT_FILED';
  /** Who decided or sent it back; null where the rules did. */
  readonly by: Person | null;
  readonly reason: string | null;
  /** Why it was refused. */
  readonly problem: { readonly code: string; readonly params: ErrorParams } | null;
}

/** Minutes as they were put before those who decide, or filed where nobody has to. */
export interface Proposal {
  readonly meetingId: string;
  /** Counted from 1 for each meeting. */
  readonly nth: number;
  /** In whose name the case is drafted: what the verified token said. */
  readonly caller: Pick<Caller, 'entraObjectId' | 'via' | 'locale'>;
  readonly putBy: Person;
  /** CASE: by an approval case; RECORD: nobody decides and the paper is filed as it is; NONE: nor is it filed. */
  readonly way: 'CASE' | 'RECORD' | 'NONE';
  /** As it was put forward; once it came back, as it stood then. */
  readonly stands: Stand;
  readonly title: string;
  readonly form: DecidedForm;
  readonly paperSha256: string;
  readonly fileName: string;
  /** Where this corrects a case that was sent back: how often that was laid before its superiors until then. */
  readonly revises: number | null;
  readonly caseId: string | null;
  readonly recordId: string | null;
  /** FILING until it lies where it belongs; BACK with whoever keeps the minutes; OVER when the case leads nowhere. */
  readonly state: 'FILING' | 'FILED' | 'BACK' | 'OVER';
  readonly outcome: Outcome | null;
}

export const standOf = ({ version, linesVersion, sentencesVersion }: Meeting): Stand => ({
  ...{ meeting: version, lines: linesVersion, sentences: sentencesVersion },
});

export const sameStand = (one: Stand, other: Stand): boolean =>
  one.meeting === other.meeting && one.lines === other.lines && one.sentences === other.sentences;
