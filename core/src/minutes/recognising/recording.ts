import type { Blobs } from '../../platform/index.ts';
import type { ErrorParams } from '../../shared/index.ts';
import { reading } from '../transcript/read.ts';
import { shown } from '../transcript/tidied.ts';
import { DEFAULT_LIMITS, Oddities, type Refusal, type Transcript } from '../transcript/transcript.ts';
import { hintsOf, type KnownBeforehand } from './hints.ts';
import { type Heard, type Recogniser, refusedTo, type Segment } from './recogniser.ts';

/** A recording that lies among the files of the suite. */
export interface StoredRecording {
  readonly sha256: string;
  /** As whoever handed it in called it; a day in it is looked for. */
  readonly name: string;
}

export interface RecognisedTranscript {
  readonly transcript: Transcript;
  /** What listened. */
  readonly recogniser: string;
  readonly refusal?: undefined;
}

export interface NothingRecognised {
  readonly refusal: {
    readonly code: string;
    readonly params: ErrorParams;
    /** Whether to ask again later with nothing changed. */
    readonly passing: boolean;
  };
  readonly transcript?: undefined;
}

export interface RecordingParts {
  readonly blobs: Blobs;
  /** Null where none is configured. */
  readonly recogniser: Recogniser | null;
}

const ofFile = ({ code, params }: Refusal): NothingRecognised => ({ refusal: { code, params, passing: false } });

const canBe = ({ from, to }: Segment): boolean => Number.isFinite(from) && Number.isFinite(to) && Math.abs(to) < 1e12;

/** Segments that say something, in the order of time. */
const said = (segments: readonly Segment[]): Segment[] =>
  segments.filter((segment) => canBe(segment) && shown(segment.text).trim() !== '').toSorted((a, b) => a.from - b.from);

const whole = Math.round;

const likelihood = (confidence: number | null): number | null =>
  confidence === null || !Number.isFinite(confidence) ? null : Math.min(1, Math.max(0, confidence));

function asTranscript({ segments, language }: Heard, { name, recogniser }: { name: string; recogniser: string }) {
  const spoken = said(segments);
  if (spoken.length === 0) return refusedTo('minutes.recording_no_speech', { name });
  const cues = spoken.map(({ from, to, text, label, confidence = null, overlaps = false }) => ({
    ...{ speaker: label, startMs: whole(from), endMs: whole(to), text: text.trim(), line: 1 },
    evidence: { confidence: likelihood(confidence), overlaps },
  }));
  const found = { cues, timed: true, language, said: '' };
  const { transcript, refusal } = reading({ format: 'JSON', found }, new Oddities(), { name, limits: DEFAULT_LIMITS });
  if (refusal) return ofFile(refusal);
  return { transcript, recogniser };
}

/**
 * A recording as a transcript. Nothing is written on the way: whoever is killed in the middle asks again and gets the same.
 * A refusal that is `passing` is to be asked again later.
 */
export function recordingsBy({ blobs, recogniser }: RecordingParts) {
  return async (
    { sha256, name }: StoredRecording,
    known: KnownBeforehand,
    signal: AbortSignal,
  ): Promise<RecognisedTranscript | NothingRecognised> => {
    if (!recogniser) return refusedTo('minutes.recogniser_missing');
    const path = await blobs.file(sha256);
    if (path === null) return refusedTo('minutes.recording_missing', { name });
    const { heard, refusal } = await recogniser.recognise({ name, path }, hintsOf(known), signal);
    return refusal ? { refusal } : asTranscript(heard, { name, recogniser: recogniser.name });
  };
}
