import type { Person } from '../../directory/contract.ts';

/** 賛成・反対・保留 */
export type Stance = 'FOR' | 'AGAINST' | 'HOLD';

export interface Item {
  readonly itemId: string;
  readonly title: string;
  readonly proposal: string;
}

export interface WrittenContent {
  readonly title: string;
  readonly note: string;
  /** 定足数: how many must have taken part. */
  readonly quorum: number;
  readonly items: readonly Item[];
}

export interface Remark {
  readonly remarkId: string;
  readonly itemId: string;
  readonly staffId: string;
  readonly stance: Stance | null;
  readonly comment: string;
  readonly at: Date;
}

/** How many stand where, by their last stance. */
export interface Count {
  readonly for: number;
  readonly against: number;
  readonly hold: number;
}

/** NO_QUORUM: too few took part, nothing is decided. CONTINUED: neither side had more than half of those who took part. */
export type Decision = 'APPROVED' | 'REJECTED' | 'CONTINUED' | 'NO_QUORUM';

export interface Result {
  readonly attended: readonly string[];
  readonly quorate: boolean;
  readonly items: readonly (Count & { readonly itemId: string; readonly decision: Decision })[];
}

/** 書面会議: PLANNED until it opens. */
export interface Written {
  readonly writtenId: string;
  readonly state: 'PLANNED' | 'OPEN' | 'CLOSED' | 'CANCELLED';
  /** Counts what its organiser did and when it opened and closed. */
  readonly version: number;
  /** Counts everything that happened. */
  readonly facts: number;
  readonly organiserId: string;
  readonly organiser: Person;
  readonly content: WrittenContent;
  readonly participants: readonly string[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly remindedAt: Date | null;
  readonly result: Result | null;
  /** The meeting of its minutes. */
  readonly meetingId: string | null;
  readonly madeAt: Date;
}
