import { withLabels } from './labels.ts';
import { readSrt } from './srt.ts';
import { type Found, type FoundCue, Oddities } from './transcript.ts';
import { VttBlocks, type VttCue, type VttFile } from './vtt-blocks.ts';
import { voicesOf } from './vtt-text.ts';

const LANGUAGE = /^Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z\d]+)*)/m;

/** What Graph's `metadataContent` has as the payload of a cue. */
interface Spoken {
  readonly speaker: string | null;
  readonly text: string;
  readonly language: string | null;
  readonly start: string | null;
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function spokenIn(payload: string): Spoken | null {
  if (!payload.startsWith('{') || !payload.includes('"spokenText"')) return null;
  try {
    const said = JSON.parse(payload) as Readonly<Record<string, unknown>>;
    const text = stringOf(said.spokenText) ?? '';
    const [language, start] = [stringOf(said.spokenLanguage), stringOf(said.startDateTime)];
    return { speaker: stringOf(said.speakerName), text, language, start };
  } catch {
    return null;
  }
}

const VOICE = /<v[ .\t]/;
/** Webex names the speaker in the identifier: `12 "山田 太郎" (1234567)`. */
const NAME_IN_ID = /^\d+ "([^"]{1,100})"(?: \(\d*\))?\s*$/;

function cuesOf({ startMs, endMs, line, id, payload }: VttCue): FoundCue[] {
  const named = id === '' ? null : (NAME_IN_ID.exec(id)?.[1] ?? null);
  return voicesOf(payload).map(({ speaker, text }) => ({
    ...{ startMs, endMs, line },
    speaker: speaker ?? named,
    text: text.trim(),
  }));
}

function ofMetadata(cues: readonly VttCue[]): Found | null {
  const spoken = cues.map(({ payload }) => spokenIn(payload));
  const first = spoken.find((one) => one !== null);
  if (!first) return null;
  return {
    cues: cues.flatMap(({ startMs, endMs, line }, at): FoundCue[] => {
      const said = spoken[at];
      return said ? [{ startMs, endMs, line, speaker: said.speaker, text: said.text }] : [];
    }),
    timed: true,
    language: first.language,
    said: first.start ?? '',
  };
}

/** SRT that was given the name of a VTT: every time is there, and none as WebVTT has it. */
const timesOfSomethingElse = ({ cues, unreadable }: VttFile): boolean => cues.length === 0 && unreadable.length > 0;

const found = ({ cues, notes }: VttFile): Found => {
  const speech = cues.flatMap(cuesOf);
  const said = notes.join('\n');
  return {
    cues: cues.some(({ payload }) => VOICE.test(payload)) ? speech : withLabels(speech),
    timed: true,
    language: LANGUAGE.exec(said)?.[1] ?? null,
    said,
  };
};

/** WebVTT: as the specification reads it, in the three forms that Teams writes, and in those that others do. */
export function readVtt(text: string, odd: Oddities): Found {
  const file = new VttBlocks(text, odd).read();
  if (timesOfSomethingElse(file)) {
    const other = readSrt(text, new Oddities());
    if (other.cues.length * 2 > file.unreadable.length) {
      odd.add('times_not_vtt', other.cues[0]?.line);
      return other;
    }
  }
  for (const line of file.unreadable) odd.add('time_unreadable', line);
  return ofMetadata(file.cues) ?? found(file);
}
