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
}
