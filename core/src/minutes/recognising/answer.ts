import { readRecogniserJson } from '../transcript/recogniser-json.ts';
import { Oddities } from '../transcript/transcript.ts';
import { machineLabels, overlapsMarked } from './machine-labels.ts';
import type { Heard, Segment } from './recogniser.ts';

type Fields = Readonly<Record<string, unknown>>;

function objectIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/**
 * What a server of OpenAI's interface answered, as `verbose_json` or diarized: with labels of ours, whatever it calls its
 * voices. `untimed`: words, but no times on which minutes could rest.
 */
export function heardIn(answer: string): Heard | 'unreadable' | 'untimed' {
  const value = objectIn(answer);
  if (!value) return 'unreadable';
  const found = readRecogniserJson(answer, new Oddities());
  const listed = Array.isArray(value.segments);
  if (!found) return listed || value.text === '' ? { segments: [], language: null } : 'unreadable';
  if (!listed || (value.segments as unknown[]).length === 0) return 'untimed';
  const labelOf = machineLabels();
  const segments = found.cues
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ startMs, endMs, text, speaker }): Segment => {
      return { from: startMs, to: Math.max(startMs, endMs ?? startMs), text, label: labelOf(speaker) };
    });
  return { segments: overlapsMarked(segments), language: found.language };
}
