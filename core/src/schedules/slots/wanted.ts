/** A stretch of time in milliseconds since 1970, the end not included: a search asks tens of thousands of them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What stands in somebody's calendar. */
export interface Taken extends Stretch {
  /** TENTATIVE counts as half; ONLINE_ONLY: at work, but not here (在宅勤務, 庁外). */
  readonly as: 'BUSY' | 'TENTATIVE' | 'ONLINE_ONLY';
  /** The office where they are then; null: at their own. */
  readonly office: string | null;
  /** Whoever asks may not know where that is: it counts, and no reason may tell of it. */
  readonly hidden: boolean;
}

/** From the beginning to the end of the hours of duty. */
export interface WorkingDay extends Stretch {
  /** 昼休み and the like, where it is to be kept free. */
  readonly breaks: readonly Stretch[];
}

export interface Attendee {
  readonly staffId: string;
  readonly required: boolean;
  /** Without whom there is no meeting, whatever percentage is enough: who calls it. */
  readonly essential: boolean;
  /** 本庁 or the branch where they work. */
  readonly office: string;
  /** In order, apart from each other. */
  readonly days: readonly WorkingDay[];
  readonly taken: readonly Taken[];
}

/** A room or a piece of equipment; or, without an id, just an office where people meet. */
export interface Venue {
  readonly roomId: string | null;
  /** null: it is no place (equipment). */
  readonly office: string | null;
  readonly taken: readonly Stretch[];
}

export interface SlotWish extends Stretch {
  readonly minutes: number;
  /** Meetings begin at a multiple of it, of the hour. */
  readonly stepMinutes: 5 | 10 | 15 | 30 | 60;
  /** How long everybody must be free before and after. */
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** Of those required, how many percent are enough. */
  readonly percent: number;
  /** Whether one may take part online. */
  readonly online: boolean;
  readonly attendees: readonly Attendee[];
  /** Of each of these one: any of several rooms is one list, a room in every branch is a list each (S-15). */
  readonly venues: readonly (readonly Venue[])[];
  /** Minutes from office to office. */
  readonly travel: (from: string, to: string) => number;
  readonly most: number;
}

export const MINUTE_MS = 60_000;
