import { MACHINE_LABEL, withLabels } from './labels.ts';
import { type Heading, type Style, styleOf } from './plain-headings.ts';
import type { Found, FoundCue, Oddities } from './transcript.ts';

/** What Teams writes into the text itself. */
const NOT_SPEECH = /(?:started|stopped) transcription\.?$|文字起こしを(?:開始|停止|終了)しました。?$|^WEBVTT\b/;

interface Opened extends Heading {
  readonly line: number;
  readonly more: string[];
}

interface Folded {
  readonly blocks: readonly Opened[];
  readonly before: readonly string[];
}

function folded(lines: readonly string[], { heading }: Style, odd: Oddities): Folded {
  const blocks: Opened[] = [];
  const before: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || NOT_SPEECH.test(line.trim())) continue;
    const opened = heading(line);
    const last = blocks.at(-1);
    if (opened) blocks.push({ ...opened, line: at + 1, more: [] });
    else if (last) last.more.push(line.trim());
    else {
      before.push(line);
      odd.add('before_first_speech', at + 1);
    }
  }
  return { blocks, before };
}

const textOf = (text: string, more: readonly string[]): string =>
  [text, ...more].filter((line) => line !== '').join('\n');

const NAME = /^[^、。!?！？「」]{1,30}$/;
const MOST = 0.8;

const mostly = (blocks: readonly Opened[], holds: (block: Opened) => boolean): boolean =>
  blocks.filter(holds).length >= blocks.length * MOST;

const nameAfterTime = ({ text, more }: Opened): boolean => NAME.test(text) && more.length > 0;
const nameBelowTime = ({ text, more }: Opened): boolean => text === '' && more.length > 1 && NAME.test(more[0] ?? '');

/** A name alone after the time, or on the line below it, and what is said on the lines after that. */
function cuesOf(blocks: readonly Opened[]): FoundCue[] {
  const after = mostly(blocks, nameAfterTime);
  const below = mostly(blocks, nameBelowTime);
  let last = 0;
  return blocks.map((block) => {
    const { endMs, line, text, more } = block;
    last = block.startMs ?? last;
    const cue = { startMs: last, endMs, line };
    if (block.speaker === null && ((after && nameAfterTime(block)) || MACHINE_LABEL.test(text)))
      return { ...cue, speaker: text, text: textOf('', more) };
    if (block.speaker === null && below && nameBelowTime(block))
      return { ...cue, speaker: more[0] ?? null, text: textOf('', more.slice(1)) };
    return { ...cue, speaker: block.speaker, text: textOf(text, more) };
  });
}

/** Text as people and recognisers leave it: with times or without, with speakers or without. */
export function readPlain(text: string, odd: Oddities): Found {
  const lines = text.split(/\r\n?|\n/);
  const style = styleOf(lines);
  const { blocks, before } = folded(lines, style, odd);
  return { cues: withLabels(cuesOf(blocks)), timed: style.timed, language: null, said: before.join('\n') };
}
