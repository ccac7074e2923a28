import type { ClosedDays, LocalDate } from '../../shared/index.ts';

/** 出席者, as the city knows them. */
export interface Attendee {
  readonly name: string;
  readonly reading?: string;
  /** 「課長」「会長」. */
  readonly post?: string;
  /** 「財政課」. */
  readonly unit?: string;
  /** Leads the meeting: 議長, 会長, 進行. Found from what is said where nobody is marked. */
  readonly leads?: boolean;
}

/** What is known of a meeting besides what was said. */
export interface MeetingFacts {
  readonly day: LocalDate;
  readonly attendees?: readonly Attendee[];
  /** Further units that may be named. */
  readonly units?: readonly string[];
  /** 次第, where it is known beforehand: the titles in order. */
  readonly agenda?: readonly string[];
  readonly closed?: ClosedDays;
  /** Of what was written, and not spoken: on which day each 発言 was. Missing: spoken, all on the day of the meeting. */
  readonly writtenOn?: ReadonlyMap<string, LocalDate>;
}
