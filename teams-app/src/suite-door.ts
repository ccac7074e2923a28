import type { BotSuite } from '@kaigi/bot';
import type { CalendarNotice, CalendarsHeard, Lobby, Playback, TranscriptSources } from '@kaigi/core';
import type { Me } from '@kaigi/core/contract';
import type { JobSpec, TakenFact, Task } from '@kaigi/core/platform';
import type { Caller, Route, Texts } from '@kaigi/core/shared';
import type { AbsenceReading, MailboxOwner } from './graph/absences.ts';
import type { GraphPerson } from './graph/people.ts';

/** What the HTTP edge needs of the suite: enough to serve it, and small enough to stand in for in a test. */
export interface HttpSuite {
  readonly routes: readonly Route[];
  readonly texts: Texts;
  readonly directory: {
    me(caller: Caller): Promise<Omit<Me, 'sandbox'>>;
    /** The Entra object id of somebody who can sign in, by their sign-in name. */
    objectIdOf(municipalityId: string, signInName: string): Promise<string | null>;
  };
  /** Where news of transcripts go. */
  readonly transcriptSources: Pick<TranscriptSources, 'hear'>;
  /** Where news of calendars go. */
  readonly calendarNews: { hear(notices: readonly CalendarNotice[]): Promise<CalendarsHeard> };
  /** What displays at reception show. */
  readonly lobby: Lobby;
  /** Gives the bytes of recordings to players. */
  readonly playback: Pick<Playback, 'content'>;
  /** Facts of every process on this database, after their commit. Returns how to stop listening. */
  onChange(listener: (fact: TakenFact) => void): () => void;
}

/** What the import of people needs of the directory. */
export interface PeopleDirectory {
  register(municipalityId: string, name: string): Promise<void>;
  isEmpty(municipalityId: string): Promise<boolean>;
  enabledStaff(municipalityId: string): Promise<readonly { staffId: string; entraObjectId: string }[]>;
  importPeople(municipalityId: string, people: readonly GraphPerson[]): Promise<void>;
  importPosts(municipalityId: string, csv: Uint8Array): Promise<{ posts: number; unknown: readonly string[] }>;
}

export type MailboxProblem = 'graph_busy' | 'not_permitted' | 'strange_answer';
export type MailboxSource = 'GRAPH_AUTOMATIC_REPLY' | 'GRAPH_CALENDAR' | 'GRAPH_PRESENCE';

/** What the reading of mailboxes needs of the directory. */
export interface AbsenceDirectory {
  peopleToAsk(municipalityId: string): Promise<readonly MailboxOwner[]>;
  /** Returns for how many people something changed. */
  noteReading(municipalityId: string, reading: AbsenceReading & { readonly source: MailboxSource }): Promise<number>;
  noteFailure(municipalityId: string, source: MailboxSource, problem: MailboxProblem): Promise<void>;
}

/** Who cannot be written to yet. */
export interface Reachability {
  unreachable(municipalityId: string, staffIds: readonly string[]): Promise<readonly string[]>;
}

export type Enqueue = (jobs: readonly JobSpec[]) => Promise<void>;
export type Tasks = Readonly<Record<string, Task>>;
export type { BotSuite };
