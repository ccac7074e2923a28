import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { readPlain } from './plain.ts';
import { reading, readTranscript, refusalOf, type TranscriptFile } from './read.ts';
import { readTable } from './table.ts';
import { DEFAULT_LIMITS, type Found, Oddities, type Reading, type TranscriptLimits } from './transcript.ts';

const MAIN = 'word/document.xml';
const ROW = /<tr>(.*?)<\/tr>/gs;
const CELL = /<t[dh][^>]*>(.*?)<\/t[dh]>/gs;

/** The parts of a Word file that hold its text; null where it is none, or unpacks to more than it may. */
function textParts(bytes: Uint8Array, limits: TranscriptLimits): boolean {
  let total = 0;
  let main = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('.xml') || name.endsWith('.rels')) total += originalSize;
        main ||= name === MAIN;
        return false;
      },
    });
  } catch {
    return false;
  }
  return main && total <= limits.wordBytes;
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The HTML that mammoth makes, as lines: breaks and paragraphs are line ends, everything else is the words. */
const linesOf = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|li|h[1-6]|tr)>/g, '\n')
    .replace(/<\/t[dh]>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** A table of the document as rows of cells, for recognisers that write one. */
function tableOf(html: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const rows = Array.from(html.matchAll(ROW), ([, row = '']) => row);
  return rows.map((row, at) => ({
    line: at + 1,
    cells: Array.from(row.matchAll(CELL), ([, cell = '']) => linesOf(cell).trim()),
  }));
}

async function htmlOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const options = { convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch {
    return null;
  }
}

function foundIn(html: string, odd: Oddities): Found {
  const rows = tableOf(html);
  return (rows.length > 1 ? readTable(rows, odd) : null) ?? readPlain(linesOf(html), odd);
}

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/** The transcript in a file of any kind: the Word file that Teams offers for download, or text. */
export async function readTranscriptFile(
  file: TranscriptFile,
  limits: TranscriptLimits = DEFAULT_LIMITS,
): Promise<Reading> {
  if (!isZip(file.bytes)) return readTranscript(file, limits);
  const refusal = refusalOf(file, limits);
  if (refusal) return refusal;
  const html = textParts(file.bytes, limits) ? await htmlOf(file.bytes) : null;
  if (html === null) return { refusal: { code: 'minutes.transcript_unreadable', params: { name: file.name } } };
  const odd = new Oddities();
  return reading({ format: 'WORD', found: foundIn(html, odd) }, odd, { name: file.name, limits });
}
