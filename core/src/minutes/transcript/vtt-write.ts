import type { Transcript } from './transcript.ts';
import { vttTime } from './vtt-timing.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Nobody has a voice without a name, so that a 「注意：」 at the beginning is not taken for a speaker's. */
const voice = (speaker: string | null): string =>
  speaker === null ? '<v>' : `<v ${escaped(speaker.replace(/\s+/g, ' ').trim())}>`;

/** An empty line would end the cue. */
const payload = (text: string): string =>
  escaped(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\n\s*\n/g, '\n')
      .trim(),
  );

/** A transcript as WebVTT, for players and other programs. Where no end is known a cue is of no length. */
export function writeVtt({ cues, language }: Pick<Transcript, 'cues' | 'language'>): string {
  const header = language === null ? 'WEBVTT\n' : `WEBVTT\nLanguage: ${language}\n`;
  const blocks = cues.map(
    ({ speaker, startMs, endMs, text }) =>
      `\n${vttTime(startMs)} --> ${vttTime(endMs ?? startMs)}\n${voice(speaker)}${payload(text)}</v>\n`,
  );
  return header + blocks.join('');
}
