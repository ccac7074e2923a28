import { invariant } from '../../shared/index.ts';
import { readTranscript } from './read.ts';
import type { Cue, Transcript } from './transcript.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file of text as a transcript. */
export function transcriptOf(text: string, name = 'transcript.txt'): Transcript {
  const { transcript, refusal } = readTranscript({ name, bytes: bytesOf(text) });
  invariant(transcript, `refused: ${JSON.stringify(refusal)}`);
  return transcript;
}

/** `speaker|start|end|text`, a line for each cue: to be read at a glance. */
export const glance = ({ cues }: { readonly cues: readonly Cue[] }): string[] =>
  cues.map(({ speaker, startMs, endMs, text }) => `${speaker ?? '-'}|${startMs}|${endMs ?? '-'}|${text}`);

export const cue = (said: Partial<Cue>): Cue => ({ speaker: null, startMs: 0, endMs: null, text: 'はい。', ...said });

export const transcriptWith = (said: Partial<Transcript>): Transcript => ({
  ...{ format: 'VTT', cues: [], timed: true, language: null, day: null, warnings: [] },
  ...said,
});
