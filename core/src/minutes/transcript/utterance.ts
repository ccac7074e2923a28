/** What speaks for the label of a segment, where voices were told apart. */
export interface VoiceEvidence {
  /** 0 to 1; null where voices were not told apart by time. */
  readonly confidence: number | null;
  /** Somebody else spoke at the same time. */
  readonly overlaps: boolean;
}

/** 発言: what one speaker said in one breath, as a transcript has it or as an editor joined it. */
export interface Utterance {
  readonly id: string;
  /** The machine's label (「話者1」, a name, a room's account); null where nobody is named. Never an attendee by itself. */
  readonly speaker: string | null;
  /** Milliseconds from the transcript's zero; negative where transcription began before the clock did. */
  readonly startMs: number;
  /** Null where the file does not say when it ended. */
  readonly endMs: number | null;
  readonly text: string;
  readonly evidence?: VoiceEvidence;
}
