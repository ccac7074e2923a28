import { CLOCK, clockTime, halfWidthTimes } from './clock-time.ts';
import { withLabels } from './labels.ts';
import type { Found, FoundCue, Oddities } from './transcript.ts';

const TIMING = new RegExp(String.raw`^\s*(-?${CLOCK})\s*(?:-{1,3}>|=>|→|⇒)\s*(-?${CLOCK})\s*(?:[A-Za-z]\w*:\S+\s*)*$`);
const ARROW = /->|=>|→|⇒/;
const MEANT_AS_TIMING = /^\s*-?\d[^>]{0,40}[:,.][^>]{0,40}-->/;
const INDEX = /^\s*\d{1,7}\s*$/;
const MARKUP = /<\/?(?:i|b|u|s|font|c|span)(?:\s[^<>]*)?>|\{\\[^{}]*\}/gi;

/** The two times of a line of SubRip, and of what calls itself so. */
function timesOf(line: string): { readonly startMs: number; readonly endMs: number } | null {
  if (!ARROW.test(line)) return null;
  const [, start = '', end = ''] = TIMING.exec(halfWidthTimes(line)) ?? [];
  const [startMs, endMs] = [clockTime(start), clockTime(end)];
  return startMs === null || endMs === null ? null : { startMs, endMs };
}

interface Opened {
  readonly line: number;
  readonly times: ReturnType<typeof timesOf>;
  readonly text: string[];
  readonly index: number | null;
}

const opens = (line: string): boolean => timesOf(line) !== null || MEANT_AS_TIMING.test(line);

/** The running number before a time is no speech: it stands alone, or goes on from the one before. */
function takeIndex(open: Opened | undefined, first: boolean): number | null {
  const lines = open?.text ?? [];
  const last = lines.at(-1) ?? '';
  if (!INDEX.test(last)) return null;
  const alone = lines.length === 1 ? first : lines.at(-2)?.trim() === '';
  if (!alone && Number(last) !== (open?.index ?? 0) + 1) return null;
  lines.pop();
  return Number(last);
}

function blocksOf(lines: readonly string[]): readonly Opened[] {
  const before: Opened = { line: 0, times: null, text: [], index: null };
  const blocks: Opened[] = [];
  for (const [at, line] of lines.entries()) {
    const open = blocks.at(-1) ?? before;
    if (!opens(line)) open.text.push(line);
    else blocks.push({ line: at + 1, times: timesOf(line), text: [], index: takeIndex(open, blocks.length === 0) });
  }
  return blocks;
}

const textOf = ({ text }: Opened): string =>
  text
    .map((line) => line.replace(MARKUP, '').trim())
    .filter((line) => line !== '')
    .join('\n');

/** SubRip. Whatever stands between two times is speech, empty lines in it or not; a block without a number too. */
export function readSrt(text: string, odd: Oddities): Found {
  const cues = blocksOf(text.split(/\r\n?|\n/)).flatMap((block): FoundCue[] => {
    if (block.times) return [{ ...block.times, speaker: null, text: textOf(block), line: block.line }];
    odd.add('time_unreadable', block.line);
    return [];
  });
  return { cues: withLabels(cues), timed: true, language: null, said: '' };
}
