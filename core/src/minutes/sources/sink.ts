import type { Asked, Attendance, OnlineMeeting, TranscriptContent, TranscriptFacts } from './source.ts';

/** A transcript that Teams wrote, with all that was to be had of its meeting. */
export interface ArrivedTranscript extends TranscriptFacts {
  readonly content: TranscriptContent;
  readonly meeting: OnlineMeeting;
  /** Who was there and when, or why nobody may know: the minutes do without. */
  readonly attendance: Exclude<Asked<readonly Attendance[]>, { kind: 'LATER' }>;
}

/**
 * Takes in what arrived. The same may be given again (told twice, a process killed on the way): by `key` it is known.
 * What it throws is tried again by the job that called it.
 */
export interface TranscriptSink {
  takeIn(arrived: ArrivedTranscript): Promise<void>;
}
