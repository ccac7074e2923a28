import type { z } from 'zod';
import type { Person } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { AgendaItemInputSchema, AttendeeInput, MeetingState } from './contract.ts';

/** What a meeting is, in people's words. */
export interface MeetingContent {
  readonly title: string;
  readonly bodyId: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
  readonly closedGround: string | null;
  readonly closedReason: string;
  readonly agenda: readonly z.infer<typeof AgendaItemInputSchema>[];
  readonly attendees: readonly AttendeeInput[];
  readonly observers: number | null;
  readonly papers: readonly string[];
  /** Who called it, with name and post of that day. */
  readonly organiser: Person;
  readonly cancelledFor: string | null;
  /** The chat of the meeting in Teams: by it the side panel finds the meeting, and the transcript does. */
  readonly onlineChat?: string | null;
}

export interface Meeting {
  readonly meetingId: string;
  readonly version: number;
  /** Of its transcript: 0 before there is one. */
  readonly linesVersion: number;
  /** Of its minutes: 0 before there are any. */
  readonly sentencesVersion: number;
  readonly state: MeetingState;
  readonly heldOn: LocalDate;
  readonly unitId: string;
  readonly organiserId: string;
  readonly isOpen: boolean;
  /** The meeting in Teams that it is the minutes of, with its day: a series has one address for all its meetings. */
  readonly onlineKey: string | null;
  readonly caseId: string | null;
  /** The day on which the minutes became final. */
  readonly finalOn: LocalDate | null;
  /** The last day on which recordings and transcripts are kept; null before, and where the rules say nothing. */
  readonly keptUntil: LocalDate | null;
  /** The day on which the 会議概要 was there: whoever keeps the minutes had its paper made. */
  readonly summaryOn: LocalDate | null;
  readonly content: MeetingContent;
}

/** Of a meeting that has just been made. */
export const NOTHING_DONE: Pick<Meeting, 'finalOn' | 'keptUntil' | 'summaryOn'> = {
  finalOn: null,
  keptUntil: null,
  summaryOn: null,
};
