import type { Hints, RecognitionRefusal, Spoken, Turn } from '@kaigi/core/recogniser';
import type { ModelPlace, Models } from './model-folder.ts';

/** What the process that listens is given. */
export interface SherpaTask {
  readonly recording: { readonly name: string; readonly path: string };
  readonly models: Models;
  readonly hints: Hints;
  /** `sherpa-onnx-node`. */
  readonly library: string;
  readonly threads: number;
  readonly mostMinutes: number;
  readonly memoryMb: number;
  /** A file of the process's own that it may write. */
  readonly hotwordsFile: string;
}

/** What it answers. */
export type SherpaAnswer =
  | { readonly spoken: readonly Spoken[]; readonly turns: readonly Turn[]; readonly refusal?: undefined }
  | { readonly refusal: RecognitionRefusal };

/**
 * What it is about to do, said on its output before it does it: native code ends the whole process where a model is not
 * what it should be, and this tells which.
 */
export type SherpaStage = 'LISTENING' | 'TOO_MUCH_MEMORY' | ModelPlace;

const MARK = 'kaigi-stage ';

export const stageLine = (stage: SherpaStage): string => `${MARK}${stage}\n`;

export function lastStage(output: string): SherpaStage | null {
  const line = output
    .split('\n')
    .filter((one) => one.startsWith(MARK))
    .at(-1);
  return line ? (line.slice(MARK.length) as SherpaStage) : null;
}
