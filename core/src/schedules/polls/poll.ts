import type { Person } from '../../directory/contract.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Visibility } from '../calendar/entry.ts';

/** ○ △ × */
export type Vote = 'YES' | 'MAYBE' | 'NO';

/** 候補日時. Another time is another candidate: nobody has voted on it. */
export interface Candidate {
  readonly candidateId: string;
  readonly from: string;
  readonly to: string;
}

export interface PollContent {
  readonly title: string;
  readonly note: string;
  readonly minutes: number;
  /** The earliest first. */
  readonly candidates: readonly Candidate[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly rooms: readonly string[];
  /** null: online where more than one office takes part. */
  readonly online: boolean | null;
  readonly visibility: Visibility;
  /** Whether what is chosen is booked without asking. */
  readonly autoBook: boolean;
}

/** What somebody said to the candidates, the newest of theirs only. */
export interface Answer {
  readonly staffId: string;
  readonly votes: Readonly<Record<string, Vote>>;
  readonly remark: string;
  readonly at: Date;
}

/** Who of those required stands in the way: by × at so many candidates, or by silence. */
export interface InTheWay {
  readonly staffId: string;
  readonly silent: boolean;
  readonly times: number;
  /** At so many candidates nobody else does. */
  readonly alone: number;
}

/**
 * What the votes came to. ONLY, OPTIONAL, EARLIEST: every person required said ○, and that is why it is this one. DOUBT:
 * nobody said ×, but some △. NONE: somebody stands in the way everywhere. PAST: no candidate lies ahead any more.
 */
export interface Outcome {
  readonly why: 'ONLY' | 'OPTIONAL' | 'EARLIEST' | 'DOUBT' | 'NONE' | 'PAST';
  readonly candidateId: string | null;
  /** How many candidates were looked at, and how many of them were as good for those required. */
  readonly tried: number;
  readonly among: number;
  readonly required: number;
  /** ○ of optional people, and △ of those required, at the one chosen. */
  readonly optional: number;
  readonly doubts: number;
  readonly inTheWay: readonly InTheWay[];
}

/** DRAFT before it was sent; CHOSEN: a time is proposed, and booked if that was wished; NOTHING: none fits. */
export type PollState = 'DRAFT' | 'OPEN' | 'CHOSEN' | 'NOTHING' | 'BOOKED' | 'CANCELLED';

/** 日程調整 */
export interface Poll {
  readonly pollId: string;
  readonly state: PollState;
  /** Counts what its organisers did. */
  readonly version: number;
  /** Counts everything that happened. */
  readonly facts: number;
  readonly makerId: string;
  readonly maker: Person;
  /** Whose meeting it is: the maker's own, or that of whom their secretary acts for. */
  readonly ownerId: string;
  readonly owner: Person;
  readonly content: PollContent;
  /** The last day for answers; null while it is a draft without one. */
  readonly answerBy: LocalDate | null;
  readonly openedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly outcome: Outcome | null;
  /** The candidate proposed or booked. */
  readonly chosen: string | null;
  readonly bookingId: string | null;
  /** Why what was chosen could not be booked. */
  readonly problem: string | null;
  readonly madeAt: Date;
}

export const askedOf = ({ required, optional }: Pick<PollContent, 'required' | 'optional'>): string[] => [
  ...required,
  ...optional,
];
