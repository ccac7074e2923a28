import { decodedText } from '../../shared/index.ts';
import { namedDay } from './named-day.ts';
import { readPlain } from './plain.ts';
import { readRecogniserJson } from './recogniser-json.ts';
import { readSrt } from './srt.ts';
import { readTable, rowsOf } from './table.ts';
import { tidied } from './tidied.ts';
import {
  DEFAULT_LIMITS,
  type Found,
  Oddities,
  type Reading,
  type Refusal,
  type TranscriptFormat,
  type TranscriptLimits,
} from './transcript.ts';
import { readVtt } from './vtt.ts';

/** A file as it was handed in, or as Graph sent it. */
export interface TranscriptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Understood {
  readonly format: TranscriptFormat;
  readonly found: Found;
}

const ARROW_LINE = /^[^\n]{0,60}\d\s*(?:-{1,3}>|=>|→|⇒)\s*-?[\d０-９]/m;
const HEAD = 4_000;

const extensionOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** The sign that divides the cells of most lines: a comma in speech does not make a table. */
function delimiterOf(text: string, extension: string): ',' | '\t' | ';' | null {
  const lines = text
    .slice(0, HEAD)
    .split(/\r\n?|\n/, 20)
    .filter((line) => line.trim() !== '');
  const holding = (sign: string) => lines.filter((line) => line.includes(sign)).length;
  if (extension === 'tsv' || (lines.length > 1 && holding('\t') === lines.length)) return '\t';
  if (extension === 'csv')
    return holding(',') >= holding(';') && holding(',') >= holding('\t')
      ? ','
      : holding(';') >= holding('\t')
        ? ';'
        : '\t';
  return null;
}

interface Looking {
  readonly odd: Oddities;
  readonly limits: TranscriptLimits;
}

/** Rows above what is said. */
const HEADINGS = 20;

function table(text: string, extension: string, { odd, limits }: Looking): Found | null {
  const delimiter = delimiterOf(text, extension);
  const rows = delimiter === null ? null : rowsOf(text, delimiter, limits.cues + HEADINGS + 1);
  return rows === null ? null : readTable(rows, odd);
}

/** WebVTT by its signature, by its voices, or by its name. */
const isVtt = (head: string, extension: string): boolean =>
  /^WEBVTT(?:\s|$)/.test(head) || (ARROW_LINE.test(head) && (extension === 'vtt' || /<v[ .]/.test(head)));

/** By what the file holds, and by its name only where that says nothing. */
function understood(text: string, extension: string, looking: Looking): Understood {
  const { odd } = looking;
  const head = text.trimStart().slice(0, HEAD);
  if (isVtt(head, extension)) return { format: 'VTT', found: readVtt(text, odd) };
  const json = /^[[{]\s*["{\]}]/.test(head) ? readRecogniserJson(text, odd) : null;
  if (json) return { format: 'JSON', found: json };
  const srt = ARROW_LINE.test(head) ? readSrt(text, odd) : null;
  if (srt && srt.cues.length > 0) return { format: 'SRT', found: srt };
  const cells = table(text, extension, looking);
  return cells ? { format: 'TABLE', found: cells } : { format: 'TEXT', found: readPlain(text, odd) };
}

const refused = (code: Refusal['code'], params: Refusal['params'] = {}): Reading => ({ refusal: { code, params } });

/** Found cues as a transcript, or why they are none. */
export function reading(
  { format, found }: Understood,
  odd: Oddities,
  { name, limits }: { name: string; limits: TranscriptLimits },
): Reading {
  const cues = tidied(found, odd);
  if (cues.length === 0) return refused('minutes.transcript_no_speech', { name });
  if (cues.length > limits.cues)
    return refused('minutes.transcript_too_many_cues', { count: cues.length, most: limits.cues });
  const day = namedDay(`${found.said}\n${name}`);
  const { timed, language } = found;
  return { transcript: { format, cues, timed, language, day, warnings: odd.list() } };
}

/** What a file must be before its text is looked at; null where nothing is wrong. */
export function refusalOf({ bytes }: TranscriptFile, limits: TranscriptLimits): Reading | null {
  if (bytes.length === 0) return refused('minutes.transcript_empty');
  const most = Math.floor(limits.bytes / (1024 * 1024));
  return bytes.length > limits.bytes ? refused('minutes.transcript_too_large', { most }) : null;
}

const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/gu;
const NOT_TEXT = /^(?:%PDF-|PK\p{Cc}{2}|\{\\rtf|ID3|RIFF|OggS|fLaC|.{4}ftyp)/su;

/** Sound, pictures and archives are no text, whatever they are called. */
const isText = (text: string): boolean => {
  const head = text.slice(0, HEAD);
  return !NOT_TEXT.test(head) && (head.match(CONTROL)?.length ?? 0) * 10 <= head.length;
};

/** The transcript in a file of text. Word files are read by `readTranscriptFile`. */
export function readTranscript(file: TranscriptFile, limits: TranscriptLimits = DEFAULT_LIMITS): Reading {
  const refusal = refusalOf(file, limits);
  if (refusal) return refusal;
  const { text, damaged } = decodedText(file.bytes);
  if (!isText(text)) return refused('minutes.transcript_unreadable', { name: file.name });
  const odd = new Oddities();
  if (damaged > 0) odd.add('damaged_characters');
  return reading(understood(text, extensionOf(file.name), { odd, limits }), odd, { name: file.name, limits });
}
