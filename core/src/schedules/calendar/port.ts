import type { CalendarProblem, EntryStatus, Visibility } from './entry.ts';

/** What no further try helps with before somebody changes something; what and where, says `text.ts`. */
export type CalendarRefusal =
  /** The permission was not consented to, or a policy keeps the app out of this mailbox. */
  | 'schedules.graph_not_permitted'
  /** There is no such mailbox, event or subscription (any more). */
  | 'schedules.graph_gone'
  /** Microsoft cannot reach the address that it is to tell news to. */
  | 'schedules.graph_address_unreachable'
  | 'schedules.graph_strange_answer';

/** What came of asking: the value; a refusal that stays; or to be asked again, not before `at`. */
export type CalendarAnswer<T> =
  | { readonly kind: 'OK'; readonly value: T }
  | { readonly kind: 'REFUSED'; readonly code: CalendarRefusal }
  | { readonly kind: 'LATER'; readonly at: Date };

/** An entry as Microsoft 365 has it. */
export interface RemoteEntry {
  /** The event's id; null where only free and busy were asked for. */
  readonly key: string | null;
  readonly seriesKey: string | null;
  readonly status: EntryStatus;
  readonly from: Date;
  readonly to: Date;
  readonly allDay: boolean;
  readonly subject: string | null;
  readonly place: string | null;
  readonly visibility: Visibility;
  readonly online: boolean;
  readonly categories: readonly string[];
}

export interface Window {
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
}

export type Glance =
  | { readonly kind: 'OK'; readonly entries: readonly RemoteEntry[] }
  | { readonly kind: 'PROBLEM'; readonly problem: CalendarProblem };

export interface Changes {
  readonly kind: 'CHANGES';
  /** New ones, and those that are otherwise than before. */
  readonly entries: readonly RemoteEntry[];
  /** Keys of those, and of series, that are no longer there, or no longer in the window. */
  readonly removed: readonly string[];
  /** Keys of series that are told anew: of each only what is among `entries` is left. */
  readonly renewed: readonly string[];
  /** Whether `entries` are all there are. */
  readonly whole: boolean;
  readonly token: string;
}

export interface ChangesAsked extends Window {
  /** null: from the beginning. */
  readonly token: string | null;
}

/** A meeting to be made in the organizer's calendar. */
export interface BookingWish {
  /** Ours: however often it is sent, there is one event. */
  readonly bookingId: string;
  /** Sign-in name. */
  readonly organizer: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string | null;
  readonly from: Date;
  readonly to: Date;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Mailboxes of rooms. */
  readonly rooms: readonly { readonly mailbox: string; readonly name: string }[];
  readonly place: string | null;
  readonly online: boolean;
  /** 仮押さえ: stands as tentative. */
  readonly hold: boolean;
  readonly visibility: Visibility;
  readonly category: string | null;
}

export interface Booked {
  readonly eventKey: string;
  readonly joinUrl: string | null;
}

export interface BookedEvent {
  readonly organizer: string;
  readonly eventKey: string;
}

/** Whom it is for (`required`, `optional`, `rooms`), and when (`from`, `to`), is said together or not at all. */
export type BookingChange = Partial<Omit<BookingWish, 'bookingId' | 'organizer'>>;

export type EventAnswer = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NONE';

/** Teams presence of one person. */
export interface RemotePresence {
  readonly entraObjectId: string;
  /** Microsoft's words: `Available`, `Busy`, `InAMeeting` … */
  readonly availability: string;
  readonly activity: string;
  readonly outOfOffice: boolean;
}

/** A room as Microsoft 365 lists it. */
export interface RemoteRoom {
  readonly mailbox: string;
  readonly name: string;
  readonly building: string | null;
  readonly floor: string | null;
  readonly capacity: number | null;
  /** 備品: `audioDeviceName`, `videoDeviceName`, `displayDeviceName` and tags, as they stand there. */
  readonly equipment: readonly string[];
  /** Names of the room lists that it is in. */
  readonly lists: readonly string[];
}

export interface CalendarSubscription {
  readonly subscriptionId: string;
  readonly expiresAt: Date;
}

/** A mailbox is named by its address, which is the sign-in name of a person. */
export interface Calendars {
  /** Whose calendars are read. */
  readonly municipalityIds: readonly string[];
  /** Where Microsoft sends its news of events. */
  readonly newsAddress: string;
  /** How long a subscription may last. */
  readonly longestMs: number;
  /** Free and busy of many mailboxes, twenty a call, by the address. */
  glance(
    municipalityId: string,
    asked: Window & { readonly mailboxes: readonly string[] },
  ): Promise<CalendarAnswer<ReadonlyMap<string, Glance>>>;
  /** What changed since the token; RESYNC: the token is worth nothing any more. */
  changes(
    municipalityId: string,
    mailbox: string,
    asked: ChangesAsked,
  ): Promise<CalendarAnswer<Changes | { readonly kind: 'RESYNC' }>>;
  book(municipalityId: string, wish: BookingWish): Promise<CalendarAnswer<Booked>>;
  change(municipalityId: string, event: BookedEvent, change: BookingChange): Promise<CalendarAnswer<null>>;
  /** What those invited have answered so far, rooms among them, by their addresses in small letters. */
  answers(municipalityId: string, event: BookedEvent): Promise<CalendarAnswer<ReadonlyMap<string, EventAnswer>>>;
  /** As it stands there now; null: it does not take place any more. */
  look(municipalityId: string, event: BookedEvent): Promise<CalendarAnswer<RemoteEntry | null>>;
  /** Tells those invited. Again is harmless. */
  cancel(municipalityId: string, event: BookedEvent, comment: string | null): Promise<CalendarAnswer<null>>;
  /** By Entra object ids, at most 650 a call. */
  presences(municipalityId: string, people: readonly string[]): Promise<CalendarAnswer<readonly RemotePresence[]>>;
  rooms(municipalityId: string): Promise<CalendarAnswer<readonly RemoteRoom[]>>;
  /** To be told when events of the mailbox change. */
  subscribe(
    municipalityId: string,
    asked: { readonly mailbox: string; readonly secret: string; readonly until: Date },
  ): Promise<CalendarAnswer<CalendarSubscription>>;
  /** Also the answer where Microsoft asks whether it still may tell (`reauthorizationRequired`). */
  prolong(municipalityId: string, subscriptionId: string, until: Date): Promise<CalendarAnswer<CalendarSubscription>>;
  unsubscribe(municipalityId: string, subscriptionId: string): Promise<CalendarAnswer<null>>;
  /** Those of calendars that Microsoft knows and tells to our address. */
  subscriptions(municipalityId: string): Promise<CalendarAnswer<readonly CalendarSubscription[]>>;
}
