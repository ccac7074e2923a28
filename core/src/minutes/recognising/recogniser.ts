import type { ErrorParams } from '../../shared/index.ts';

/** 録音: a file of sound on this machine. */
export interface Recording {
  /** As whoever handed it in called it. */
  readonly name: string;
  readonly path: string;
}

/** What is known before listening. A recogniser makes use of what it can. */
export interface Hints {
  /** `ja` */
  readonly language: string;
  /** How many people speak; null where nobody knows. */
  readonly speakers: number | null;
  /** Names as the city writes them, a term on each line. */
  readonly hotwords: string;
  /** The same as a sentence, for recognisers that are told beforehand. */
  readonly prompt: string;
}

/** What was said in one go, and the machine's label of who said it: 話者1. Never a person. */
export interface Segment {
  /** Milliseconds from the beginning of the recording. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Null where no voice could be told. */
  readonly label: string | null;
  /** 0 to 1: how surely the label's voice said it; left out where the recogniser does not tell voices apart by time. */
  readonly confidence?: number;
  /** Somebody else spoke at the same time: words may be the other's. */
  readonly overlaps?: boolean;
}

export type RecognitionCode =
  | `minutes.recogniser_${
      | 'missing'
      | 'package_missing'
      | 'folder_missing'
      | 'model_missing'
      | 'model_ambiguous'
      | 'model_unreadable'
      | 'out_of_memory'
      | 'too_slow'
      | 'failed'
      | 'unreachable'
      | 'not_admitted'
      | 'not_found'
      | 'busy'
      | 'quota'
      | 'refused'
      | 'answer_unreadable'
      | 'untimed'}`
  | `minutes.recording_${'missing' | 'empty' | 'unreadable' | 'not_wav' | 'too_long' | 'too_large' | 'no_speech'}`;

/** Why nothing was recognised. The code and its parameters are those of a `KaigiError`; whoever answers makes one. */
export interface RecognitionRefusal {
  readonly code: RecognitionCode;
  readonly params: ErrorParams;
  /** Whether the same may succeed later with nothing changed; `retryAfterSeconds` among the parameters says when. */
  readonly passing: boolean;
}

export interface Heard {
  readonly segments: readonly Segment[];
  /** `ja`; null where the recogniser does not say. */
  readonly language: string | null;
}

export type Recognition =
  | { readonly heard: Heard; readonly refusal?: undefined }
  | { readonly refusal: RecognitionRefusal; readonly heard?: undefined };

/** Whatever turns sound into timed segments. It keeps nothing: asked again, it begins again. */
export interface Recogniser {
  /** What listened, for the record: `sherpa-onnx`, or the model's name. */
  readonly name: string;
  /** @throws the signal's reason, once it is aborted; nothing goes on then */
  recognise(recording: Recording, hints: Hints, signal: AbortSignal): Promise<Recognition>;
}

/** These pass by themselves. */
const PASSING: ReadonlySet<RecognitionCode> = new Set(['minutes.recogniser_unreachable', 'minutes.recogniser_busy']);

export const refusedTo = (
  code: RecognitionCode,
  params: ErrorParams = {},
): { readonly refusal: RecognitionRefusal } => ({ refusal: { code, params, passing: PASSING.has(code) } });
