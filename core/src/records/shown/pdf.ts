import { getDocumentProxy } from 'unpdf';

const PAGES_WITH_TEXT = 300;
const CHARACTERS = 1_000_000;

/** What a PDF says, line by line. Drawings, pictures and the look are not in it. */
export interface PdfText {
  readonly pageCount: number;
  /** The lines of each page, as far as they are shown here. */
  readonly pages: readonly (readonly string[])[];
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function linesOf(document: Document, page: number): Promise<string[]> {
  const { items } = await (await document.getPage(page)).getTextContent();
  const lines = [''];
  for (const item of items) {
    if (!('str' in item)) continue;
    lines[lines.length - 1] += item.str;
    if (item.hasEOL) lines.push('');
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** @throws PasswordException, or whatever else a broken file leads to */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  // The reader takes the bytes over, so it gets a copy.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: string[][] = [];
  let characters = 0;
  while (pages.length < Math.min(document.numPages, PAGES_WITH_TEXT) && characters < CHARACTERS) {
    const lines = await linesOf(document, pages.length + 1);
    characters += lines.reduce((sum, line) => sum + line.length, 0);
    pages.push(lines);
  }
  return { pageCount: document.numPages, pages };
}
