import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Piece } from './redacting.ts';

const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
);
const MM = 72 / 25.4;
const [SIDE, TOP, FOOT] = [18 * MM, 18 * MM, 16 * MM];
const [SIZE, LINE] = [10.5, 17];
const INK = '#1b1b1b';
const GETA = '〓';
const UNDRAWN = /\p{Default_Ignorable_Code_Point}/gu;

interface GlyphSource {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

export interface RedactedPdf {
  readonly bytes: Buffer;
  readonly pages: number;
}

/**
 * Pages made anew from what is shown alone. A bar is as long as the name of its ground, never as what lay under it. What is
 * hidden never comes here, so that neither text, typeface nor metadata of the file can hold it; neither does the record's
 * title, which may name somebody.
 */
export async function redactedPdf(
  pieces: readonly Piece[],
  { heading, at }: { readonly heading: string; readonly at: Date },
): Promise<RedactedPdf> {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, pdfVersion: '1.7', lang: 'ja-JP', font: FONT, bufferPages: true },
    info: { Title: heading, Author: 'Kaigi', CreationDate: at, ModDate: at },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((settle) => doc.once('end', () => settle()));
  const page = new Lines(doc);
  page.heading(heading);
  for (const piece of pieces) {
    if ('ground' in piece) page.bar(piece.ground);
    else for (const part of piece.shown.split(/(\n)/)) await page.words(part);
  }
  page.end();
  const pages = doc.bufferedPageRange().count;
  doc.end();
  await ended;
  return { bytes: Buffer.concat(chunks), pages };
}

class Lines {
  readonly #doc: PDFKit.PDFDocument;
  readonly #right: number;
  readonly #widths = new Map<string, number>();
  #x = SIDE;
  #y = TOP;
  #line = '';
  #since = SIDE;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc.fontSize(SIZE).fillColor(INK);
    this.#right = doc.page.width - SIDE;
  }

  heading(text: string): void {
    this.#doc.fontSize(9).text(text, SIDE, TOP, { lineBreak: false }).fontSize(SIZE);
    this.#y = TOP + LINE * 1.5;
  }

  #widthOf(sign: string): number {
    const known = this.#widths.get(sign) ?? this.#doc.widthOfString(sign);
    this.#widths.set(sign, known);
    return known;
  }

  #flush(): void {
    if (this.#line !== '') this.#doc.text(this.#line, this.#since, this.#y, { lineBreak: false });
    this.#line = '';
    this.#since = this.#x;
  }

  #break(): void {
    this.#flush();
    this.#x = SIDE;
    this.#since = SIDE;
    this.#y += LINE;
    if (this.#y + LINE <= this.#doc.page.height - FOOT) return;
    this.#doc.addPage().fontSize(SIZE).fillColor(INK);
    this.#y = TOP;
  }

  async words(text: string): Promise<void> {
    if (text === '\n') {
      this.#break();
      // A long document leaves room for others.
      await new Promise((settle) => setImmediate(settle));
      return;
    }
    const { font } = (this.#doc as unknown as GlyphSource)._font;
    for (const given of text.replace(UNDRAWN, '')) {
      const sign = font.hasGlyphForCodePoint(given.codePointAt(0) ?? 0) ? given : GETA;
      const width = this.#widthOf(sign);
      if (this.#x + width > this.#right) this.#break();
      this.#line += sign;
      this.#x += width;
    }
  }

  bar(ground: string): void {
    this.#flush();
    const label = `［${ground}］`;
    const width = Math.min(this.#doc.fontSize(8).widthOfString(label) + 8, this.#right - SIDE);
    if (this.#x + width > this.#right) this.#break();
    this.#doc.rect(this.#x, this.#y - 1.5, width, SIZE + 4).fill('#000000');
    this.#doc
      .fillColor('#ffffff')
      .fontSize(8)
      .text(label, this.#x + 4, this.#y + 1.5, { lineBreak: false });
    this.#doc.fillColor(INK).fontSize(SIZE);
    this.#x += width + 1;
    this.#since = this.#x;
  }

  end(): void {
    this.#flush();
  }
}
