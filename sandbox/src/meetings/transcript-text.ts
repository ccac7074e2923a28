import type { Said } from './script.ts';

/** `names` gives what Teams shows for a speaker. */
export interface Spoken {
  readonly said: readonly Said[];
  readonly beganAt: Date;
  readonly nameOf: (speaker: string) => string;
}

function clock(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}.${String(ms % 1_000).padStart(3, '0')}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function vtt(said: readonly Said[], payload: (one: Said) => string): string {
  const cues = said.map((one) => `${clock(one.from)} --> ${clock(one.to)}\r\n${payload(one)}\r\n`);
  return ['WEBVTT\r\n', ...cues].join('\r\n');
}

/** `text/vtt`: with the names of speakers. */
export const namedVtt = ({ said, nameOf }: Spoken): string =>
  vtt(said, ({ speaker, text }) => `<v ${escaped(nameOf(speaker))}>${escaped(text)}</v>`);

/** The same without names, as it is given where the tenant does not allow them. */
export const unnamedVtt = ({ said }: Spoken): string => vtt(said, ({ text }) => escaped(text));

/** `metadataContent`: each cue is one JSON object. */
export const metadataVtt = ({ said, nameOf, beganAt }: Spoken): string =>
  vtt(said, ({ speaker, text, from, to }) =>
    JSON.stringify({
      startDateTime: new Date(beganAt.getTime() + from).toISOString(),
      endDateTime: new Date(beganAt.getTime() + to).toISOString(),
      speakerName: nameOf(speaker),
      spokenText: text,
      spokenLanguage: 'ja-jp',
    }),
  );
