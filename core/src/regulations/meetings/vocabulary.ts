import type { Sentence } from '../../shared/index.ts';
import type { FactValue } from '../contract.ts';
import type { MEETING_ITEMS } from '../language/meetings.ts';

/** 期限: so many days after something. `dueOn` says which day that is. */
export interface Term {
  /** The day itself is not counted. */
  readonly days: number;
  readonly count: 'CALENDAR' | 'WORKING';
  /** Where the last day is a day off: the next working day, or the day all the same. */
  readonly ifClosed: 'NEXT_WORKING_DAY' | 'SAME_DAY';
  readonly article: string;
}

/** 情報公開条例の号: why a meeting is closed, and why words are taken out of a publication copy. */
export interface ClosedGround {
  readonly id: string;
  readonly text: Sentence;
  readonly article: string;
}

export type MeetingItem = (typeof MEETING_ITEMS)[number];

/** 会議体: what its minutes must keep to. */
export interface MeetingBody {
  readonly id: string;
  readonly name: Sentence;
  readonly article: string;
  /** What people are told as the reason. */
  readonly sentence: Sentence;
  /** INTERNAL: 庁議, 課内会議; COUNCIL: 審議会等, 議会. */
  readonly kind: 'INTERNAL' | 'COUNCIL';
  /** 事務局, by the codes of its units: its staff make the meetings, keep the words and put the minutes forward. None: every section. */
  readonly secretariat: readonly string[];
  /** As a rule; one meeting may be closed on one of the grounds. */
  readonly openness: 'OPEN' | 'CLOSED';
  readonly closedGrounds: readonly ClosedGround[];
  /** What the minutes may not leave out. */
  readonly required: readonly MeetingItem[];
  /** From the day of the meeting. */
  readonly deadlines: { readonly summary: Term | null; readonly minutes: Term | null };
  /** Of those who were there, from the day on which they were asked; null: none is needed. */
  readonly confirmation: { readonly term: Term; readonly silence: 'AGREES' | 'STAYS_OPEN' } | null;
  /** 署名委員 beside the chair: none, or two and more (地方自治法 123 条 2 項). */
  readonly signers: number;
  /** The matter of the approval case; null: the minutes are final without one. */
  readonly decision: { readonly matter: string; readonly facts: Readonly<Record<string, FactValue>> } | null;
  readonly classification: string | null;
  /** Recordings and transcripts; `keptUntil` says the day. Null: the rules say nothing. */
  readonly recording: { readonly keepDays: number; readonly from: 'FINAL'; readonly article: string } | null;
  /** M-19: what those who attend are told of recording and transcription; null: the rules say nothing. */
  readonly notice: { readonly text: Sentence; readonly article: string } | null;
}

/** The rules of meetings of one version; no bodies where it says nothing. */
export interface MeetingRules {
  readonly bodies: readonly MeetingBody[];
}
