import type { LinkOf } from './link.ts';
/** One transcript of one Teams meeting, by the keys that Teams gave; they mean nothing here and are shown to nobody. */
export interface TranscriptKey {
  readonly municipalityId: string;
  /** Entra object id: everything of a meeting is asked for in its organizer's name. */
  readonly organizerOid: string;
  readonly meetingKey: string;
  readonly transcriptKey: string;
}

export type MeetingOf = Omit<TranscriptKey, 'transcriptKey'>;

/** What no further try helps with before somebody changes something; what and where, says `text.ts`. */
export type SourceRefusal =
  /** The tenant's own switch for transcripts is off, as it is unless somebody switched it on. */
  | 'minutes.graph_transcripts_switched_off'
  /** The names of speakers are switched off, and the text without them is not given either. */
  | 'minutes.graph_names_switched_off'
  /** No application access policy lets this app read what this organizer's meetings left. */
  | 'minutes.graph_no_access_policy'
  /** The permission was not consented to. */
  | 'minutes.graph_not_permitted'
  /** Meeting or transcript are no longer there. */
  | 'minutes.graph_gone'
  /** Microsoft cannot reach the address that it is to tell news to. */
  | 'minutes.graph_address_unreachable'
  | 'minutes.graph_strange_answer';

/** What came of asking: the value; a refusal that stays; or to be asked again, not before `at`. */
export type Asked<T> =
  | { readonly kind: 'OK'; readonly value: T }
  | { readonly kind: 'REFUSED'; readonly code: SourceRefusal }
  | { readonly kind: 'LATER'; readonly at: Date };

export interface TranscriptFacts {
  readonly key: TranscriptKey;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface TranscriptContent {
  readonly text: string;
  /** `UNNAMED`: the tenant does not give the names of speakers, and nobody is to be guessed from the order. */
  readonly form: 'NAMED' | 'UNNAMED';
  /** As a file would be called, for those who read transcripts by their file. */
  readonly fileName: string;
}

export interface MeetingPerson {
  readonly entraObjectId: string | null;
  readonly name: string | null;
  readonly signInName: string | null;
  readonly role: 'ORGANIZER' | 'ATTENDEE';
}

export interface OnlineMeeting {
  readonly subject: string;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly organizerOid: string;
  /** Those invited, the organizer first. */
  readonly participants: readonly MeetingPerson[];
  readonly joinWebUrl: string | null;
  /** The chat of the meeting, to write a card into. */
  readonly chatKey: string | null;
}

/** Somebody, or a room's account, who was in the meeting, and when. */
export interface Attendance {
  readonly entraObjectId: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly stays: readonly { readonly from: Date; readonly until: Date }[];
}

/** Up to where an organizer's transcripts are known. The token is the source's own. */
export interface ReadSoFar {
  readonly organizerOid: string;
  readonly token: string | null;
  /** From when on, where there is no token yet. */
  readonly from: Date;
}

export interface OrganizerReading {
  readonly organizerOid: string;
  readonly outcome: Asked<{ readonly token: string; readonly found: readonly TranscriptFacts[] }>;
}

/** Teams' transcripts, as the edge gives them. Nothing here changes anything in Teams. */
export interface TranscriptSource {
  /**
   * What is new of these organizers; what was given before may come again. One organizer may be refused alone;
   * the whole is refused where nobody is asked any more.
   */
  newTranscripts(municipalityId: string, organizers: readonly ReadSoFar[]): Promise<Asked<readonly OrganizerReading[]>>;
  facts(key: TranscriptKey): Promise<Asked<TranscriptFacts>>;
  content(key: TranscriptKey): Promise<Asked<TranscriptContent>>;
  meeting(meeting: MeetingOf): Promise<Asked<OnlineMeeting>>;
  /** By the address at which people join it. `minutes.graph_gone`: this organizer has none there. */
  meetingOfLink(link: LinkOf): Promise<Asked<OnlineMeeting>>;
  /** Of all sessions of the meeting that overlap the time between `from` and `until`. */
  attendance(meeting: MeetingOf & { readonly from: Date; readonly until: Date }): Promise<Asked<readonly Attendance[]>>;
}

export interface Subscribed {
  readonly subscriptionId: string;
  readonly expiresAt: Date;
}

/** Being told of new transcripts, as the edge arranges it. */
export interface TranscriptSubscriptions {
  /** Where news are sent to; a subscription for another address is of no use any more. */
  readonly address: string;
  /** How long one may last at most. */
  readonly longestMs: number;
  subscribe(
    municipalityId: string,
    wanted: { readonly secret: string; readonly until: Date },
  ): Promise<Asked<Subscribed>>;
  /** Also what is answered to being asked for renewed authorization. `minutes.graph_gone`: there is none of this id. */
  prolong(municipalityId: string, subscriptionId: string, until: Date): Promise<Asked<Subscribed>>;
  unsubscribe(municipalityId: string, subscriptionId: string): Promise<Asked<null>>;
}

/** What the edge hands in after the suite was built. */
export interface TeamsMeetings {
  readonly source: TranscriptSource;
  readonly subscriptions: TranscriptSubscriptions;
  /** Those that have it switched on. */
  readonly municipalityIds: readonly string[];
}
