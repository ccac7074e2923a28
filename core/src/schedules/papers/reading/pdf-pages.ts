import { hash } from 'node:crypto';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { picturesOf } from './pictures.ts';

/** 頁: what it says, and a sign for what it shows beside its words. */
export interface PaperPage {
  readonly lines: readonly string[];
  readonly look: string;
}

export interface PaperPages {
  readonly pageCount: number;
  /** As many as are read. */
  readonly pages: readonly PaperPage[];
}

const MOST_PAGES = 500;
const MOST_CHARACTERS = 1_000_000;
/** Pictures are not painted: their bytes say whether they are the same. */
const NO_PICTURES = 1;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

async function linesOf(page: Page): Promise<string[]> {
  const { items } = await page.getTextContent();
  const lines = [''];
  for (const item of items) {
    if (!('str' in item)) continue;
    lines[lines.length - 1] += item.str;
    if (item.hasEOL) lines.push('');
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Two programs write the same place with more or fewer digits. */
const rounded = (_key: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);

/** Lines, surfaces and colours, however the file names its typefaces. */
async function drawingOf(page: Page, drawn: ReadonlySet<number>): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return JSON.stringify(
    fnArray.flatMap((operation, at) => (drawn.has(operation) ? [[operation, argsArray[at]]] : [])),
    rounded,
  );
}

async function drawingOperations(): Promise<ReadonlySet<number>> {
  const { OPS } = await getResolvedPDFJS();
  const { constructPath, setFillRGBColor, setStrokeRGBColor, setLineWidth, shadingFill, transform } = OPS;
  return new Set([constructPath, setFillRGBColor, setStrokeRGBColor, setLineWidth, shadingFill, transform]);
}

/** @throws PasswordException, or whatever else a broken file leads to */
export async function pagesOf(bytes: Uint8Array): Promise<PaperPages> {
  const [pictures, drawn] = [await picturesOf(bytes), await drawingOperations()];
  // The reader takes the bytes over, so it gets a copy.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: NO_PICTURES });
  const pages: PaperPage[] = [];
  let characters = 0;
  while (pages.length < Math.min(document.numPages, MOST_PAGES) && characters < MOST_CHARACTERS) {
    const page = await document.getPage(pages.length + 1);
    const lines = await linesOf(page);
    characters += lines.reduce((sum, line) => sum + line.length, 0);
    const shown = [await drawingOf(page, drawn), pictures(pages.length)];
    pages.push({ lines, look: hash('sha256', shown.join('\n'), 'hex') });
    page.cleanup();
  }
  return { pageCount: document.numPages, pages };
}
