import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { invariant } from '../../shared/index.ts';

const MM = 72 / 25.4;
export const mm = (length: number): number => length * MM;

const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
);

export const INK = '#1b1b1b';
const SIDE = mm(17);
const TOP = mm(16);
const FOOT = mm(20);
const GETA = '〓';

/** What no typeface draws, such as the selectors of variant forms: left out, not shown as 〓. */
const UNDRAWN = /\p{Default_Ignorable_Code_Point}/gu;

export interface SheetOptions {
  readonly title: string;
  readonly subject: string;
  readonly locale: 'ja' | 'en';
  readonly at: Date;
}

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly color?: string;
}

interface GlyphSource {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** A4 paper that is filled from above, in PDF/A-3 with its one typeface embedded. Nothing in it depends on when it runs. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly left = SIDE;
  readonly width: number;
  y = TOP;
  readonly #bottom: number;
  readonly #chunks: Buffer[] = [];
  readonly #missing = new Set<number>();

  constructor({ title, subject, locale, at }: SheetOptions) {
    this.doc = new PDFDocument({
      size: 'A4',
      // Text is placed by hand; without a margin pdfkit never turns the page by itself.
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-3b',
      lang: locale === 'ja' ? 'ja-JP' : 'en',
      displayTitle: true,
      font: FONT,
      bufferPages: true,
      // What zlib makes differs from machine to machine; the pages must be the same bytes everywhere.
      compress: false,
      info: { Title: title, Subject: subject, Author: 'Kaigi', CreationDate: at, ModDate: at },
    });
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.width = this.doc.page.width - 2 * SIDE;
    this.#bottom = this.doc.page.height - FOOT;
  }

  /** The characters that the typeface lacked so far, as U+XXXX. */
  get missing(): readonly string[] {
    return [...this.#missing].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  }

  get room(): number {
    return this.#bottom - this.y;
  }

  get roomOnPage(): number {
    return this.#bottom - TOP;
  }

  /** As much of the text as fits into the height, and what is left; better at the end of a line than within. */
  cut(text: string, placed: Pick<Placed, 'width' | 'size'>, height: number): readonly [string, string] {
    if (this.heightOf(text, placed) <= height) return [text, ''];
    const signs = Array.from(text);
    let [fits, tooMany] = [0, signs.length];
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2);
      if (this.heightOf(signs.slice(0, middle).join(''), placed) <= height) fits = middle;
      else tooMany = middle;
    }
    const head = signs.slice(0, fits).join('');
    const line = head.lastIndexOf('\n');
    const end = line > head.length * 0.7 ? line + 1 : head.length;
    return [head.slice(0, end).trimEnd(), text.slice(end)];
  }

  newPage(): void {
    this.doc.addPage();
    this.y = TOP;
  }

  /** Turns the page unless so much still fits. */
  need(height: number): void {
    if (this.room < height) this.newPage();
  }

  #drawable(text: string): string {
    const { font } = (this.doc as unknown as GlyphSource)._font;
    return Array.from(text.replace(UNDRAWN, ''), (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (character === '\n' || font.hasGlyphForCodePoint(code)) return character;
      this.#missing.add(code);
      return GETA;
    }).join('');
  }

  #options({ width, align = 'left' }: Pick<Placed, 'width' | 'align'>) {
    return { width, align, lineGap: 2 } as const;
  }

  heightOf(text: string, placed: Pick<Placed, 'width' | 'size'>): number {
    return this.doc.fontSize(placed.size).heightOfString(this.#drawable(text), this.#options(placed));
  }

  widthOf(text: string, size: number): number {
    return this.doc.fontSize(size).widthOfString(this.#drawable(text));
  }

  text(text: string, placed: Placed): void {
    const { x, y, size, color = INK } = placed;
    this.doc.fillColor(color).fontSize(size).text(this.#drawable(text), x, y, this.#options(placed));
  }

  /** A paragraph at the place reached, over the pages if need be. */
  paragraph(text: string, { size = 9, gap = mm(1.5), color = INK } = {}): void {
    const height = this.heightOf(text, { width: this.width, size });
    this.need(Math.min(height, this.roomOnPage));
    this.text(text, { x: this.left, y: this.y, width: this.width, size, color });
    this.y += height + gap;
  }

  heading(text: string, { keep = mm(20) } = {}): void {
    this.need(keep);
    this.y += mm(2);
    this.doc.rect(this.left, this.y, mm(1.2), mm(4.6)).fill('#0b5c57');
    this.text(text, { x: this.left + mm(3), y: this.y + mm(0.6), width: this.width, size: 10.5 });
    this.y += mm(6.6);
  }

  /** Writes under every page; to be called when all are there. */
  footers(line: (page: number, pages: number) => string, left: string): void {
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page);
      const y = this.doc.page.height - mm(12);
      this.text(left, { x: this.left, y, width: this.width, size: 7.5, color: '#5c5c5c' });
      this.text(line(page + 1, count), {
        x: this.left,
        y,
        width: this.width,
        size: 7.5,
        align: 'right',
        color: '#5c5c5c',
      });
    }
  }

  async finish(): Promise<Buffer> {
    const ended = new Promise<void>((resolve, reject) => this.doc.once('end', resolve).once('error', reject));
    this.doc.end();
    await ended;
    const bytes = Buffer.concat(this.#chunks);
    invariant(bytes.length > 0, 'a PDF has been made');
    return bytes;
  }
}
