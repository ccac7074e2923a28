import { type ErrorParams, folded, type LocalDate } from '../../shared/index.ts';
import { bareName } from '../speakers/names.ts';
import { DEFAULT_KNOWN_LABELS, type KnownLabels, speakersOf } from './speakers.ts';
import type { Transcript } from './transcript.ts';

/** What is known of the meeting that a transcript is said to be of. */
export interface MeetingKnown {
  readonly day: LocalDate;
  /** As it was called for; null where no end was set. */
  readonly minutes: number | null;
  /** Names of whoever was invited or attended. */
  readonly people: readonly string[];
}

export type DoubtCode = 'other_day' | 'much_longer' | 'much_shorter' | 'nobody_known';

/** Why a file may be of another meeting. A person decides; nothing is refused for it. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly params: ErrorParams;
}

export interface DoubtRule {
  /** Longer than the time set by this factor and these minutes. */
  readonly longerBy: number;
  readonly longerMinutes: number;
  /** Shorter than this share, for meetings of at least half an hour: transcription may begin late. */
  readonly shortestShare: number;
}

export const DEFAULT_DOUBT_RULE: DoubtRule = { longerBy: 2, longerMinutes: 30, shortestShare: 0.1 };

const MINUTE = 60_000;
const LONG_ENOUGH = 30;

function lastEnd({ cues }: Transcript): number {
  return cues.reduce((last, { startMs, endMs }) => Math.max(last, endMs ?? startMs), Number.NEGATIVE_INFINITY);
}

/** From the first word to the last; a file may count from midnight or from the call's beginning. */
export const minutesOf = (transcript: Transcript): number =>
  transcript.cues.length === 0 ? 0 : (lastEnd(transcript) - (transcript.cues[0]?.startMs ?? 0)) / MINUTE;

function ofLength(transcript: Transcript, { minutes }: MeetingKnown, rule: DoubtRule): Doubt[] {
  if (minutes === null || !transcript.timed) return [];
  const heard = Math.round(minutesOf(transcript));
  const params = { heard, minutes };
  if (heard > minutes * rule.longerBy + rule.longerMinutes) return [{ code: 'much_longer', params }];
  const short = minutes >= LONG_ENOUGH && heard < minutes * rule.shortestShare;
  return short ? [{ code: 'much_shorter', params }] : [];
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A family name alone is enough: this asks whether it might be them, not whether it is. */
function mayBe(label: string, person: string): boolean {
  const [heard, known] = [bareName(label), bareName(person)];
  if (known === '') return false;
  // 「議長（山田太郎君）」 is nothing but a post with the name aside.
  return folded(label).includes(known) || (heard !== '' && known.startsWith(heard));
}

/** Names in Latin letters cannot be held against names in kanji. */
const comparable = (label: string, people: readonly string[]): boolean =>
  people.some((person) => JAPANESE.test(person) === JAPANESE.test(label));

function ofSpeakers(transcript: Transcript, { people }: MeetingKnown, labels: KnownLabels): Doubt[] {
  const names = speakersOf(transcript.cues, labels)
    .flatMap(({ label, kind }) => (kind === 'NAME' && label !== null ? [label] : []))
    .filter((label) => comparable(label, people));
  if (names.length === 0 || names.some((name) => people.some((person) => mayBe(name, person)))) return [];
  return [{ code: 'nobody_known', params: { names: names.slice(0, 5).join('、'), count: names.length } }];
}

interface Known {
  readonly rule?: DoubtRule;
  readonly labels?: KnownLabels;
}

/** What speaks against a transcript being of this meeting: its day, its length, who speaks in it. */
export function compare(transcript: Transcript, meeting: MeetingKnown, known: Known = {}): Doubt[] {
  const { rule = DEFAULT_DOUBT_RULE, labels = DEFAULT_KNOWN_LABELS } = known;
  const { day } = transcript;
  const otherDay: Doubt[] =
    day !== null && day !== meeting.day ? [{ code: 'other_day', params: { day, meeting: meeting.day } }] : [];
  return [...otherDay, ...ofLength(transcript, meeting, rule), ...ofSpeakers(transcript, meeting, labels)];
}
