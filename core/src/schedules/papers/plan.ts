import type { Person } from '../../directory/index.ts';

/** 議題 */
export interface AgendaItem {
  readonly itemId: string;
  readonly title: string;
  /** Who speaks to it, and may lay papers to it. */
  readonly ownerId: string | null;
  readonly minutes: number | null;
}

/** SECTIONS: those who take part, and everybody of their sections. */
export type Readers = 'PARTICIPANTS' | 'SECTIONS';

/** 次第 of a booked meeting, and what becomes of it. */
export interface Plan {
  readonly bookingId: string;
  /** Counts every change of agenda and papers; 0 before the first. */
  readonly version: number;
  /** Who made the last of them. */
  readonly changedBy: string | null;
  readonly agendaVersion: number;
  readonly agenda: readonly AgendaItem[];
  /** 記録者 */
  readonly recorderId: string | null;
  readonly readers: Readers;
  /** Whether 会議録 is made by itself when the meeting is over. */
  readonly makesMinutes: boolean;
  /** In whose name, as Entra knows them. */
  readonly minutesFor: string | null;
  /** Why it could not be made. */
  readonly minutesCode: string | null;
  readonly meetingId: string | null;
}

export const noPlan = (bookingId: string): Plan => ({
  ...{
    bookingId,
    version: 0,
    changedBy: null,
    agendaVersion: 0,
    agenda: [],
    recorderId: null,
    readers: 'PARTICIPANTS',
  },
  ...{ makesMinutes: false, minutesFor: null, minutesCode: null, meetingId: null },
});

/** From one page to another, both included. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** What an edition changed against the one before, as both were read. */
export interface PageChanges {
  readonly changed: readonly PageRange[];
  readonly added: readonly PageRange[];
  /** How many pages of the edition before are no more. */
  readonly gone: number;
  readonly pageCount: number;
  /** Of so many pages, from the first; what comes after them was not read. */
  readonly compared: number;
}

/** 添付 of a case in one of its versions. */
export interface AttachmentLink {
  readonly caseId: string;
  readonly attachmentId: string;
  readonly version: number;
}

export interface StoredFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

/** 資料, one edition of it: 第2版. */
export interface Paper {
  readonly paperId: string;
  readonly edition: number;
  readonly bookingId: string;
  /** Of the agenda; null: of the whole meeting. */
  readonly itemId: string | null;
  readonly title: string;
  /** 差替えの頁 against the edition before; none: not said, or all of it. */
  readonly pages: readonly PageRange[];
  readonly note: string;
  readonly file: StoredFile | null;
  readonly recordId: string | null;
  readonly attachment: AttachmentLink | null;
  /** null: the first edition, or what cannot be compared. */
  readonly changes: PageChanges | null;
  readonly laidBy: Person;
  readonly laidAt: Date;
  readonly withdrawnAt: Date | null;
}
