import type { Recogniser } from '@kaigi/core/recogniser';
import type { SpeechConfig } from '../config/speech.ts';
import { createServer } from './server.ts';
import { createSherpa } from './sherpa.ts';

/** What turns recordings into text, as configured; null where nothing does. */
export function createRecogniser(speech: SpeechConfig | null, key: string | null): Recogniser | null {
  if (speech === null) return null;
  return speech.kind === 'MODELS' ? createSherpa(speech) : createServer({ ...speech, key });
}
