import { strToU8, zipSync } from 'fflate';
import { escaped } from '../shared/index.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Thin grey lines around a table and its cells. */
export const WORD_BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="767676"/>`)
  .join('')}</w:tblBorders>`;

interface WordFont {
  readonly western: string;
  readonly japanese: string;
}

// XML has no place for control characters, not even as references.
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

export interface WordLook {
  readonly font: WordFont;
  /** In half points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Text of one look; line feeds stay. */
export function wordRun(text: string, { font, size, bold = false }: WordLook): string {
  const lines = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line.replace(UNWRITABLE, ' '))}</w:t>`);
  const fonts = `<w:rFonts w:ascii="${font.western}" w:hAnsi="${font.western}" w:eastAsia="${font.japanese}"/>`;
  const look = `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`;
}

/** A Word document around a body; the same body always gives the same bytes. */
export function wordFile(body: string): Uint8Array {
  const parts = {
    '[Content_Types].xml': `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `${START}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${START}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  };
  const zipped = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(zipped), { mtime: new Date(1980, 0, 1), level: 6 });
}
