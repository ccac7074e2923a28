import { clockTime } from './clock-time.ts';
import type { Found, FoundCue, Oddities } from './transcript.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const stringOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e12 ? value : null;

const scaled = (value: unknown, by: number): number | null => {
  const number = numberOf(value);
  return number === null ? (stringOf(value) === null ? null : clockTime(String(value))) : Math.round(number * by);
};

/** How one program names what it heard. */
type Segment = Omit<FoundCue, 'line' | 'startMs'> & { readonly startMs: number | null };

function speakerOf(value: unknown): string | null {
  const number = numberOf(value);
  return number === null ? stringOf(value) : String(number);
}

/** `verbose_json` and diarized JSON of OpenAI's interface, WhisperX, faster-whisper: seconds. */
function inSeconds(segment: Fields): Segment {
  const { start, end, speaker, text } = segment;
  return {
    startMs: scaled(start, 1_000),
    endMs: scaled(end, 1_000),
    speaker: speakerOf(speaker),
    text: stringOf(text) ?? '',
  };
}

/** whisper.cpp: milliseconds under `offsets`. */
function inOffsets({ offsets, speaker, text }: Fields): Segment {
  const { from, to } = fieldsOf(offsets);
  return { startMs: scaled(from, 1), endMs: scaled(to, 1), speaker: speakerOf(speaker), text: stringOf(text) ?? '' };
}

/** AmiVoice: results with milliseconds, and the speaker at each word. */
function inResults({ starttime, endtime, text, tokens }: Fields): Segment {
  const label = listOf(tokens)
    .map((token) => stringOf(fieldsOf(token).label))
    .find((one) => one !== null);
  return {
    startMs: scaled(starttime, 1),
    endMs: scaled(endtime, 1),
    speaker: label ?? null,
    text: stringOf(text) ?? '',
  };
}

/** Azure's batch transcription: ticks of 100 ns, the best guess first. */
function inPhrases({ offsetInTicks, durationInTicks, speaker, nBest }: Fields): Segment {
  const startMs = scaled(offsetInTicks, 1e-4);
  const length = scaled(durationInTicks, 1e-4);
  const text = stringOf(fieldsOf(listOf(nBest)[0]).display) ?? '';
  return {
    startMs,
    endMs: startMs === null || length === null ? null : startMs + length,
    speaker: speakerOf(speaker),
    text,
  };
}

const each = (list: unknown, segment: (fields: Fields) => Segment): Segment[] =>
  listOf(list).map((one) => segment(fieldsOf(one)));

function segmentsOf(file: Fields): Segment[] {
  if (Array.isArray(file.transcription)) return each(file.transcription, inOffsets);
  if (Array.isArray(file.recognizedPhrases)) return each(file.recognizedPhrases, inPhrases);
  const segments = listOf(file.segments);
  if (segments.some((one) => Array.isArray(fieldsOf(one).results)))
    return segments.flatMap((one) => each(fieldsOf(one).results, inResults));
  if (segments.length > 0) return each(segments, inSeconds);
  const results = each(file.results, inResults);
  if (results.length > 0) return results;
  const text = stringOf(file.text);
  return text === null ? [] : [{ startMs: 0, endMs: scaled(file.duration, 1_000), speaker: null, text }];
}

const LANGUAGES: Readonly<Record<string, string>> = { japanese: 'ja', english: 'en', chinese: 'zh', korean: 'ko' };

function languageOf(file: Fields): string | null {
  const said = stringOf(file.language) ?? stringOf(fieldsOf(file.result).language) ?? stringOf(file.locale);
  if (said === null) return null;
  return LANGUAGES[said.toLowerCase()] ?? (/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(said) ? said : null);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** JSON of a recogniser; null where it is none that is known. */
export function readRecogniserJson(text: string, odd: Oddities): Found | null {
  const value = parsed(text);
  const file = Array.isArray(value) ? { segments: value } : fieldsOf(value);
  const segments = segmentsOf(file);
  if (segments.length === 0) return null;
  const cues = segments.flatMap((segment): FoundCue[] => {
    if (segment.startMs !== null) return [{ ...segment, startMs: segment.startMs, text: segment.text.trim(), line: 1 }];
    odd.add('segment_unreadable');
    return [];
  });
  return { cues, timed: true, language: languageOf(file), said: '' };
}
