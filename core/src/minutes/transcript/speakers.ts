import { folded } from '../../shared/index.ts';
import { MACHINE_LABEL } from './labels.ts';
import type { Cue } from './transcript.ts';

/**
 * What a label is: a name; a label by a machine that knows nobody; an account of a room, in which several people
 * speak; somebody who hides who they are; nobody at all.
 */
export type SpeakerKind = 'NAME' | 'MACHINE' | 'ROOM' | 'HIDDEN' | 'NONE';

/** What the city knows about labels: compared without width, case and spaces. */
export interface KnownLabels {
  /** Display names of rooms and shared devices. */
  readonly rooms: readonly string[];
  /** Parts of names by which rooms are known: 「会議室」. */
  readonly roomWords: readonly string[];
  /** What stands in the place of somebody who opted out of being named. */
  readonly hidden: readonly string[];
}

export const DEFAULT_KNOWN_LABELS: KnownLabels = {
  rooms: [],
  roomWords: [
    '会議室',
    '応接室',
    '委員会室',
    '講堂',
    '大ホール',
    'meeting room',
    'conference room',
    'teams rooms',
    'mtr-',
  ],
  hidden: [
    '不明なユーザー',
    '不明な発言者',
    '匿名',
    '匿名ユーザー',
    '非表示',
    'ID非表示',
    'unknown',
    'unknown user',
    'anonymous',
  ],
};

export interface SpeakerRow {
  /** As the machine wrote it; null where it named nobody. */
  readonly label: string | null;
  readonly kind: SpeakerKind;
  readonly cues: number;
  readonly letters: number;
  readonly spokenMs: number;
  readonly firstMs: number;
}

export function kindOfLabel(label: string | null, known: KnownLabels): SpeakerKind {
  if (label === null) return 'NONE';
  const name = folded(label);
  const among = (labels: readonly string[]) => labels.some((one) => folded(one) === name);
  if (among(known.hidden)) return 'HIDDEN';
  if (among(known.rooms) || known.roomWords.some((word) => name.includes(folded(word)))) return 'ROOM';
  // Whisper's helpers number them from nought, OpenAI names them A, B, C.
  return MACHINE_LABEL.test(label.trim()) || /^(?:\d{1,3}|[A-Z])(?:（\d{1,2}）)?$/.test(label.trim())
    ? 'MACHINE'
    : 'NAME';
}

interface Tally {
  cues: number;
  letters: number;
  spokenMs: number;
  readonly firstMs: number;
}

/** Who speaks in a transcript, the first to speak first. */
export function speakersOf(cues: readonly Cue[], known: KnownLabels = DEFAULT_KNOWN_LABELS): SpeakerRow[] {
  const tallies = new Map<string | null, Tally>();
  for (const { speaker, startMs, endMs, text } of cues) {
    const tally = tallies.get(speaker) ?? { cues: 0, letters: 0, spokenMs: 0, firstMs: startMs };
    tally.cues += 1;
    tally.letters += text.length;
    tally.spokenMs += endMs === null ? 0 : endMs - startMs;
    tallies.set(speaker, tally);
  }
  return Array.from(tallies, ([label, tally]) => ({ label, kind: kindOfLabel(label, known), ...tally }));
}
