import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import type { PreflightFault } from './preflight.ts';

const name = (text: string) => PDFName.of(text);
const OWN_ENCODINGS = new Set(['/WinAnsiEncoding', '/MacRomanEncoding', '/MacExpertEncoding']);

function bytesOf(stream: PDFStream): Uint8Array {
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
}

/** TrueType outlines: version 1.0 or Apple's own mark. */
function isTrueType(program: Uint8Array): boolean {
  const [a = -1, b = -1, c = -1, d = -1] = program;
  return (a === 0 && b === 1 && c === 0 && d === 0) || String.fromCharCode(a, b, c, d) === 'true';
}

function programFaults(descriptor: PDFDict | undefined): PreflightFault | null {
  const trueType = descriptor?.lookup(name('FontFile2'));
  if (trueType instanceof PDFStream) return isTrueType(bytesOf(trueType)) ? null : 'font_program';
  const other = descriptor?.lookup(name('FontFile3'));
  if (other instanceof PDFStream) {
    // A whole OpenType font with CFF outlines is what validators refused in Noto CJK.
    const subtype = String(other.dict.get(name('Subtype')) ?? '');
    return subtype === '/CIDFontType0C' || subtype === '/Type1C' ? null : 'font_program';
  }
  return descriptor?.lookup(name('FontFile')) instanceof PDFStream ? null : 'font_not_embedded';
}

const descriptorOf = (font: PDFDict) => font.lookupMaybe(name('FontDescriptor'), PDFDict);

/** Every font is in the file, as outlines that readers agree on, and its text can be read out. */
export function* fontFaults(font: PDFDict): Generator<PreflightFault> {
  if (font.get(name('Type')) !== name('Font')) return;
  const subtype = String(font.get(name('Subtype')) ?? '');
  if (subtype.startsWith('/CIDFontType')) return;
  const hasText = font.lookup(name('ToUnicode')) instanceof PDFStream;
  if (subtype === '/Type0') {
    const descendants = font.lookupMaybe(name('DescendantFonts'), PDFArray);
    const inner = descendants?.lookup(0);
    const fault = inner instanceof PDFDict ? programFaults(descriptorOf(inner)) : 'font_not_embedded';
    if (fault) yield fault;
    if (!hasText) yield 'font_without_text';
    return;
  }
  // Drawn by procedures of its own: it is in the file by nature.
  const fault = subtype === '/Type3' ? null : programFaults(descriptorOf(font));
  if (fault) yield fault;
  const encoding = font.lookup(name('Encoding'));
  if (!hasText && !(encoding instanceof PDFName && OWN_ENCODINGS.has(encoding.toString()))) yield 'font_without_text';
}
