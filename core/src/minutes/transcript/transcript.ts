import type { ErrorParams, LocalDate } from '../../shared/index.ts';
import type { Utterance } from './utterance.ts';

/** One segment as the file has it; lines within it are kept as they were wrapped. */
export type Cue = Omit<Utterance, 'id'>;

export type TranscriptFormat = 'VTT' | 'SRT' | 'TABLE' | 'TEXT' | 'WORD' | 'JSON';

/** What was odd in a file and what was made of it; sentences are in `text.ts`. */
export type WarningCode =
  | 'damaged_characters'
  | 'no_signature'
  | 'times_not_vtt'
  | 'time_unreadable'
  | 'text_outside_cue'
  | 'end_before_start'
  | 'out_of_order'
  | 'row_without_time'
  | 'before_first_speech'
  | 'segment_unreadable';

export interface Warning {
  readonly code: WarningCode;
  readonly count: number;
  /** Lines of the file, from 1, the first of them; empty where the file has none. */
  readonly lines: readonly number[];
}

export interface Transcript {
  readonly format: TranscriptFormat;
  /** In the order of time; as in the file where it says none. */
  readonly cues: readonly Cue[];
  /** False where the file says no times: every cue stands at 0. */
  readonly timed: boolean;
  /** `ja`, `en-US`; null where the file does not say. */
  readonly language: string | null;
  /** The day of the meeting, where the file names one. */
  readonly day: LocalDate | null;
  readonly warnings: readonly Warning[];
}

export interface TranscriptLimits {
  readonly bytes: number;
  readonly cues: number;
  /** Unpacked text of a Word file. */
  readonly wordBytes: number;
}

/** Twelve hours of one segment a second are 43,200. */
export const DEFAULT_LIMITS: TranscriptLimits = { bytes: 50 * 1024 * 1024, cues: 60_000, wordBytes: 64 * 1024 * 1024 };

/** Why a file is not read at all. The code and its parameters are those of a `KaigiError`; whoever answers makes one. */
export interface Refusal {
  readonly code: `minutes.transcript_${'empty' | 'too_large' | 'too_many_cues' | 'unreadable' | 'no_speech'}`;
  readonly params: ErrorParams;
}

export type Reading =
  | { readonly transcript: Transcript; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly transcript?: undefined };

const SHOWN = 20;

/** Collects what is odd, by kind: a file with ten thousand broken cues gives one warning. */
export class Oddities {
  readonly #found = new Map<WarningCode, { count: number; lines: number[] }>();

  add(code: WarningCode, line?: number): void {
    const found = this.#found.get(code) ?? { count: 0, lines: [] };
    found.count += 1;
    if (line !== undefined && found.lines.length < SHOWN) found.lines.push(line);
    this.#found.set(code, found);
  }

  list(): Warning[] {
    return Array.from(this.#found, ([code, { count, lines }]) => ({ code, count, lines }));
  }
}

/** A cue with the line that it begins on, before it is put in order. */
export interface FoundCue extends Cue {
  readonly line: number;
}

/** What the reader of one format found. */
export interface Found {
  readonly cues: readonly FoundCue[];
  readonly timed: boolean;
  readonly language: string | null;
  /** Whatever the file says outside of speech: notes, title, head. A day is looked for here. */
  readonly said: string;
}
