import { hash } from 'node:crypto';
import { escapedByName, KaigiError } from '../../shared/index.ts';
import { inspectDocx } from '../reading/index.ts';
import type { ReadingNote, ReadingPartView } from './contract.ts';
import { readPdf } from './pdf.ts';
import { paragraphsOf, safeHtml } from './safe-html.ts';
import { readWord } from './word.ts';

export interface PartInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What could be read of a file. */
export interface PartText extends Pick<ReadingPartView, 'kind' | 'html' | 'pageCount' | 'counted' | 'notes'> {
  /** For comparing; empty where there is no text. */
  readonly paragraphs: readonly string[];
}

const MB = 1024 * 1024;
const HTML_LIMIT = 32 * MB;
const PICTURE_LIMIT = 8 * MB;
const TEXT_LIMIT = 2 * MB;
const CHARACTERS_A_PAGE = 1_000;

const nothing = (kind: PartText['kind'], ...notes: ReadingNote[]): PartText => ({
  kind,
  html: null,
  pageCount: null,
  counted: null,
  notes,
  paragraphs: [],
});

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

/** By what the bytes say, never by the name. */
function pictureType(bytes: Uint8Array): string | null {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'image/gif';
  return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? 'image/webp' : null;
}

const pictureName = (src: string) => `画像 ${hash('sha256', src, 'hex').slice(0, 8)}`;

const estimate = (paragraphs: readonly string[]) =>
  Math.max(1, Math.ceil(paragraphs.reduce((sum, text) => sum + text.length, 0) / CHARACTERS_A_PAGE));

/** Word's own count, unless the text is plainly longer: programs that fill in forms leave the form's count. */
function wordPages(byWord: number | null, paragraphs: readonly string[]): Pick<PartText, 'pageCount' | 'counted'> {
  const estimated = estimate(paragraphs);
  const trusted = byWord !== null && estimated <= 3 * byWord;
  return trusted ? { pageCount: byWord, counted: 'WORD' } : { pageCount: estimated, counted: 'ESTIMATE' };
}

async function wordPart(bytes: Buffer): Promise<PartText> {
  try {
    await inspectDocx(bytes);
  } catch (error) {
    if (!(error instanceof KaigiError)) throw error;
    if (error.code === 'records.not_a_docx') return nothing('OTHER', 'OPEN_ORIGINAL');
    return nothing('WORD', error.code === 'records.encrypted' ? 'ENCRYPTED' : 'REFUSED');
  }
  // The package is sound: what the conversion stumbles over is inside the text.
  const text = await readWord(bytes).catch(() => null);
  if (!text) return nothing('WORD', 'UNREADABLE');
  const html = safeHtml(text.html);
  if (html.length > HTML_LIMIT) return nothing('WORD', 'TOO_LARGE');
  const paragraphs = paragraphsOf(html, pictureName);
  return { kind: 'WORD', html, ...wordPages(text.pagesByWord, paragraphs), notes: [...text.notes], paragraphs };
}

const isLocked = (error: unknown) => error instanceof Error && error.name === 'PasswordException';

/** The page numbers are shown, but not compared: one page more would make every one of them different. */
async function pdfPart(bytes: Uint8Array): Promise<PartText> {
  const text = await readPdf(bytes).catch((error: unknown) => (isLocked(error) ? 'ENCRYPTED' : 'UNREADABLE'));
  if (typeof text === 'string') return nothing('PDF', text === 'ENCRYPTED' ? 'ENCRYPTED' : 'UNREADABLE');
  const { pageCount, pages } = text;
  const paragraphs = pages.flat();
  const counted = { ...nothing('PDF'), pageCount, counted: 'FILE' } as const;
  if (paragraphs.length === 0) return { ...counted, notes: ['OPEN_ORIGINAL'] };
  const page = (lines: readonly string[], at: number) =>
    [`― ${at + 1} ―`, ...lines].map((line) => `<p>${escapedByName(line)}</p>`).join('');
  const cut = pages.length < pageCount ? (['TOO_LARGE'] as const) : [];
  return { ...counted, html: pages.map(page).join(''), notes: ['TEXT_ONLY', ...cut], paragraphs };
}

function picturePart(bytes: Uint8Array, mediaType: string): PartText {
  const whole = { ...nothing('IMAGE'), pageCount: 1, counted: 'FILE' } as const;
  if (bytes.length > PICTURE_LIMIT) return { ...whole, notes: ['TOO_LARGE'] };
  const src = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  return { ...whole, html: safeHtml(`<p><img src="${src}" alt=""></p>`), notes: [] };
}

/** UTF-8, or the Shift_JIS of older systems; null where it is neither. */
function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Not written in this one.
    }
  }
  return null;
}

function textPart(bytes: Uint8Array): PartText {
  if (bytes.length > TEXT_LIMIT) return nothing('TEXT', 'TOO_LARGE');
  const text = decoded(bytes);
  if (text === null) return nothing('OTHER', 'OPEN_ORIGINAL');
  const paragraphs = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const html = paragraphs.map((line) => `<p>${escapedByName(line)}</p>`).join('');
  return { kind: 'TEXT', html, pageCount: estimate(paragraphs), counted: 'ESTIMATE', notes: [], paragraphs };
}

const TEXT_NAME = /\.(?:txt|csv|tsv|md|log)$/i;

/** Reads one file. To be run where time and memory are limited. */
export async function readPart({ fileName, bytes }: PartInput): Promise<PartText> {
  if (bytes.length === 0) return nothing('OTHER', 'UNREADABLE');
  const picture = pictureType(bytes);
  if (picture !== null) return picturePart(bytes, picture);
  // The mark of a PDF may have something before it (ISO 32000-1, annex H 3.4.1).
  if (Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-')) return pdfPart(bytes);
  const compound = startsWith(bytes, '\xd0\xcf\x11\xe0');
  if (startsWith(bytes, 'PK\x03\x04') || compound)
    return wordPart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return TEXT_NAME.test(fileName) ? textPart(bytes) : nothing('OTHER', 'OPEN_ORIGINAL');
}
